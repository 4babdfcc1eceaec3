"""The whole handbook on paper: the pages of the site as chapters, with contents and page numbers."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from ...edition.edition import Edition
from ..addresses import edition_url
from ..pages import Page
from .chapters import chapters
from .engine import lay_out, pdf_bytes, uncollected
from .page_numbers import write_page_numbers
from .qr import edition_qr
from .templates import render

TEMPLATE = "haandbog.html.j2"


class Book:
    """The handbook of one edition. ``pages`` are its pages in reading order, as Markdown."""

    def __init__(self, edition: Edition, pages: list[Page], papir: Path) -> None:
        self.edition = edition
        self.pages = pages
        self.papir = papir

    def source(self) -> str:
        """The book as HTML."""
        return self._html

    @cached_property
    def _html(self) -> str:
        address = edition_url(self.edition)
        kapitler = chapters(self.pages, address)
        return render(self.papir, TEMPLATE, self.edition, kapitler=kapitler, qr=edition_qr(self.edition))

    @uncollected()
    def make(self) -> bytes:
        """The book as PDF."""
        document = lay_out(self._html, self.papir)
        write_page_numbers(document)
        return pdf_bytes(document)
