"""Role cards: a page a role, with what I do, whom I report to and whom I call."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ...edition.edition import Edition
from ...model.handling import Rolle
from ..text import PaperLinker, TextRenderer
from .bullets import Branch, BulletMaker, branches
from .contacts import ContactGroup, contact_groups
from .engine import PaperError, lay_out, pdf_bytes
from .marks import Marks
from .measure import height_of
from .qr import edition_qr
from .templates import render

if TYPE_CHECKING:
    from weasyprint import Document

TEMPLATE = "rollekort.html.j2"
# From the smallest: half points, and quarters where a page is nearly full.
SIZES = (9.0, 9.25, 9.5, 9.75, 10.0, 10.5, 11.0, 11.5, 12.0, 12.5, 13.0, 13.5, 14.0, 14.5, 15.0)
PAGE_HEIGHT, TALL_PAGE = 297.0, 1200.0
# What is not given to the air (mm), so that a card's last line is never pushed to a second page.
ROUNDING = 0.3


class Setting(NamedTuple):
    """How a card is set: its text size in pt, whether help from elsewhere stands below the tasks, mm of air above its foot."""

    størrelse: float
    delt: bool = False
    luft: float = 0


@dataclass(frozen=True)
class RoleCard:
    """One role's page. ``grene``: its tasks; ``melder_til``: titles; contacts of the card (``lokale``) and its own."""

    ident: str
    rolle: Rolle
    forslag: bool
    grene: list[Branch]
    melder_til: list[str]
    lokale: list[ContactGroup]
    andre: list[ContactGroup]
    mærker: Marks


class RoleCards:
    """The role cards of one edition, for the roles that one can be ("Jeg er …")."""

    def __init__(self, edition: Edition, papir: Path) -> None:
        self.edition = edition
        self.papir = papir
        self.kort = [_card(edition, i, rolle) for i, rolle in edition.roller.items() if rolle.jeg_er and rolle.opgaver]

    def source(self) -> str:
        """The cards as HTML, all at the largest size."""
        return self._html({kort.ident: Setting(SIZES[-1]) for kort in self.kort}, PAGE_HEIGHT)

    def make(self) -> bytes:
        """The cards as PDF. Raises ``PaperError`` when one does not fit its page at the smallest size."""
        found = self._largest_that_fit()
        for kort in self.kort:
            if kort.ident not in found:
                raise PaperError(self._too_much(kort))
        return pdf_bytes(self._lay_out(found, PAGE_HEIGHT))

    def _largest_that_fit(self) -> dict[str, Setting]:
        """Each card's setting, by halving the sizes that are left to it: all cards are laid out together each time."""
        found: dict[str, Setting] = {}
        span = {kort.ident: (0, len(SIZES)) for kort in self.kort}
        while span:
            sizes = {ident: SIZES[(low + high) // 2] for ident, (low, high) in span.items()}
            fitting: dict[str, Setting] = {}
            for delt in (False, True):
                tried = {ident: Setting(size, delt) for ident, size in sizes.items() if ident not in fitting}
                fitting |= self._that_fit(tried)
            found |= fitting
            for ident, (low, high) in list(span.items()):
                middle = (low + high) // 2
                span[ident] = (middle + 1, high) if ident in fitting else (low, middle)
            span = {ident: (low, high) for ident, (low, high) in span.items() if low < high}
        return found

    def _that_fit(self, tried: dict[str, Setting]) -> dict[str, Setting]:
        """Those of ``tried`` that stay on their page, with the air that takes their foot to its bottom."""
        if not tried:
            return {}
        document = self._lay_out(tried, TALL_PAGE)
        left = {ident: PAGE_HEIGHT - height_of(document, f"rolle-{ident}") for ident in tried}
        return {ident: tried[ident]._replace(luft=round(max(air - ROUNDING, 0), 1)) for ident, air in left.items() if air >= 0}

    def _html(self, settings: dict[str, Setting], height: float) -> str:
        kort = [one for one in self.kort if one.ident in settings]
        return render(self.papir, TEMPLATE, self.edition, kort=kort, sat=settings, højde=height, qr=edition_qr(self.edition))

    def _lay_out(self, settings: dict[str, Setting], height: float) -> Document:
        return lay_out(self._html(settings, height), self.papir)

    def _too_much(self, kort: RoleCard) -> str:
        place = self.edition.place(("roller", kort.ident))
        where = f"{place.file}:{place.line}" if place else kort.ident
        return (
            f"{self.edition.fuldt_navn}: rollekortet for '{kort.rolle.titel}' kan ikke stå på én side ved 9 punkt. "
            f"Gør rollens opgaver kortere: {where}"
        )


def _card(edition: Edition, ident: str, rolle: Rolle) -> RoleCard:
    marks = Marks(edition, whole_remarks=True)
    maker = BulletMaker(edition, TextRenderer(edition, PaperLinker(edition)), marks, leads=False)
    path = ("roller", ident, "opgaver")
    forslag = marks.alle_forslag((*path, key) for key in rolle.opgaver)
    bullets = maker.bullets(rolle.opgaver, path, forslag, [ident])
    own = {i: edition.kontakter[i] for i in rolle.kontakter if i not in edition.kontakter_på_kortet}
    return RoleCard(
        ident=ident,
        rolle=rolle,
        forslag=forslag,
        grene=branches(bullets),
        melder_til=[edition.roller[i].titel for i in rolle.melder_til],
        lokale=contact_groups(edition, marks),
        andre=contact_groups(edition, marks, own),
        mærker=marks,
    )
