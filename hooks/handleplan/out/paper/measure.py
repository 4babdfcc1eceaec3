"""Read sizes from a laid-out page, and choose where a step's bullets break into the right column.

WeasyPrint shows its boxes only through ``Page._page_box``: its version is pinned.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weasyprint import Document
    from weasyprint.document import Page

MM = 96 / 25.4


@dataclass(frozen=True)
class TwoColumns:
    """The bullets of a block in two equal columns, the first ones in the left.

    ``heights`` of the bullets in mm, the name of the branch that each stands in ("" for none), the height of a
    branch's heading, and ``least``, the height of what stands beside the columns. A branch that breaks has its
    heading in both columns.
    """

    heights: tuple[float, ...]
    branches: tuple[str, ...]
    heading: float
    least: float = 0

    def height(self, split: int) -> float:
        """How high the columns are together with ``split`` bullets in the left one."""
        return max(self._column(slice(0, split)), self._column(slice(split, None)), self.least)

    def best_split(self) -> int:
        """The split that is lowest; of equals, the one with most to the left."""
        return min(range(len(self.heights), 0, -1), key=self.height, default=0)

    def _column(self, part: slice) -> float:
        headings = sum(1 for name, _ in itertools.groupby(self.branches[part]) if name)
        return sum(self.heights[part]) + headings * self.heading


def height_of(document: Document, ident: str) -> float:
    """The height in mm, margins included, of the element with the id ``ident`` (of its first page's part)."""
    return box_of(document, ident).margin_height() / MM


def columns_of(document: Document, ident: str, branches: tuple[str, ...]) -> TwoColumns:
    """The columns of the block ``ident``: list items, in branches (``div.gren``) or not; beside them, the first box."""
    block = box_of(document, ident)
    heights = tuple(item.margin_height() / MM for item in _elements(block, "li"))
    headings = [
        branch.margin_height() / MM - sum(item.margin_height() / MM for item in _elements(branch, "li"))
        for branch in _elements(block, "div")
        if branch.element.get("class") == "gren"
    ]
    return TwoColumns(heights, branches, max(headings, default=0), block.children[0].margin_height() / MM)


def elements_of(document: Document, tag: str, *classes: str) -> Iterator[Any]:
    """The boxes of the elements ``tag`` with one of ``classes``, in order."""
    for page in document.pages:
        yield from (box for box in _elements(page._page_box, tag) if box.element.get("class") in classes)


def _elements(box: Any, tag: str) -> Iterator[Any]:
    """The boxes of the elements ``tag`` in ``box``; an anonymous box inside one is not one more."""
    seen = None
    for child in box.descendants():
        if child.element_tag == tag and child.element is not seen:
            seen = child.element
            yield child


def box_of(document: Document, ident: str) -> Any:
    """The box of the element with the id ``ident`` (its first page's part). Raises ``LookupError``."""
    return box_on(page_with(document, ident), ident)


def page_with(document: Document, ident: str) -> Page:
    """The first page with the element with the id ``ident``. Raises ``LookupError``."""
    for page in document.pages:
        if ident in page.anchors:
            return page
    raise LookupError(f"no box with id {ident!r}")


def box_on(page: Page, ident: str) -> Any:
    """The box of the element with the id ``ident`` on ``page``."""
    boxes = (box for box in page._page_box.descendants() if box.element is not None)
    return next(box for box in boxes if box.element.get("id") == ident)


def box_in(box: Any, name: str) -> Any:
    """The first box in ``box`` of an element with the class ``name`` alone."""
    boxes = (child for child in box.descendants() if child.element is not None)
    return next(child for child in boxes if child.element.get("class") == name)
