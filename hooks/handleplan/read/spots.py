"""From pydantic's path of an error to the spot in the data and in the model that it is about."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from . import shapes
from .places import DataPath
from .words import shorten

KEY = "[key]"  # pydantic's mark for an error in a mapping's key
_ABSENT = object()


@dataclass
class Spot:
    """Where an error is."""

    #: In the data, as far down as the data goes.
    path: DataPath
    #: What may stand here.
    type: Any
    #: What stands here.
    value: Any = None
    #: The model's field, if the spot is one.
    field: FieldInfo | None = None
    #: The models that the path goes through, from the top down, and their data.
    owners: list[type[BaseModel]] = dataclasses.field(default_factory=list)
    holders: list[dict] = dataclasses.field(default_factory=list)
    #: The names on the way down; True for ids.
    trail: list[tuple[str, bool]] = dataclasses.field(default_factory=list)
    #: The last step; None at the top.
    name: str | int | None = None
    #: The mapping that the last step into one was into.
    beside: dict = dataclasses.field(default_factory=dict)
    #: What an id may be, if the last step was into a mapping of ids; and whether the error is about the id itself.
    key_type: Any = None
    is_key: bool = False
    #: The first choice between types on the way: where, which type pydantic tried, and all of them.
    union: tuple[DataPath, str] | None = None
    union_type: Any = None

    @property
    def label(self) -> str:
        """How a message names the spot."""
        if isinstance(self.name, int):
            return f"punkt {self.name + 1} i '{shorten(self.trail[-1][0])}'" if self.trail else f"punkt {self.name + 1}"
        name = self.trail[-1][0] if self.name is None and self.trail else self.name
        return "indholdet" if name is None else f"'{shorten(name)}'"

    @property
    def where(self) -> str:
        """Which thing the spot is in, to put after a statement: `` (under 'alder' i 'politi')``."""
        names = self.trail[:-1]  # without the spot's own name, or for a list's element the list's name
        fields: list[str] = []
        while names and not names[-1][1]:
            fields.append(names.pop()[0])
        parts = [f"under '{shorten(fields[0])}'"] if fields else []
        parts += [f"i '{shorten(names[-1][0])}'"] if names else []
        return f" ({' '.join(parts)})" if parts else ""


def walk(type_: Any, data: Any, loc: DataPath, error_type: str, at: DataPath = ()) -> Spot:
    """Follow ``loc`` down through data and model at once.

    ``at`` is where ``data`` stands in its file; its last name is the thing that messages mention.
    """
    spot = Spot((), type_)
    if at and isinstance(at[-1], str):
        spot.trail.append((at[-1], True))
    value = data
    for number, step in enumerate(loc):
        last = number == len(loc) - 1
        if last and step == KEY and not (isinstance(value, dict) and KEY in value):
            spot.is_key, value = True, spot.name
        elif isinstance(value, dict) and (step in value or (last and error_type in ("missing", "extra_forbidden"))):
            _into_mapping(spot, value, step)
            value = value.get(step, _ABSENT)
        elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            spot.path, spot.name, spot.field = (*spot.path, step), step, None
            spot.type, value = shapes.item_type(spot.type), value[step]
        else:
            _through_choice(spot, str(step))
    spot.value = value
    return spot


def _into_mapping(spot: Spot, value: dict, step: Any) -> None:
    holders = shapes.models(spot.type)
    spot.owners += holders[:1]
    spot.holders += [value] * bool(holders)
    spot.beside = value
    found = next((model.model_fields[step] for model in holders if step in model.model_fields), None)
    mapping = shapes.key_and_value_types(spot.type)
    if found is not None:
        spot.type = shapes.field_type(found)
    else:
        spot.key_type, spot.type = mapping if mapping and not holders else (None, Any)
    spot.path, spot.name, spot.field = (*spot.path, step), step, found
    spot.trail.append((str(step), not holders))


def _through_choice(spot: Spot, step: str) -> None:
    """A step that is not in the data: a field of a thing written in short, or pydantic's name of a type."""
    for model in shapes.models(spot.type):
        if step in model.model_fields and model.__name__ != step:
            # ``ring-nu: Ring nu`` stands for ``ring-nu: {tekst: Ring nu}``: the editor sees no field, only ring-nu
            spot.type, spot.field = shapes.field_type(model.model_fields[step]), None
            return
    if spot.union is None:
        spot.union, spot.union_type = (spot.path, step), spot.type
    kind = "list" if step.startswith("list[") else "dict" if step.startswith("dict[") else None
    names = {kind} if kind else set(re.findall(r"\w+", step))  # pydantic: "function-after[check(), Alder]"
    named = [leaf for leaf in shapes.alternatives(spot.type) if getattr(leaf, "__name__", "") in names]
    if len(named) == 1:
        spot.type = named[0]
