"""One municipality's files (``data/kommuner/<slug>/``), read and typed, before they are laid over the base."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model.handling import TrinOrden
from ..model.kinds import KINDS, KOMMUNE_FILE, TRIN_ORDER_FILE
from ..model.kommune import Kommune
from ..model.overlay import Blok, blok_model, single_model
from ..model.skole import SKOLER_FILE, Skole
from ..model.types import Id
from ..project import Project
from ..read.messages import Message, suggestion
from ..read.yaml_reader import Source
from .folder import Folder
from .seen import SEEN_FILE

_MAKE_KOMMUNE = "lav filen, for eksempel som en kopi af en anden kommunes kommune.yml, og ret den til"
_FILL_KOMMUNE = (
    "skriv mindst navn:, status:, dato: og ejer: med funktion: under sig, eller hent filens gamle indhold igen"
)


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
