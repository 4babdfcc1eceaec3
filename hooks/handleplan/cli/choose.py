"""``site/index.html`` after a build. Each edition's part of it is kept: one change does not mean reading all."""

from __future__ import annotations

from typing import Any

import click

from ..edition.edition import Edition
from ..out.landing import landing_row, write_landing
from ..prepare import prepare_edition
from ..project import Project
from .fingerprint import files_below, files_number
from .records import read_record, write_record


def remember_row(project: Project, edition: Edition, code: str) -> None:
    """Keep what the list says of an edition that has just been swapped in.

    ``code``: the hash of the code that says it.
    """
    write_record(project, f"{edition.slug}.valg", {"kode": code, "række": landing_row(edition)})


def choose_from(project: Project, code: str, changed: bool) -> None:
    """Write the page with every edition that stands, also those not built this time.

    When nothing was ``changed`` and the page names just those editions, it stands as it is. Says so of an edition whose
    municipality is gone.
    """
    _tell_left_over(project)
    standing = [slug for slug in project.slugs if (project.site / slug / "index.html").is_file()]
    if not changed and read_record(project, "valg") == [code, _around(project), *standing]:
        return
    rows = []
    for slug in standing:
        kept = read_record(project, f"{slug}.valg") or {}
        row = kept["række"] if kept.get("kode") == code else _row_of(project, slug)
        if row is None and (project.site / "index.html").is_file():
            # Its page stands, so it must not fall off the list because its data is being edited.
            click.echo(f"site/index.html er ikke skrevet om, for der er fejl i data for {slug}.", err=True)
            return
        if row is not None:
            rows.append(row)
    write_landing(rows, project)
    write_record(project, "valg", [code, _around(project), *standing])


def _around(project: Project) -> str:
    """One number for what stands around the editions: the page itself, its files and those of the hosts."""
    files = (file for file in sorted(project.site.glob("*")) if file.is_file() and file.suffix != ".zip")
    return files_number([*files, *files_below(project.site / "assets")])


def _tell_left_over(project: Project) -> None:
    for mark in sorted(project.site.glob("*/handleplan.json")):
        slug = mark.parent.name
        if slug not in project.slugs:
            what = f"site/{slug} står der endnu, men kommunen har ingen mappe i data/kommuner"
            click.echo(f"{what} – slet site/{slug}, hvis udgaven ikke skal vises mere", err=True)


def _row_of(project: Project, slug: str) -> dict[str, Any] | None:
    edition = prepare_edition(project, slug).edition
    return landing_row(edition) if edition else None
