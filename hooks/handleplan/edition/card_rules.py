"""The rules for what a reader meets in the acute case: the steps, the card, 112 and 114."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.parts import Punkt
from ..read.messages import Message
from ..read.places import DataPath, Place
from .edition import Edition

EMERGENCY = {"alarm-112": "112", "politi": "114"}


def emergency_numbers_are_there(edition: Edition) -> Iterator[Message]:
    """112 and police 114 stand first on the front page and the card (CONTRIBUTING.md, "Den akutte orden")."""
    for ident, number in EMERGENCY.items():
        kontakt = edition.kontakter.get(ident)
        if kontakt is None:
            place = edition.places.get(("skjul", "kontakter", ident)) or edition.at(("kommune", "navn"))
            what = f"kontakten '{ident}' mangler, og {number} skal stå på forsiden og kortet"
            yield Message(place, what, f"slet '{ident}' under skjul:")
        elif number not in kontakt.telefon[:1]:
            what = f"kontakten '{ident}' skal have {number} som sit første nummer"
            yield Message(edition.at(("kontakter", ident, "telefon")), what, f'skriv telefon: ["{number}"]')


def steps_have_content(edition: Edition) -> Iterator[Message]:
    """A step has card bullets when it is on the card, and something to read in the handbook."""
    for ident, trin in edition.trin.items():
        place = _where_it_was_emptied(edition, ("trin", ident))
        if not trin.afsnit and not trin.kort:
            yield Message(place, f"trinnet '{ident}' er tomt", "skriv mindst ét afsnit eller ét punkt")
        elif trin.på_kortet and not any(p.på_kortet for p in trin.kort.values()):
            advice = "skriv punkter under kort:, eller sæt på_kortet: nej på trinnet"
            yield Message(place, f"trinnet '{ident}' er på kortet, men har ingen punkter til kortet", advice)
    if not edition.trin:
        place = _where_it_was_emptied(edition, ("trin",))
        yield Message(place, "udgaven har ingen trin", f"slet noget under skjul: i {place.file}")


def remarks_on_the_card_are_short(edition: Edition) -> Iterator[Message]:
    """A remark on advice that is on the card has a short form (CONTRIBUTING.md, "Bemærkninger")."""
    for path, thing in _on_the_card(edition):
        remark = thing.bemærkning
        if remark is not None and not remark.kort:
            what = f"{_name(path, thing)} er på kortet, men bemærkningen har ingen kort form"
            advice = "skriv kort: under bemærkning, højst en linje, eller sæt på_kortet: nej"
            yield Message(edition.at((*path, "bemærkning")), what, advice)


def _on_the_card(edition: Edition) -> Iterator[tuple[DataPath, object]]:
    for ident, trin in edition.trin_på_kortet.items():
        yield ("trin", ident), trin
        yield from _bullets(("trin", ident, "kort"), trin.kort)
    for ident, blok in edition.akut.items():
        if blok.på_kortet:
            yield ("akut", ident), blok
            yield from _bullets(("akut", ident, "punkter"), blok.punkter)
    for ident, kontakt in edition.kontakter_på_kortet.items():
        yield ("kontakter", ident), kontakt


def _bullets(path: DataPath, punkter: dict[str, Punkt]) -> Iterator[tuple[DataPath, Punkt]]:
    yield from (((*path, ident), punkt) for ident, punkt in punkter.items() if punkt.på_kortet)


def _name(path: DataPath, thing: object) -> str:
    nouns = {"trin": "trinnet", "akut": "blokken", "kontakter": "kontakten"}
    return f"{'punktet' if isinstance(thing, Punkt) else nouns[str(path[0])]} '{path[-1]}'"


def _where_it_was_emptied(edition: Edition, path: DataPath) -> Place:
    """Where the municipality hid something of ``path``, else where ``path`` itself was written."""
    hidden = [place for _, place in edition.places.below(("skjul", *path))]
    return max(hidden) if hidden else edition.at(path)
