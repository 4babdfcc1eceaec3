"""LIX: how hard a text is to read (C.H. Björnsson, "Läsbarhet", 1968).

LIX = words per sentence + percentage of long words. A long word has more than six letters. A sentence ends at a
full stop, question mark, exclamation mark or colon, but not at an abbreviation's stop or an ordinal's ("nr.",
"1. juli"). What has no such mark is no sentence and is not counted: headings, labels, names, table cells that only
name a thing, lists of links. A bullet or a cell that is a sentence ends one, with or without its mark. Figures,
numbers and addresses are not words; a word with a hyphen is one word.

Björnsson's scale: under 25 very easy, 25–34 easy, 35–44 middling, 45–54 hard. Our limits: the card under 35, running
text at most 40.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..edition.edition import Edition
from .pages import Page
from .paper.card_view import card_view

CARD_LIMIT = 35
PAGE_LIMIT = 40
LONG = 6
#: Fewer sentences say nothing about a page.
FEWEST_SENTENCES = 5

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ADDRESS = re.compile(r"<https?:[^>]*>|https?://\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:dk|com|pdf)\b\S*")
_END = re.compile(r"(?<=[.!?:])[”\"»)]*\s+|(?<=[.!?:])[”\"»)]*$")
_NO_END = re.compile(
    r"(?:\b(?:fx|f\.eks|bl\.a|evt|m\.m|m\.v|mv|mm|osv|pr|nr|stk|jf|ca|kl|pct|inkl|ekskl|tlf|dvs|o\.l|afsn)"
    r"|(?<!\d)(?<!nr\. )(?<!stk\. )(?<!§ )\d{1,2})\.$",
    re.IGNORECASE,
)
_LABEL = re.compile(r'<span class="hp-[^"]*">.*?</span>')
_FIELD = re.compile(r"\*\*[^*]{1,60}:\*\*\s*|Kilde: |Redaktionens bemærkning: ")
_LAW = re.compile(r"\s\((?:\[[^\]]*\]\([^)]*\)(?:, )?)+\)")
_CONTACTS = re.compile(r"\s·\s.*$")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ATTRIBUTES = re.compile(r"\{:[^}]*\}")
_TAG = re.compile(r"<[^>]+>")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
_NOT_TEXT = re.compile(r"\s*(?:#|!!!|\?\?\?|</?(?!td|p|li|dd)[a-z])")


@dataclass(frozen=True)
class Lix:
    """The counts of a text; ``value`` is None for a text without a sentence."""

    sentences: int
    words: int
    long_words: int

    @property
    def value(self) -> float | None:
        return self.words / self.sentences + 100 * self.long_words / self.words if self.words else None


def lix(texts: Iterable[str]) -> Lix:
    """The LIX of plain texts, each a paragraph, bullet or cell of its own."""
    counted = [_count(text) for text in texts]
    return Lix(
        sum(one.sentences for one in counted),
        sum(one.words for one in counted),
        sum(one.long_words for one in counted),
    )


@functools.lru_cache(maxsize=1 << 14)  # most paragraphs are shared: a check of many editions meets them again and again
def _count(text: str) -> Lix:
    counted = [words for sentence in sentences(text) if (words := _WORD.findall(sentence))]
    long_words = sum(len(word.replace("-", "")) > LONG for words in counted for word in words)
    return Lix(len(counted), sum(map(len, counted)), long_words)


def sentences(text: str) -> list[str]:
    """The sentences of a plain text; none when it only names something."""
    found, start = [], 0
    text = _ADDRESS.sub("", text).strip()
    for match in _END.finditer(text):
        if match.end() < len(text) and _NO_END.search(text[start : match.start()]):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    rest = text[start:].strip()
    return [*found, rest] if found and rest else found


def card_texts(edition: Edition) -> Iterator[str]:
    """The running text of the actioncard: introduction, bullets, and the notes at its foot."""
    view = card_view(edition)
    yield edition.kommune.kort_indledning or ""
    for block in view.blocks():
        yield block.tekst or ""
        yield from (punkt.ren for punkt in block.punkter)
    yield from view.mærker.bemærkninger


def page_lix(page: Page) -> Lix:
    """The LIX of a page's running text."""
    return lix(page_texts(page))


def page_texts(page: Page) -> Iterator[str]:
    """The paragraphs, bullets and cells of a page, without markup, labels, law references and contacts behind them."""
    paragraph: list[str] = []
    for line in [*page.markdown.splitlines(), ""]:
        begins, words = _read_line(line)
        if begins and paragraph:
            text = _running_text(" ".join(paragraph))
            if text is not None:
                yield text
            paragraph = []
        if words is not None:
            paragraph.append(words)


@functools.lru_cache(maxsize=1 << 14)
def _read_line(line: str) -> tuple[bool, str | None]:
    """Whether a line begins something new, and what it adds to the running text (None: it is no text)."""
    if not line.strip() or _NOT_TEXT.match(line):
        return True, None
    return bool(_ITEM.match(line)) or line.lstrip().startswith("<"), _ITEM.sub("", line, count=1).strip()


def hardest(texts: Iterable[str]) -> str:
    """The sentence that pulls the LIX of ``texts`` up most (hard, and long), "" when there is none."""
    return max((sentence for text in texts for sentence in sentences(text)), key=_weight, default="")


def _weight(sentence: str) -> float:
    found = lix([sentence + "."])
    return ((found.value or 0) - CARD_LIMIT) * found.words


@functools.lru_cache(maxsize=1 << 14)
def _running_text(markdown: str) -> str | None:
    return None if _only_names(markdown) else _plain(markdown)


def _only_names(markdown: str) -> bool:
    """Whether a paragraph is a list of links, such as the pages that mention a law."""
    text = _FIELD.sub("", markdown)
    if not _LINK.search(text):
        return False
    return len(_WORD.findall(_LINK.sub("", text))) * 4 < len(_WORD.findall(_LINK.sub(r"\1", text)))


def _plain(text: str) -> str:
    text = _ATTRIBUTES.sub("", _CONTACTS.sub("", _LAW.sub("", _LABEL.sub("", text))))
    return _TAG.sub(" ", _LINK.sub(r"\1", _FIELD.sub("", text))).replace("*", "").strip()
