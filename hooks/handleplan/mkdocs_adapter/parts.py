"""A page as parts that can be turned into HTML one by one: most of an edition's parts are every municipality's.

Python-Markdown reads a page from heading to heading in the same way wherever the heading stands, as long as no
container is open, no link is defined for the whole page, and no two headings share an id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEADING = re.compile(r"(?<=\n\n)(?=#{1,6} )")
_CONTAINER = re.compile(r"<(/?)(?:div|details|section|table|ul|ol)\b")
_DEFINED_FOR_THE_PAGE = re.compile(r"(?m)^ {0,3}\[[^\]\n]+\]:|^```|^~~~")
_BETWEEN = "<!-- her begynder en ny del -->"
_HTML_HEADING = re.compile(r"\n(?=<h[1-6][ >])")


def split(markdown: str) -> list[str]:
    """The parts of a page's Markdown; joined, they are the page. One part, when they would depend on each other."""
    if _DEFINED_FOR_THE_PAGE.search(markdown):
        return [markdown]
    parts: list[str] = []
    open_containers = 0
    for piece in _HEADING.split(markdown):
        if parts and open_containers:
            parts[-1] += piece
        else:
            parts.append(piece)
        open_containers += sum(-1 if found[1] else 1 for found in _CONTAINER.finditer(piece))
    return parts


def together(parts: list[str]) -> str:
    """Markdown of parts that need not follow each other, with a mark between them: see ``apart``."""
    return f"\n\n{_BETWEEN}\n\n".join(parts)


def apart(html: str) -> list[str]:
    """The HTML of each of the parts that ``together`` was made of."""
    return [part.strip("\n") for part in html.split(_BETWEEN)]


def in_html(html: str) -> Iterator[str]:
    """A page's HTML before each heading that begins a line; joined with line breaks, the pieces are the page."""
    yield from _HTML_HEADING.split(html)
