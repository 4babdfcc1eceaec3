"""``handleplan tjek``: every error and warning of the data at once."""

from __future__ import annotations

import click

from ..edition.layers import load_base
from ..prepare import Prepared, prepare_edition
from ..project import Project
from ..read.messages import Message, sort_messages
from .lix_report import lix_details, lix_line, lix_messages

_PLURAL = {"fejl": ("fejl", "fejl"), "advarsel": ("advarsel", "advarsler"), "råd": ("råd", "råd")}


def prepare_all(project: Project, slugs: tuple[str, ...]) -> list[Prepared]:
    """Check every edition on one reading of the base."""
    base = load_base(project)
    return [prepare_edition(project, slug, base) for slug in slugs]


def all_messages(prepared: list[Prepared]) -> list[Message]:
    """The editions' messages, each once (an error in the base is every edition's)."""
    return sort_messages([message for one in prepared for message in one.messages])


def run(project: Project, slugs: tuple[str, ...], lix: bool = False) -> int:
    """Print all messages and the LIX of each page; 1 when there is an error, else 0.

    ``lix``: the hardest sentence of each page as well.
    """
    prepared = prepare_all(project, slugs)
    hard = [message for one in prepared for message in lix_messages(one)]
    messages = sort_messages([*all_messages(prepared), *hard])
    for message in messages:
        click.echo(str(message))
    for one in prepared:
        lines = [lix_line(one), *(lix_details(one) if lix else ())]
        click.echo("\n".join(filter(None, lines)), nl=any(lines))
    click.echo(summary(messages, slugs))
    return 1 if any(m.severity == "fejl" for m in messages) else 0


def summary(messages: list[Message], slugs: tuple[str, ...]) -> str:
    """One closing line: how many messages of each kind, over how many municipalities."""
    counts = []
    for severity, (one, many) in _PLURAL.items():
        number = sum(1 for m in messages if m.severity == severity)
        if number:
            counts.append(f"{number} {one if number == 1 else many}")
    udgaver = f"{len(slugs)} udgave{'r' if len(slugs) != 1 else ''}"
    return f"Tjekket: {udgaver}. " + (", ".join(counts) + "." if counts else "Ingen fejl.")
