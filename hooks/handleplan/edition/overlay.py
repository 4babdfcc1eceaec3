"""The overlay: a municipality's ``ret``, ``nye``, ``skjul`` and ``orden`` laid over the shared base, by id.

Rules: CONTRIBUTING.md, "Fire ord i en kommunes filer". Works on typed values; keeps the table of places in step,
so that every value of the edition knows the file and line that it was written in.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError

from ..model.overlay import Blok
from ..read.messages import Message, Severity, did_you_mean, suggestion
from ..read.places import DataPath, Place, PlaceTable
from ..read.yaml_reader import Source
from .base import in_order
from .former_ids import called_now, renamed

Mapping = dict[str, Any]

# Marked as the editors' suggestion until the municipality says them itself, even when it says the same
# (CONTRIBUTING.md, "Redaktionens forslag"): to write them again is therefore no repetition.
_WHO_FIELDS = frozenset({"handler", "beslutter", "høres", "informeres"})


@dataclass
class Overlay:
    """One municipality's file laid over the base; collects places, hidden things and messages.

    ``places``/``value_places`` are the edition's tables (path → place), changed here.
    ``retired`` maps ids that the base once had to why they went.
    """

    source: Source
    places: PlaceTable
    value_places: PlaceTable
    retired: dict[str, str] = field(default_factory=dict)
    hidden: dict[DataPath, str] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)

    def mapping(self, base: Mapping, blok: Blok, path: DataPath, at: DataPath) -> Mapping:
        """``base`` with ``blok`` laid over it.

        ``path`` is the mapping's path in the edition, ``at`` the block's path in the municipality's file.
        """
        merged = dict(base)
        retired = self.retired if len(path) == 1 else {}
        for ident, change in blok.ret.items():
            where = (*at, "ret", ident)
            if ident in blok.nye and ident not in base:
                self.error(where, f"'{ident}' er jeres egen og står under nye:", f"ret den dér, og slet '{ident}' her")
                continue
            if not self._known(ident, base, where, retired):
                continue
            if ident in blok.skjul:
                self.error(where, f"'{ident}' står både under ret og skjul", "slet det ene sted")
                continue
            merged[ident] = self.change(base[ident], change, (*path, ident), where)
        for ident, thing in blok.nye.items():
            if ident in base:
                advice = f"flyt '{ident}' op under ret:, eller giv det et andet id"
                self.error((*at, "nye", ident), f"'{ident}' findes allerede i den fælles del", advice)
                continue
            merged[ident] = thing
            self.take_places((*path, ident), (*at, "nye", ident))
        for ident, reason in blok.skjul.items():
            if ident in blok.nye and ident not in base:
                what = f"'{ident}' er jeres egen og står under nye:"
                self.error((*at, "skjul", ident), what, "slet den det ene sted")
            elif self._known(ident, base, (*at, "skjul", ident), retired):
                merged.pop(ident, None)
                self.hidden[(*path, ident)] = reason
                self.places[("skjul", *path, ident)] = self.source.place((*at, "skjul", ident))
        return self._ordered(merged, blok, at, retired)

    def change(self, base: BaseModel, change: BaseModel, path: DataPath, at: DataPath) -> BaseModel:
        """``base`` with the fields that ``change`` names; the other fields stay as they are."""
        update: dict[str, Any] = {}
        for name in sorted(change.model_fields_set, key=list(type(change).model_fields).index):
            value = getattr(change, name)
            if isinstance(value, Blok):
                update[name] = self.mapping(getattr(base, name), value, (*path, name), (*at, name))
                continue
            shared = getattr(base, name)
            if value == shared and name not in _WHO_FIELDS:
                advice = "slet linjen, så følger I automatisk med, når den fælles del ændres"
                self.error((*at, name), f"'{name}' er det samme som i den fælles del", advice, "råd")
            update[name] = value
            for table in (self.places, self.value_places):
                if shared is None or isinstance(shared, str):  # nothing stands below it
                    table.pop((*path, name), None)
                else:
                    table.drop_below((*path, name))
            self.take_places((*path, name), (*at, name), fallback=at)
        changed = base.model_copy(update=update)
        self._check_whole(changed, at)
        return changed

    def _check_whole(self, changed: BaseModel, at: DataPath) -> None:
        """What holds between a thing's fields must hold after the change too (a figure keeps its answers)."""
        try:
            type(changed).model_validate(dict(changed))
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                reason = str(fault.get("ctx", {}).get("error", "felterne passer ikke sammen"))
                what = f"ændringen af '{at[-1]}' hænger ikke sammen med resten: {reason}"
                self.error(at, what, "ret felterne, så de passer sammen")

    def _ordered(self, merged: Mapping, blok: Blok, at: DataPath, retired: dict[str, str]) -> Mapping:
        for index, ident in enumerate(blok.orden):
            if ident not in merged and (ident in retired or called_now(ident, merged)):
                self._known(ident, merged, (*at, "orden", index), retired)
            elif ident not in merged and ident in blok.skjul:
                advice = f"slet '{ident}' det ene sted"
                self.error((*at, "orden", index), f"'{ident}' står både under orden og skjul", advice)
            elif ident not in merged:
                what = f"'{ident}' under orden findes ikke"
                self.error((*at, "orden", index), what, suggestion(ident, list(merged)))
        return in_order(merged, blok.orden)

    def _known(self, ident: str, base: Mapping, at: DataPath, retired: dict[str, str]) -> bool:
        if ident in base:
            return True
        if new := called_now(ident, base):
            self.error(at, *renamed("", ident, new))
        elif ident in retired:
            what = f"'{ident}' findes ikke længere i den fælles del ({retired[ident]})"
            self.error(at, what, f"slet '{ident}' her, det har ingen virkning", "advarsel")
        else:
            advice = suggestion(ident, list(base))
            if at[-2] == "ret" and did_you_mean(ident, base) is None:
                advice = f"er det jeres eget, så flyt '{ident}' til nye:. Er det noget fælles, I ændrer: {advice}"
            self.error(at, f"'{ident}' findes ikke i den fælles del", advice)
        return False

    def error(self, at: DataPath, what: str, advice: str, severity: Severity = "fejl") -> None:
        """Add a message about what stands at ``at`` in the municipality's file."""
        self.messages.append(Message(self.source.place(at), what, advice, severity))

    @functools.cached_property
    def _in_order(self) -> tuple[tuple[list[tuple[DataPath, Place]], dict[DataPath, int]], ...]:
        """The file's two tables of places from the top of the file on, each with where in it a path stands."""
        tables = [list(found.items()) for found in (self.source.places, self.source.value_places)]
        return tuple((table, {path: index for index, (path, _) in enumerate(table)}) for table in tables)

    def take_places(self, path: DataPath, at: DataPath, fallback: DataPath | None = None) -> None:
        """Let ``path`` of the edition be written where ``at`` stands in the municipality's file.

        ``fallback`` is used for what has no place of its own: the text of a bullet that is written as text only.
        """
        for table, (written, index) in zip((self.places, self.value_places), self._in_order, strict=True):
            # What is below a path follows it in the file, and ends where something else begins.
            for number in range(index.get(at, len(written)), len(written)):
                old, place = written[number]
                if old[: len(at)] != at:
                    break
                table[(*path, *old[len(at) :])] = place
        if path not in self.places:
            self.places[path] = self.source.place(fallback or at)
        if path not in self.value_places and fallback in self.source.value_places:
            self.value_places[path] = self.source.value_places[fallback]
