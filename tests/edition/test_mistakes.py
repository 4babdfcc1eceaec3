"""Two hundred slips of an editor's in a municipality's files: each is answered by one Danish line that says where, what and what to do.

After a sentence has been changed on purpose: ``HANDLEPLAN_SKRIV=1 pytest tests/edition/test_mistakes.py`` writes the answers anew;
read what differs before it is committed.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from handleplan.edition.assemble import load_edition
from handleplan.edition.base import Base, load_base
from handleplan.project import Project

from tests.edition.mistakes import FILE, Mistake, mistakes, written
from tests.read.danish import assert_danish
from tests.small_project import ROOT

SLUG = "guldborgsund"
# Guldborgsund's own files as they were one day, so that the lines of the answers stay when the municipality's data is edited.
FILES = ROOT / "tests" / "fixtures" / "redaktoer"
CASES = mistakes()


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, Base, dict[str, list[str]]]]:
    root = tmp_path_factory.mktemp("fejl")
    shutil.copytree(ROOT / "data" / "faelles", root / "data" / "faelles")
    shutil.copyfile(ROOT / "data" / "kommuner.csv", root / "data" / "kommuner.csv")
    (root / "docs").symlink_to(ROOT / "docs")
    project = Project(root)
    answers: dict[str, list[str]] = {}
    yield project, load_base(project), answers
    if os.environ.get("HANDLEPLAN_SKRIV"):
        FILE.write_text(written(CASES, {case.name: answers.get(case.name, case.answer) for case in CASES}), encoding="utf-8")


def answer(case: Mistake | None, project: Project, base: Base, files: Path = FILES) -> list[str]:
    """What the editor is told, without the municipality's folder."""
    folder = project.kommuner / SLUG
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(files, folder)
    if case is not None:
        case.make(folder)
    _, messages = load_edition(project, SLUG, base)
    lines = [str(message).replace(f"data/kommuner/{SLUG}/", "", 1) for message in messages]
    return [re.sub(r"(data/faelles/[\w/.-]+):\d+", r"\1:…", line) for line in lines]  # where the base says it may move


def test_the_files_themselves_are_right(base: tuple[Project, Base, dict[str, list[str]]]) -> None:
    assert answer(None, *base[:2]) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_one_line_for_one_slip(case: Mistake, base: tuple[Project, Base, dict[str, list[str]]]) -> None:
    project, shared, answers = base
    found = answers[case.name] = answer(case, project, shared)
    if not os.environ.get("HANDLEPLAN_SKRIV"):
        assert found == case.answer
    (line,) = found
    assert_danish(line)
    assert re.match(r"[^:]+:\d+:\d+: .+ – .+", line), line


def test_an_id_changed_where_it_is_defined_is_told_once_and_not_for_each_place_that_uses_it(
    base: tuple[Project, Base, dict[str, list[str]]],
) -> None:
    slip = Mistake("", "kontakter.yml", old=["  unge-og-uddannelse:"], new=["  unge-og-udannelse:"])
    used, ordered = answer(slip, *base[:2], files=ROOT / "data" / "kommuner" / SLUG)
    assert re.search(r"'unge-og-uddannelse' findes ikke .* \(og \d+ steder til\) – mente du 'unge-og-udannelse'\?$", used)
    assert ordered.endswith(": 'unge-og-uddannelse' under orden findes ikke – mente du 'unge-og-udannelse'?")


def test_there_are_enough_and_each_is_its_own() -> None:
    names = [case.name for case in CASES]
    assert len(names) >= 200 and len(set(names)) == len(names)
