"""The contacts of a sheet: who for, which number, when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ...edition.edition import Edition
from ...edition.text_references import references
from ...model.opslag import Kontakt
from ..contact_words import audience_text, hours_text
from .marks import Marks


@dataclass(frozen=True)
class Row:
    """One contact: ``for_hvem`` is age and audience in words, ``ubekræftet`` and ``bemærkning`` its signs."""

    ident: str
    kontakt: Kontakt
    for_hvem: str
    ubekræftet: bool
    bemærkning: str | None


@dataclass
class ContactGroup:
    """Contacts that follow each other and share their hours, so that the hours stand once."""

    åbent: str
    lukket: str | None
    rækker: list[Row] = field(default_factory=list)


def contact_groups(edition: Edition, marks: Marks, kontakter: dict[str, Kontakt] | None = None) -> list[ContactGroup]:
    """``kontakter`` (or the contacts on the card) in order, gathered by hours."""
    groups: list[ContactGroup] = []
    for ident, kontakt in (edition.kontakter_på_kortet if kontakter is None else kontakter).items():
        hours, closed = hours_text(kontakt), kontakt.uden_for_åbningstid
        if not groups or (groups[-1].åbent, groups[-1].lukket) != (hours, closed):
            groups.append(ContactGroup(hours, closed))
        unconfirmed, remark = marks.ubekræftet(kontakt.tjekket), marks.bemærkning(kontakt.bemærkning)
        groups[-1].rækker.append(Row(ident, kontakt, audience_text(kontakt), unconfirmed, remark))
    return groups


def mentioned_contacts(edition: Edition, texts: Iterable[str]) -> list[Kontakt]:
    """The contacts that ``texts`` name and that the sheet does not list: their addresses are read in the foot."""
    idents = (ref.ident for text in texts for ref in references(text) if ref.function == "kontakt")
    return [edition.kontakter[i] for i in dict.fromkeys(idents) if i not in edition.kontakter_på_kortet]
