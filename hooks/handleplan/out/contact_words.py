"""When a contact answers and who it is for, in words: on paper and in the files for other programs."""

from __future__ import annotations

from ..model.opslag import Alder, Kontakt
from .text import words_in_sentence

DASH = "–"


def hours_text(kontakt: Kontakt) -> str:
    """Opening hours: "man–ons 8.00–15.30, tor 8.00–17.00"; "" when they are not known."""
    days = ((("alle dage" if day == "alle" else day), hours) for day, hours in kontakt.åbent.items())
    return ", ".join(f"{day} {hours}".replace("-", DASH) for day, hours in days)


def audience_text(kontakt: Kontakt) -> str:
    """Who a contact is for: "0–14 år", "Unge, 14–17 år"; "" when it is for all."""
    ages = [age_text(kontakt.alder)] if kontakt.alder else []
    return words_in_sentence([*kontakt.målgruppe, *ages])


def age_text(alder: Alder) -> str:
    """"0–14 år", "fra 18 år"."""
    if alder.til is None:
        return f"fra {alder.fra} år"
    return f"{alder.fra}{DASH}{alder.til} år"
