"""The actioncard: exactly one A4 page, set as large as its texts allow."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...edition.edition import Edition
from ...model.skole import Skole
from ...read.messages import Message
from .bullets import Bullet
from .card_view import CardView
from .engine import PaperError, lay_out
from .estimate import first_grade, likely_split, top_heights
from .fit import Measured, filling_size
from .measure import columns_of, height_of
from .spread import spread
from .templates import render

if TYPE_CHECKING:
    from weasyprint import Document

TEMPLATE = "actioncard.html.j2"
PAGE_HEIGHT = 297.0
TALL_PAGE = 1200.0
SMALLEST, LARGEST = 9.0, 12.0
TIGHTEST = 8.0
# The leftover of a page (mm) that may be spread over its gaps instead of trying another size.
MOST_LEFT = 8.0
MOST_GAP = 5.0
NARROW_COLUMNS = (54.0, 60.0, 66.0, 74.0)
LONGEST_SHOWN = 5


@dataclass(frozen=True)
class Setting:
    """How a card is set: its grade, the narrow column at the top (mm), bullets in each block's left column.

    The grade is the text size in pt. Below the smallest size lines and rows draw closer instead: at
    ``TIGHTEST`` they are as close as can be read.
    """

    grad: float
    smal: float
    skel: dict[str, int]
    højde: float = TALL_PAGE

    @property
    def størrelse(self) -> float:
        return max(self.grad, SMALLEST)

    @property
    def tæthed(self) -> float:
        """From 0 (as usual) to 1 (as close as can be read)."""
        return round(max(SMALLEST - self.grad, 0), 2)

    @property
    def linje(self) -> float:
        """Line height: small text, of which there is much, stands closer."""
        return round(1.14 + (self.størrelse - SMALLEST) * 0.05 - self.tæthed * 0.06, 3)


class FittedCard:
    """Sets one card at different grades until it fills its page. ``layouts`` counts them: each is slow.

    ``skole``: the school whose own numbers are filled in; without one they are lines to write on.
    """

    def __init__(self, edition: Edition, papir: Path, view: CardView, skole: Skole | None = None) -> None:
        self.edition = edition
        self.papir = papir
        self.view = view
        self.skole = skole
        self.layouts = 0
        first = first_grade(view, edition.kommune.kort_indledning is not None)
        # Without numbers the wide column is short: a narrow one of the least width would leave a hole beside it.
        narrow = NARROW_COLUMNS[0 if view.kontakter else 1]
        self._next = Setting(first, narrow, {b.ident: likely_split(b) for b in view.forløb})
        self._fitting: dict[float, tuple[float, Document]] = {}

    def laid_out(self) -> Document:
        """The card on one page. Raises ``PaperError`` when even the tightest setting does not fit."""
        grade = filling_size(self._measure, TIGHTEST, LARGEST, self._next.grad, MOST_LEFT)
        if grade is None:
            raise PaperError(self._too_much(-self._measure(TIGHTEST).slack))
        slack, document = self._fitting[grade]
        document.pages[:] = [spread(document.pages[0], "ark", slack, MOST_GAP, PAGE_HEIGHT)]
        return document

    def _measure(self, grade: float) -> Measured:
        """Lay the card out at ``grade``, and say what is left of the page.

        What the layout shows of better breaks and of a better narrow column is used the next time.
        """
        setting = Setting(grade, self._next.smal, self._next.skel)
        document = self._lay_out(setting)
        slack = PAGE_HEIGHT - height_of(document, "ark")
        if slack >= 0:
            self._fitting[grade] = (slack, document)
        gain, body, best = 0.0, 0.0, {}
        for blok in self.view.forløb:
            columns = columns_of(document, f"b-{blok.ident}", blok.grennavne)
            best[blok.ident] = columns.best_split()
            body += columns.height(best[blok.ident])
            gain += columns.height(setting.skel[blok.ident]) - columns.height(best[blok.ident])
        smal, best_slack = setting.smal, slack + gain
        filled = 0 <= slack <= MOST_LEFT and gain < 1
        if self.layouts == 1 and not filled:  # chosen once: two widths that are about as good would take turns
            tops = top_heights(document, setting.smal, NARROW_COLUMNS)
            smal = min(NARROW_COLUMNS, key=lambda width: (tops[width] + (width != setting.smal) * 1.5, width))
            best_slack += tops[setting.smal] - tops[smal]
        self._next = Setting(grade, smal, best)
        tight = grade < SMALLEST or (grade == SMALLEST and best_slack < MOST_LEFT / 2)
        return Measured(slack, best_slack, 0.09 * body + 1 if tight else 2.1 * body / grade + 3)

    def html_at_a_fixed_size(self) -> str:
        """The card as HTML before it is fitted: all that its fitted form comes from."""
        split = {blok.ident: likely_split(blok) for blok in self.view.forløb}
        return self._html(Setting(SMALLEST, NARROW_COLUMNS[0], split, PAGE_HEIGHT))

    def _html(self, setting: Setting) -> str:
        return render(self.papir, TEMPLATE, self.edition, kort=self.view, sat=setting, skole=self.skole)

    def _lay_out(self, setting: Setting) -> Document:
        self.layouts += 1
        return lay_out(self._html(setting), self.papir)

    def _too_much(self, overflow: float) -> str:
        bullets = [punkt for blok in self.view.blocks() for punkt in blok.punkter]
        longest = sorted(bullets, key=lambda punkt: -len(punkt.ren))[:LONGEST_SHOWN]
        card = f"actioncardet til {self.skole.navn}" if self.skole else "actioncardet"
        what = f"{card} kan ikke stå på én side: der er {math.ceil(overflow)} mm for meget ved 9 punkt"
        advice = f"gør de længste punkter kortere, eller skriv på_kortet: nej: {'; '.join(map(self._shown, longest))}"
        return str(Message(self.edition.at(longest[0].path if longest else ()), what, advice))

    def _shown(self, punkt: Bullet) -> str:
        place = self.edition.at(punkt.path)
        return f"{place.file}:{place.line} {punkt.path[-1]} ({len(punkt.ren.split())} ord)"
