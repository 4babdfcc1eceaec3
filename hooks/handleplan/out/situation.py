"""The questions of "Hvilken situation?" and a bullet's answers to them, for the pages' script.

A condition (``hvis``) goes out as ``"vej=politi alder=under-15|15-17"``: every key must hold, one value is enough.
A key that the reader has not answered says nothing, and what only words can say (``andet``) is never judged.
"""

from __future__ import annotations

from typing import NamedTuple

from ..edition.edition import Edition
from ..edition.text_references import references
from ..model.parts import Hvis, Punkt
from .addresses import in_ascii
from .conditions import LABELS

ALARM = "alarm-112"


class Question(NamedTuple):
    """One choice: ``key`` in the address, what it asks, and ``(value, words)`` for each answer."""

    key: str
    label: str
    answers: tuple[tuple[str, str], ...]


def _answers(field: str) -> tuple[tuple[str, str], ...]:
    return tuple((in_ascii(value), words) for value, words in LABELS[field].items())


# The pupil's age, the age of the one behind it and legal majority are different things: each has its own answer.
_AGES = (("under-15", "Under 15 år"), ("15-17", "15–17 år"), ("18", "Fyldt 18 år"))
_AGES_OF = {"umyndig": "under-15|15-17", "myndig": "18"}
_FIELDS = {
    "krænker": Question("kraenker", "Hvem står bag?", _answers("krænker")),
    "situation": Question("situation", "Hvad er der sket?", _answers("situation")),
    "myndig": Question("alder", "Elevens alder", _AGES),
    "strafbar_alder": Question(
        "bag", "Alder på den, der står bag", (("under-15", "Under 15 år"), ("fyldt-15", "Fyldt 15 år"))
    ),
    "skole": Question("skole", "En eller flere skoler?", _answers("skole")),
    "modtaget": Question("modtaget", "Hvor er materialet?", _answers("modtaget")),
    "vej": Question("vej", "Hvordan håndteres sagen?", _answers("vej")),
}
KEYS = tuple(question.key for question in _FIELDS.values())


def questions(edition: Edition) -> list[Question]:
    """The questions that some condition on the edition's card or step pages can be answered by, in a fixed order.

    The pupil's age is asked too when the card has numbers for different ages.
    """
    used = {
        field
        for kind in ("akut", "trin")
        for _, part in edition.parts(kind)
        if isinstance(part, Hvis)
        for field in _FIELDS
        if getattr(part, field)
    }
    if any(kontakt.alder for kontakt in edition.kontakter_på_kortet.values()):
        used.add("myndig")
    return [question for field, question in _FIELDS.items() if field in used]


def condition_data(hvis: Hvis | None) -> str:
    """``hvis`` as the script reads it; "" when no question can say whether it holds."""
    if hvis is None:
        return ""
    pairs = []
    for field, question in _FIELDS.items():
        value = getattr(hvis, field)
        if value:
            values = [in_ascii(v) for v in (value if isinstance(value, list) else [value])]
            pairs.append(f"{question.key}={_AGES_OF[values[0]] if field == 'myndig' else '|'.join(values)}")
    return " ".join(pairs)


def is_safety_rule(punkt: Punkt) -> bool:
    """Whether a bullet may never be set back: it says what to save or delete, or to call 112."""
    named = {ref.ident for ref in references(punkt.tekst) if ref.kind == "kontakter"}
    return bool(punkt.bevis) or ALARM in named or ALARM in punkt.kontakter
