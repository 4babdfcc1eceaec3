"""The actioncard: exactly one A4 page, set as large as its texts allow."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...edition.edition import Edition
from ...project import Project
from .bullets import Bullet
from .card_view import Block, CardView, card_view
from .engine import PaperError, lay_out, write_pdf
from .fit import largest_size
from .measure import TwoColumns, columns_of, height_of
from .templates import render

if TYPE_CHECKING:
    from weasyprint import Document

TEMPLATE = "actioncard.html.j2"
PAGE_HEIGHT = 297.0
TALL_PAGE = 1200.0
SMALLEST, LARGEST = 9.0, 12.0
TIGHTEST = 8.0
SAFETY = 0.2
MM_PER_POINT = 24.0
NARROW_COLUMNS = (54.0, 60.0, 66.0, 74.0)
MOST_GAP = 5.0
LONGEST_SHOWN = 5


@dataclass(frozen=True)
class Setting:
    """How a card is set: its grade, the narrow column at the top (mm), bullets in each block's left column, page
    height (mm), and how much the gaps and the foot's own gap grow (mm). ``kun_top``: only
    the boxes at the top are set.

    The grade is the text size in pt. Below the smallest size lines and rows draw closer instead: at
    ``TIGHTEST`` they are as close as can be read.
    """

    grad: float
    smal: float
    skel: dict[str, int]
    højde: float = PAGE_HEIGHT
    luft: float = 0
    bund: float = 0
    kun_top: bool = False

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


def build_actioncard(edition: Edition, project: Project, target: Path) -> None:
    """Write the card of ``edition`` to ``target``. Raises ``PaperError`` when it cannot be done."""
    card = FittedCard(edition, project.papir.resolve(), card_view(edition))
    write_pdf(card.laid_out(), target)


class FittedCard:
    """Sets one card at different grades until it fills its page."""

    def __init__(self, edition: Edition, papir: Path, view: CardView) -> None:
        self.edition = edition
        self.papir = papir
        self.view = view
        self.smal = NARROW_COLUMNS[0]
        self.skel = {blok.ident: _guess(blok).best_split() for blok in view.forløb}
        self.measured: dict[float, tuple[float, dict[str, int]]] = {}

    def laid_out(self) -> Document:
        """The card on one page. Raises ``PaperError`` when even the tightest setting does not fit."""
        low, high = SMALLEST, LARGEST
        if self._choose_narrow_column(SMALLEST) < 0:
            low, high = TIGHTEST, SMALLEST
        grade = largest_size(self.slack, low, high, MM_PER_POINT)
        if grade is None:
            raise PaperError(self._too_much(-self.slack(TIGHTEST)))
        slack, skel = self.measured[grade]
        luft = min(slack / self.gaps, MOST_GAP)
        document = self._lay_out(Setting(grade, self.smal, skel, luft=luft, bund=slack - luft * self.gaps))
        if len(document.pages) > 1:
            raise PaperError(self._too_much(height_of(document, "ark") - PAGE_HEIGHT))
        return document

    def slack(self, grade: float) -> float:
        """What is left of the page (mm) at ``grade``, with every block broken in its best place."""
        if grade not in self.measured:
            self.measured[grade] = self._measured(self._lay_out(Setting(grade, self.smal, self.skel, TALL_PAGE)))
            self.skel = self.measured[grade][1]
        return self.measured[grade][0]

    def _measured(self, document: Document) -> tuple[float, dict[str, int]]:
        """What is left of the page, and each block's best break, on a card laid out with the breaks ``skel``."""
        height = height_of(document, "ark")
        best = {}
        for blok in self.view.forløb:
            columns = columns_of(document, f"b-{blok.ident}", blok.grennavne)
            best[blok.ident] = columns.best_split()
            height -= columns.height(self.skel[blok.ident]) - columns.height(best[blok.ident])
        return PAGE_HEIGHT - SAFETY - height, best

    def _choose_narrow_column(self, grade: float) -> float:
        """Make the narrow column at the top as wide as leaves most of the page at ``grade``; return what is left.

        Only the top depends on the column, so the other widths are tried on the top alone.
        """
        document = self._lay_out(Setting(grade, self.smal, self.skel, TALL_PAGE))
        slack, split = self._measured(document)
        tops = {self.smal: height_of(document, "top")}
        for width in NARROW_COLUMNS[1:]:
            top = self._lay_out(Setting(grade, width, self.skel, TALL_PAGE, kun_top=True))
            tops[width] = height_of(top, "top")
        first, self.smal = self.smal, min(tops, key=tops.__getitem__)
        self.skel = split
        self.measured[grade] = (slack + tops[first] - tops[self.smal], split)
        return self.slack(grade)

    @property
    def gaps(self) -> int:
        """How many gaps of the sheet grow with what is left over: see ``--luft`` in ``actioncard.css``."""
        return 3 + len(self.view.forløb)

    def html_at_a_fixed_size(self) -> str:
        """The card as HTML before it is fitted: all that its fitted form comes from."""
        split = {blok.ident: _guess(blok).best_split() for blok in self.view.forløb}
        return self._html(Setting(SMALLEST, NARROW_COLUMNS[0], split))

    def _html(self, setting: Setting) -> str:
        return render(self.papir, TEMPLATE, self.edition, kort=self.view, sat=setting)

    def _lay_out(self, setting: Setting) -> Document:
        return lay_out(self._html(setting), self.papir)

    def _too_much(self, overflow: float) -> str:
        bullets = [punkt for blok in self.view.blocks() for punkt in blok.punkter]
        longest = sorted(bullets, key=lambda punkt: -len(punkt.ren))[:LONGEST_SHOWN]
        return (
            f"{self.edition.fuldt_navn}: actioncardet kan ikke stå på én side. "
            f"Der er {math.ceil(overflow)} mm for meget ved 9 punkt. "
            f"Gør de længste punkter kortere, eller skriv på_kortet: nej: {'; '.join(map(self._shown, longest))}"
        )

    def _shown(self, punkt: Bullet) -> str:
        place = self.edition.place(punkt.path)
        where = f"{place.file}:{place.line} " if place else ""
        return f"{where}{punkt.path[-1]} ({len(punkt.ren.split())} ord)"


def _guess(blok: Block) -> TwoColumns:
    """The columns of a block before anything is measured: a bullet is as high as it has letters."""
    return TwoColumns(tuple(len(punkt.ren) + 20 for punkt in blok.punkter), blok.grennavne, heading=30)
