"""``site/index.html``: choose a municipality, and compare the editions."""

from __future__ import annotations

import shutil

import jinja2

from ..edition.edition import Edition
from ..project import Project
from .dates import dansk_dato
from .numbers import phone_uri, shown_phone
from .text import upper_first
from .web.hosts import write_host_files
from .web.policy import POLICY

_FONTS = ("source-sans-3-latin-400-normal.woff2", "source-sans-3-latin-700-normal.woff2")


def write_landing(editions: list[Edition], project: Project) -> None:
    """Write ``site/index.html`` with its style and fonts for the editions that stand."""
    html = render(
        project, "index.html.j2",
        udgaver=sorted(editions, key=lambda e: _sort_key(e.kommune.navn)), dato=dansk_dato, tlf=shown_phone, tlf_uri=phone_uri,
        stort=upper_first,
    )  # fmt: skip
    write_assets(project)
    write_host_files(project)
    temporary = project.site / "index.html.ny"
    temporary.write_text(html, encoding="utf-8")
    temporary.replace(project.site / "index.html")


def render(project: Project, name: str, **words: object) -> str:
    """A page outside the editions, from its template in ``overrides/valg/``."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(project.root / "overrides" / "valg"),
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template(name).render(csp=POLICY, **words)


def write_assets(project: Project) -> None:
    """The style and fonts of those pages, in ``site/assets/``."""
    assets = project.site / "assets"
    assets.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(project.root / "overrides" / "valg" / "valg.css", assets / "valg.css")
    for font in _FONTS:
        shutil.copyfile(project.root / "overrides" / "tema" / "assets" / "fonts" / font, assets / font)


def _sort_key(navn: str) -> str:
    """Danish order: æ, ø, å (and aa) last."""
    return navn.lower().replace("aa", "å").translate(str.maketrans("æøå", "{|}"))
