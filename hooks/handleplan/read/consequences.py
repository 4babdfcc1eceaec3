"""One mistake, one message: leave out the errors that another one explains."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from ..model.types import RESERVED_IDS
from . import shapes
from .faults import Fault, Sentence
from .field_sentences import is_text_with_colon, meant_field, meant_holder, own_fields_beside
from .places import DataPath

#: Our own kind of error, beside pydantic's: the name of a field stands where an id belongs.
FIELD_FOR_ID = "field_for_id"


def without_consequences(faults: Iterable[Fault]) -> list[Fault]:
    """Return the faults that an editor has to do something about."""
    found = _without_missing(_with_fields_for_ids(_without_content_of_fixed_words(list(faults))))
    beside = {(fault.parent, name) for fault in found if fault.value is None for name in own_fields_beside(fault)}
    wrong = {fault.path for fault in found if fault.spot.is_key}  # then it is no wonder that nothing stands after it
    return [
        fault for fault in found
        if not (_is_about_name(fault) and (fault.parent, fault.spot.name) in beside)
        and not (not fault.spot.is_key and fault.value is None and fault.path in wrong)
    ]


def _is_about_name(fault: Fault) -> bool:
    return fault.spot.is_key or fault.type == FIELD_FOR_ID


def field_for_id(fault: Fault) -> Sentence:
    """The lines of one thing have slipped out to where the things' ids stand."""
    what = f"{fault.spot.label} er et felt, men står, hvor der skal stå et id{fault.spot.where}"
    return what, "ryk linjen og det, der hører til den, to mellemrum ind"


def _without_content_of_fixed_words(faults: list[Fault]) -> list[Fault]:
    """``ret:`` where an id belongs has slipped in from the margin: what stands below it is no thing of that name."""
    slipped = [fault.path for fault in faults if fault.spot.is_key and fault.value in RESERVED_IDS]
    return [fault for fault in faults if fault.spot.is_key or not any(_is_below(fault.path, path) for path in slipped)]


def _is_below(path: DataPath, other: DataPath) -> bool:
    return path[: len(other)] == other


def _without_missing(faults: list[Fault]) -> list[Fault]:
    """Leave out the missing fields that are there, only misspelt, in the wrong column or read as something else."""
    unknown = [fault for fault in faults if fault.type == "extra_forbidden"]
    texts = {fault.parent for fault in unknown if is_text_with_colon(fault)}
    explained: set[tuple[DataPath, Any]] = set()
    for fault in unknown:
        name, parent = fault.spot.name, fault.parent
        explained |= {(parent, meant_field(fault)), (parent[:-1], name)}
        explained |= {((*parent, beside), name) for beside in (fault.spot.holders[-1] if fault.spot.holders else ())}
    empty = {(fault.parent, meant_holder(fault)) for fault in unknown}  # ``ret:`` whose content stands beside it
    return [
        fault for fault in faults
        if not (fault.type == "missing" and (fault.parent in texts or (fault.parent, fault.spot.name) in explained))
        and not (fault.value is None and fault.type != "missing" and (fault.parent, fault.spot.name) in empty)
    ]


def _with_fields_for_ids(faults: list[Fault]) -> list[Fault]:
    nodes: dict[DataPath, Fault] = {}
    for fault in faults:
        found = _field_as_id(fault)
        if found is not None:
            nodes.setdefault(found.path, found)
    rest = [fault for fault in faults if not any(_is_below(fault.path, path) for path in nodes)]
    return [*nodes.values(), *rest]


def _field_as_id(fault: Fault) -> Fault | None:
    """Return the fault to report instead when the thing's id is the name of one of the thing's fields."""
    trail = fault.spot.trail
    if fault.type == "extra_forbidden" and len(trail) > 1 and fault.spot.owners:
        fields, path, trail = fault.spot.owners[-1].model_fields, fault.parent, trail[:-1]
        if any(name in fields for name in fault.spot.holders[-1]):
            return None
    elif fault.type == "model_type" and trail and not isinstance(fault.spot.name, int):
        fields, path = {name for model in shapes.models(fault.spot.type) for name in model.model_fields}, fault.path
    else:
        return None
    name, is_id = trail[-1]
    if not is_id or name not in fields:
        return None
    spot = dataclasses.replace(fault.spot, path=path, trail=trail, name=name)
    return dataclasses.replace(fault, type=FIELD_FOR_ID, spot=spot)
