"""About how a card will turn out, before and between its layouts. A poor estimate costs a layout, never a page."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from .card_view import Block, CardView
from .measure import MM, TwoColumns, elements_of

if TYPE_CHECKING:
    from weasyprint import Document

# Measured on the shipped editions' cards: letters in a line of one of the two columns at 1 pt, mm that a line of 1 pt
# takes, and mm of what stands around the steps.
LETTERS, HEADING_LETTERS = 480.0, 185.0
LINE = 0.4
HEAD, INTRODUCTION = 38.0, 7.0
BOXES_LEFT, RING_LETTER, WIDER = 58.0, 0.13, 9.0  # WIDER: what the next width takes from it
BOXES_RIGHT, CONTACT, HOURS = 56.0, 5.3, 8.0
FOOT, FOOT_LETTERS, FOOT_LINE = 12.0, 150, 3.7
FULL = 279.0
GRADES = tuple(round(8 + step * 0.1, 1) for step in range(41))


def likely_split(blok: Block, grade: float = 9.0) -> int:
    """Where a block's bullets break into the right column, as far as their letters tell."""
    return _columns(blok, grade).best_split()


def first_grade(view: CardView, introduction: bool) -> float:
    """The grade at which the card about fills its page, as far as its letters tell. ``introduction``: it has one."""
    ring = sum(len(p.ren) for blok in view.ramme["ring"] for p in blok.punkter)
    rows = sum(len(group.rækker) * CONTACT + bool(group.åbent or group.lukket) * HOURS for group in view.kontakter)
    foot = sum(len(text) + 4 for text in view.mærker.bemærkninger) / FOOT_LETTERS + bool(view.omtalt) + 1
    left = BOXES_LEFT + ring * RING_LETTER - (0 if view.kontakter else WIDER)
    around = HEAD + introduction * INTRODUCTION + max(left, BOXES_RIGHT + rows)
    around += FOOT + math.ceil(foot) * FOOT_LINE
    return max((grade for grade in GRADES if around + _body(view, grade) <= FULL), default=GRADES[0])


def _body(view: CardView, grade: float) -> float:
    """The height of the steps in mm."""
    columns = (_columns(blok, max(grade, 9)) for blok in view.forløb)
    return sum(one.height(one.best_split()) + 1.6 for one in columns) * (1 - max(9 - grade, 0) * 0.09)


def _columns(blok: Block, grade: float) -> TwoColumns:
    line = grade * LINE
    letters = LETTERS / grade * (2.05 if len(blok.punkter) == 1 else 1)
    heights = tuple(math.ceil((len(p.før) + len(p.ren) + 2) / letters) * line + 0.3 for p in blok.punkter)
    heading = math.ceil(len(blok.titel) / (HEADING_LETTERS / grade / 1.17)) * line * 1.15
    return TwoColumns(heights, blok.grennavne, line + 1, heading + math.ceil(len(blok.hvem) / 22) * 3.6)


def top_heights(document: Document, now: float, widths: tuple[float, ...]) -> dict[float, float]:
    """How high the boxes at the top would be with each width of the narrow column (mm), from a layout with ``now``."""
    columns: dict[str, list[Any]] = {"smal": [], "bred": []}
    for box in elements_of(document, "div", *columns):
        columns[box.element.get("class")].append(box)
    return {
        width: max(
            sum(_height_at(box, (width - now) * sign * MM) for box in columns[name]) / MM
            for name, sign in (("smal", 1), ("bred", -1))
        )
        for width in widths
    }


def _height_at(box: Any, wider: float) -> float:
    """The height of ``box``, had its texts had lines ``wider`` px longer."""
    height = box.margin_height()
    if not wider:
        return height
    for block in box.descendants():
        lines = [child for child in getattr(block, "children", ()) if type(child).__name__ == "LineBox"]
        if lines and block.element_tag in ("p", "li", "th", "h2"):
            text = sum(sum(one.margin_width() for one in line.children if one.is_in_normal_flow()) for line in lines)
            # Lines end before the margin: where a word does not fit, a part of the line stays empty.
            needed = math.ceil(text * (1.0 if len(lines) == 1 else 1.06) / max(block.width + wider, 1))
            height += (max(needed, 1) - len(lines)) * lines[0].margin_height()
    return height
