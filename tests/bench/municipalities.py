"""A project with as many municipalities as there are, each with as much of its own as the shipped ones have.

The shipped editions' folders are copied in turn under other municipalities' names; a number in each copy's own contacts
differs, so that no two are alike.
"""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

from handleplan.edition.checks import slug_of
from handleplan.project import Project

WHAT_A_BUILD_READS = ("mkdocs.yml", "docs", "overrides", "hooks", "data")


def generate(source: Project, target: Path, number: int) -> Project:
    """Make a project in ``target`` with ``number`` municipalities (98 at most); returns it."""
    for name in WHAT_A_BUILD_READS:
        path = source.root / name
        if path.is_dir():
            shutil.copytree(path, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / name)
    patterns = [source.kommuner / slug for slug in source.slugs]
    shutil.rmtree(target / "data" / "kommuner")
    with (target / "data" / "kommuner.csv").open(encoding="utf-8", newline="") as file:
        names = [row["navn"] for row in csv.DictReader(file)]
    for index, name in enumerate(names[:number]):
        pattern = patterns[index % len(patterns)]
        folder = target / "data" / "kommuner" / slug_of(name)
        shutil.copytree(pattern, folder)
        _rename(folder / "kommune.yml", name)
    return Project(target)


def _rename(file: Path, name: str) -> None:
    text = file.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^navn:.*$", f"navn: {name}", text)
    text = re.sub(r"(?m)^adresse:.*\n", "", text)
    file.write_text(text, encoding="utf-8")
