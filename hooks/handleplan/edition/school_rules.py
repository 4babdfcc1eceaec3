"""Rules of ``skoler.yml``: a school's numbers stand on the card's own lines, and no school stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from ..read.messages import Message, did_you_mean
from ..read.words import fold
from .edition import Edition


def school_numbers_have_a_line(edition: Edition) -> Iterator[Message]:
    """A number is kept by function, and the functions are the card's lines: so nobody's name ends on a card."""
    lines = edition.kommune.egne_linjer
    for ident, skole in edition.skoler.items():
        for linje in skole.numre:
            if linje not in lines:
                meant = did_you_mean(linje, lines)
                advice = f"mente du '{meant}'?" if meant else f"skriv en af linjerne: {', '.join(lines)}"
                what = f"'{linje}' er ikke en af kortets linjer (egne_linjer i kommune.yml)"
                what += ". Personnavne må ikke stå her"
                yield Message(edition.at(("skoler", ident, "numre", linje)), what, advice)


def schools_stand_once(edition: Edition) -> Iterator[Message]:
    """Two cards for a school of the same name cannot be told apart."""
    first: dict[str, str] = {}
    for ident, skole in edition.skoler.items():
        other = first.setdefault(fold(skole.navn), ident)
        if other != ident:
            line = edition.at(("skoler", other, "navn")).line
            what = f"skolen '{skole.navn}' står to gange (første gang i linje {line})"
            advice = "slet den ene, eller skriv, hvad der skiller dem, i navnet"
            yield Message(edition.at(("skoler", ident, "navn")), what, advice)
