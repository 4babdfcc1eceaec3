"""``handleplan.json``: everything the edition says, for other programs, with the YAML's own names.

``document_schema.py`` is its form. Values that are empty are left out; ``ja``/``nej`` are ``true``/``false``; texts are
Markdown with references (``{{ tlf('politi') }}``), whose ids all stand in the same file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ...edition.edition import Edition
from ...model.kinds import KINDS
from ...read.places import DataPath
from ..addresses import edition_url
from .words import status_text

SCHEMA_FILE = "handleplan.schema.json"
# The form's own version: a new field raises the second number; a field that goes or changes meaning, the first.
FORM_VERSION = "1.2"
# What the pages mark one by one, when the thing they stand in is not marked as a whole.
_MARKED_FIELDS = ("tekst", "indledning", "hvem", "handler", "beslutter", "høres", "informeres", "melder_til")


def document_bytes(edition: Edition) -> bytes:
    """The document as UTF-8."""
    return as_json(document(edition))


def as_json(value: Any) -> bytes:
    """``value`` on one line: a program reads it, and line breaks and indents are a third of such a file."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def document(edition: Edition) -> dict[str, Any]:
    """The document's values (see ``document_schema.py``)."""
    kommune = edition.kommune
    return {
        "$schema": SCHEMA_FILE,
        "form": FORM_VERSION,
        "udgave": _without_empty({
            "slug": edition.slug,
            "kommune": edition.fuldt_navn,
            "titel": kommune.titel,
            "status": status_text(edition),
            "officiel": edition.er_officiel,
            "dato": kommune.dato.isoformat(),
            "version": edition.version,
            "adresse": edition_url(edition),
            "mangler": list(edition.mangler),
        }),
        "mærker": {
            "redaktionens_forslag": ["/".join(path) for kind in KINDS for path in _suggested(edition, kind)],
            "ikke_bekræftet": [f"{kind}/{ident}" for kind, ident in unconfirmed(edition)],
            "kommunens_egne": [
                f"{kind}/{ident}" for kind in KINDS for ident in edition.things(kind) if edition.is_local((kind, ident))
            ],
        },
        "orden": {kind: list(edition.things(kind)) for kind in KINDS},
        "skjult": [{"slags": kind, "id": ident, "hvorfor": why} for (kind, ident), why in edition.hidden.items()],
        "kommune": _dumped(kommune),
        "skoler": {ident: _dumped(skole) for ident, skole in edition.skoler.items()},
        **{kind: {ident: _dumped(thing) for ident, thing in edition.things(kind).items()} for kind in KINDS},
    }  # fmt: skip


def unconfirmed(edition: Edition) -> Iterator[tuple[str, str]]:
    """The facts that can go stale and that nobody has confirmed: the pages mark them "ikke bekræftet"."""
    for kind in KINDS.values():
        for ident, thing in edition.things(kind.name).items():
            if kind.can_stale and thing.tjekket is None:
                yield kind.name, ident
    for ident, skole in edition.skoler.items():
        if skole.tjekket is None:
            yield "skoler", ident


def _suggested(edition: Edition, kind: str) -> Iterator[DataPath]:
    """The paths marked "redaktionens forslag", outermost first: all below such a path is a suggestion too."""
    for ident, thing in edition.things(kind).items():
        yield from _suggested_below(edition, (kind, ident), thing)


def _suggested_below(edition: Edition, path: DataPath, value: Any) -> Iterator[DataPath]:
    if isinstance(value, BaseModel):
        if "forslag" in type(value).model_fields and edition.is_forslag(path):
            yield path
            return
        for name in type(value).model_fields:
            child = getattr(value, name)
            if name in _MARKED_FIELDS and "forslag" in type(value).model_fields and len(path) == 2:
                if child and edition.is_forslag((*path, name)):
                    yield (*path, name)
            elif isinstance(child, dict):
                yield from _suggested_below(edition, (*path, name), child)
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _suggested_below(edition, (*path, key), child)


def _dumped(model: BaseModel) -> Any:
    return _without_empty(model.model_dump(mode="json"))


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_empty(child) for key, child in value.items()}
        return {key: child for key, child in kept.items() if child not in (None, [], {})}
    if isinstance(value, list):
        return [_without_empty(child) for child in value]
    return value
