"""A built page as a reader meets it: the words of its own content in blocks, and where its links lead.

Nav, header, footer, buttons and hidden text are no part of it: what stands there proves nothing about the page.
"""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNREAD = {"script", "style", "template", "svg", "button", "nav", "footer", "header", "noscript"}
#: A new one of these ends the sentence before it, as it does for the eye.
BLOCKS = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "ul", "ol", "td", "th", "tr", "dt", "dd", "div", "summary", "table"}
UNREAD_CLASSES = {"headerlink", "md-content__button"}
CONTENT_CLASS = "md-content__inner"
STRENGTH_CLASS = "hp-styrke--"


@dataclass
class Block:
    """A heading, paragraph, bullet or cell; ``path`` are the tags it stands in, ``links`` (place in text, address).

    ``styrke`` is the strength a bullet is marked with: skal, bør, kan, overvej or "".
    """

    path: tuple[str, ...]
    text: str = ""
    links: list[tuple[int, str]] = field(default_factory=list)
    styrke: str = ""

    @property
    def tag(self) -> str:
        return self.path[-1] if self.path else ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._open: list[tuple[str, bool, bool]] = []  # tag, is it inside the content, is it unread

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        inside, unread = self._state()
        classes = set((given.get("class") or "").split())
        inside = inside or CONTENT_CLASS in classes
        unread = unread or _is_unread(tag, given, classes)
        if tag not in VOID:
            self._open.append((tag, inside, unread))
        if tag in BLOCKS:
            self._new_block()
        elif tag == "br" and self.blocks:
            self.blocks[-1].text += " "
        if inside and not unread:
            for name in classes:
                if name.startswith(STRENGTH_CLASS):
                    self._block().styrke = name.removeprefix(STRENGTH_CLASS).replace("oe", "ø")
        if inside and not unread and given.get("href"):
            self._block().links.append((len(self._block().text), given["href"] or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag not in (name for name, *_ in self._open):
            return
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag in BLOCKS:
            self._new_block()

    def handle_data(self, data: str) -> None:
        inside, unread = self._state()
        if inside and not unread:
            self._block().text += data

    def _state(self) -> tuple[bool, bool]:
        return self._open[-1][1:] if self._open else (False, False)

    def _new_block(self) -> None:
        self.blocks.append(Block(tuple(name for name, *_ in self._open)))

    def _block(self) -> Block:
        if not self.blocks:
            self._new_block()
        return self.blocks[-1]


def _is_unread(tag: str, attrs: dict[str, str | None], classes: set[str]) -> bool:
    style = (attrs.get("style") or "").replace(" ", "")
    return (
        tag in UNREAD
        or "hidden" in attrs
        or attrs.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
        or bool(classes & UNREAD_CLASSES)
    )


def read_blocks(html: str) -> list[Block]:
    """The blocks of the page's own content in reading order; those without text or link are left out."""
    reader = _Reader()
    reader.feed(unicodedata.normalize("NFC", html))
    reader.close()
    return [block for block in reader.blocks if block.text.strip() or block.links]


@functools.lru_cache(maxsize=128)
def blocks_of(path: Path) -> tuple[Block, ...]:
    """``read_blocks`` of a file, read once."""
    return tuple(read_blocks(path.read_text(encoding="utf-8")))
