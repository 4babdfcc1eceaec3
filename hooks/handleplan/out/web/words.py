"""What the theme's templates are told of an edition (``config.extra.udgave``), and its colours."""

from __future__ import annotations

from typing import Any

from ...edition.card_rules import EMERGENCY
from ...edition.edition import Edition
from ..dates import dansk_dato
from ..exports.words import status_text
from ..numbers import phone_uri, shown_phone
from ..text import lower_first

COLOURS_FILE = "assets/css/farver.css"


def theme_words(edition: Edition, papirer: list[str], preview: bool = False) -> dict[str, Any]:
    """The words of every page's frame. ``papirer``: the PDFs that are made. ``preview``: no service worker, which
    would show yesterday's text."""
    kommune = edition.kommune
    return {
        "kommune": edition.fuldt_navn,
        "titel": kommune.titel,
        "status": status_text(edition),
        "officiel": edition.er_officiel,
        "dato": dansk_dato(kommune.dato),
        "iso_dato": kommune.dato.isoformat(),
        "version": edition.version,
        "ejer": kommune.ejer.funktion,
        "mail": kommune.ejer.mail,
        "alarm": [_number(edition, ident) for ident in EMERGENCY],
        "papirer": papirer,
        "primær": kommune.farver.primær,
        "uden_net": not preview,
    }


def _number(edition: Edition, ident: str) -> dict[str, str]:
    """A contact's first number for the theme's own pages (the 404 page has no data of its own)."""
    kontakt = edition.kontakter[ident]
    nummer = kontakt.telefon[0]
    return {"navn": lower_first(kontakt.navn), "vist": shown_phone(nummer), "uri": phone_uri(nummer)}


def colours_css(edition: Edition) -> str:
    """The edition's colours as CSS variables (a file of its own: the site's policy allows no inline style)."""
    farver = edition.kommune.farver
    return f":root{{--hp-primær:{farver.primær};--hp-accent:{farver.accent}}}\n"
