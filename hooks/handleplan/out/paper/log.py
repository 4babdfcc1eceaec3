"""The log sheet: one child a sheet, to fill in on screen or to print empty."""

from __future__ import annotations

from pathlib import Path

from ...edition.edition import Edition
from ..text import PaperLinker, TextRenderer
from .bullets import Bullet, BulletMaker
from .engine import lay_out, pdf_bytes
from .marks import Marks
from .qr import edition_qr
from .templates import render

TEMPLATE = "logbog.html.j2"
FAMILY = "foraeldre"
# Sections that do not stand in the sheet's numbered course: its guidance, and the family's own sheet.
AROUND = ("foer-du-skriver", "foering", "familien")
WHERE_IT_IS_FILED = ("foering", "sted")


class LogSheet:
    """The log sheet of one edition: guidance and questions from ``logbog``, who keeps it and where from ``log:``."""

    def __init__(self, edition: Edition, papir: Path) -> None:
        self.edition = edition
        self.papir = papir

    def source(self) -> str:
        """The sheet as HTML."""
        log, roller, afsnit = self.edition.kommune.log, self.edition.roller, self.edition.logbog
        family = FAMILY in log.føres_af
        marks = Marks(self.edition, whole_remarks=True)
        shown = [ident for ident in afsnit if ident != "familien" or family]
        suggested = {ident: marks.forslag(("logbog", ident)) for ident in shown}
        return render(
            self.papir,
            TEMPLATE,
            self.edition,
            qr=edition_qr(self.edition),
            føres_af=[roller[ident].titel for ident in log.føres_af if ident != FAMILY],
            familiens_ark=family,
            forløb=[ident for ident in afsnit if ident not in AROUND],
            er_forslag=suggested,
            punkter_i={ident: self._bullets(ident, marks, suggested[ident]) for ident in shown},
            mærker=marks,
        )

    def make(self) -> bytes:
        """The sheet as PDF."""
        return pdf_bytes(lay_out(self.source(), self.papir))

    def _bullets(self, ident: str, marks: Marks, suggested: bool) -> list[Bullet]:
        """The section's bullets; where the municipality says where the log is filed, nobody has to ask."""
        punkter = dict(self.edition.logbog[ident].punkter)
        if ident == WHERE_IT_IS_FILED[0]:
            # The heading is about the municipality's own words too, so its bullets carry their signs themselves.
            suggested = False
            if self.edition.kommune.log.opbevares:
                punkter.pop(WHERE_IT_IS_FILED[1], None)
        maker = BulletMaker(self.edition, TextRenderer(self.edition, PaperLinker(self.edition)), marks, leads=False)
        return maker.bullets(punkter, ("logbog", ident, "punkter"), suggested, [])
