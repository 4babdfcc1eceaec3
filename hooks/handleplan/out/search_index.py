"""What the search index says beyond the pages' text: search words, phone numbers, and what counts most.

The index is the JSON that Material's search plugin writes (``{"config": …, "docs": [{"location", "title", "text"}]}``);
this module changes the typed-in part of it and knows no MkDocs. How a query is answered stands in
``overrides/tema/assets/javascripts/lunr/min/lunr.da.min.js``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import escape

from ..edition.edition import Edition
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
    "baggrund/": 0.5, "om/": 0.6, "forebyggelse/": 0.9, "vidensbank/": 0.9,
}  # fmt: skip
LOCAL_BOOST = 1.3


class UnknownSection(ValueError):
    """Search words point to a section that the index does not have."""


def enrich(index: dict[str, Any], edition: Edition) -> dict[str, Any]:
    """``index`` with ``ord`` (hidden search words), ``boost`` and phone numbers in the titles of contacts.

    Raises ``UnknownSection`` when a thing with search words has no section of its own in the index.
    """
    words = search_words(edition)
    phones = dict(_phones(edition))
    local = {_location("kontakter", ident) for ident in edition.lokale_kontakter}
    docs = []
    for doc in index["docs"]:
        location = doc["location"]
        new = {**doc, "boost": _boost(location) * (LOCAL_BOOST if location in local else 1.0)}
        if location in phones:
            new["title"] = f"{doc['title']} · {phones[location]}"
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
            words = getattr(thing, "søgeord", [])
            if words:
                for location in _locations(edition, kind, ident):
                    yield location, words
            page = addresses.url_of(addresses.page_of(kind, ident)) if kind != "ord" else ""
            for key, afsnit in getattr(thing, "afsnit", {}).items():
                if afsnit.søgeord:
                    yield f"{page}#{key if kind == 'trin' else f'{ident}-{key}'}", afsnit.søgeord


def _locations(edition: Edition, kind: str, ident: str) -> list[str]:
    if kind == "vidensbank":
        return [f"{addresses.url_of(addresses.page_of(kind, ident))}#{addresses.table_anchor(til)}" for til in edition.vidensbank[ident].til]
    if kind == "litteratur":
        return [f"{addresses.url_of(addresses.page_of(kind, ident))}#litteratur"]
    return [_location(kind, ident)]


def _location(kind: str, ident: str) -> str:
    anchor = addresses.anchor_of(kind, ident)
    return addresses.url_of(addresses.page_of(kind, ident)) + (f"#{anchor}" if anchor else "")


def _phones(edition: Edition) -> Iterator[tuple[str, str]]:
    for ident, kontakt in edition.kontakter.items():
        if kontakt.telefon:
            yield _location("kontakter", ident), shown_phone(kontakt.telefon[0])


def _boost(location: str) -> float:
    return next((boost for page, boost in PAGE_BOOST.items() if location.startswith(page)), 1.0)
