"""Every file on paper that an edition offers: what it is called, what it is made from, and how it is made."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf

from ...edition.edition import Edition
from ...project import Project
from ..drafts import Draft
from ..pages import Page
from .book import Book
from .cache import PaperCache
from .card import FittedCard
from .card_view import card_view
from .engine import pdf_bytes
from .log import LogSheet
from .roles import RoleCards
from .schools import school_cards, school_file, school_source

A3 = math.sqrt(2)


@dataclass(frozen=True)
class Paper:
    """A finished file: ``fil`` relative to the edition's folder, ``sider`` its pages (0: not a PDF)."""

    fil: str
    indhold: bytes
    sider: int

    @property
    def størrelse(self) -> str:
        """The size as a reader knows it: "84 kB", "1,2 MB"."""
        kilobytes = len(self.indhold) / 1000
        return f"{max(round(kilobytes), 1)} kB" if kilobytes < 1000 else f"{kilobytes / 1000:.1f} MB".replace(".", ",")


@dataclass(frozen=True)
class Job:
    """One file to make: ``source()`` is all that its content comes from, ``make()`` the content itself."""

    fil: str
    source: Callable[[], str]
    make: Callable[[], bytes]


@dataclass(frozen=True)
class Built:
    """All papers of an edition, by file name, and how many of them had to be set anew."""

    papirer: dict[str, Paper]
    nye: int


def jobs(edition: Edition, pages: list[Page], project: Project) -> Iterator[Job]:
    """The papers of ``edition``; ``pages`` are its pages as the handbook on paper shows them."""
    papir = project.papir.resolve()
    card = _Card(edition, papir)
    yield Job("actioncard.pdf", card.source, card.a4)
    yield Job("actioncard-a3.pdf", card.source, card.a3)
    for fil, sheet in (
        ("rollekort.pdf", RoleCards(edition, papir)),
        ("logbog.pdf", LogSheet(edition, papir)),
        ("haandbog.pdf", Book(edition, pages, papir)),
    ):
        yield Job(fil, sheet.source, sheet.make)
    for ident in edition.udkast:
        draft = Draft(edition, ident, project)
        yield Job(f"udkast/{ident}.docx", draft.source, draft.make)


def build_papers(edition: Edition, pages: list[Page], project: Project) -> Built:
    """Make every paper that is not in the cache. Raises ``PaperError`` when one cannot be made."""
    cache = PaperCache(project, edition.slug)
    papirer, new = {}, 0
    for job in jobs(edition, pages, project):
        source = job.source()
        content = cache.get(job.fil, source)
        if content is None:
            content = job.make()
            cache.put(job.fil, source, content)
            new += 1
        papirer[job.fil] = _paper(job.fil, content)
    for fil, content, is_new in _school_papers(edition, project.papir.resolve(), cache):
        papirer[fil] = _paper(fil, content)
        new += is_new
    cache.forget_others(papirer)
    return Built(papirer, new)


def _school_papers(edition: Edition, papir: Path, cache: PaperCache) -> Iterator[tuple[str, bytes, bool]]:
    """The schools' cards: file, content, and whether it had to be set. What is missing is set together."""
    sources = {ident: school_source(edition, papir, ident) for ident in edition.skoler}
    kept = {ident: cache.get(school_file(ident), source) for ident, source in sources.items()}
    made = school_cards(edition, papir, [ident for ident, content in kept.items() if content is None])
    for ident, source in sources.items():
        if ident in made:
            cache.put(school_file(ident), source, made[ident])
        yield school_file(ident), made.get(ident) or kept[ident] or b"", ident in made


def _paper(fil: str, content: bytes) -> Paper:
    return Paper(fil, content, _page_count(content) if fil.endswith(".pdf") else 0)


class _Card:
    """The card and its poster: the same page, laid out once."""

    def __init__(self, edition: Edition, papir: Path) -> None:
        self.card = FittedCard(edition, papir, card_view(edition))

    @cached_property
    def document(self):
        return self.card.laid_out()

    def source(self) -> str:
        return self.card.html_at_a_fixed_size()

    def a4(self) -> bytes:
        return pdf_bytes(self.document)

    def a3(self) -> bytes:
        return pdf_bytes(self.document, A3)


def _page_count(content: bytes) -> int:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)
