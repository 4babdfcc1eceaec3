"""The log sheet: one child a sheet, to fill in on screen or to print empty."""

from __future__ import annotations

from pathlib import Path

from ...edition.edition import Edition
from ..addresses import edition_url
from .engine import lay_out, pdf_bytes
from .qr import qr_image, versioned
from .templates import render

TEMPLATE = "logbog.html.j2"
FAMILY = "foraeldre"


class LogSheet:
    """The log sheet of one edition: who keeps it and where it is filed is the municipality's own (``log:``)."""

    def __init__(self, edition: Edition, papir: Path) -> None:
        self.edition = edition
        self.papir = papir

    def source(self) -> str:
        """The sheet as HTML."""
        log = self.edition.kommune.log
        roller = self.edition.roller
        return render(
            self.papir,
            TEMPLATE,
            self.edition,
            qr=qr_image(versioned(edition_url(self.edition), self.edition.version)),
            føres_af=[roller[ident].titel for ident in log.føres_af if ident != FAMILY],
            familiens_ark=FAMILY in log.føres_af,
        )

    def make(self) -> bytes:
        """The sheet as PDF."""
        return pdf_bytes(lay_out(self.source(), self.papir))
