"""The two layers of data, read and typed: the shared base, and one municipality's files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path as File
from typing import Any

from ..model.handling import TrinOrden
from ..model.kinds import KINDS, KOMMUNE_FILE, TRIN_ORDER_FILE, Kind
from ..model.kommune import Kommune
from ..model.overlay import Blok, blok_model, single_model
from ..model.types import Id, Linje
from ..project import Project
from ..read.messages import Message, suggestion
from ..read.places import Place
from ..read.validate import validate
from ..read.yaml_reader import Source, read_yaml

Path = tuple[str | int, ...]
SEEN_FILE = "gennemset.json"
"""Kept by ``handleplan forskel --godkend`` (see ``drift``), never by hand."""


@dataclass
class Base:
    """The shared base: ``things[kind][id]`` in display order, ``retired[kind][id]`` → why it went."""

    things: dict[str, dict[str, Any]] = field(default_factory=dict)
    retired: dict[str, dict[str, str]] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    value_places: dict[Path, Place] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)


@dataclass
class Local:
    """One municipality's files, typed but not yet laid over the base. ``sources`` is keyed as ``blocks``."""

    slug: str
    kommune: Kommune | None = None
    blocks: dict[str, Blok] = field(default_factory=dict)
    trin: dict[str, Blok] = field(default_factory=dict)
    trin_order: TrinOrden = field(default_factory=TrinOrden)
    sources: dict[str, Source] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)


def load_base(project: Project) -> Base:
    """Read ``data/faelles/``. Errors are collected in ``messages``; what could be read is there."""
    base = Base()
    files = _Files(project, project.faelles, base.messages)
    files.refuse_unknown({TRIN_ORDER_FILE, *(k.file for k in KINDS.values())})
    for kind in KINDS.values():
        if kind.folder:
            _load_base_steps(base, files, kind)
            continue
        source = files.read(kind.file)
        data = dict(source.data or {})
        order, _ = files.typed(list[Id], data.pop("orden", []), source, ("orden",))
        retired, _ = files.typed(dict[Id, Linje], data.pop("udgået", {}), source, ("udgået",))
        things = {}
        for ident, value in data.items():
            typed, _ = files.typed(dict[Id, kind.model], {ident: value}, source, ())
            things.update(typed or {})
        base.retired[kind.name] = retired or {}
        base.things[kind.name] = _in_order(things, order or [], source, base.messages)
        _add_places(base, source, (kind.name,))
    return base


def _load_base_steps(base: Base, files: _Files, kind: Kind) -> None:
    source = files.read(TRIN_ORDER_FILE)
    order, _ = files.typed(TrinOrden, source.data or {}, source)
    order = order or TrinOrden()
    steps = {}
    for path in files.folder(kind.name):
        step_source = files.read(f"{kind.name}/{path.name}")
        typed, _ = files.typed(kind.model, step_source.data or {}, step_source)
        if path.stem not in order.orden:
            place = Place(step_source.file, 1, 1)
            advice = f"skriv '{path.stem}' under orden: i {source.file}, eller slet filen"
            base.messages.append(Message(place, f"trinnet '{path.stem}' vises ikke nogen steder", advice))
        if typed is not None:
            steps[path.stem] = typed
        _add_places(base, step_source, (kind.name, path.stem))
        base.places[(kind.name, path.stem)] = Place(step_source.file, 1, 1)
    base.things[kind.name] = _in_order(steps, order.orden, source, base.messages)
    base.retired[kind.name] = dict(order.udgået)


