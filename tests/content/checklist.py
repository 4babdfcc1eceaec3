"""Reads a checklist: what a source says, one entry a fact or a piece of advice, and where an edition shows it.

``find``: words to be found near each other (see ``matcher``), within ``inden_for`` words; ``side``: the page, as in its
address (``""`` is the front page); ``kort: ja``: also on the card's PDF, or only there when no ``side`` is given.
``styrke``: the page marks the bullet that holds all the words with this strength; ``ingen``: no bullet that holds them is
marked, for the source gives an imperative or a plain statement there. Card and front page have no marks: for
``side: actioncard`` the step's own page is asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.content.matcher import Text
from tests.content.page_text import Block

HERE = Path(__file__).parent
#: As far apart as a bullet and its neighbour.
NEAR = 30
FIELDS = {"id", "kilde", "find", "inden_for", "side", "kort", "styrke"}
#: A bullet without a mark.
NONE = "ingen"
STRENGTHS = {"skal", "bør", "kan", "overvej", NONE}


@dataclass(frozen=True)
class Entry:
    id: str
    kilde: str
    find: tuple[str, ...]
    inden_for: int
    side: str | None
    kort: bool
    styrke: str | None = None

    def fault_in(self, text: Text) -> str | None:
        """Why the entry is not met by ``text``, or None."""
        phrases = list(self.find)
        missing = text.missing(phrases)
        if missing:
            return f"mangler: {', '.join(missing)}"
        nearest = text.nearest(phrases)
        if nearest is None or nearest > self.inden_for:
            return f"står {nearest} ord fra hinanden, ikke inden for {self.inden_for}: {', '.join(phrases)}"
        return None

    def strength_fault_in(self, blocks: Iterable[Block]) -> str | None:
        """Why no bullet says it with the entry's strength, or None."""
        if self.styrke is None:
            return None
        marked = {block.styrke or NONE for block in blocks if self.fault_in(Text.of_blocks([block])) is None}
        if marked == {NONE} if self.styrke == NONE else self.styrke in marked:
            return None
        found = " og ".join(sorted(marked)) or "intet punkt med alle ordene"
        return f"har ikke styrken {self.styrke} (fundet: {found}): {', '.join(self.find)}"


def load(path: Path) -> list[Entry]:
    """The entries of a checklist. Raises ``ValueError`` for one that says nothing, or says it twice."""
    entries = [_entry(raw, path) for raw in yaml.safe_load(path.read_text(encoding="utf-8"))]
    ids = [entry.id for entry in entries]
    if len(set(ids)) != len(ids):
        raise ValueError(f"{path.name}: an id stands twice: {sorted({i for i in ids if ids.count(i) > 1})}")
    same: dict[tuple, str] = {}
    for entry in entries:
        other = same.setdefault((entry.find, entry.inden_for, entry.side, entry.kort), entry.id)
        if other != entry.id:
            raise ValueError(f"{path.name}: {entry.id} says what {other} says")
    return entries


def _entry(raw: dict, path: Path) -> Entry:
    unknown = set(raw) - FIELDS
    if unknown or not raw.get("find") or not raw.get("kilde") or ("side" not in raw and "kort" not in raw):
        raise ValueError(f"{path.name}: {raw.get('id')}: {sorted(unknown) or 'find, kilde and side or kort are needed'}")
    styrke = raw.get("styrke")
    if styrke is not None and (styrke not in STRENGTHS or not raw.get("side")):
        raise ValueError(f"{path.name}: {raw['id']}: styrke is one of {sorted(STRENGTHS)} and needs a page with badges")
    find = tuple(str(phrase) for phrase in raw["find"])
    return Entry(raw["id"], raw["kilde"], find, raw.get("inden_for", NEAR), raw.get("side"), raw.get("kort") == "ja", styrke)
