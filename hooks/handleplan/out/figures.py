"""The geometry of a figure's bars: where each answer's text and bar stand. The SVG itself is ``docs/figur.md.j2``.

Lengths are in em and percent instead of a ``viewBox``: the bars fill the column, and the text keeps its size on a
phone, with larger text and on paper. SVG does not wrap text, so long answers are broken into lines here.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from ..model.baggrund import Svar

# Beside "100 %" in bold, this many letters fit in the narrowest column there is (320 px): a browser test holds it.
LETTERS_A_LINE = 32
LINE, BAR, GAP = 1.3, 0.85, 0.75
BELOW_TEXT = 0.4  # from the text's base line to the bar: room for g, j and y


@dataclass(frozen=True)
class Bar:
    """One answer: its text in lines ``(y, line)``, then its bar at ``søjle_y``. ``procent`` is the bar's width."""

    procent: int
    linjer: list[tuple[float, str]]
    søjle_y: float


@dataclass(frozen=True)
class Bars:
    """All answers of one question, from the top, and the height of it all in em."""

    søjler: list[Bar]
    højde: float
    tykkelse: float = BAR


def bars(answers: Iterable[Svar]) -> Bars:
    """Lay out ``answers`` in their own order.

    Each bar is a part of its own whole (100 %): answers may sum to more (several may be chosen), to less (the source
    gives only one) or to 99 or 101 (rounding), so they are never stacked or turned into a pie.
    """
    laid, y = [], 0.0
    for answer in answers:
        lines = []
        for line in textwrap.wrap(answer.tekst, LETTERS_A_LINE):
            lines.append((_em(y + 1), line))
            y += LINE
        top = _em(y - LINE + 1 + BELOW_TEXT)
        laid.append(Bar(answer.procent, lines, top))
        y = top + BAR + GAP
    return Bars(laid, _em(max(y - GAP, 0) + 0.1))


def _em(number: float) -> float:
    return round(number, 2)
