"""``site/index.html``: choose a municipality, and compare the editions."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from ..edition.edition import Edition
from ..project import Project
from .dates import dansk_dato
from .exports.words import status_text
from .jinja_templates import templates_in
from .numbers import phone_uri, shown_phone
from .text import danish_order
from .web.hosts import write_host_files
from .web.policy import POLICY

_FROM_THE_THEME = ("fonts/handleplan-sans-400.woff2", "fonts/handleplan-sans-700.woff2", "images/favicon.svg")


def landing_row(edition: Edition) -> dict[str, Any]:
    """What the page says of one edition, as plain data (it is kept as JSON between builds)."""
    kommune = edition.kommune
    local = [ident for ident in edition.forebyggelse if edition.is_local(("forebyggelse", ident))]
    # A step with the base's own introduction is the base's, also when the municipality has added a bullet to it.
    steps = [
        {
            "titel": trin.titel,
            "på_kortet": trin.på_kortet,
            "fælles": not edition.is_local(("trin", ident, "indledning")),
        }
        for ident, trin in edition.trin.items()
    ]
    return {
        "slug": edition.slug,
        "navn": kommune.navn,
        "fuldt_navn": edition.fuldt_navn,
        "status": kommune.status,
        "statustekst": status_text(edition),
        "dato": dansk_dato(kommune.dato),
        "enhed": kommune.enhed,
        "trin": steps,
        "roller": [rolle.titel for rolle in edition.roller.values() if rolle.jeg_er],
        "lokale_kontakter": len(edition.lokale_kontakter),
        "lokal_forebyggelse": len(local),
        "fælles_forebyggelse": len(edition.forebyggelse) - len(local),
    }


def write_landing(rows: list[dict[str, Any]], project: Project) -> None:
    """Write ``site/index.html`` with its style, fonts and icon for the editions that stand (``landing_row``)."""
    html = render(
        project, "index.html.j2",
        udgaver=sorted(rows, key=lambda row: danish_order(row["navn"])), tlf=shown_phone, tlf_uri=phone_uri,
    )  # fmt: skip
    write_assets(project)
    write_host_files(project)
    temporary = project.site / "index.html.ny"
    temporary.write_text(html, encoding="utf-8")
    temporary.replace(project.site / "index.html")


def render(project: Project, name: str, **words: object) -> str:
    """A page outside the editions, from its template in ``overrides/valg/``."""
    return templates_in(project.root / "overrides" / "valg").get_template(name).render(csp=POLICY, **words)


def write_assets(project: Project) -> None:
    """The style, script, fonts and icon of those pages, in ``site/assets/``."""
    assets = project.site / "assets"
    assets.mkdir(parents=True, exist_ok=True)
    for name in ("valg.css", "valg.js"):
        shutil.copyfile(project.root / "overrides" / "valg" / name, assets / name)
    for path in _FROM_THE_THEME:
        shutil.copyfile(project.root / "overrides" / "tema" / "assets" / path, assets / Path(path).name)
