"""What the search index says beyond the pages' text: search words, phone numbers, and what counts most.

The index is the JSON that Material's search plugin writes (``{"config": …, "docs": [{"location", "title", "text"}]}``);
this module changes the typed-in part of it and knows no MkDocs. How a query is answered stands in
``overrides/tema/assets/javascripts/lunr/min/lunr.da.min.js``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from markupsafe import escape

from ..edition.edition import Edition
from ..model.handling import Akut, Samtale
from ..model.kinds import KINDS
from . import addresses
from .numbers import shown_phone

# The weight of a word in each field. Material's own 1000 for titles drowns every other hit (measured: 20 is right).
FIELDS = {"title": {"boost": 20.0}, "text": {"boost": 1.0}, "ord": {"boost": 12.0}}
# Punctuation and HTML entities part words too; "-" and "@" so that both halves can be found.
SEPARATOR = r"(?:&[a-z]+;|&#\d+;|[\s\-–—,.:;!?\"'()\[\]/§«»“”…@|+*<>=]+)+"
# When two sections answer equally well: what to do before what to know, local before national.
PAGE_BOOST = {
    "actioncard/": 1.1, "trin/": 1.2, "kontakter/": 1.1, "beslutninger/": 1.1, "samtaler/": 1.0,
    "roller/": 0.8, "baggrund/": 0.5, "om/": 0.6, "forebyggelse/": 0.8, "vidensbank/": 0.7,
}  # fmt: skip
LOCAL_BOOST = 1.3
HEADING_ONLY = 0.6  # a group's heading, against the sections below it
# What the reader calls the kind of thing: "politikontakt", "lederens opgaver", "samtale med forældre".
KIND_WORDS = {"kontakter": "kontakt", "love": "lov, paragraf", "samtaler": "samtale", "roller": "opgaver"}
# The class of signs that part a mark from its sentence in the excerpts, and that nobody sees (docs/makroer.md.j2).
ONLY_IN_EXCERPTS = "hp-adskilt"
# Lists of what stands elsewhere, beside the text it belongs to.
LEFT_OUT = re.compile(r"om/#(bemaerkninger|lokalt-og-faelles)|trin/[^/]+/#(samtaler-og-beslutninger|lov|materialer)")


class UnknownSection(ValueError):
    """Search words point to a section that the index does not have."""


def enrich(index: dict[str, Any], edition: Edition) -> dict[str, Any]:
    """``index`` with ``ord`` (hidden search words), ``boost`` and titles that say enough on their own.

    Raises ``UnknownSection`` when a thing with search words has no section of its own in the index.
    """
    words = search_words(edition)
    titles = search_titles(edition)
    own = {location_of_afsnit("trin", ident, key) for ident, trin in edition.trin.items() for key in trin.afsnit}
    docs = []
    for doc in index["docs"]:
        location = doc["location"]
        if LEFT_OUT.fullmatch(location) and location not in own:
            continue
        new = dict(doc)
        boost = section_boost(edition, location) * (1.0 if doc["text"] or "#" not in location else HEADING_ONLY)
        if boost != 1.0:
            new["boost"] = round(boost, 2)
        if location in titles:
            new["title"] = str(escape(titles[location]))
        elif samtale := _samtale_of(edition, location):
            new["title"] = str(escape(f"{samtale.titel}: ")) + doc["title"]
        if found := words.pop(location, None):
            new["ord"] = str(escape(", ".join(found)))
        docs.append(new)
    if words:
        raise UnknownSection(f"Søgeord uden et afsnit at vise: {', '.join(sorted(words))}")
    return {"config": {**index["config"], "fields": FIELDS, "separator": SEPARATOR}, "docs": docs}


def search_words(edition: Edition) -> dict[str, list[str]]:
    """Every ``søgeord`` of the edition by the section it leads to (``"kontakter/#ssp"``)."""
    found: dict[str, list[str]] = {}
    for location, words in _things_with_words(edition):
        found.setdefault(location, [])
        found[location] += [word for word in words if word not in found[location]]
    return found


def _things_with_words(edition: Edition) -> Iterator[tuple[str, list[str]]]:
    for kind in KINDS:
        for ident, thing in edition.things(kind).items():
            number = "telefonnummer" if getattr(thing, "telefon", None) else None
            words = [*getattr(thing, "søgeord", []), *filter(None, [KIND_WORDS.get(kind), number])]
            if words:
                for location in locations_of_thing(edition, kind, ident):
                    yield location, words
            for key, afsnit in getattr(thing, "afsnit", {}).items():
                if afsnit.søgeord:
                    yield location_of_afsnit(kind, ident, key), afsnit.søgeord


def location_of_afsnit(kind: str, ident: str, key: str) -> str:
    """Where a part of a thing stands: ``"trin/stop/#kendt"``, ``"beslutninger/#underretning-saadan"``."""
    return f"{addresses.url_of(addresses.page_of(kind, ident))}#{key if kind == 'trin' else f'{ident}-{key}'}"


def locations_of_thing(edition: Edition, kind: str, ident: str) -> list[str]:
    """The sections that a thing's search words lead to; a resource stands in a table for each of its audiences."""
    if kind == "ord":
        return []
    if kind == "vidensbank":
        page = addresses.url_of(addresses.page_of(kind, ident))
        return [f"{page}#{addresses.table_anchor(til)}" for til in edition.vidensbank[ident].til]
    if kind == "litteratur":
        return [f"{addresses.url_of(addresses.page_of(kind, ident))}#litteratur"]
    return [_location(kind, ident)]


