"""The broken municipalities in ``tests/fixtures/fejl``: one folder a mistake, laid over the small project.

A folder holds the files that differ (``data/…``), ``forventet.txt`` (what ``handleplan tjek`` says, to the letter)
and, where files alone cannot say it, ``handlinger.txt``: ``slet STI``, ``mappe STI``, ``flyt STI -> STI``,
``genvej STI -> MÅL`` or ``filer STI-{} -> ANTAL``, one a line.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from click.testing import CliRunner, Result
from handleplan.cli.main import main

from tests.small_project import small_project

FEJL = Path(__file__).parents[1] / "fixtures" / "fejl"
CASES = sorted(folder for folder in FEJL.iterdir() if folder.is_dir())
GOLDEN, ACTIONS = "forventet.txt", "handlinger.txt"


def broken_project(case: Path, target: Path) -> Path:
    """The small project with one broken case laid on top."""
    small_project(target)
    shutil.copytree(case, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(GOLDEN, ACTIONS))
    if (case / ACTIONS).is_file():
        for line in (case / ACTIONS).read_text(encoding="utf-8").splitlines():
            _act(target, line)
    return target


def _act(root: Path, line: str) -> None:
    word, _, rest = line.partition(" ")
    path, _, other = rest.partition(" -> ")
    at = root / path
    if word == "slet":
        shutil.rmtree(at) if at.is_dir() else at.unlink()
    elif word == "mappe":
        at.mkdir(parents=True)
    elif word == "flyt":
        at.rename(root / other)
    elif word == "filer":
        for number in range(int(other)):
            (root / path.format(f"{number:03}")).write_text("", encoding="utf-8")
    elif word == "genvej":
        at.unlink(missing_ok=True)
        at.symlink_to(other)
    else:
        raise ValueError(line)


def tjek(root: Path) -> Result:
    """Run ``handleplan tjek`` on a project, in this process."""
    return CliRunner().invoke(main, ["tjek"], env={"HANDLEPLAN_ROD": os.fspath(root)})


def without_lix(output: str) -> str:
    """What ``tjek`` says of mistakes; its lines on how hard the pages are to read (tests/out/test_lix.py) change with every text."""
    return "".join(line for line in output.splitlines(keepends=True) if not line.startswith("LIX "))
