"""``handleplan felter``: the reference page of every file and field, with an example of each file."""

from __future__ import annotations

import datetime
import re

import click

from ..model.field_reference import file_reference
from ..out.landing import render, write_assets
from ..project import Project
from .ny import new_files

_EXAMPLE_DATE = datetime.date(2026, 11, 21)


def run(project: Project) -> int:
    """Write ``site/felter/index.html``; returns 0."""
    filer, dele = file_reference()
    files = new_files("Odense", "Odense Kommune", "odense", _EXAMPLE_DATE)
    examples = {name: _example(text) for name, text in files.items()}
    examples["trin/<trin>.yml"] = examples["trin/vurder.yml"]
    page = render(project, "felter.html.j2", filer=filer, dele=dele, eksempler=examples)
    target = project.site / "felter" / "index.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    write_assets(project)
    target.write_text(page, encoding="utf-8")
    click.echo(f"Skrevet: {project.shown(target)}")
    return 0


def _example(text: str) -> str:
    """A new municipality's file as it looks when its examples are taken into use, without the explanations."""
    lines = [re.sub(r"^# ?", "", line) for line in text.splitlines() if not line.startswith("##")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
