"""What a municipality changes, and what has changed in the shared base beneath it since it last looked (``seen``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml
from pydantic import BaseModel

from ..model.kinds import KINDS
from ..model.overlay import Blok
from ..project import Project
from ..read.messages import Message
from ..read.places import DataPath, Place
from ..read.yaml_reader import Source
from .base import Base
from .former_ids import called_now
from .local import Local
from .seen import Seen, read_seen, write_seen

#: A changed field: its path in the edition, its place, the municipality's value and the shared one.
Change = tuple[DataPath, Place, Any, Any]


@dataclass(frozen=True)
class Ret:
    """One changed field: ``path`` in the edition, the municipality's value, the shared one, its text when last seen."""

    path: DataPath
    place: Place
    egen: Any
    fælles: Any
    før: str | None

    # As text when it is asked for: ``tjek`` asks about few of hundreds.
    @cached_property
    def jeres(self) -> str:
        return as_text(self.egen)

    @cached_property
    def nu(self) -> str:
        return as_text(self.fælles)

    @property
    def name(self) -> str:
        """How editors name it: ``trin/stop/kort/ring/tekst``."""
        return "/".join(map(str, self.path))

    def is_named(self, name: str) -> bool:
        """``politi`` and ``kontakter/politi`` both name everything about that contact."""
        wanted, steps = tuple(name.strip("/").split("/")), tuple(map(str, self.path))
        return wanted in (steps[: len(wanted)], steps[1 : len(wanted) + 1])

    @property
    def is_drift(self) -> bool:
        return self.før is not None and self.før != self.nu


@dataclass(frozen=True)
class Drift:
    """Everything ``handleplan forskel`` tells.

    ``nye`` and ``udgåede`` are ``(kind, id)``, ``omdøbte`` ``(kind, old, new)``; ``set_før``: has anybody looked.
    """

    rettelser: list[Ret] = field(default_factory=list)
    nye: list[tuple[str, str]] = field(default_factory=list)
    udgåede: list[tuple[str, str]] = field(default_factory=list)
    omdøbte: list[tuple[str, str, str]] = field(default_factory=list)
    set_før: bool = False

    @property
    def ændrede(self) -> list[Ret]:
        """The changed fields whose shared text is another than last time."""
        return [ret for ret in self.rettelser if ret.is_drift]

    @property
    def ikke_noteret(self) -> list[Ret]:
        """The changed fields that came after somebody last looked: what shared text they were made on is not known."""
        return [ret for ret in self.rettelser if ret.før is None] if self.set_før else []


def find_drift(base: Base, local: Local, project: Project) -> Drift:
    """Compare one municipality with the base, and the base with what the municipality has seen."""
    seen = read_seen(project, local.slug)
    known = seen.ting
    rettelser = [Ret(*one, seen.felter.get("/".join(map(str, one[0])))) for one in _changed_fields(base, local)]
    nye = [(kind, i) for kind, things in base.things.items() for i in things if known and i not in known.get(kind, [])]
    udgåede = [(kind, i) for kind, ids in known.items() for i in ids if i not in base.things.get(kind, {})]
    found = [(kind, i, called_now(i, base.things.get(kind, {}))) for kind, i in udgåede]
    omdøbte = [(kind, old, new) for kind, old, new in found if new]
    nye = [thing for thing in nye if thing not in [(kind, new) for kind, _, new in omdøbte]]
    udgåede = [(kind, old) for kind, old, new in found if not new]
    return Drift(rettelser, nye, udgåede, omdøbte, bool(known))


def approve(project: Project, base: Base, slug: str, drift: Drift, names: tuple[str, ...] = ()) -> int:
    """Record that what ``drift`` shows has been read: all of it, or the changed fields at or below ``names``.

    Returns how many fields were recorded. Raises ``OSError``.
    """
    seen = read_seen(project, slug)
    chosen = [ret for ret in drift.rettelser if not names or any(ret.is_named(name) for name in names)]
    felter = (dict(seen.felter) if names else {}) | {ret.name: ret.nu for ret in chosen}
    ting = seen.ting if names and seen.ting else {kind: sorted(things) for kind, things in base.things.items()}
    write_seen(project, slug, Seen(felter=dict(sorted(felter.items())), ting=ting))
    return len(chosen)


def drift_messages(drift: Drift, slug: str) -> list[Message]:
    """A warning for each unread change under a ``ret``, one piece of advice on those not recorded: never an error."""
    advice = f"kør: handleplan forskel {slug}"
    found = []
    if drift.ikke_noteret:
        first = min(drift.ikke_noteret, key=lambda ret: ret.place)
        number = len(drift.ikke_noteret)
        what = f"{number} {'felt' if number == 1 else 'felter'}, I retter, er ikke noteret, det første her"
        then = f"{advice} --godkend, så får I besked, når den fælles tekst ændres"
        found.append(Message(first.place, what, then, "råd"))
    changed = "den fælles tekst under '{}' er ændret, siden I sidst så på den"
    return found + [Message(ret.place, changed.format(ret.path[-1]), advice, "advarsel") for ret in drift.ændrede]


def as_text(value: Any) -> str:
    """A value as an editor reads it: text as it is, everything else as YAML."""
    if value is None or isinstance(value, str):
        return value or ""
    text = yaml.safe_dump(_plain(value), allow_unicode=True, sort_keys=False, width=100)
    return text.strip().removesuffix("...").strip()


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, (list, tuple)):
        return [_plain(child) for child in value]
    if isinstance(value, dict):
        return {key: _plain(child) for key, child in value.items()}
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return value if isinstance(value, (int, str)) or value is None else str(value)


def _changed_fields(base: Base, local: Local) -> Iterator[Change]:
    """Every field under a ``ret`` whose thing the base still has."""
    for kind in KINDS:
        for ident, blok in local.trin.items() if kind == "trin" else ():
            if getattr(blok, "ret", None) is not None and ident in base.things[kind]:
                source = local.sources[f"trin/{ident}"]
                yield from _of_thing(base.things[kind][ident], blok.ret, (kind, ident), ("ret",), source)
        if kind in local.blocks:
            yield from _of_mapping(base.things[kind], local.blocks[kind], (kind,), (), local.sources[kind])


def _of_mapping(things: dict[str, Any], blok: Blok, path: DataPath, at: DataPath, source: Source) -> Iterator[Change]:
    for ident, change in blok.ret.items():
        if ident in things:
            yield from _of_thing(things[ident], change, (*path, ident), (*at, "ret", ident), source)


def _of_thing(thing: Any, change: Any, path: DataPath, at: DataPath, source: Source) -> Iterator[Change]:
    for name in type(change).model_fields:
        if name not in change.model_fields_set:
            continue
        value, shared = getattr(change, name), getattr(thing, name)
        if isinstance(value, Blok):
            yield from _of_mapping(shared, value, (*path, name), (*at, name), source)
        else:
            yield (*path, name), source.place((*at, name)), value, shared
