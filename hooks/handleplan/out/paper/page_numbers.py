"""The page numbers at the book's references ("se lov (s. 58)"), written in when its pages are laid out.

The chapters hold each number's place open with ``HELD``. CSS has a function for it (``target-counter``), but then
WeasyPrint lays out each page with a reference a second time, and often a third, and leaves old numbers standing. Only
the contents use it: they come first and are few pages.

WeasyPrint shows its boxes only through ``Page._page_box``: its version is pinned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import lxml.html

if TYPE_CHECKING:
    from weasyprint import Document

# All digits of the font have the same width, so no number below 1,000 needs more room than this.
HELD = "000"
# Where the place of a number says what it is the number of.
TARGET = "data-side"


def held_number(href: str) -> lxml.html.HtmlElement:
    """The place of a page number, to stand after a link to ``href``: a link too, as all that leads on is in the tags.

    An element, not ``::after``: WeasyPrint works out the style of each pseudo-element anew, and there are 1,500.
    """
    place = lxml.html.Element("a", href=href)
    place.set(TARGET, href)
    place.text = f" (s.\u00a0{HELD})"
    return place


def write_page_numbers(document: Document) -> None:
    """Put the number of the page that a link leads to in the place of each ``HELD`` behind one."""
    from weasyprint.document import Page
    from weasyprint.layout.background import layout_box_backgrounds

    numbers: dict[str, int] = {}
    for number, page in enumerate(document.pages, 1):
        for anchor in page.anchors:
            numbers.setdefault(anchor, number)
    for index, page in enumerate(document.pages):
        lines = [box for box in page._page_box.descendants() if type(box).__name__ == "LineBox"]
        moved = [line for line in lines if _fill(line, numbers)]
        # Coloured areas and links know where they stood: they are gathered anew.
        for line in moved:
            layout_box_backgrounds(page._page_box, line, None)
        if moved:
            document.pages[index] = Page(page._page_box)


def _fill(box: Any, numbers: dict[str, int]) -> float:
    """Write the numbers in a line, or a part of one, and close it up. Returns how much narrower ``box`` became."""
    if _is_held(box):
        target = box.element.get(TARGET).removeprefix("#")
        return _write(box, box.text.replace(HELD, str(numbers[target])))
    narrower = 0.0
    if type(box).__name__ in ("LineBox", "InlineBox"):
        for part in box.children:
            part.translate(dx=-narrower)
            narrower += _fill(part, numbers)
        box.width -= narrower
    return narrower


def _is_held(box: Any) -> bool:
    return box.element_tag == "a" and box.element.get(TARGET) is not None and HELD in getattr(box, "text", "")


def _write(box: Any, text: str) -> float:
    """Let a text box say ``text``. Returns how much narrower it became."""
    from weasyprint.text.line_break import split_first_line

    before = box.width
    box.text = text
    box.pango_layout, _, _, box.width, _, _ = split_first_line(text, box.style, None, None, 0)
    return before - box.width
