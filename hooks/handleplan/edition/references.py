"""Checks that every reference of an edition leads somewhere."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ..model.baggrund import Anbefaling
from ..model.kinds import KINDS
from ..model.overlay import mapping_item
from ..model.types import Plain, Reference
from ..model.walk import leaves
from ..read.messages import Message, did_you_mean, suggestion
from ..read.places import DataPath, Place
from .card_rules import EMERGENCY
from .edition import LOCAL_FOLDER, Edition
from .former_ids import called_now, renamed
from .markdown_rules import problems_in_markdown, problems_in_plain
from .text_references import Problem, TextReference, parse, references

SIDER = (
    "actioncard", "samtaler", "beslutninger", "udkast", "roller", "lov", "kontakter",
    "vidensbank", "begreber", "forebyggelse", "baggrund", "om",
)  # fmt: skip

_MOST_SHOWN = 12
_MOST_TOLD = 100


def check_references(edition: Edition) -> list[Message]:
    """Every unknown id, unknown reference and forbidden markup in the edition, with place and advice."""
    messages: list[Message] = []
    for path, text, mark in edition_leaves(edition):
        if len(messages) >= _MOST_TOLD:  # each takes a search for what was meant; nobody reads more
            what = f"der er mere end {_MOST_TOLD} forkerte henvisninger og tegn"
            return [*messages, Message(edition.at(path, value=True), what, "ret dem ovenfor først, og prøv igen")]
        if isinstance(mark, Reference):
            if text not in edition.things(mark.kind) and (mark.kind, text) not in edition.hidden:
                what, advice = _unknown_id(text, edition.things(mark.kind), _files(mark.kind))
                messages.append(Message(edition.at(path, value=True), what, advice))
            continue
        problems, named = examine(text, isinstance(mark, Plain))
        if problems or named:
            messages += _check_text(edition, path, mark, problems, named)
    for ident, anbefaling in edition.anbefalinger.items():
        messages += _check_targets(edition, ident, anbefaling)
    return messages


def edition_leaves(edition: Edition) -> Iterator[tuple[DataPath, str, Any]]:
    """Every text and reference of the edition with its path: ``("kommune", …)`` or ``(kind, id, …)``."""
    yield from leaves(edition.kommune, ("kommune",))
    yield from leaves(edition.skoler, ("skoler",))
    for kind in KINDS:
        yield from leaves(edition.things(kind), (kind,))


def _unknown_id(ident: str, things: Mapping[str, Any], files: str) -> tuple[str, str]:
    if new := called_now(ident, things):
        return renamed("", ident, new)
    words = re.split(r"[\s.;,/]+", ident)
    several = len(words) > 1 and all(word in things for word in words)
    advice = f"skriv komma imellem: {', '.join(words)}" if several else suggestion(ident, list(things))
    return f"'{ident}' findes ikke blandt {files}", advice


# Most texts are shared: a check of many editions asks about the same ones again and again.
@functools.lru_cache(maxsize=20_000)
def examine(text: str, is_plain: bool) -> tuple[tuple[Problem, ...], tuple[TextReference, ...]]:
    """What may not stand in a text wherever it stands, and what it refers to."""
    pieces, problems = parse(text)
    words = "x".join(piece for piece in pieces if isinstance(piece, str)) if len(pieces) > 1 else text
    if is_plain:
        problems += problems_in_plain(words)
    elif not problems:
        problems = problems_in_markdown(words)
    return problems, references(text)


def _check_text(
    edition: Edition, path: DataPath, mark: Any, problems: Iterable[Problem], named: Iterable[TextReference]
) -> Iterator[Message]:
    place = edition.at(path, value=True)
    for problem in problems:
        yield Message(place, problem.what, problem.advice)
    for ref in named:
        if path[0] == "ord" or path[:2] == ("kommune", "ord"):
            advice = "skriv ordet helt ud. Et nummer eller et link skrives i de tekster, der bruger ordet"
            yield Message(place, f"et ord kan ikke indeholde en henvisning ({ref.function})", advice)
            continue
        if isinstance(mark, Plain) and ref.function != "ord":
            advice = "brug kun {{ ord.… }} her, eller flyt henvisningen til en brødtekst"
            yield Message(place, f"dette felt kan ikke indeholde et link ({ref.function})", advice)
        yield from _check_text_reference(edition, path, place, ref)


def _check_text_reference(edition: Edition, path: DataPath, place: Place, ref: TextReference) -> Iterator[Message]:
    if ref.kind == "side":
        if ref.ident not in SIDER:
            yield Message(place, f"siden '{ref.ident}' findes ikke", suggestion(ref.ident, list(SIDER)))
        return
    if ref.ident in edition.things(ref.kind):
        if ref.function == "tlf" and not edition.kontakter[ref.ident].telefon:
            user = f"{place.file}:{place.line}"
            what = f"kontakten '{ref.ident}' har intet telefonnummer, men teksten i {user} bruger det"
            advice = f"giv kontakten et nummer, eller skriv kontakt('{ref.ident}') i teksten i stedet for tlf"
            own = edition.at(("kontakter", ref.ident, "telefon"))
            # The municipality can mend its own contact, but not a text of the base.
            yield Message(own if own.file.startswith(LOCAL_FOLDER) else place, what, advice)
        return
    if (ref.kind, ref.ident) in edition.hidden:
        if ref.kind == "kontakter" and ref.ident in EMERGENCY:  # cannot be hidden at all: its own rule says so
            return
        hidden_at = edition.places.get(("skjul", ref.kind, ref.ident), place)
        what = f"'{ref.ident}' er skjult, men teksten i {place.file}:{place.line} nævner den"
        local = place.file.startswith(LOCAL_FOLDER)
        advice = "ret teksten dér" if local else f"skriv jeres egen tekst i {overlay_to_write(edition.slug, path)}"
        yield Message(hidden_at, what, advice)
        return
    if new := called_now(ref.ident, edition.things(ref.kind)):
        yield Message(place, *renamed(f"henvisningen {ref.function}(…): ", ref.ident, new))
        return
    what = f"henvisningen {ref.function}('{ref.ident}') fører ingen steder hen"
    if ref.function == "ord":
        what = f"ordet ord.{ref.ident} findes ikke"
    yield Message(place, what, suggestion(ref.ident, list(edition.things(ref.kind))))


def overlay_to_write(slug: str, path: DataPath) -> str:
    """The file and the words under which a municipality writes its own text for the base's text at ``path``."""
    kind, ident, *rest = (str(step) for step in path if isinstance(step, str))
    file = f"trin/{ident}.yml" if kind == "trin" else f"{kind}.yml"
    steps = ["ret"] if kind == "trin" else ["ret", ident]
    model: type[BaseModel] | None = KINDS[kind].model
    for step in rest:
        steps.append(step)
        if model is not None and step in model.model_fields:
            model = mapping_item(model.model_fields[step].annotation)
            steps += ["ret"] if model is not None else []
    return f"{LOCAL_FOLDER}{slug}/{file} under " + " → ".join(f"{step}:" for step in steps)


def _check_targets(edition: Edition, ident: str, anbefaling: Anbefaling) -> Iterator[Message]:
    for index, target in enumerate(anbefaling.dækket_af):
        kind, _, name = target.partition("/")
        known = SIDER if kind == "side" else edition.things(kind)
        if name not in known and (kind, name) not in edition.hidden:
            place = edition.at(("anbefalinger", ident, "dækket_af", index), value=True)
            if kind != "side" and (new := called_now(name, edition.things(kind))):
                yield Message(place, *renamed("", target, f"{kind}/{new}"))
                continue
            meant = did_you_mean(name, known)
            choices = ", ".join(list(known)[:_MOST_SHOWN])
            advice = f"mente du '{kind}/{meant}'?" if meant else f"efter '{kind}/' kan der stå: {choices}"
            yield Message(place, f"'{target}' findes ikke", advice)


def _files(kind: str) -> str:
    if kind == "trin":
        return "filerne i trin/"
    return "kilderne (kilder: i kommune.yml)" if kind == "kilder" else f"id'erne i {kind}.yml"
