"""Checks that every reference of an edition leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ..model.baggrund import Anbefaling
from ..model.kinds import KINDS
from ..model.overlay import mapping_item
from ..model.types import Markup, Plain, Reference
from ..model.walk import leaves
from ..read.messages import Message, did_you_mean, suggestion
from ..read.places import DataPath, Place
from .card_rules import EMERGENCY
from .edition import LOCAL_FOLDER, Edition
from .former_ids import called_now, renamed
from .markdown_rules import problems_in_markdown, problems_in_plain
from .text_references import TextReference, parse

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
        messages += _check_text(edition, path, text, mark)
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


def _check_text(edition: Edition, path: DataPath, text: str, mark: Any) -> Iterator[Message]:
    place = edition.at(path, value=True)
    pieces, problems = parse(text)
    plain = "x".join(piece for piece in pieces if isinstance(piece, str)) if len(pieces) > 1 else text
    found = list(problems)
    if isinstance(mark, Markup) and not problems:
        found += problems_in_markdown(plain)
    elif isinstance(mark, Plain):
        found += problems_in_plain(plain)
    for problem in found:
        yield Message(place, problem.what, problem.advice)
    for piece in pieces:
        if isinstance(piece, TextReference):
            if path[0] == "ord" or path[:2] == ("kommune", "ord"):
                advice = "skriv ordet helt ud. Et nummer eller et link skrives i de tekster, der bruger ordet"
                yield Message(place, f"et ord kan ikke indeholde en henvisning ({piece.function})", advice)
                continue
            if isinstance(mark, Plain) and piece.function != "ord":
                advice = "brug kun {{ ord.… }} her, eller flyt henvisningen til en brødtekst"
                yield Message(place, f"dette felt kan ikke indeholde et link ({piece.function})", advice)
            yield from _check_text_reference(edition, path, place, piece)


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
