"""Search words that lead the reader astray: they take another's title, or stand on too many pages to lead anywhere.

Which section comes first is reckoned as the search does it (weights and boosts: ``search_index.py``), from titles and
search words alone. The reader sees one section of each page, and looks at the first three.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from ..edition.edition import Edition
from ..model.kinds import KINDS
from ..read.messages import Message
from ..read.places import DataPath
from ..read.words import shorten
from .search_index import FIELDS, location_of_afsnit, locations_of_thing, section_boost
from .search_words import content_words, fold, stem, words_of

SEEN = 3  # result cards that a reader looks at
TOO_MANY = 8  # pages with the same search word
ONLY_STEM = 0.7  # what "krænkede" is worth when "krænker" was asked for
K1, SHORTER_IS_BETTER = 1.2, 0.3  # lunr's own saturation, and the share of length that lunr.da.min.js sets
WHOLE_PAGE = 0.75  # a page against its sections, after lunr.da.min.js (0.3) and Material (2.5)
FUNCTION_WORD = 0.3  # what "for" and "alle" are worth in "Underretningspligt for alle"


@dataclass(frozen=True)
class Section:
    """What the search knows of a section before it reads the text: where, title, search words."""

    path: DataPath
    location: str
    title: str
    words: tuple[str, ...] = field(repr=False)
    boost: float

    @cached_property
    def page(self) -> str:
        return self.location.partition("#")[0]

    @cached_property
    def asked(self) -> frozenset[str]:
        """What a reader asks who types the title."""
        return frozenset(content_words(self.title))

    @cached_property
    def beside(self) -> frozenset[str]:
        """The title's function words: they need no answer, but tell alike titles apart."""
        return frozenset(words_of(self.title)) - self.asked

    @cached_property
    def title_stems(self) -> frozenset[str]:
        return frozenset(map(stem, self.asked))

    @cached_property
    def counted(self) -> Counter[str]:
        """How often each word stands among the search words."""
        return Counter(word for text in self.words for word in words_of(text))

    @cached_property
    def counted_stems(self) -> Counter[str]:
        return Counter(map(stem, self.counted.elements()))

    @cached_property
    def length(self) -> dict[str, int]:
        """How many words stand in the fields ``title`` and ``ord``."""
        return {"title": len(words_of(self.title)), "ord": self.counted.total()}

    @cached_property
    def said(self) -> tuple[str, ...]:
        """The search words as they are compared."""
        return tuple(" ".join(fold(word).split()) for word in self.words)


@dataclass(frozen=True)
class Ranking:
    """Scores sections as lunr does (BM25), for a reader who types a section's title."""

    average: dict[str, float]  # length of a field

    def score(self, one: Section, taken: Section, with_words: bool = True) -> float:
        """How high ``one`` comes when the title of ``taken`` is typed; 0 unless it has all of its words."""
        found = []
        for word in taken.asked:
            if not (score := self._word(one, word, with_words)):
                return 0.0
            found.append(score)
        beside = [FUNCTION_WORD * self._word(one, word, with_words) for word in taken.beside]
        return one.boost * sum([*found, *beside])

    def _word(self, one: Section, word: str, with_words: bool) -> float:
        in_title = 1.0 if word in one.asked or word in one.beside else 0.0
        score = self._field(one, "title", in_title, 1.0 if stem(word) in one.title_stems else 0.0)
        if not with_words:
            return score
        return score + self._field(one, "ord", one.counted[word], one.counted_stems[stem(word)])

    def _field(self, one: Section, name: str, exact: float, same_stem: float) -> float:
        if not exact and not same_stem:
            return 0.0
        longer = one.length[name] / (self.average[name] or 1)
        flat = K1 * (1 - SHORTER_IS_BETTER + SHORTER_IS_BETTER * longer)
        found = ((exact, 1.0), (same_stem, ONLY_STEM))
        return FIELDS[name]["boost"] * max((K1 + 1) * times * worth / (flat + times) for times, worth in found)


