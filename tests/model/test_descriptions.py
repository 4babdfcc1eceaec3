"""Every field of every model says in Danish what it is for: editors meet these texts in messages."""

from __future__ import annotations

import re

import pytest
from handleplan.model.kinds import KINDS
from handleplan.model.kommune import Kommune
from handleplan.model.overlay import blok_model, ret_model, single_model
from handleplan.read import shapes
from pydantic import BaseModel

_ENGLISH = re.compile(r"\b(the|and|of|with|must|should|field|optional|list|id's|when|for the|is)\b", re.IGNORECASE)


def all_models() -> list[type[BaseModel]]:
    """Every model an editor's file can hold, found by walking from the files' own models down."""
    found: dict[type[BaseModel], None] = {}
    waiting: list[type[BaseModel]] = [Kommune]
    for kind in KINDS.values():
        waiting += [kind.model, ret_model(kind.model), blok_model(kind.model), single_model(kind.model)]
    while waiting:
        model = waiting.pop()
        if model in found:
            continue
        found[model] = None
        waiting += [inner for info in model.model_fields.values() for inner in _inner(info.annotation)]
    return list(found)


def _inner(annotation: object) -> list[type[BaseModel]]:
    found = []
    for leaf in shapes.alternatives(annotation):
        if shapes.is_model(leaf):
            found.append(leaf)
        else:
            found += [model for arg in getattr(leaf, "__args__", ()) for model in _inner(arg)]
    return found


FIELDS = [(model, name) for model in all_models() for name in model.model_fields]


def test_the_walk_finds_the_models() -> None:
    names = {model.__name__ for model in all_models()}
    assert {"Kommune", "Ejer", "Trin", "Punkt", "Bevis", "Hvis", "Alder", "Svar", "OverlayPunkt", "RetAfsnit"} <= names


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_field_has_a_danish_description(model: type[BaseModel], name: str) -> None:
    text = (model.model_fields[name].description or "").strip()
    assert text, f"{model.__name__}.{name} has no description"
    assert text.endswith((".", "…", "?")), f"{model.__name__}.{name} is no whole sentence: {text}"
    assert not _ENGLISH.search(text), f"{model.__name__}.{name} has English in it: {text}"


def test_no_two_fields_of_a_model_say_the_same() -> None:
    for model in all_models():
        texts = [info.description for info in model.model_fields.values()]
        # Several fields hold ids of the same file ("Id'er fra love.yml."), so only longer texts must differ.
        longer = [text for text in texts if text and not text.startswith("Id")]
        assert len(longer) == len(set(longer)), model.__name__
