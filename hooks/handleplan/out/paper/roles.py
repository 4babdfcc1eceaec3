"""Role cards: a page a role, with what I do, whom I report to and whom I call."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...edition.edition import Edition
from ...model.handling import Rolle
from ...read.messages import Message
from ..text import PaperLinker, TextRenderer
from .bullets import Branch, BulletMaker, branches
from .contacts import ContactGroup, contact_groups
from .engine import PaperError, lay_out, pdf_bytes, uncollected
from .marks import Marks
from .measure import MM, box_in, box_on, page_with
from .qr import edition_qr
from .role_fit import PAGE_HEIGHT, SIZES, Measured, RoleFit, Setting
from .spread import spread
from .templates import render

if TYPE_CHECKING:
    from weasyprint import Document

TEMPLATE = "rollekort.html.j2"
TALL_PAGE = 1200.0
# What is not given to the air (mm), so that a card's last line never stands too near to the edge.
ROUNDING = 0.3


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

    @property
    def letters(self) -> int:
        """About how much its tasks are."""
        bullets = (punkt for gren in self.grene for punkt in gren.punkter)
        return len(self.rolle.indledning or "") + sum(len(punkt.før) + len(punkt.ren) for punkt in bullets)


class RoleCards:
    """The role cards of one edition, for the roles that one can be ("Jeg er …")."""

    def __init__(self, edition: Edition, papir: Path) -> None:
        self.edition = edition
        self.papir = papir
        self.kort = [_card(edition, i, rolle) for i, rolle in edition.roller.items() if rolle.jeg_er and rolle.opgaver]

    def source(self) -> str:
        """The cards as HTML, all at the largest size."""
        return self._html({kort.ident: Setting(SIZES[-1]) for kort in self.kort}, PAGE_HEIGHT)

    @uncollected()
    def make(self) -> bytes:
        """The cards as PDF. Raises ``PaperError`` when one does not fit its page at the smallest size."""
        fits = self.fitted()
        pages = []
        for kort in self.kort:
            fit = fits[kort.ident]
            if fit.page is None:
                raise PaperError(self._too_much(kort))
            air = round(max(fit.slack - ROUNDING, 0), 1)
            pages.append(spread(fit.page, _article(kort.ident), air, 0, PAGE_HEIGHT))
        document = self._last.copy(pages)
        del self._last  # it is large, and the next paper is made while these cards live
        return pdf_bytes(document)

    def fitted(self) -> dict[str, RoleFit]:
        """Each card at its largest size. The cards that are not settled yet are laid out together each time."""
        fits = {kort.ident: RoleFit(kort.letters, bool(kort.andre)) for kort in self.kort}
        while tried := {ident: setting for ident, fit in fits.items() if (setting := fit.following())}:
            self._last = self._lay_out(tried)
            for ident, setting in tried.items():
                page = page_with(self._last, _article(ident))
                fits[ident].tell(setting, _measured(box_on(page, _article(ident))), page)
        return fits

    def _html(self, settings: dict[str, Setting], height: float) -> str:
        kort = [one for one in self.kort if one.ident in settings]
        sider = {one.ident: number for number, one in enumerate(self.kort, 1)}
        values = {"kort": kort, "sat": settings, "sider": sider, "højde": height, "qr": edition_qr(self.edition)}
        return render(self.papir, TEMPLATE, self.edition, **values)

    def _lay_out(self, settings: dict[str, Setting]) -> Document:
        return lay_out(self._html(settings, TALL_PAGE), self.papir)

    def _too_much(self, kort: RoleCard) -> str:
        what = f"rollekortet for '{kort.rolle.titel}' kan ikke stå på én side ved 9 punkt"
        return str(Message(self.edition.at(("roller", kort.ident)), what, "gør rollens opgaver kortere"))


def _article(ident: str) -> str:
    """The id of a card on the sheet."""
    return f"rolle-{ident}"


def _measured(card: Any) -> Measured:
    """The sizes of a card's box."""
    columns = {name: box_in(card, name).margin_height() / MM for name in ("venstre", "højre")}
    return Measured(PAGE_HEIGHT - card.margin_height() / MM, **columns)


def _card(edition: Edition, ident: str, rolle: Rolle) -> RoleCard:
    marks = Marks(edition, whole_remarks=True)
    marks.bemærkning(rolle.bemærkning)  # it stands at the heading: its letter is the first
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
