"""``handleplan markdown``: an edition's pages as a plain Markdown tree, for another engine than ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import yaml

from ..edition.edition import Edition
from ..out.exports import export_files
from ..out.pages import navigation
from ..prepare import Prepared, prepare_edition
from ..project import Project
from ..read.messages import Message
from ..read.places import Place
from .message_forms import as_text


def run(project: Project, slug: str, target: Path) -> int:
    """Write the tree into ``target`` (which must be empty or not there): ``docs/`` and a ``mkdocs.yml`` that builds it.

    Returns 1, with a Danish line, when the data or our own ``mkdocs.yml`` has errors, or the folder is taken or cannot
    be written.
    """
    one = prepare_edition(project, slug)
    if one.edition is None:
        click.echo(as_text(one.messages), err=True)
        return 1
    try:
        extensions = markdown_extensions(project)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError) as error:
        mark = getattr(error, "problem_mark", None)
        place = Place("mkdocs.yml", mark.line + 1 if mark else 1, mark.column + 1 if mark else 1)
        advice = "hent den igen fra håndbogens fælles udgave. Fejlen er ikke i data"
        click.echo(str(Message(place, "filen kan ikke læses som indstillinger", advice)), err=True)
        return 1
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            click.echo(f"{target} er ikke en tom mappe – vælg en mappe, der ikke findes i forvejen", err=True)
            return 1
        _write(one, one.edition, target, extensions)
    except (OSError, ValueError):  # a name that no folder can have, a full disk, a folder of someone else's
        click.echo(f"Mappen {str(target)[:200]!r} kan ikke skrives – vælg en anden mappe", err=True)
        return 1
    click.echo(f"Skrevet: {len(one.pages)} sider i {target}/docs. Byg dem med: mkdocs build -f {target}/mkdocs.yml")
    return 0


def _write(one: Prepared, edition: Edition, target: Path, extensions: list[str | dict[str, Any]]) -> None:
    for page in one.pages:
        file = target / "docs" / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.markdown, encoding="utf-8", newline="\n")
    for name, content in export_files(edition).items():
        file = target / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    config = {
        "site_name": f"{edition.kommune.titel} – {edition.fuldt_navn}",
        "theme": {"name": "material", "language": "da", "font": False},
        "markdown_extensions": extensions,
        "plugins": [{"search": {"lang": "da"}}],
        "nav": navigation(one.pages, edition),
    }
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=1000)
    (target / "mkdocs.yml").write_text(text, encoding="utf-8", newline="\n")


def markdown_extensions(project: Project) -> list[str | dict[str, Any]]:
    """What the pages' Markdown needs of whoever turns it into HTML: the same as in our own ``mkdocs.yml``."""
    return yaml.load((project.root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Plain)["markdown_extensions"]


class _Plain(yaml.SafeLoader):
    """Reads mkdocs.yml with MkDocs' own ``!ENV`` as nothing."""


_Plain.add_constructor("!ENV", lambda loader, node: None)
