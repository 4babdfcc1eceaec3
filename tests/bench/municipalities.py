"""A project with as many municipalities as there are, each with as much of its own as the shipped ones have.

The shipped editions' folders are copied in turn under other municipalities' names. Each copy gets its own name in every
text that says it, its own phone numbers, and its own words for SSP and the authorities, which most pages use: no two
municipalities share more pages than real ones would.
"""

from __future__ import annotations

import csv
import itertools
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
        _make_its_own(folder, name, index)
    return Project(target)


def _make_its_own(folder: Path, name: str, index: int) -> None:
    kommune = folder / "kommune.yml"
    found = re.search(r"(?m)^navn: *(.*?) *$", kommune.read_text(encoding="utf-8"))
    assert found is not None
    for file in folder.rglob("*.yml"):
        text = re.sub(rf"\b{re.escape(found[1])}\b", name, file.read_text(encoding="utf-8"))
        if file.name == "kontakter.yml":
            text = re.sub(r"(?m)^.*telefon:.*$", lambda line: _own_number(line[0], index), text)
        file.write_text(text, encoding="utf-8")
    text = re.sub(r"(?m)^adresse:.*\n", "", kommune.read_text(encoding="utf-8"))
    text = re.sub(r"(?m)^  (?:forvaltning|sparring):.*\n", "", text)
    own = f"  forvaltning: forvaltningen i {name}\n  sparring: SSP {name}\n"
    text = text.replace("\nord:\n", f"\nord:\n{own}", 1) if "\nord:\n" in text else f"{text}\nord:\n{own}"
    kommune.write_text(text, encoding="utf-8")


def _own_number(line: str, index: int) -> str:
    """Eight digits keep their first four; the last four tell the municipality, and which of the line's numbers it is.

    Short numbers (112) are everybody's.
    """
    nth = itertools.count()
    return re.sub(
        r"(\d\d \d\d) \d\d \d\d", lambda found: f"{found[1]} {index // 10:02d} {index % 10}{next(nth)}", line
    )
