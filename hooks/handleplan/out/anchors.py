"""No two headings of a page have the same address (``#id``): links, search and contents would lead to the first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..edition.edition import Edition
from ..model.kinds import KINDS
from ..read.messages import Message
from ..read.places import DataPath
from . import addresses
from .pages import Page

_ANCHOR = re.compile(r"\{: #([^\s}]+)")


def doubled_anchors(edition: Edition, pages: list[Page]) -> Iterator[Message]:
    """An error for each address that two headings of a page have, at the id that the municipality can change."""
    doubled = [
        (page.path, anchor)
        for page in pages
        for anchor, times in Counter(_ANCHOR.findall(page.markdown)).items()
        if times > 1
    ]
    if not doubled:
        return
    owners: dict[tuple[str, str], list[DataPath]] = {}
    for place, path in _owned(edition):
        owners.setdefault(place, []).append(path)
    for page, anchor in doubled:
        found = owners.get((page, anchor), [])
        path = next((path for path in found if edition.is_local(path)), found[0] if found else ("kommune", "navn"))
        what = f"'{anchor}' er adressen på to overskrifter på siden {page.removesuffix('.md')}"
        yield Message(edition.at(path), what, "giv det her et andet id, for eksempel med et ord mere")


def _owned(edition: Edition) -> Iterator[tuple[tuple[str, str], DataPath]]:
    """``((page, anchor), path in the data)`` of every heading whose address comes from an id of the data."""
    card = addresses.SIDER["actioncard"]
    for kind in KINDS:
        for ident, thing in edition.things(kind).items():
            if kind == "ord":
                continue
            page = addresses.page_of(kind, ident)
            yield (page, addresses.anchor_of(kind, ident) or f"{kind}-{ident}"), (kind, ident)
            if kind in ("trin", "akut"):
                yield (card, f"kort-{ident}"), (kind, ident)
            for key in getattr(thing, "afsnit", {}):
                yield (page, key if kind == "trin" else f"{ident}-{key}"), (kind, ident, "afsnit", key)
            for part in type(thing).model_fields:
                yield (page, f"{ident}-{addresses.in_ascii(part)}"), (kind, ident, part)
    for ident in edition.kommune.om:
        yield (addresses.SIDER["om"], ident), ("kommune", "om", ident)
