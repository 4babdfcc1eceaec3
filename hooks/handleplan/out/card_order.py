"""Where the acute frame's later blocks stand around the municipality's own steps on the card."""

from __future__ import annotations

from ..edition.edition import Edition

FRAME_KINDS = ("fare", "altid", "aldrig", "ring")


def around_the_steps(edition: Edition) -> tuple[list[str], list[str]]:
    """The ids of the blocks ``derefter`` that stand before and after the steps on the card.

    Blocks that are off the card say what the steps say, so the steps stand where the first of them would.
    A block after the steps is left out when its own step (``trin:``) has a number on this card: the plan
    closes the case itself then, and one thing is not said twice. Blocks before the steps always stand:
    they are for the first minutes ("Skriv ned").
    """
    rest = [ident for ident, blok in edition.akut.items() if blok.slags not in FRAME_KINDS]
    off = next((index for index, ident in enumerate(rest) if not edition.akut[ident].på_kortet), 0)
    after = [ident for ident in rest[off:] if edition.akut[ident].på_kortet and not _has_its_step(edition, ident)]
    return rest[:off], after


def _has_its_step(edition: Edition, ident: str) -> bool:
    trin = edition.akut[ident].trin
    return trin is not None and edition.kort_nummer(trin) is not None
