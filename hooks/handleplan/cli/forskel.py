"""``handleplan forskel``: what a municipality changes, and what has changed in the shared base beneath it."""

from __future__ import annotations

import difflib
import re

import click

from ..edition.base import Base, load_base
from ..edition.drift import Drift, Ret, approve, find_drift
from ..edition.local import Local, load_local
from ..project import Project
from ..read.messages import errors, sort_messages, suggestion
from .byg import cannot_write
from .message_forms import as_text


def run(project: Project, slug: str, names: tuple[str, ...], accept: bool) -> int:
    """Print the differences, or with ``accept`` record that they have been read. 1 when the data has errors."""
    base, local = load_base(project), load_local(project, slug)
    if wrong := errors(sort_messages([*base.messages, *local.messages])):
        click.echo(as_text(wrong), err=True)
        return 1
    drift = find_drift(base, local, project)
    if accept:
        return _accept(project, base, slug, drift, names)
    for line in report(base, local, drift):
        click.echo(line)
    return 0


def _accept(project: Project, base: Base, slug: str, drift: Drift, names: tuple[str, ...]) -> int:
    known = {str(step) for ret in drift.rettelser for step in (ret.path[1], ret.name)}
    for name in names:
        if not any(ret.is_named(name) for ret in drift.rettelser):
            click.echo(f"'{name}' er ikke noget, I retter – {suggestion(name, sorted(known))}", err=True)
            return 1
    try:
        number = approve(project, base, slug, drift, names)
    except OSError as error:
        click.echo(cannot_write(project, error), err=True)
        return 1
    click.echo(f"Noteret i data/kommuner/{slug}/gennemset.json: I har læst den fælles tekst under {_fields(number)}.")
    return 0


def _fields(number: int) -> str:
    return "1 felt" if number == 1 else f"{number} felter"


def report(base: Base, local: Local, drift: Drift) -> list[str]:
    """The differences as lines of Danish text."""
    added = [(kind, ident) for kind, blok in local.blocks.items() for ident in blok.nye]
    added += [("trin", ident) for ident, blok in local.trin.items() if blok.nye is not None]
    hidden = [(kind, ident, why) for kind, blok in local.blocks.items() for ident, why in blok.skjul.items()]
    hidden += [("trin", ident, why) for ident, why in local.trin_order.skjul.items()]
    changes = f"retter {_fields(len(drift.rettelser))}, tilføjer {len(added)} ting og skjuler {len(hidden)}"
    lines = [f"{local.slug} {changes}.", ""]
    if drift.ændrede:
        lines += ["Ændret i den fælles del, siden I sidst så på det", ""]
        lines += [line for ret in drift.ændrede for line in _three_texts(ret)]
    if drift.nye:
        lines += ["Nyt i den fælles del", "", *(f"  {kind}/{ident}" for kind, ident in drift.nye), ""]
    if drift.omdøbte:
        lines += ["Har fået et andet id i den fælles del", ""]
        lines += [f"  {kind}/{old} hedder nu {kind}/{new}" for kind, old, new in drift.omdøbte] + [""]
    if drift.udgåede:
        lines += ["Udgået af den fælles del", ""]
        for kind, ident in drift.udgåede:
            lines.append(f"  {kind}/{ident}: {base.retired.get(kind, {}).get(ident, 'fjernet')}")
        lines.append("")
    if drift.rettelser:
        lines += ["Det retter I", ""]
        lines += [line for ret in drift.rettelser for line in _two_texts(ret)]
    lines += ["Det tilføjer I", "", *(f"  {kind}/{ident}" for kind, ident in added), ""] if added else []
    lines += ["Det skjuler I", "", *(f"  {kind}/{ident}: {why}" for kind, ident, why in hidden), ""] if hidden else []
    if not drift.set_før:
        lines.append(f"Ingen har noteret, at de har set efter. Gør det med: handleplan forskel {local.slug} --godkend")
    elif drift.ændrede or drift.nye or drift.udgåede or drift.omdøbte or drift.ikke_noteret:
        lines.append(f"Når I har læst det: handleplan forskel {local.slug} --godkend")
    return lines


def _two_texts(ret: Ret) -> list[str]:
    return [_heading(ret), *_text("fælles", ret.nu), *_text("jeres", ret.jeres), ""]


def _three_texts(ret: Ret) -> list[str]:
    before, now = word_diff(ret.før or "", ret.nu)
    return [_heading(ret), *_text("før", before), *_text("nu", now), *_text("jeres", ret.jeres), ""]


def _heading(ret: Ret) -> str:
    return f"  {ret.name} ({ret.place.file}:{ret.place.line})"


def _text(label: str, text: str) -> list[str]:
    first, *rest = text.splitlines() or ["(intet)"]
    return [f"    {label + ':':8}{first}", *(f"            {line}" for line in rest)]


def word_diff(before: str, now: str) -> tuple[str, str]:
    """The two texts with what went in ``[-…-]`` and what came in ``[+…+]``, word by word."""
    a, b = re.findall(r"\S+\s*", before), re.findall(r"\S+\s*", now)
    old, new = "", ""
    for tag, a0, a1, b0, b1 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        gone, came = "".join(a[a0:a1]), "".join(b[b0:b1])
        old += gone if tag == "equal" else _marked(gone, "-")
        new += came if tag == "equal" else _marked(came, "+")
    return old, new


def _marked(text: str, sign: str) -> str:
    """``text`` in brackets, with its last spaces outside them."""
    words = text.rstrip()
    return f"[{sign}{words}{sign}]{text[len(words):]}" if words else text