def search_messages(edition: Edition) -> list[Message]:
    """What an editor should know of the edition's search words: warnings and advice. Nothing is wrong with the data."""
    sections = list(_sections(edition))
    lengths = {name: [length for one in sections if (length := one.length[name])] for name in ("title", "ord")}
    # Of those that have any: lunr counts the empty ones too, but then the first words in a small folder look like too
    # many.
    ranking = Ranking({name: sum(found) / (len(found) or 1) for name, found in lengths.items()})
    return [*_taken_titles(edition, sections, ranking), *_words_everywhere(edition, sections)]


def _sections(edition: Edition) -> Iterator[Section]:
    for kind in KINDS:
        for ident, thing in edition.things(kind).items():
            title = str(getattr(thing, "titel", None) or getattr(thing, "navn", None) or getattr(thing, "ord", ""))
            for location in locations_of_thing(edition, kind, ident):
                own = title if "#" in location and not location.startswith("vidensbank/") else ""
                yield _section(edition, (kind, ident), location, own, thing)
            for key, afsnit in getattr(thing, "afsnit", {}).items():
                location = location_of_afsnit(kind, ident, key)
                yield _section(edition, (kind, ident, "afsnit", key), location, afsnit.titel, afsnit)


def _section(edition: Edition, path: DataPath, location: str, title: str, thing: object) -> Section:
    boost = section_boost(edition, location) * (1.0 if "#" in location else WHOLE_PAGE)
    return _shared(path, location, title, tuple(getattr(thing, "søgeord", ())), boost)


@lru_cache(maxsize=1 << 12)
def _shared(*what: Any) -> Section:
    """The section, with what has been counted in it: most are the same in the next edition."""
    return Section(*what)


def _taken_titles(edition: Edition, sections: list[Section], ranking: Ranking) -> Iterator[Message]:
    """A reader who types a section's title sees a section with that title."""
    having: dict[str, list[Section]] = {}
    for section in sections:
        for ending in {*section.title_stems, *section.counted_stems}:
            having.setdefault(ending, []).append(section)
    for taken in filter(lambda section: section.asked, sections):
        some = min((having[ending] for ending in taken.title_stems), key=len)
        scores = {id(one): ranking.score(one, taken) for one in some}
        rivals = [one for one in some if scores[id(one)] > scores[id(taken)] and one.path[:2] != taken.path[:2]]
        if any((one.asked, one.beside) == (taken.asked, taken.beside) and _is_seen(one, some, scores) for one in some):
            continue
        for rival in rivals:
            # A title with the same words competes in its own right, and not by its search words.
            if rival.title_stems >= taken.title_stems:
                continue
            if ranking.score(rival, taken, with_words=False) <= scores[id(taken)]:
                yield from _about(edition, rival, taken)


def _is_seen(section: Section, some: list[Section], scores: dict[int, float]) -> bool:
    """Whether the reader meets the section (or another part of the same thing): best of its page, one of the first."""
    pages = {one.page for one in some if scores[id(one)] > scores[id(section)] and one.path[:2] != section.path[:2]}
    return section.page not in pages and len(pages) < SEEN


def _about(edition: Edition, rival: Section, taken: Section) -> Iterator[Message]:
    for index, word in enumerate(rival.words):
        if taken.title_stems & set(map(stem, content_words(word))):
            shown = f"'{shorten(taken.title, 60)}'"
            what = f"søgeordet '{shorten(word)}' tager søgningen efter {shown} væk fra afsnittet med den titel"
            advice = f"slet eller omskriv ordet her, eller skriv det også som søgeord ved {shown}"
            yield Message(edition.at((*rival.path, "søgeord", index)), what, advice, "advarsel")
            return


def _words_everywhere(edition: Edition, sections: list[Section]) -> Iterator[Message]:
    """A search word on many pages shows the reader three of them, and nobody has decided which."""
    where: dict[str, dict[str, tuple[Section, int]]] = {}
    for section in sections:
        for index, word in enumerate(section.said):
            where.setdefault(word, {}).setdefault(section.page, (section, index))
    for found in where.values():
        if len(found) >= TOO_MANY:
            for section, index in found.values():
                word = shorten(section.words[index])
                what = f"søgeordet '{word}' står på {len(found)} sider, og læseren ser de {SEEN} første"
                advice = "behold det, hvor svaret er bedst, og slet det på de andre sider"
                yield Message(edition.at((*section.path, "søgeord", index)), what, advice, "råd")
