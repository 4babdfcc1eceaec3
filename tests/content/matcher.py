"""Finds words near each other in a text, whole words only.

A *phrase* is words in a row; the last of each word may be a star (``forældre*``: also "forældrene"; ``*notat``:
also "kortnotat"). Capitals make no difference, accents and æ/ae do. Marks between words do not count, so
"8.00–15.30" and "8.00-15.30" are the same, and "5 %" is not found in "75 %". A phrase that is an address
(it has a ``/``, an ``@`` or a dot between letters, and no space) is sought in the links and the written text.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote

from tests.content.page_text import Block

WORD = re.compile(r"[^\W_]+|[§%]")
STARRED = re.compile(r"\*?(?:[^\W_]+|[§%])\*?")
ADDRESS = re.compile(r"\S+[/@]\S+|\w+(?:-\w+)*(?:\.\w+)+\.[a-zæøå]{2,4}$|[\w-]+\.(?:dk|com|pdf)$")
OUTSIDE = ("http:", "https:", "mailto:", "tel:")


@dataclass
class Text:
    """The words of a page or a paper in reading order; ``links``: (number of the word a link stands at, address)."""

    words: list[str] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> Text:
        return cls.of_blocks([Block((), text)])

    @classmethod
    def of_blocks(cls, blocks: Iterable[Block]) -> Text:
        whole = cls()
        for block in blocks:
            start = len(whole.words)
            whole.words += words(block.text)
            for place, address in block.links:
                if address.startswith(OUTSIDE):
                    whole.links.append((start + len(words(block.text[:place])), _address(address)))
            # An address that is written out is one thing, though its words are many.
            for written in re.finditer(r"\S+[./@]\S+", block.text):
                whole.links.append((start + len(words(block.text[: written.start()])), _address(written[0])))
        return whole

    def nearest(self, phrases: list[str]) -> int | None:
        """How many words the shortest stretch with all ``phrases`` has; None when one of them is missing."""
        places = [self.places(phrase) for phrase in phrases]
        if not all(places):
            return None
        marks = sorted((start, end, which) for which, found in enumerate(places) for start, end in found)
        best = None
        latest: dict[int, tuple[int, int]] = {}
        for start, end, which in marks:
            latest[which] = (start, end)
            if len(latest) == len(phrases):
                first = min(value[0] for value in latest.values())
                last = max(value[1] for value in latest.values())
                best = min(best, last - first) if best is not None else last - first
        return best

    def missing(self, phrases: list[str]) -> list[str]:
        """The phrases that stand nowhere in the text."""
        return [phrase for phrase in phrases if not self.places(phrase)]

    def places(self, phrase: str) -> list[tuple[int, int]]:
        """Where ``phrase`` stands: (number of its first word, number of the word after it)."""
        if ADDRESS.fullmatch(phrase):
            wanted = _address(phrase)
            return sorted({(place, place + 1) for place, address in self.links if _holds(address, wanted)})
        patterns = [_pattern(part) for part in STARRED.findall(normal(phrase))]
        if not patterns:
            raise ValueError(f"{phrase!r} has no word to look for")
        length, (first, *rest) = len(patterns), patterns
        starts = sorted(at for word, places in self._places_of_words.items() if first(word) for at in places)
        return [
            (at, at + length)
            for at in starts
            if at + length <= len(self.words)
            and all(pattern(word) for pattern, word in zip(rest, self.words[at + 1 : at + length], strict=True))
        ]

    @functools.cached_property
    def _places_of_words(self) -> dict[str, list[int]]:
        """Where each word stands. The text is whole when the first phrase is sought in it."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            places.setdefault(word, []).append(at)
        return places


def normal(text: str) -> str:
    """``text`` in one spelling: composed letters, small, without soft hyphens."""
    return unicodedata.normalize("NFC", text).replace("\u00ad", "").casefold()


def words(text: str) -> list[str]:
    return WORD.findall(normal(text))


@functools.cache
def _pattern(part: str):
    word = part.strip("*")
    if part.startswith("*") and part.endswith("*"):
        return lambda other: word in other
    if part.startswith("*"):
        return lambda other: other.endswith(word)
    if part.endswith("*"):
        return lambda other: other.startswith(word)
    return lambda other: other == word


def _address(address: str) -> str:
    return unquote(normal(address)).removeprefix("mailto:").strip("()[],.;”\"").rstrip("/")


def _holds(address: str, wanted: str) -> bool:
    """``wanted`` at the end of ``address`` or followed by more of it, from the start of a name in it."""
    return re.search(r"(?<![\w-])" + re.escape(wanted) + r"(?![\w-])", address) is not None
