"""``kontakter.csv`` and ``vidensbank.csv``: tables that open right in a Danish spreadsheet.

Each row says for itself what edition it is from, because rows are sorted, filtered and copied away from their file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from ...edition.edition import Edition
from ...model.opslag import Litteratur, Ressource
from ..contact_words import hours_text
from ..numbers import NO_BREAK_SPACE, shown_phone
from .words import ages_text, confirmed_text, plain, source_text, status_text

# What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), also in full width.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
Row = Mapping[str, str]


def contact_table(edition: Edition) -> bytes:
    """Every contact, the municipality's own first as on the page."""
    contacts = {**edition.lokale_kontakter, **edition.nationale_kontakter}
    rows = [
        {
            "navn": k.navn,
            "telefon": _phones(k.telefon),
            "sms": _phones([k.sms] if k.sms else []),
            "mail": k.mail or "",
            "web": k.web or "",
            "chat": k.chat or "",
            "målgruppe": ", ".join(k.målgruppe),
            "alder": ages_text([k.alder] if k.alder else []),
            "åbent": hours_text(k),
            "når der er lukket": k.uden_for_åbningstid or "",
            "note": k.note or "",
            "udbyder": k.udbyder or "",
            "adresse i kilderne": ", ".join(k.trykt_adresse),
            "type": k.type or "",
            **_signs(edition, "kontakter", ident),
        }
        for ident, k in contacts.items()
    ]
    return _csv(rows)


def resource_table(edition: Edition) -> bytes:
    """Every material of the vidensbank, then the literature."""
    return _csv([
        *(_resource(edition, ident, r) for ident, r in edition.vidensbank.items()),
        *(_book(edition, ident, b) for ident, b in edition.litteratur.items()),
    ])  # fmt: skip


def _resource(edition: Edition, ident: str, r: Ressource) -> Row:
    kontakt = edition.kontakter[r.kontakt] if r.kontakt else None
    missing = [] if r.url or r.kontakt else ["link mangler i kilden"]
    return {
        "slags": "materiale",
        "titel": r.titel,
        "til": ", ".join(r.til),
        "målgruppe": r.målgruppe or "",
        "alder": ages_text(r.alder),
        "skoletrin": ", ".join(r.skoletrin),
        "form": r.form or "",
        "formål og indhold": plain(edition, r.formål),
        "udbyder": r.udbyder or "",
        "forfatter": "",
        "år": "",
        "web": r.url or (kontakt and kontakt.web) or "",
        "telefon": _phones(kontakt.telefon) if kontakt else "",
        "mail": (kontakt and kontakt.mail) or "",
        "mangler": ", ".join([*missing, *([r.ufuldstændig] if r.ufuldstændig else [])]),
        "type": r.type or "",
        **_signs(edition, "vidensbank", ident),
    }


def _book(edition: Edition, ident: str, b: Litteratur) -> Row:
    empty = dict.fromkeys(("til", "målgruppe", "alder", "skoletrin", "form"), "")
    return {
        "slags": "litteratur", "titel": b.titel, **empty, "formål og indhold": plain(edition, b.note),
        "udbyder": b.udgiver or "", "forfatter": b.forfatter or "", "år": str(b.år or ""), "web": b.url or "",
        "telefon": "", "mail": "", "mangler": "", "type": "", **_signs(edition, "litteratur", ident),
    }  # fmt: skip


def _signs(edition: Edition, kind: str, ident: str) -> Row:
    thing = edition.things(kind)[ident]
    return {
        "redaktionens bemærkning": plain(edition, thing.bemærkning.tekst) if thing.bemærkning else "",
        # The page says it of literature too, which the rule for confirmed facts leaves out.
        "bekræftet": confirmed_text(kind, thing) or "ikke bekræftet",
        "kilde": source_text(edition, kind, ident),
        "udgave": edition.fuldt_navn,
        "status": status_text(edition),
        "udgavens dato": edition.kommune.dato.isoformat(),
        "udgavens version": edition.version,
        "id": ident,
    }


def _phones(numbers: Iterable[str]) -> str:
    return ", ".join(shown_phone(number).replace(NO_BREAK_SPACE, " ") for number in numbers)


def _csv(rows: list[Row]) -> bytes:
    """As Danish Excel opens it with a double click: UTF-8 with a mark, ``;`` between cells, Windows line breaks."""
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]) if rows else [], delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: safe_cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def safe_cell(value: str) -> str:
    """``value`` on one line, and never a formula: a text that could be one gets ``'`` before it."""
    value = value.replace("\r", " ").replace("\n", " ").replace("\t", " ")
    return f"'{value}" if value.lstrip().startswith(FORMULA_STARTS) else value
