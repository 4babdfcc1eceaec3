"""The shared base (``data/faelles/``), read and typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..model.handling import TrinOrden
from ..model.kinds import KINDS, TRIN_ORDER_FILE, Kind
from ..model.types import Id, Linje
from ..project import Project
from ..read.messages import Message, did_you_mean
from ..read.places import DataPath, Place, PlaceTable
from ..read.yaml_reader import Source
from .fill import fixed_names
from .folder import Folder
from .former_ids import called_now

_FETCH = "hent den igen fra håndbogens fælles udgave"


@dataclass
class Base:
    """The shared base: ``things[kind][id]`` in display order, ``retired[kind][id]`` → why it went."""

    things: dict[str, dict[str, Any]] = field(default_factory=dict)
    retired: dict[str, dict[str, str]] = field(default_factory=dict)
    places: PlaceTable = field(default_factory=PlaceTable)
    value_places: PlaceTable = field(default_factory=PlaceTable)
    messages: list[Message] = field(default_factory=list)

    @cached_property
    def fixed(self) -> dict[str, dict[str, frozenset[tuple[str, str]]]]:
        """Kind → id → what it names, of the things that an edition need not walk through (see ``fixed_names``)."""
        return {
            kind: {ident: named for ident, thing in things.items() if (named := fixed_names(thing)) is not None}
            for kind, things in self.things.items()
        }


def load_base(project: Project) -> Base:
    """Read ``data/faelles/``. Errors are collected in ``messages``; what could be read is there."""
    base = Base(things={name: {} for name in KINDS}, retired={name: {} for name in KINDS})
    files = Folder(project, project.faelles, base.messages)
    if not files.is_there(_FETCH):
        return base
    files.refuse_unknown({TRIN_ORDER_FILE, *(k.file for k in KINDS.values())})
    for path in sorted(project.kommuner.glob("[!.]*")):
        place = Place(project.shown(path), 1, 1)
        if not path.is_dir():
            advice = "flyt den ind i kommunens mappe, eller slet den"
            what = "filen ligger uden for kommunernes mapper og bliver ikke brugt"
            base.messages.append(Message(place, what, advice, "advarsel"))
        elif not path.name.isprintable():
            advice = "omdøb mappen: små bogstaver a–z, tal og bindestreg"
            base.messages.append(Message(place, "mappens navn har et usynligt tegn (vist som ?)", advice))
    for kind in KINDS.values():
        if kind.folder:
            _load_base_steps(base, files, kind)
        else:
            _load_base_things(base, files, kind)
    return base


def _load_base_things(base: Base, files: Folder, kind: Kind) -> None:
    source = files.read(kind.file, _FETCH, _FETCH)
    data = dict(source.data or {})
    _refuse_local_words(data, source, base.messages)
    order = files.typed(list[Id], data.pop("orden", []), source, ("orden",)) or []
    retired = files.typed(dict[Id, Linje], data.pop("udgået", {}), source, ("udgået",)) or {}
    things: dict[str, Any] = {}
    for ident, value in data.items():
        things |= files.typed(dict[Id, kind.model], {ident: value}, source, ()) or {}
    _check_order(order, list(data), source, base.messages)
    _check_retired(retired, list(data), things, source, base.messages)
    base.retired[kind.name] = retired
    base.things[kind.name] = in_order(things, order)
    _add_places(base, source, (kind.name,))


def _load_base_steps(base: Base, files: Folder, kind: Kind) -> None:
    source = files.read(TRIN_ORDER_FILE, _FETCH, _FETCH)
    order = files.typed(TrinOrden, source.data, source)
    steps: dict[str, Any] = {}
    paths = files.things(kind.name)
    for path in paths:
        step_source = files.read(f"{kind.name}/{path.name}")
        data = dict(step_source.data or {})
        _refuse_local_words(data, step_source, base.messages)
        typed = files.typed(kind.model, data, step_source)
        if order is not None and path.stem not in order.orden:
            place = Place(step_source.file, 1, 1)
            advice = f"skriv '{path.stem}' under orden: i {source.file}, eller slet filen"
            base.messages.append(Message(place, f"trinnet '{path.stem}' vises ikke nogen steder", advice))
        if typed is not None:
            steps[path.stem] = typed
        _add_places(base, step_source, (kind.name, path.stem))
        base.places[(kind.name, path.stem)] = Place(step_source.file, 1, 1)
    if order is None:
        return
    idents = [path.stem for path in paths]
    make = "lav filen data/faelles/trin/{0}.yml, eller slet '{0}' her"
    _check_order(order.orden, idents, source, base.messages, make)
    _check_retired(order.udgået, idents, steps, source, base.messages)
    for ident in order.skjul:
        advice = "slet linjen: kun en kommune skjuler trin"
        base.messages.append(Message(source.place(("skjul", ident)), "skjul: virker ikke i den fælles del", advice))
    base.things[kind.name] = in_order(steps, order.orden)
    base.retired[kind.name] = dict(order.udgået)


def _refuse_local_words(data: dict[str, Any], source: Source, messages: list[Message]) -> None:
    """Take the municipalities' words out of a base file's data: one error each instead of one a field below."""
    for word in ("ret", "nye", "skjul"):
        if word in data:
            advice = f"slet linjen '{word}:', og ryk det, der står under den, to mellemrum ud"
            messages.append(Message(source.place((word,)), f"'{word}:' bruges kun i kommunernes egne filer", advice))
            del data[word]


def _check_order(
    order: list[str], idents: list[str], source: Source, messages: list[Message], otherwise: str = "slet '{}' her"
) -> None:
    """Every id under ``orden`` is there. ``idents`` holds those with mistakes too: they have had theirs."""
    for index, ident in enumerate(order):
        if ident not in idents:
            meant = did_you_mean(ident, [other for other in idents if other not in order])
            advice = f"mente du '{meant}'?" if meant else otherwise.format(ident)
            messages.append(Message(source.place(("orden", index)), f"'{ident}' under orden findes ikke", advice))


def _check_retired(
    retired: dict[str, str], idents: list[str], things: dict[str, Any], source: Source, messages: list[Message]
) -> None:
    for ident in retired:
        if new := called_now(ident, things):
            what = f"'{ident}' står under udgået, men '{new}' siger, at det før hed sådan (tidligere)"
            messages.append(Message(source.place(("udgået", ident)), what, f"slet '{ident}' det ene sted"))
        if ident in idents:
            what = f"'{ident}' står under udgået, men findes stadig"
            messages.append(Message(source.place(("udgået", ident)), what, f"slet '{ident}' det ene sted"))


def _add_places(base: Base, source: Source, prefix: DataPath) -> None:
    for table, found in ((base.places, source.places), (base.value_places, source.value_places)):
        for path, place in found.items():
            table[(*prefix, *path)] = place


def in_order(things: dict[str, Any], order: list[str]) -> dict[str, Any]:
    """``things`` with those of ``order`` first, and the rest as they were."""
    first = [ident for ident in dict.fromkeys(order) if ident in things]
    return {ident: things[ident] for ident in (*first, *(i for i in things if i not in first))}
