"""Which edition MkDocs is to build when it is started by itself: ``KOMMUNE=… mkdocs build``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click
from mkdocs.exceptions import ConfigurationError

from ..edition.unchanged import base_once
from ..prepare import prepare_edition
from ..project import Project
from ..read.messages import errors, suggestion
from .state import Given


class CannotBuild(ConfigurationError):
    """Ends MkDocs with a Danish message, without the "Error:" that MkDocs puts before its own."""

    def show(self, *args: Any, **kwargs: Any) -> None:
        click.echo(self.format_message(), err=True)


def from_environment(project: Project, site_dir: Path | None = None) -> Given:
    """The edition that ``KOMMUNE`` names, read and checked, to be built in ``site_dir`` or its place in ``site/``.

    Raises ``CannotBuild``.
    """
    slug = os.environ.get("KOMMUNE", "").strip()
    if not slug:
        first, shown = (project.slugs or ("guldborgsund",))[0], ", ".join(project.slugs)
        example = f"Skriv for eksempel: KOMMUNE={first} mkdocs build"
        raise CannotBuild(f"Hvilken kommune? {example}. Du kan vælge: {shown}") from None
    if slug not in project.slugs:
        meant = suggestion(slug, list(project.slugs))
        raise CannotBuild(f"Kommunen '{slug}' har ingen mappe i data/kommuner – {meant}") from None
    prepared = prepare_edition(project, slug, base_once(project))
    if prepared.edition is None:
        lines = "\n".join(map(str, errors(prepared.messages)))
        raise CannotBuild(f"Udgaven for '{slug}' kan ikke bygges:\n{lines}") from None
    return Given(prepared.edition, prepared.pages, site_dir or project.site / slug)
