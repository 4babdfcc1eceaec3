"""``handleplan pak``: an edition as a ZIP for an intranet or a USB stick."""

from __future__ import annotations

import click

from ..out.pak import write_zip
from ..prepare import prepare_edition
from ..project import Project
from . import byg


def run(project: Project, slug: str) -> int:
    """Build what has changed, then pack it as ``site/handleplan-<slug>.zip``; 1 when the build failed."""
    if code := byg.run(project, (slug,), with_pdf=True, explain=False):
        return code
    edition = prepare_edition(project, slug).edition
    if edition is None:
        return 1
    target = project.site / f"handleplan-{slug}.zip"
    size = write_zip(project.site / slug, target, project, edition.kommune.dato)
    shown = f"{size / 1e6:.1f}".replace(".", ",")
    click.echo(f"Pakket: {project.shown(target)} ({shown} MB). Pak den ud, og åbn {slug}/index.html.")
    return 0
