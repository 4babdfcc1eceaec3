"""The leader's drafts as Word files, made from the same data as the page ``udkast/``."""

from __future__ import annotations

import markdown
from markupsafe import Markup

from ..edition.edition import Edition
from ..project import Project
from .addresses import edition_url
from .dates import dansk_dato
from .paper.templates import render
from .text import PaperLinker, TextRenderer
from .word import Frame, word_file

TEMPLATE = "udkast.md.j2"


class Draft:
    """One draft of an edition."""

    def __init__(self, edition: Edition, ident: str, project: Project) -> None:
        self.edition = edition
        self.ident = ident
        self.papir = project.papir.resolve()

    def source(self) -> str:
        """The draft as Markdown, with head and foot: all that the file comes from."""
        return f"{self._frame()}\n{self._markdown()}"

    def make(self) -> bytes:
        """The draft as a .docx file."""
        return word_file(markdown.markdown(self._markdown(), extensions=["sane_lists"]), self._frame())

    def _markdown(self) -> str:
        udkast = self.edition.udkast[self.ident]
        text = TextRenderer(self.edition, PaperLinker(self.edition))
        return render(
            self.papir,
            TEMPLATE,
            self.edition,
            u=udkast,
            fra=", ".join(self.edition.roller[ident].titel for ident in udkast.fra),
            forslag=self._has_our_words(),
            tekst=lambda value: Markup(text.markdown(value)),
        )

    def _has_our_words(self) -> bool:
        """Whether the draft, or what the municipality left of it, is the editors': a letter says so at its top."""
        path, said = ("udkast", self.ident), self.edition.udkast[self.ident].forslag
        if self.edition.kommune.status == "godkendt" or said is False:
            return False
        return self.edition.is_forslag(path) or not self.edition.is_local(path)

    def _frame(self) -> Frame:
        kommune = self.edition.kommune
        official = self.edition.er_officiel
        unofficial = f"Ikke kommunens officielle plan – {kommune.status}"
        status = f"Godkendt af {kommune.godkendt_af}" if official else unofficial
        return Frame(
            titel=self.edition.udkast[self.ident].titel,
            forfatter=self.edition.fuldt_navn,
            dato=kommune.dato,
            top=f"{self.edition.fuldt_navn} · {status}",
            bund=f"Version {self.edition.version} · {dansk_dato(kommune.dato)} · Ejer: {kommune.ejer.funktion} · "
            f"{edition_url(self.edition)}",
        )
