"""The bullets of a sheet: branches, actors and signs beside the text."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from markupsafe import Markup

from ...edition.edition import Edition
from ...model.parts import Punkt
from ...read.places import DataPath
from ..conditions import LEAD, condition_labels
from ..text import TextRenderer, role_names, upper_first, without_place
from .marks import Marks

MOST_ACTORS = 2
SECTION = re.compile(r"§ (?=\d)")
_EMPTY_WORDS = frozenset({"hvis", "eller", "ikke", "have", "bliver", "være", "selv", "noget", "også", "flere"})
_ENDING = re.compile(r"(?:erne|ene|en|et|er|ne)$")


@dataclass(frozen=True)
class Bullet:
    """One bullet as it stands on paper.

    ``gren`` is the condition that it shares with a neighbour and that stands as a heading above them;
    ``før`` what stands in bold before its text: conditions and actors that neither heading nor text says.
    """

    path: DataPath
    tekst: Markup
    ren: str
    gren: str
    før: str
    forslag: bool
    bemærkning: str | None


@dataclass(frozen=True)
class Branch:
    """Bullets that stand together in a column, under the condition ``navn`` ("" when they share none)."""

    navn: str
    punkter: list[Bullet]


@dataclass(frozen=True)
class BulletMaker:
    """Makes the bullets of one edition's blocks and steps.

    ``leads``: a text with a condition may say it itself, up to its first colon, as card texts do. Running texts
    have colons of other kinds: theirs do not count.
    """

    edition: Edition
    text: TextRenderer
    marks: Marks
    leads: bool = True

    def bullets(self, punkter: dict[str, Punkt], path: DataPath, forslag: bool, hvem: list[str]) -> list[Bullet]:
        """The bullets on the card.

        ``forslag``: the heading carries the sign for all of them. ``hvem``: the actors in the heading.
        """
        shown = [(ident, punkt) for ident, punkt in punkter.items() if punkt.på_kortet]
        bullets = []
        for label, group in itertools.groupby(shown, key=lambda item: _first_label(item[1])):
            members = list(group)
            gren = label if len(members) > 1 else ""
            bullets += [self._bullet(punkt, (*path, ident), forslag, hvem, gren) for ident, punkt in members]
        return bullets

    def _bullet(self, punkt: Punkt, path: DataPath, forslag: bool, hvem: list[str], gren: str) -> Bullet:
        before, tekst = _lead(punkt, gren) if self.leads else (self._unsaid(punkt, gren), punkt.tekst)
        return Bullet(
            path=path,
            tekst=Markup(SECTION.sub("§\u00a0", self.text.inline(tekst))),
            ren=self.text.plain(tekst),
            gren=gren,
            før=" – ".join(filter(None, [before, self._actors(punkt, hvem)])),
            forslag=not forslag and self.marks.forslag(path),
            bemærkning=self.marks.bemærkning(punkt.bemærkning),
        )

    def _unsaid(self, punkt: Punkt, gren: str) -> str:
        """The labels of the conditions that neither heading nor text says."""
        text = self.text.plain(punkt.tekst).lower()
        return ", ".join(label for label in _labels(punkt) if label != gren and label.lower() not in text)

    def _actors(self, punkt: Punkt, heading: list[str]) -> str:
        """Who acts, when neither the heading nor the text says it."""
        if not punkt.hvem or len(punkt.hvem) > MOST_ACTORS or set(punkt.hvem) == set(heading):
            return ""
        text = self.text.plain(punkt.tekst).lower()
        stems = (_stem(self.edition.roller[ident].titel) for ident in punkt.hvem)
        return "" if any(stem in text for stem in stems) else role_names(self.edition, punkt.hvem)


def branches(bullets: list[Bullet]) -> list[Branch]:
    """Bullets that follow each other under the same heading, or under none, as one list each."""
    return [Branch(gren, list(group)) for gren, group in itertools.groupby(bullets, key=lambda bullet: bullet.gren)]


def _labels(punkt: Punkt) -> list[str]:
    """The labels of the conditions; one in the editors' own words only when the text does not say it already."""
    hvis = punkt.hvis
    if hvis and hvis.andet and _says(punkt.tekst, hvis.andet):
        hvis = hvis.model_copy(update={"andet": None})
    return condition_labels(hvis)


def _says(text: str, condition: str) -> bool:
    """Whether a text begins with a condition of its own ("Ukendt: …"), or shares a word with ``condition``."""
    words = (word[:5] for word in re.findall(r"\w{4,}", condition.lower()) if word not in _EMPTY_WORDS)
    return bool(LEAD.match(text)) or any(word in text.lower() for word in words)


def _first_label(punkt: Punkt) -> str:
    return next(iter(_labels(punkt)), "")


def _lead(punkt: Punkt, gren: str) -> tuple[str, str]:
    """What a bullet says first in bold (its condition), and the rest of its text.

    A text that begins with its own condition keeps it ("Under 18 år: …", "Sendt til dig? …"); others get the
    labels of their conditions. What the branch's heading says is not said again.
    """
    labels = [label for label in _labels(punkt) if label != gren]
    match = LEAD.match(punkt.tekst) if punkt.hvis else None
    if match is None:
        return ", ".join(labels), punkt.tekst
    lead, rest = match[1].strip(), punkt.tekst[match.end() :].lstrip()
    if lead.endswith("?"):
        return "", f"**{lead}** {rest}"
    lead = lead.removesuffix(":")
    return (", ".join(labels) if lead.lower() == gren.lower() else lead), upper_first(rest)


def _stem(titel: str) -> str:
    """What a text that names the role surely holds: "Skolens ledelse" → "ledelse", "Forældrene" → "forældr"."""
    return _ENDING.sub("", without_place(titel).lower().split()[-1])
