"""What stands on the actioncard and in which order; how it looks is the template's affair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ...edition.edition import Edition
from ...model.handling import Akut, Trin
from ...model.opslag import Kontakt
from ...model.parts import Punkt
from ...read.places import DataPath
from ..text import PaperLinker, TextRenderer, role_names
from .bullets import Branch, Bullet, BulletMaker, branches
from .contacts import ContactGroup, contact_groups, mentioned_contacts
from .marks import Marks
from .qr import edition_qr

FRAME_KINDS = ("fare", "altid", "aldrig", "ring")


@dataclass(frozen=True)
class Block:
    """A step (``nummer``) or a block of the acute frame (``slags``) with its bullets."""

    ident: str
    titel: str
    tekst: str | None
    punkter: list[Bullet]
    forslag: bool
    bemærkning: str | None
    slags: str = "trin"
    nummer: int | None = None
    hvem: str = ""

    @property
    def grennavne(self) -> tuple[str, ...]:
        """The name of the branch that each bullet stands in, "" for none."""
        return tuple(punkt.gren for punkt in self.punkter)

    def grene(self, fra: int = 0, til: int | None = None) -> list[Branch]:
        """The bullets ``fra`` … ``til`` as they are set in one column."""
        return branches(self.punkter[fra:til])


@dataclass(frozen=True)
class CardView:
    """The card of one edition, in reading order."""

    ramme: dict[str, list[Block]]
    kontakter: list[ContactGroup]
    forløb: list[Block]
    omtalt: list[Kontakt]
    mærker: Marks
    edition: Edition

    @cached_property
    def qr(self) -> str:
        """Made when it is printed: a check reads the card too, and has no use for it."""
        return edition_qr(self.edition)

    def blocks(self) -> Iterator[Block]:
        """Every block in reading order."""
        for blocks in self.ramme.values():
            yield from blocks
        yield from self.forløb


class _Maker:
    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.marks = Marks(edition)
        self.bullets = BulletMaker(edition, TextRenderer(edition, PaperLinker(edition)), self.marks)

    def frame(self, ident: str, blok: Akut) -> Block:
        path = ("akut", ident, "punkter")
        forslag = self._all_suggested(path, blok.punkter)
        return Block(
            ident=ident,
            titel=blok.titel,
            tekst=blok.tekst,
            forslag=forslag,
            bemærkning=self.marks.bemærkning(blok.bemærkning),
            punkter=self.bullets.bullets(blok.punkter, path, forslag, []),
            slags=blok.slags,
        )

    def step(self, ident: str, trin: Trin) -> Block:
        path = ("trin", ident, "kort")
        forslag = self._all_suggested(path, trin.kort)
        return Block(
            ident=ident,
            titel=trin.titel,
            tekst=None,
            forslag=forslag,
            bemærkning=self.marks.bemærkning(trin.bemærkning),
            punkter=self.bullets.bullets(trin.kort, path, forslag, trin.handler),
            nummer=self.edition.kort_nummer(ident),
            hvem=role_names(self.edition, trin.handler),
        )

    def _all_suggested(self, path: DataPath, punkter: dict[str, Punkt]) -> bool:
        """Whether one sign at the heading says "redaktionens forslag" for all bullets below it."""
        shown = [(*path, ident) for ident, punkt in punkter.items() if punkt.på_kortet]
        return self.marks.alle_forslag(shown or [path[:2]])


def card_view(edition: Edition) -> CardView:
    """The actioncard of ``edition``. Signs are given out in reading order, so the order here matters."""
    maker = _Maker(edition)
    ramme = {
        slags: [maker.frame(i, b) for i, b in edition.akut_på_kortet.items() if b.slags == slags]
        for slags in FRAME_KINDS
    }
    kontakter = contact_groups(edition, maker.marks)
    before, after = edition.akut_om_trinnene
    forløb = [maker.frame(ident, edition.akut[ident]) for ident in before]
    forløb += [maker.step(ident, trin) for ident, trin in edition.trin_på_kortet.items()]
    forløb += [maker.frame(ident, edition.akut[ident]) for ident in after]
    return CardView(
        ramme=ramme,
        kontakter=kontakter,
        forløb=forløb,
        omtalt=mentioned_contacts(edition, _card_texts(edition)),
        mærker=maker.marks,
        edition=edition,
    )


def _card_texts(edition: Edition) -> Iterator[str]:
    frame = [blok.punkter for blok in edition.akut_på_kortet.values()]
    steps = [trin.kort for trin in edition.trin_på_kortet.values()]
    for punkter in (*frame, *steps):
        yield from (punkt.tekst for punkt in punkter.values() if punkt.på_kortet)
