"""Put one municipality's edition together: base + overlay → words → references → rules."""

from __future__ import annotations

import csv
import functools
from pathlib import Path as File
from typing import Any

from ..model.kinds import KINDS, TRIN_ORDER_FILE
from ..model.opslag import Ord
from ..model.overlay import Blok, blok_model
from ..model.walk import map_text
from ..project import Project
from ..read.messages import Message, sort_messages, suggestion
from ..read.places import Place
from .checks import check_rules
from .drift import drift_messages, find_drift
from .edition import Edition, Path
from .layers import Base, Local, load_base, load_local
from .overlay import Overlay
from .placeholders import as_shown, placeholder_messages, placeholders
from .references import check_references, fill_words, without_hidden


def load_edition(project: Project, slug: str, base: Base | None = None) -> tuple[Edition | None, list[Message]]:
    """Read and check one municipality.

    Returns ``(edition, messages)``; ``edition`` is None when there is an error (``severity == "fejl"``).
    ``base`` may be given when many editions are built on the same base.
    """
    base = base or load_base(project)
    local = load_local(project, slug)
    messages = [*base.messages, *local.messages]
    if local.kommune is None or _has_errors(messages):
        return None, sort_messages(messages)
    edition = _merge(project, base, local, messages)
    messages += placeholder_messages(project, slug)
    messages += drift_messages(find_drift(base, local, project), slug)
    messages += check_references(edition)
    messages += check_rules(edition, project)
    return (None if _has_errors(messages) else edition), sort_messages(messages)


def _has_errors(messages: list[Message]) -> bool:
    return any(message.severity == "fejl" for message in messages)


def _merge(project: Project, base: Base, local: Local, messages: list[Message]) -> Edition:
    places, value_places = dict(base.places), dict(base.value_places)
    _own_places(local, places, value_places)
    hidden: dict[Path, str] = {}
    things: dict[str, dict[str, Any]] = {}
    for kind in KINDS.values():
        if kind.folder:
            things[kind.name] = _steps(base, local, places, value_places, hidden, messages)
        elif kind.shared_only:
            things[kind.name] = {**base.things[kind.name], **local.kommune.kilder}
        else:
            overlay = Overlay(local.sources[kind.name], places, value_places, base.retired[kind.name])
            blok = local.blocks[kind.name]
            things[kind.name] = overlay.mapping(base.things[kind.name], blok, (kind.name,), ())
            hidden |= overlay.hidden
            messages += overlay.messages
    _set_types(things, base)
    kommune = local.kommune
    things["ord"] = _words(things["ord"], local, places, messages)
    words = {ident: word.tekst for ident, word in things["ord"].items()}
    gone = {(str(path[0]), str(path[1])) for path in hidden if len(path) == 2}
    for name, mapping in things.items():
        things[name] = {
            ident: map_text(without_hidden(fill_words(thing, words), gone), as_shown) for ident, thing in mapping.items()
        }
    return Edition(
        slug=local.slug,
        kommune=map_text(fill_words(kommune, words), as_shown),
        mangler=tuple(wanted for _, wanted in placeholders(project, local.slug)),
        fuldt_navn=kommune_names(project.data / "kommuner.csv").get(kommune.navn, f"{kommune.navn} Kommune"),
        places=places,
        value_places=value_places,
        hidden={(str(p[0]), str(p[1])): reason for p, reason in hidden.items() if len(p) == 2},
        **things,
    )


def _steps(
    base: Base, local: Local, places: dict[Path, Place], value_places: dict[Path, Place],
    hidden: dict[Path, str], messages: list[Message],
) -> dict[str, Any]:  # fmt: skip
    """The steps: ``trin/<id>.yml`` changes or adds one, ``trin.yml`` orders and hides."""
    steps = dict(base.things["trin"])
    retired = base.retired["trin"]
    for ident, blok in local.trin.items():
        overlay = Overlay(local.sources[f"trin/{ident}"], places, value_places)
        file_start = Place(overlay.source.file, 1, 1)
        if blok.nye is not None and (blok.ret is not None or ident in steps):
            advice = "brug kun ret: her" if ident in steps else "brug kun nye: her"
            messages.append(Message(file_start, f"trinnet '{ident}' kan ikke have nye: her", advice))
        elif blok.nye is not None:
            steps[ident] = blok.nye
            overlay.take_places(("trin", ident), ("nye",))
        elif blok.ret is not None and ident in steps:
            steps[ident] = overlay.change(steps[ident], blok.ret, ("trin", ident), ("ret",))
        elif blok.ret is not None and ident in retired:
            what = f"trinnet '{ident}' findes ikke længere i den fælles del ({retired[ident]})"
            messages.append(Message(file_start, what, "slet filen, den har ingen virkning", "advarsel"))
        elif blok.ret is not None:
            what = f"den fælles del har ikke et trin, der hedder '{ident}'"
            messages.append(Message(file_start, what, suggestion(ident, list(steps)) + ". Er det jeres eget trin, så skriv nye:"))
        hidden |= overlay.hidden
        messages += overlay.messages
    order_file = Overlay(local.sources["trin"], places, value_places, retired)
    blok: Blok = _order_block(local)
    steps = order_file.mapping(steps, blok, ("trin",), ())
    for ident in local.trin:
        if local.trin[ident].nye is not None and ident in steps and ident not in local.trin_order.orden:
            where = Place(local.sources[f"trin/{ident}"].file, 1, 1)
            advice = f"skriv '{ident}' under orden: i {TRIN_ORDER_FILE}"
            messages.append(Message(where, f"trinnet '{ident}' har ikke fået en plads", advice))
    hidden |= order_file.hidden
    messages += order_file.messages
    return steps


def _order_block(local: Local) -> Blok:
    model = blok_model(KINDS["trin"].model)
    return model.model_construct(ret={}, nye={}, skjul=local.trin_order.skjul, orden=local.trin_order.orden)


def _own_places(local: Local, places: dict[Path, Place], value_places: dict[Path, Place]) -> None:
    source = local.sources["kommune"]
    for table, found in ((places, source.places), (value_places, source.value_places)):
        for path, place in found.items():
            table[("kommune", *path)] = place
            if path[:1] == ("kilder",) and len(path) > 1:
                table[path] = place


def _set_types(things: dict[str, dict[str, Any]], base: Base) -> None:
    """A contact or a resource is local when the municipality adds it, national when the base has it."""
    for name in ("kontakter", "vidensbank"):
        for ident, thing in things[name].items():
            if thing.type is None:
                layer = "national" if ident in base.things[name] else "lokal"
                things[name][ident] = thing.model_copy(update={"type": layer})


def _words(words: dict[str, Ord], local: Local, places: dict[Path, Place], messages: list[Message]) -> dict[str, Ord]:
    words = dict(words)
    for ident, text in local.kommune.ord.items():
        place = places.get(("kommune", "ord", ident)) or Place(local.sources["kommune"].file, 1, 1)
        if ident not in words:
            messages.append(Message(place, f"ordet '{ident}' findes ikke i ord.yml", suggestion(ident, list(words))))
            continue
        words[ident] = words[ident].model_copy(update={"tekst": text})
        places[("ord", ident, "tekst")] = place
    return words


@functools.lru_cache(maxsize=8)
def kommune_names(path: File) -> dict[str, str]:
    """The 98 municipalities: short name → full name ("Brøndby" → "Brøndby Kommune").

    Source: Klimadatastyrelsen, DAGI (``data/kommuner.csv``).
    """
    with path.open(encoding="utf-8", newline="") as file:
        return {row["navn"]: row["fuldt_navn"] for row in csv.DictReader(file)}