def _location(kind: str, ident: str) -> str:
    anchor = addresses.anchor_of(kind, ident)
    return addresses.url_of(addresses.page_of(kind, ident)) + (f"#{anchor}" if anchor else "")


def search_titles(edition: Edition) -> dict[str, str]:
    """Titles for the result list, where a heading leaves out what decides: the phone number, the act and paragraph."""
    found: dict[str, str] = {}
    for ident, kontakt in edition.kontakter.items():
        if kontakt.telefon:
            found[_location("kontakter", ident)] = f"{kontakt.navn} · {shown_phone(kontakt.telefon[0])}"
    for ident, lov in edition.love.items():
        paragraph = f"{lov.lov} {lov.paragraf or ''}".strip()
        found[_location("love", ident)] = " · ".join(filter(None, (lov.titel, paragraph)))
    for ident, blok in edition.akut.items():
        numbers = _numbers_of_block(edition, blok)
        for location in (_location("akut", ident), f"actioncard/#kort-{ident}"):
            if numbers:
                found[location] = " · ".join([blok.titel, *numbers])
    return found


def _samtale_of(edition: Edition, location: str) -> Samtale | None:
    """The conversation a part of it belongs to (``samtaler/#klassen-sig``): "Undgå" alone says nothing in a list."""
    inside = [ident for ident in edition.samtaler if location.startswith(f"{_location('samtaler', ident)}-")]
    return edition.samtaler[max(inside, key=len)] if inside else None


def _numbers_of_block(edition: Edition, blok: Akut) -> list[str]:
    """The numbers a block of the acute order is about: alarm and police, or those to call first."""
    if blok.slags == "fare":
        contacts = [edition.kontakter[ident] for ident in blok.kontakter]
    elif blok.slags == "ring":
        contacts = list(edition.kontakter_på_kortet.values())
    else:
        return []
    return [shown_phone(kontakt.telefon[0]) for kontakt in contacts if kontakt.telefon][:2]


def section_boost(edition: Edition, location: str) -> float:
    """How much a section counts when others answer equally well."""
    boost = next((boost for page, boost in PAGE_BOOST.items() if location.startswith(page)), 1.0)
    local = location.startswith("kontakter/#") and location.partition("#")[2] in edition.lokale_kontakter
    return round(boost * (LOCAL_BOOST if local else 1.0), 2)
