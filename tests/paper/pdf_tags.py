"""The tags of a whole PDF: structure elements with the pages their contents stand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf


@dataclass
class Element:
    """A structure element; ``pages`` are the pages (from 1) of the contents directly in it."""

    name: str
    source: pikepdf.Dictionary
    pages: set[int] = field(default_factory=set)
    children: list[Element] = field(default_factory=list)
    annotations: int = 0

    @cached_property
    def text_pages(self) -> set[int]:
        """The pages of the contents in it and below it."""
        return self.pages.union(*(child.text_pages for child in self.children))

    @cached_property
    def columns(self) -> int:
        return sum(1 for element in elements(self) if element.name == "TH" and element.source.A.Scope == "/Column")


def structure(pdf: pikepdf.Pdf) -> Element:
    """The tag tree of ``pdf``."""
    numbers = {one.obj.objgen: number for number, one in enumerate(pdf.pages, 1)}
    return _element(pdf.Root.StructTreeRoot.K[0], numbers)


def elements(element: Element) -> Iterator[Element]:
    """``element`` and all below it, in reading order."""
    yield element
    for child in element.children:
        yield from elements(child)


def links(element: Element) -> list[Element]:
    """The Link elements that have their annotation."""
    return [one for one in elements(element) if one.name == "Link" and one.annotations == 1]


def _element(source: pikepdf.Dictionary, numbers: dict[tuple[int, int], int]) -> Element:
    found = Element(str(source.S).removeprefix("/"), source)
    kids: Any = source.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            found.pages.add(numbers[source.Pg.objgen])
        elif kid.get("/Type") == "/OBJR":
            found.annotations += 1
        elif "/S" in kid:
            found.children.append(_element(kid, numbers))
    return found
