"""What must be in order before an edition may be called the municipality's own plan: ``handleplan tjek --udgiv``.

Source: CONTRIBUTING.md, "Status" and "Bekræftet". These are no errors in the
data: an example or a draft may well be built and read.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from ..model.kinds import KINDS
from ..model.parts import Afsnit, Bemærkning, Punkt, Ting
from ..read.messages import Message
from ..read.places import DataPath, Place
from .edition import Edition

PublishRule = Callable[[Edition], Iterator[Message]]


def publish_messages(edition: Edition) -> list[Message]:
    """Every reason why the edition may not be published as the municipality's plan."""
    return [message for rule in PUBLISH_RULES for message in rule(edition)]


def status_is_approved(edition: Edition) -> Iterator[Message]:
    """Only an edition that somebody has approved is the municipality's plan."""
    status = edition.kommune.status
    if status != "godkendt":
        advice = "når kommunen har godkendt udgaven: skriv status: godkendt, godkendt_af: og godkendt_dato:"
        yield Message(edition.at(("kommune", "status")), f"udgaven er et {status} og ikke godkendt", advice)


def numbers_on_the_card_are_confirmed(edition: Edition) -> Iterator[Message]:
    """A number on the staffroom wall has been called, and the day is noted."""
    for ident, kontakt in edition.kontakter_på_kortet.items():
        if kontakt.tjekket is None:
            advice = "ring op, og skriv tjekket: og datoen under kontakten"
            what = f"kontakten '{ident}' er på kortet, men ingen har bekræftet den"
            yield Message(edition.at(("kontakter", ident)), what, advice)
    for ident, skole in edition.skoler.items():
        if skole.tjekket is None:
            advice = "ring op, og skriv tjekket: og datoen under skolen"
            what = f"ingen har bekræftet numrene på kortet til {skole.navn}"
            yield Message(edition.at(("skoler", ident)), what, advice)


def everything_is_filled_in(edition: Edition) -> Iterator[Message]:
    """Nothing is left that ``handleplan ny`` asked for."""
    if edition.mangler:
        count = len(edition.mangler)
        what = f"{count} {'sted' if count == 1 else 'steder'} er ikke udfyldt"
        yield Message(edition.at(("kommune", "navn")), what, "advarslerne om, hvad der mangler, viser hvor")


def review_is_planned(edition: Edition) -> Iterator[Message]:
    """A plan says when it will be looked through again, and that day is ahead."""
    due = edition.kommune.næste_eftersyn
    if due is None:
        what = "der står ikke, hvornår udgaven skal ses efter"
        yield Message(edition.at(("kommune", "dato")), what, "skriv næste_eftersyn: og en dato")
    elif due < datetime.date.today():
        what, advice = f"udgaven skulle ses efter den {due}", "gå udgaven igennem, og skriv en ny dato"
        yield Message(edition.at(("kommune", "næste_eftersyn")), what, advice)


def address_is_real(edition: Edition) -> Iterator[Message]:
    """The QR code on the card leads somewhere."""
    address = edition.kommune.adresse
    if address is None or ".example" in address or "eksempel.dk" in address:
        advice = "skriv den adresse, håndbogen får, under adresse: i kommune.yml"
        yield Message(edition.at(("kommune", "adresse")), "adressen i QR-koden er ikke en rigtig adresse", advice)


def owner_can_be_reached(edition: Edition) -> Iterator[Message]:
    """"Meld en fejl" reaches somebody."""
    if edition.kommune.ejer.mail is None:
        what = "ingen postkasse tager imod 'Meld en fejl'"
        yield Message(edition.at(("kommune", "ejer")), what, "skriv mail: under ejer:")


PUBLISH_RULES: tuple[PublishRule, ...] = (
    status_is_approved,
    numbers_on_the_card_are_confirmed,
    everything_is_filled_in,
    review_is_planned,
    address_is_real,
    owner_can_be_reached,
)


def for_the_lawyer(edition: Edition) -> Iterator[tuple[Place, str]]:
    """Every remark and every suggestion of the editors', with its place: what a lawyer must see before approval."""
    for kind in KINDS:
        for path, part in edition.parts(kind):
            place = edition.place(path)
            if place is None:
                continue
            if isinstance(part, Bemærkning):
                yield place, f"bemærkning: {part.kort or part.tekst}"
            elif isinstance(part, (Punkt, Afsnit, Ting)) and _is_topmost_suggestion(edition, path):
                shown = getattr(part, "titel", None) or getattr(part, "tekst", None) or path[-1]
                yield place, f"redaktionens forslag: {shown}"


def _is_topmost_suggestion(edition: Edition, path: DataPath) -> bool:
    """A suggestion is listed once, at the highest level that is one as a whole."""
    if not edition.is_forslag(path):
        return False
    above = path[:-2] if len(path) > 2 else ()
    return not above or not edition.is_forslag(above)
