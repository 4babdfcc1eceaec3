"""Where the old addresses of an edition lead: a page for a step's old id, an anchor for everything else's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from ..edition.edition import Edition
from ..model.kinds import KINDS
from . import addresses

_CARD = addresses.SIDER["actioncard"]
# The headings below a thing that carry its id in their own (docs/udkast.md.j2, docs/samtaler.md.j2).
_BELOW = {"udkast": ("foer",), "samtaler": ("sig", "undgaa", "spoerg", "aftal", "husk")}


@dataclass(frozen=True)
class MovedAnchor:
    """On ``page`` (as MkDocs names it), what was ``old`` is ``new``; ``kind`` and ``ident`` tell whose it is."""

    page: str
    old: str
    new: str
    kind: str
    ident: str


def moved_pages(edition: Edition) -> dict[str, str]:
    """Old page → page, as MkDocs names them: the steps that have changed their id."""
    return {
        addresses.page_of("trin", old): addresses.page_of("trin", ident)
        for ident, trin in edition.trin.items()
        for old in trin.tidligere
    }


def moved_anchors(edition: Edition) -> list[MovedAnchor]:
    """Every anchor that an id of before made, with the one it is today. The print page has anchors of its own."""
    found = []
    for kind in (kind for kind in KINDS if kind != "ord"):  # a word has no place of its own
        for ident, thing in edition.things(kind).items():
            pairs = _of_thing(kind, ident, thing)
            found += [MovedAnchor(page, old, new, kind, ident) for page, old, new in pairs if old != new]
    page = addresses.page_of("kilder", "")
    for ident, afsnit in edition.kommune.om.items():
        found += [MovedAnchor(page, old, ident, "kommune", ident) for old in afsnit.tidligere]
    return found


def _of_thing(kind: str, ident: str, thing: Any) -> Iterator[tuple[str, str, str]]:
    """``(page, anchor of before, anchor of today)``, those that are the same among them."""
    names = (ident, *getattr(thing, "tidligere", ()))
    sections = getattr(thing, "afsnit", {})
    page = addresses.page_of(kind, ident)
    if kind == "trin":
        yield from ((page, f"trin-{old}", f"trin-{ident}") for old in names)
        yield from ((page, old, key) for key, section in sections.items() for old in section.tidligere)
    elif anchor := addresses.anchor_of(kind, ident):
        yield from ((page, addresses.anchor_of(kind, old), anchor) for old in names)
        for key, old in product(_BELOW.get(kind, ()), names):
            yield page, f"{old}-{key}", f"{ident}-{key}"
        for key, section in sections.items():
            for old, was in product(names, (key, *section.tidligere)):
                yield page, f"{old}-{was}", f"{ident}-{key}"
    if kind in ("trin", "akut"):
        yield from ((_CARD, f"kort-{old}", f"kort-{ident}") for old in names)
