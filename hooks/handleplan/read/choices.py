"""Errors of values that may be of several types: pydantic reports one for every type, an editor wants one."""

from __future__ import annotations

from collections.abc import Iterable

from .faults import Fault
from .places import DataPath


def one_fault_a_choice(faults: Iterable[Fault]) -> list[Fault]:
    """Keep, for each value that may be of several types, the errors of the type that it most looks like."""
    kept: list[Fault] = []
    groups: dict[DataPath, dict[str, list[Fault]]] = {}
    for fault in faults:
        if fault.spot.union is None:
            kept.append(fault)
        else:
            path, branch = fault.spot.union
            groups.setdefault(path, {}).setdefault(branch, []).append(fault)
    for path, branches in groups.items():
        best = min(branches.values(), key=lambda group: (_is_other_kind(path, group), len(group)))
        if _is_other_kind(path, best):  # it looks like none of them: say what all of them are
            best[0].spot.type = best[0].spot.union_type
        kept += best
    return kept


def _is_other_kind(path: DataPath, group: list[Fault]) -> bool:
    """Return whether the value is of another kind (list, fields, text) than the type."""
    return any(fault.path == path and fault.type.endswith("_type") for fault in group)
