"""``kontakter.vcf``: every contact of the edition as a card for the phone's address book."""

from __future__ import annotations

from collections.abc import Iterator

from ...edition.edition import Edition
from ...model.opslag import Kontakt
from ..addresses import edition_url
from ..contact_words import hours_text
from ..dates import dansk_dato
from ..numbers import phone_uri
from .vcard import card, line
from .words import ages_text, confirmed_text, plain, source_text, status_text


def contact_cards(edition: Edition) -> bytes:
    """The cards in the edition's order, the municipality's own first as on the page."""
    contacts = {**edition.lokale_kontakter, **edition.nationale_kontakter}
    return "".join(card(_lines(edition, ident, k)) for ident, k in contacts.items()).encode("utf-8")


def _lines(edition: Edition, ident: str, k: Kontakt) -> Iterator[str]:
    yield line("PRODID", "-//Handleplan//kontakter//DA")
    yield line("UID", f"handleplan-{edition.slug}-{ident}")  # a newer copy replaces the old where the phone can
    yield line("REV", edition.kommune.dato.isoformat())
    yield line("FN", k.navn)
    # A phone without FN shows the family name; the provider alone would give several contacts the same name.
    yield line("N", k.navn, "", "", "", "")
    if k.udbyder:
        yield line("ORG", k.udbyder)
    for number in k.telefon:
        yield line("TEL;TYPE=WORK,VOICE", _dialled(number))
    yield from _labelled("sms", "TEL;TYPE=CELL", _dialled(k.sms) if k.sms else None, "Sms")
    if k.mail:
        yield line("EMAIL;TYPE=INTERNET,WORK", k.mail)
    if k.web:
        yield line("URL", k.web, uri=True)
    yield from _labelled("chat", "URL", k.chat, "Chat")
    yield "".join(["CATEGORIES:", line("", edition.fuldt_navn).removeprefix(":")])
    yield line("NOTE", "\n".join(_note(edition, ident, k)))


def _labelled(group: str, name: str, value: str | None, label: str) -> Iterator[str]:
    """A property with a name of its own in the address book (Apple's ``X-ABLabel``; others leave it out)."""
    if value:
        yield line(f"{group}.{name}", value, uri=True)
        yield line(f"{group}.X-ABLabel", label)


def _dialled(number: str) -> str:
    return phone_uri(number).removeprefix("tel:")


def _note(edition: Edition, ident: str, k: Kontakt) -> Iterator[str]:
    confirmed = confirmed_text("kontakter", k)
    yield f"{confirmed[0].upper()}{confirmed[1:]}." + ("" if k.tjekket else " Ingen har kontrolleret oplysningen.")
    if k.note:
        yield k.note
    if k.målgruppe or k.alder:
        yield "For: " + ", ".join([*k.målgruppe, *([ages_text([k.alder])] if k.alder else [])])
    if k.åbent:
        yield f"Åbent: {hours_text(k)}"
    if k.uden_for_åbningstid:
        yield f"Når der er lukket: {k.uden_for_åbningstid}"
    if k.sms:
        yield f"Sms: {_dialled(k.sms)}"
    if k.bemærkning:
        yield f"Redaktionens bemærkning: {plain(edition, k.bemærkning.tekst)}"
    yield f"Kilde: {source_text(edition, 'kontakter', ident)}"
    dato = dansk_dato(edition.kommune.dato)
    yield f"Fra {edition.fuldt_navn}s udgave af håndbogen, version {edition.version}, {dato}."
    yield f"{status_text(edition)}. Se efter, om der er en nyere: {edition_url(edition)}"
