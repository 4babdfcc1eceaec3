"""What contacts and resources can be filtered by: a few groups that the data's own words fall into.

A word the tables do not know falls into every group, so that a filter never hides what it cannot judge.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..edition.edition import Edition
from ..model.opslag import Alder, Kontakt, Ressource
from .text import danish_order

AUDIENCES = {"boern-og-unge": "Børn og unge", "foraeldre": "Forældre", "fagfolk": "Skoler og andre fagfolk"}
_AUDIENCES_OF = {
    "børn": ("boern-og-unge",), "unge": ("boern-og-unge",),
    "børn og unge": ("boern-og-unge",), "elever": ("boern-og-unge",),
    "forældre": ("foraeldre",), "voksne": ("foraeldre", "fagfolk"),
    "skoler": ("fagfolk",), "klubber": ("fagfolk",), "fritidsklubber": ("fagfolk",), "dagtilbud": ("fagfolk",),
    "uddannelsessteder": ("fagfolk",), "fagfolk": ("fagfolk",),
}  # fmt: skip

# Both ends included. The ages of the acute case (as the choices on the card), and of school for materials.
CASE_AGES = {"under-15": ("Under 15 år", 0, 14), "15-17": ("15–17 år", 15, 17), "18": ("18 år og opefter", 18, 120)}
SCHOOL_AGES = {
    "6-9": ("6–9 år (indskoling)", 6, 9),
    "10-12": ("10–12 år (mellemtrin)", 10, 12),
    "13-15": ("13–15 år (udskoling)", 13, 15),
    "16": ("16 år og opefter", 16, 120),
}
_SCHOOL_AGE_OF = {"indskoling": "6-9", "mellemtrin": "10-12", "udskoling": "13-15"}


def audiences(kontakt: Kontakt) -> list[str]:
    """The groups of ``AUDIENCES`` a contact is for; all of them when it says "alle", nothing, or an unknown word."""
    words = [word.casefold() for word in kontakt.målgruppe]
    if not words or any(word not in _AUDIENCES_OF for word in words):
        return list(AUDIENCES)
    found = {group for word in words for group in _AUDIENCES_OF[word]}
    return [group for group in AUDIENCES if group in found]


def case_ages(kontakt: Kontakt) -> list[str]:
    """The bands of ``CASE_AGES`` a contact is for; all when it names no age."""
    return _bands(CASE_AGES, [kontakt.alder] if kontakt.alder else [])


def school_ages(ressource: Ressource) -> list[str]:
    """The bands of ``SCHOOL_AGES`` a resource is for; all when it names neither age nor school stage we know."""
    stages = {_SCHOOL_AGE_OF[stage] for stage in ressource.skoletrin if stage in _SCHOOL_AGE_OF}
    by_age = set(_bands(SCHOOL_AGES, ressource.alder)) if ressource.alder or not stages else set()
    return [band for band in SCHOOL_AGES if band in stages | by_age]


def first_sentence(text: str | None) -> str:
    """A resource's form as a choice: "Besøg. Der er tre forløb" → "Besøg"."""
    return (text or "").partition(". ")[0].rstrip(".")


def forms(edition: Edition) -> list[str]:
    """The forms that the edition's resources have, in Danish order."""
    return _danish({first_sentence(ressource.form) for ressource in edition.vidensbank.values()})


def providers(edition: Edition) -> list[str]:
    """The providers of the edition's resources, in Danish order."""
    return _danish({ressource.udbyder or "" for ressource in edition.vidensbank.values()})


def _danish(words: set[str]) -> list[str]:
    return sorted(words - {""}, key=danish_order)


def _bands(bands: dict[str, tuple[str, int, int]], ages: Iterable[Alder]) -> list[str]:
    ages = list(ages)
    return [
        band
        for band, (_, first, last) in bands.items()
        if not ages or any(age.fra <= last and (age.til is None or age.til >= first) for age in ages)
    ]
