"""The two layers of data, read and typed: the shared base, and one municipality's files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..model.handling import TrinOrden
from ..model.kinds import KINDS, KOMMUNE_FILE, TRIN_ORDER_FILE, Kind
from ..model.kommune import Kommune
from ..model.overlay import Blok, blok_model, single_model
from ..model.skole import SKOLER_FILE, Skole
from ..model.types import Id, Linje
from ..project import Project
from ..read.messages import Message, did_you_mean, suggestion
from ..read.places import Place, PlaceTable
from ..read.yaml_reader import Source
from .folder import Folder, Path
from .former_ids import called_now

SEEN_FILE = "gennemset.json"
"""Kept by ``handleplan forskel --godkend`` (see ``drift``), never by hand."""
_FETCH = "hent den igen fra håndbogens fælles udgave"
_MAKE_KOMMUNE = "lav filen, for eksempel som en kopi af en anden kommunes kommune.yml, og ret den til"
_FILL_KOMMUNE = "skriv mindst navn:, status:, dato: og ejer: med funktion: under sig, eller hent filens gamle indhold igen"


@dataclass
class Base:
    """The shared base: ``things[kind][id]`` in display order, ``retired[kind][id]`` → why it went."""

    things: dict[str, dict[str, Any]] = field(default_factory=dict)
    retired: dict[str, dict[str, str]] = field(default_factory=dict)
    places: PlaceTable = field(default_factory=PlaceTable)
    value_places: PlaceTable = field(default_factory=PlaceTable)
    messages: list[Message] = field(default_factory=list)


@dataclass
class Local:
    """One municipality's files, typed but not yet laid over the base. ``sources`` is keyed as ``blocks``."""

    slug: str
    kommune: Kommune | None = None
    blocks: dict[str, Blok] = field(default_factory=dict)
    trin: dict[str, Blok] = field(default_factory=dict)
    trin_order: TrinOrden = field(default_factory=TrinOrden)
    skoler: dict[str, Skole] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)


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
    base.things[kind.name] = _in_order(things, order)
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
    base.things[kind.name] = _in_order(steps, order.orden)
    base.retired[kind.name] = dict(order.udgået)


def load_local(project: Project, slug: str) -> Local:
    """Read ``data/kommuner/<slug>/``. Errors are collected in ``messages``."""
    local = Local(slug)
    files = Folder(project, project.kommuner / slug, local.messages)
    if not files.is_there(suggestion(slug, list(project.slugs))):
        return local
    kinds = [kind for kind in KINDS.values() if not kind.shared_only]
    files.refuse_unknown({KOMMUNE_FILE, TRIN_ORDER_FILE, SKOLER_FILE, *(k.file for k in kinds)}, {SEEN_FILE})
    source = local.sources["kommune"] = files.read(KOMMUNE_FILE, _MAKE_KOMMUNE, _FILL_KOMMUNE)
    local.kommune = files.typed(Kommune, source.data, source)
    source = local.sources["skoler"] = files.read(SKOLER_FILE)
    local.skoler = files.typed(dict[Id, Skole], source.data, source) or {}
    for kind in kinds:
        if kind.folder:
            continue
        source = local.sources[kind.name] = files.read(kind.file)
        model = blok_model(kind.model)
        local.blocks[kind.name] = files.typed(model, source.data, source) or model()
    source = local.sources["trin"] = files.read(TRIN_ORDER_FILE)
    data = dict(source.data or {})
    for word in ("ret", "nye"):
        if data.pop(word, None) is not None:
            what = f"'{word}:' til et trin skrives i trinnets egen fil"
            advice = f"flyt det til {project.shown(files.path)}/trin/, i en fil med trinnets id som navn"
            local.messages.append(Message(source.place((word,)), what, advice))
    local.trin_order = files.typed(TrinOrden, data, source) or TrinOrden()
    for ident in local.trin_order.udgået:
        place, advice = source.place(("udgået", ident)), "slet linjen, eller brug skjul: for at udelade et trin"
        local.messages.append(Message(place, "udgået: virker kun i den fælles del", advice))
    for path in files.things("trin"):
        source = local.sources[f"trin/{path.stem}"] = files.read(f"trin/{path.name}")
        blok = files.typed(single_model(KINDS["trin"].model), source.data, source)
        if blok is not None:
            local.trin[path.stem] = blok
    return local


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
    """Every id under ``orden`` is there, once. ``idents`` holds those with mistakes too: they have had theirs."""
    for index, ident in enumerate(order):
        place = source.place(("orden", index))
        if ident not in idents:
            meant = did_you_mean(ident, [other for other in idents if other not in order])
            advice = f"mente du '{meant}'?" if meant else otherwise.format(ident)
            messages.append(Message(place, f"'{ident}' under orden findes ikke", advice))
        elif ident in order[:index]:
            messages.append(Message(place, f"'{ident}' står to gange under orden", "slet den ene"))


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


def _add_places(base: Base, source: Source, prefix: Path) -> None:
    for table, found in ((base.places, source.places), (base.value_places, source.value_places)):
        for path, place in found.items():
            table[(*prefix, *path)] = place


def _in_order(things: dict[str, Any], order: list[str]) -> dict[str, Any]:
    first = [ident for ident in dict.fromkeys(order) if ident in things]
    return {ident: things[ident] for ident in (*first, *(i for i in things if i not in first))}
