"""Put one municipality's edition together: base + overlay → words → references → rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from ..model.kinds import KINDS
from ..model.opslag import Ord
from ..model.walk import map_text
from ..project import Project
from ..read.messages import Message, errors, sort_messages, suggestion
from ..read.places import DataPath, PlaceTable
from .base import Base, load_base
from .checks import check_rules
from .drift import drift_messages, find_drift
from .edition import Edition
from .fill import fill_words, without_hidden
from .local import Local, load_local
from .names import kommune_names
from .overlay import Overlay
from .placeholders import Placeholder, as_shown, placeholder_messages, placeholders
from .references import check_references
from .steps import lay_steps

# So many places with the same mistake are told as one.
_MANY = 4


def load_edition(project: Project, slug: str, base: Base | None = None) -> tuple[Edition | None, list[Message]]:
    """Read and check one municipality.

    Returns ``(edition, messages)``; ``edition`` is None when there is an error (``severity == "fejl"``).
    ``base`` may be given when many editions are built on the same base.
    """
    base = base or load_base(project)
    local = load_local(project, slug)
    messages = [*base.messages, *local.messages]
    names = kommune_names(project, messages)
    if local.kommune is None or errors(messages):
        return None, sort_messages(messages)
    unfilled = placeholders(project, slug)
    edition = _merge(base, local, names, unfilled, messages)
    messages += placeholder_messages(unfilled)
    if not errors(messages):  # what is changed upstream is for a day when the file is right
        messages += drift_messages(find_drift(base, local, project), slug)
    messages += _gathered(check_references(edition))
    messages += check_rules(edition, list(names))
    return (None if errors(messages) else edition), sort_messages(messages)


def _gathered(messages: Iterable[Message]) -> Iterator[Message]:
    """One message for the same slip in many places, such as an id that was changed where it is defined."""
    alike: dict[tuple[str, str, str], list[Message]] = {}
    for message in messages:
        alike.setdefault((message.what, message.advice, message.severity), []).append(message)
    for found in alike.values():
        if len(found) < _MANY:
            yield from found
        else:
            first = min(found)
            yield replace(first, what=f"{first.what} (og {len(found) - 1} steder til)")


def _merge(
    base: Base, local: Local, names: dict[str, str], unfilled: list[Placeholder], messages: list[Message]
) -> Edition:
    places, value_places = base.places.copy(), base.value_places.copy()
    _own_places(local, places, value_places)
    hidden: dict[DataPath, str] = {}
    things: dict[str, dict[str, Any]] = {}
    for kind in KINDS.values():
        if kind.folder:
            things[kind.name] = lay_steps(base, local, places, value_places, hidden, messages)
        elif kind.shared_only:
            things[kind.name] = _sources(base, local, messages)
        else:
            overlay = Overlay(local.sources[kind.name], places, value_places, base.retired[kind.name])
            blok = local.blocks[kind.name]
            things[kind.name] = overlay.mapping(base.things[kind.name], blok, (kind.name,), ())
            hidden |= overlay.hidden
            messages += overlay.messages
    _set_types(things, base)
    kommune = local.kommune
    things["ord"] = _words(things["ord"], local, (places, value_places), messages)
    words = {ident: word.tekst for ident, word in things["ord"].items()}
    gone = {(str(path[0]), str(path[1])): reason for path, reason in hidden.items() if len(path) == 2}

    def shown(value: Any) -> Any:
        return without_hidden(fill_words(value, words), gone)

    def shown_thing(kind: str, ident: str, thing: Any) -> Any:
        named = base.fixed[kind].get(ident) if thing is base.things[kind].get(ident) else None
        return shown(thing) if named is None or not named.isdisjoint(gone) else thing

    told = {kind: {i: shown_thing(kind, i, thing) for i, thing in mapping.items()} for kind, mapping in things.items()}
    # A word's own text is checked as it stands: it may hold no other word.
    told["ord"] = map_text(things["ord"], as_shown)
    return Edition(
        slug=local.slug,
        kommune=shown(kommune).model_copy(update={"ord": kommune.ord}),
        mangler=tuple(one.wanted for one in unfilled),
        fuldt_navn=names.get(kommune.navn, f"{kommune.navn} Kommune"),
        places=places,
        value_places=value_places,
        skoler=local.skoler,
        hidden=gone,
        **told,
    )


def _own_places(local: Local, places: PlaceTable, value_places: PlaceTable) -> None:
    source, schools = local.sources["kommune"], local.sources["skoler"]
    for table, found in ((places, schools.places), (value_places, schools.value_places)):
        table.update({("skoler", *path): place for path, place in found.items()})
    for table, found in ((places, source.places), (value_places, source.value_places)):
        for path, place in found.items():
            table[("kommune", *path)] = place
            if path[:1] == ("kilder",) and len(path) > 1:
                table[path] = place


def _sources(base: Base, local: Local, messages: list[Message]) -> dict[str, Any]:
    """The base's sources and the municipality's own (``kilder:`` in ``kommune.yml``)."""
    shared, source = base.things["kilder"], local.sources["kommune"]
    for ident in local.kommune.kilder:
        if ident in shared:
            what = f"kilden '{ident}' findes allerede i den fælles del ({shared[ident].titel})"
            messages.append(Message(source.place(("kilder", ident)), what, "giv jeres egen kilde et andet id"))
    return {**shared, **local.kommune.kilder}


def _set_types(things: dict[str, dict[str, Any]], base: Base) -> None:
    """A contact or a resource is local when the municipality adds it, national when the base has it."""
    for name in ("kontakter", "vidensbank"):
        for ident, thing in things[name].items():
            if thing.type is None:
                layer = "national" if ident in base.things[name] else "lokal"
                things[name][ident] = thing.model_copy(update={"type": layer})


def _words(
    words: dict[str, Ord], local: Local, tables: tuple[PlaceTable, ...], messages: list[Message]
) -> dict[str, Ord]:
    """The words with the municipality's own (``ord:`` in ``kommune.yml``), and their places in the tables."""
    words, source = dict(words), local.sources["kommune"]
    for ident, text in local.kommune.ord.items():
        if ident not in words:
            place = source.place(("ord", ident))
            messages.append(Message(place, f"ordet '{ident}' findes ikke i ord.yml", suggestion(ident, list(words))))
            continue
        words[ident] = words[ident].model_copy(update={"tekst": text})
        for table, found in zip(tables, (source.places, source.value_places), strict=True):
            if ("ord", ident) in found:
                table[("ord", ident, "tekst")] = found[("ord", ident)]
    return words
