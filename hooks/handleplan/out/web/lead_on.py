"""Old addresses lead on: a small page where a step was, and an anchor at what was called something else."""

from __future__ import annotations

import posixpath
import re
import shutil
from pathlib import Path

from ...edition.edition import Edition
from ...project import Project
from .. import addresses
from ..jinja_templates import templates_in
from ..moved import moved_anchors, moved_pages
from .policy import POLICY

SCRIPT = "assets/javascripts/flyttet.js"
_SOURCES = "overrides/flyttet"


def add_old_anchors(site: Path, edition: Edition) -> None:
    """Put an empty anchor before each heading that had another id: it works without script, and over file://."""
    for anchor in moved_anchors(edition):
        file = site / addresses.file_of(anchor.page)
        html = file.read_text(encoding="utf-8")
        heading = re.compile(rf'<h[1-6]\b[^>]*\sid="{re.escape(anchor.new)}"')
        html = heading.sub(lambda found, old=anchor.old: f'<span id="{old}"></span>{found[0]}', html, count=1)
        file.write_text(html, encoding="utf-8", newline="\n")


def add_old_pages(site: Path, edition: Edition, project: Project) -> None:
    """Write a page at each old address that leads to the new one, with what stands after # in it."""
    moved = moved_pages(edition)
    if not moved:
        return
    folder = project.root / _SOURCES
    template = templates_in(folder).get_template("flyttet.html.j2")
    titles = {addresses.page_of("trin", ident): trin.titel for ident, trin in edition.trin.items()}
    for old, new in moved.items():
        file = site / addresses.file_of(old)
        file.parent.mkdir(parents=True, exist_ok=True)
        html = template.render(
            csp=POLICY,
            titel=titles[new],
            kommune=edition.fuldt_navn,
            ny_side=posixpath.relpath(addresses.url_of(new), addresses.url_of(old)) + "/",
            rod=posixpath.relpath(".", addresses.url_of(old)) + "/",
            script=SCRIPT,
            adresse=addresses.edition_url(edition) + addresses.url_of(new),
        )
        file.write_text(html, encoding="utf-8", newline="\n")
    (site / SCRIPT).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folder / "flyttet.js", site / SCRIPT)
