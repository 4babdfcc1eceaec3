"""The rules an edition must keep beyond types and references. One function a rule.

Each takes an edition and yields messages; ``RULES`` lists them all. A rule's source stands in its docstring.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from ..model.kinds import KINDS
from ..model.kommune import Kommune
from ..model.opslag import days_of, minutes_of
from ..read.messages import Message, did_you_mean
from ..read.words import fold_id
from .card_rules import emergency_numbers_are_there, remarks_on_the_card_are_short, steps_have_content
from .colours import MIN_CONTRAST, contrast_with_white
from .edition import Edition
from .evidence import evidence_is_not_contradicted
from .former_ids import former_ids_are_free
from .school_rules import school_numbers_have_a_line, schools_stand_once

Rule = Callable[[Edition], Iterator[Message]]


def check_rules(edition: Edition, names: list[str]) -> list[Message]:
    """Every message of every rule. ``names``: the 98 municipalities."""
    found = list(name_is_one_of_the_98(edition, names))
    for rule in RULES:
        found += rule(edition)
    return found


def name_is_one_of_the_98(edition: Edition, names: list[str]) -> Iterator[Message]:
    """``navn`` is a Danish municipality, and the folder is called what its name gives (CONTRIBUTING.md, "Status")."""
    navn, place = edition.kommune.navn, edition.at(("kommune", "navn"))
    if navn not in names:
        meant = did_you_mean(navn.lower().removesuffix("kommune").strip(), names)
        advice = f"skriv navn: {meant}" if meant else "navnene står i data/kommuner.csv"
        yield Message(place, f"'{navn}' er ikke en af de 98 kommuner", advice)
    elif slug_of(navn) != edition.slug:
        advice = f"kald mappen '{slug_of(navn)}'"
        if slug_of(edition.slug) != slug_of(navn):  # more than capital letters or æ, ø and å
            advice += ", eller ret navnet"
        yield Message(place, f"mappen hedder '{edition.slug}', men navnet er '{navn}'", advice)


def slug_of(navn: str) -> str:
    """The folder of a municipality: lower case, æ→ae, ø→oe, å→aa ("Høje-Taastrup" → "hoeje-taastrup")."""
    return fold_id(navn) or navn


def contact_can_be_reached(edition: Edition) -> Iterator[Message]:
    """A contact needs one way to reach it (CONTRIBUTING.md, "Kontakter")."""
    for ident, kontakt in edition.kontakter.items():
        if not any((kontakt.telefon, kontakt.sms, kontakt.mail, kontakt.web, kontakt.chat)):
            advice = "skriv mindst ét af felterne telefon, sms, mail, web eller chat"
            yield Message(edition.at(("kontakter", ident)), f"kontakten '{ident}' kan ikke kontaktes", advice)


def opening_hours_do_not_overlap(edition: Edition) -> Iterator[Message]:
    """A day has one answer to when it is open (CONTRIBUTING.md, "Kontakter"): else page and phone say two things."""
    for ident, kontakt in edition.kontakter.items():
        told: list[tuple[str, set[int], int, int]] = []
        for dage, tid in kontakt.åbent.items():
            days, (opens, closes) = days_of(dage), minutes_of(tid)
            other = next((o for o, d, first, last in told if days & d and opens < last and first < closes), None)
            if other is not None:
                what = f"åbningstiderne ved '{other}' og '{dage}' overlapper samme dag"
                advice = "skriv hver dag ét sted, for eksempel man-tor og fre hver for sig"
                yield Message(edition.at(("kontakter", ident, "åbent", dage)), what, advice)
            told.append((dage, days, opens, closes))


def dates_are_not_in_the_future(edition: Edition) -> Iterator[Message]:
    """``tjekket`` is a day that has been, wherever it stands (CONTRIBUTING.md, "Bekræftet")."""
    latest = _today(edition)
    for kind in (*KINDS, "skoler"):
        for path, part in edition.parts(kind):
            day = vars(part).get("tjekket")
            if day and day > latest:
                what = f"tjekket er {day.isoformat()}, men den dag er ikke kommet endnu"
                advice = "skriv den dag, oplysningen faktisk blev bekræftet"
                yield Message(edition.at((*path, "tjekket")), what, advice)


def _today(edition: Edition) -> datetime.date:
    """Today, or the edition's own date on a computer whose clock is behind it."""
    return max(datetime.date.today(), edition.kommune.dato)


def approval_is_whole(edition: Edition) -> Iterator[Message]:
    """``godkendt`` says who approved and when; an approval is not from the future."""
    kommune: Kommune = edition.kommune
    if kommune.godkendt_dato and kommune.godkendt_dato > _today(edition):
        what = f"godkendt_dato er {kommune.godkendt_dato.isoformat()}, men den dag er ikke kommet endnu"
        advice = "skriv den dag, udgaven blev godkendt"
        yield Message(edition.at(("kommune", "godkendt_dato")), what, advice)
    if kommune.status != "godkendt":
        return
    for felt in ("godkendt_af", "godkendt_dato"):
        if getattr(kommune, felt) is None:
            advice = f"skriv {felt}:, eller sæt status til udkast"
            yield Message(edition.at(("kommune", "status")), f"status er godkendt, men '{felt}' mangler", advice)


def review_date_has_not_passed(edition: Edition) -> Iterator[Message]:
    """``næste_eftersyn`` in the past is a warning: the edition may be out of date."""
    due = edition.kommune.næste_eftersyn
    if due and due < datetime.date.today():
        what = f"udgaven skulle ses efter den {due.isoformat()}"
        advice = "gå udgaven igennem, og skriv en ny dato"
        yield Message(edition.at(("kommune", "næste_eftersyn")), what, advice, "advarsel")


def colours_can_be_read(edition: Edition) -> Iterator[Message]:
    """Colours carry white text or stand on white: contrast at least 4.5 (WCAG 2.1, 1.4.3)."""
    for felt in ("primær", "accent"):
        colour = getattr(edition.kommune.farver, felt)
        ratio = contrast_with_white(colour)
        if ratio < MIN_CONTRAST:
            shown = f"{ratio:.1f}".replace(".", ",")
            what = f"farven {colour} kan ikke læses mod hvidt (kontrasten er {shown}, og kravet er 4,5)"
            yield Message(edition.at(("kommune", "farver", felt)), what, "vælg en mørkere farve")


RULES: tuple[Rule, ...] = (
    contact_can_be_reached,
    opening_hours_do_not_overlap,
    dates_are_not_in_the_future,
    approval_is_whole,
    review_date_has_not_passed,
    colours_can_be_read,
    emergency_numbers_are_there,
    remarks_on_the_card_are_short,
    steps_have_content,
    evidence_is_not_contradicted,
    school_numbers_have_a_line,
    schools_stand_once,
    former_ids_are_free,
)
