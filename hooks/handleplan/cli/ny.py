"""``handleplan ny "Lyngby-Taarbæk"``: a new municipality's folder, with what is known and commented examples."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import click
import jinja2

from ..edition.base import load_base
from ..edition.checks import slug_of
from ..edition.drift import Drift, approve
from ..edition.names import kommune_names
from ..project import Project
from ..read.messages import Message, did_you_mean
from ..read.words import fold
from .byg import cannot_write

_SKABELON = Path(__file__).parent / "skabelon"


def run(project: Project, navn: str) -> int:
    """Make ``data/kommuner/<slug>/``; 1 with a Danish line when the name is unknown or the folder is there already."""
    messages: list[Message] = []
    names = kommune_names(project, messages)
    if messages:
        click.echo(str(messages[0]), err=True)
        return 1
    found = known_name(navn, names)
    if found is None:
        meant = _meant(navn, list(names))
        advice = f"mente du '{meant}'?" if meant else "navnene står i data/kommuner.csv"
        click.echo(f"'{navn}' er ikke en af de 98 kommuner – {advice}", err=True)
        return 1
    slug = slug_of(found)
    folder = project.kommuner / slug
    if folder.exists():
        click.echo(f"{project.shown(folder)} findes allerede – ret filerne dér, eller slet mappen først", err=True)
        return 1
    try:
        _write(folder, new_files(found, names[found], slug, datetime.date.today()))
        # What is shared today is what the municipality starts from: `forskel` tells what comes after.
        approve(project, load_base(project), slug, Drift())
    except OSError as error:
        click.echo(cannot_write(project, error), err=True)
        return 1
    click.echo(
        f"Lavet: {project.shown(folder)}/. Begynd med kommune.yml og kontakter.yml.\n"
        f"Se, hvad der mangler:  handleplan tjek {slug}\nSe siderne:  handleplan vis {slug}"
    )
    return 0


def known_name(navn: str, names: dict[str, str]) -> str | None:
    """The name as the list of the 98 has it ("høje taastrup kommune" → "Høje-Taastrup"), or None.

    ``names``: short → full.
    """
    wanted = _folded(navn)
    return next((short for short, full in names.items() if wanted in _spellings(short, full)), None)


def _spellings(short: str, full: str) -> set[str]:
    """"Vesthimmerland" and "Vesthimmerlands" are the same: people take the s for the one before "Kommune"."""
    return {spelling for name in (short, full) for spelling in (_folded(name), _folded(name).removesuffix("s"))}


def _meant(navn: str, names: list[str]) -> str | None:
    """The municipality with a part of what was written in its name ("Faaborg" → "Faaborg-Midtfyn"), or the nearest."""
    wanted = [part for part in (_folded(navn), *map(fold, re.split(r"\W+", _bare(navn)))) if len(part) > 3]
    parts = {fold(part): name for name in names for part in re.split(r"\W+", name)}
    return next((parts[part] for part in wanted if part in parts), None) or did_you_mean(_bare(navn), names)


def _write(folder: Path, files: dict[str, str]) -> None:
    """Write all files or none: half a folder would say that it is there already."""
    half = folder.with_name(f".{folder.name}.ny")
    try:
        for path, text in files.items():
            (half / path).parent.mkdir(parents=True, exist_ok=True)
            (half / path).write_text(text, encoding="utf-8")
        half.rename(folder)
    finally:
        shutil.rmtree(half, ignore_errors=True)


def new_files(navn: str, fuldt_navn: str, slug: str, today: datetime.date) -> dict[str, str]:
    """Path in the folder → text, for every file a municipality can have."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_SKABELON), undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True, autoescape=False,
    )  # fmt: skip
    words = {
        "navn": navn, "fuldt_navn": fuldt_navn, "slug": slug, "dato": today.isoformat(),
        "næste_år": today.replace(year=today.year + 1, day=min(today.day, 28)).isoformat(),
    }  # fmt: skip
    templates = sorted(path.relative_to(_SKABELON).as_posix() for path in _SKABELON.rglob("*.j2"))
    return {name.removesuffix(".j2"): environment.get_template(name).render(words) for name in templates}


def _folded(navn: str) -> str:
    return fold(re.sub(r"[^\w\s-]", "", _bare(navn)))


def _bare(navn: str) -> str:
    """Without the word kommune: "Lyngby-Taarbæk Kommune" → "Lyngby-Taarbæk"."""
    return re.sub(r"\s*(?:s\s*regions)?kommune[\s.]*$|^kommunen?\s+", "", navn.strip(), flags=re.IGNORECASE)
