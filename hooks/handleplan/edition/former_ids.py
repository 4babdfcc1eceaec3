"""Ids that changed: ``tidligere:`` at a thing names what it was called before.

Printed addresses live for years (CONTRIBUTING.md, "Id'er"), so an old id still leads to its thing. It can therefore
never be given to another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ..model.kinds import KINDS
from ..model.parts import Ting
from ..model.walk import models
from ..read.messages import Message
from ..read.places import DataPath
from .edition import LOCAL_FOLDER, Edition


def called_now(old: str, things: Mapping[str, Any]) -> str | None:
    """The id of the thing among ``things`` that was called ``old`` before, or None."""
    return next((ident for ident, thing in things.items() if old in getattr(thing, "tidligere", ())), None)


def renamed(kind_of: str, old: str, new: str) -> tuple[str, str]:
    """What is wrong with a reference by an old id, and what to do."""
    return f"{kind_of}'{old}' hedder nu '{new}'", f"skriv '{new}' i stedet for '{old}'"


def former_ids_are_free(edition: Edition) -> Iterator[Message]:
    """An old id names one thing only, and none that has it today: else its old address would lead to two places."""
    for kind in KINDS:
        yield from _in_tree(edition, edition.parts(kind))
    yield from _in_tree(edition, models(edition.kommune.om, ("kommune", "om")))


def _in_tree(edition: Edition, parts: list[tuple[DataPath, BaseModel]]) -> Iterator[Message]:
    """``parts``: things and what lies below them; ids need to differ from those beside them only."""
    renamed_things = [(path, part) for path, part in parts if isinstance(part, Ting) and part.tidligere]
    taken = {path: path for path, _ in parts} if renamed_things else {}
    for path, thing in renamed_things:
        for index, old in enumerate(thing.tidligere):
            other = taken.setdefault((*path[:-1], old), path)
            if other == path and (*path[:-1], old) != path:
                continue
            yield _clash(edition, (*path, "tidligere", index), other, old)


def _clash(edition: Edition, at: DataPath, other: DataPath, old: str) -> Message:
    holder = edition.at(other)
    if other[-1] == old and holder.file.startswith(LOCAL_FOLDER) and other != at[:-2]:
        what = f"id'et '{old}' er det, '{at[-3]}' hed før, og gamle adresser med det fører dertil"
        return Message(holder, what, "giv jeres eget et andet id")
    use = "er stadig et id i brug" if other[-1] == old else f"står også ved '{other[-1]}'"
    return Message(edition.at(at), f"'{old}' under tidligere {use}", f"slet '{old}' det ene sted")