def load_local(project: Project, slug: str) -> Local:
    """Read ``data/kommuner/<slug>/``. Errors are collected in ``messages``."""
    local = Local(slug)
    folder = project.kommuner / slug
    files = _Files(project, folder, local.messages)
    kinds = [kind for kind in KINDS.values() if not kind.shared_only]
    files.refuse_unknown({KOMMUNE_FILE, TRIN_ORDER_FILE, *(k.file for k in kinds)}, {SEEN_FILE})
    source = files.read(KOMMUNE_FILE, required=True)
    local.sources["kommune"] = source
    if not any(m.severity == "fejl" for m in source.messages):
        local.kommune, _ = files.typed(Kommune, source.data or {}, source)
    for kind in kinds:
        if kind.folder:
            continue
        source = files.read(kind.file)
        blok, _ = files.typed(blok_model(kind.model), source.data or {}, source)
        local.sources[kind.name] = source
        local.blocks[kind.name] = blok or blok_model(kind.model)()
    source = files.read(TRIN_ORDER_FILE)
    local.sources["trin"] = source
    local.trin_order = files.typed(TrinOrden, source.data or {}, source)[0] or TrinOrden()
    for path in files.folder("trin"):
        source = files.read(f"trin/{path.name}")
        blok, _ = files.typed(single_model(KINDS["trin"].model), source.data or {}, source)
        local.sources[f"trin/{path.stem}"] = source
        if blok is not None:
            local.trin[path.stem] = blok
    return local


@dataclass
class _Files:
    """Reads one layer's folder; every message ends in ``messages``."""

    project: Project
    folder_path: File
    messages: list[Message]

    def read(self, name: str, required: bool = False) -> Source:
        path = self.folder_path / name
        shown = self.project.shown(path)
        if not path.exists() and not path.is_symlink():
            if required:
                advice = "lav filen. CONTRIBUTING.md viser, hvad der skal stå i den"
                self.messages.append(Message(Place(shown, 1, 1), "filen mangler", advice))
            return Source(shown, {}, {}, {}, [])
        if path.is_symlink() or not path.resolve().is_relative_to(self.project.root.resolve()):
            self.messages.append(Message(Place(shown, 1, 1), "filen er en genvej til et andet sted", "læg filen selv her"))
            return Source(shown, {}, {}, {}, [])
        source = read_yaml(path, shown)
        self.messages.extend(source.messages)
        return source

    def typed(self, type_: Any, data: Any, source: Source, at: Path = ()) -> tuple[Any, list[Message]]:
        if data is None or any(m.severity == "fejl" for m in source.messages):
            return None, []
        value, messages = validate(type_, data, source, at)
        self.messages.extend(messages)
        return value, messages

    def folder(self, name: str) -> list[File]:
        """The YAML files of a subfolder, by name; anything else in it is an error."""
        folder = self.folder_path / name
        if not folder.is_dir():
            return []
        entries = sorted(p for p in folder.iterdir() if not p.name.startswith("."))
        for path in entries:
            if path.suffix != ".yml" or not path.is_file():
                advice = "en fil i mappen trin/ hedder trinnets id og .yml, for eksempel vurder.yml"
                self.messages.append(Message(Place(self.project.shown(path), 1, 1), "filen hører ikke til her", advice))
        return [p for p in entries if p.suffix == ".yml" and p.is_file()]

    def refuse_unknown(self, known: set[str], machine_kept: frozenset[str] | set[str] = frozenset()) -> None:
        if not self.folder_path.is_dir():
            what, advice = "mappen mangler", suggestion(self.folder_path.name, list(self.project.slugs))
            self.messages.append(Message(Place(self.project.shown(self.folder_path), 1, 1), what, advice))
            return
        for path in sorted(self.folder_path.iterdir()):
            if path.name not in known | machine_kept and not path.name.startswith("."):
                what = f"'{path.name}' er ikke et kendt filnavn, så indholdet bliver ikke brugt"
                self.messages.append(
                    Message(Place(self.project.shown(path), 1, 1), what, suggestion(path.name, sorted(known)))
                )


def _add_places(base: Base, source: Source, prefix: Path) -> None:
    for table, found in ((base.places, source.places), (base.value_places, source.value_places)):
        for path, place in found.items():
            table[(*prefix, *path)] = place


def _in_order(things: dict[str, Any], order: list[str], source: Source, messages: list[Message]) -> dict[str, Any]:
    for index, ident in enumerate(order):
        if ident not in things and not messages:
            place = source.places.get(("orden", index)) or Place(source.file, 1, 1)
            messages.append(Message(place, f"'{ident}' under orden findes ikke", suggestion(ident, list(things))))
    first = [ident for ident in dict.fromkeys(order) if ident in things]
    return {ident: things[ident] for ident in (*first, *(i for i in things if i not in first))}
