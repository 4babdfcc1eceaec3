"""``handleplan tjek``: every error and warning of the data at once."""

from __future__ import annotations

from dataclasses import dataclass, field

import click

from ..edition.publish import for_the_lawyer, publish_messages
from ..prepare import Prepared
from ..project import Project
from ..read.messages import Message, sort_messages
from ..read.words import shorten
from .links import Address, addresses, check, exceptions
from .lix_report import lix_report
from .message_forms import FORMS
from .spread import spread
from .summary import summary

_LONGEST_QUOTE = 150


@dataclass(frozen=True)
class Wishes:
    """What ``tjek`` is asked for beyond errors and warnings: the options of the command."""

    lix: bool = False
    udgiv: bool = False
    links: bool = False
    form: str = "tekst"


@dataclass(frozen=True)
class Answer:
    """What ``tjek`` has to say of one edition: messages, lines of text after them, addresses to ask. Small, so that a process
    can hand it to another."""

    messages: list[Message]
    lines: list[str] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)


def run(project: Project, slugs: tuple[str, ...], wishes: Wishes = Wishes()) -> int:
    """Print all messages, and as text the LIX of each page; 1 when there is an error, else 0."""
    answers = spread(answer, project, slugs, wishes)
    # An error in the base is every edition's, and is told once.
    found = [message for one in answers for message in one.messages]
    if wishes.links:
        found += _asked_links(project, [address for one in answers for address in one.addresses])
    messages = sort_messages(found)
    text = FORMS[wishes.form](messages)
    click.echo(text, nl=bool(text))
    if wishes.form == "tekst":
        for one in answers:
            click.echo("\n".join(one.lines), nl=bool(one.lines))
        click.echo(summary(messages, slugs))
    return 1 if any(m.severity == "fejl" for m in messages) else 0


def answer(prepared: Prepared, wishes: Wishes) -> Answer:
    """Everything there is to say of one edition; of one with errors, only those."""
    edition = prepared.edition
    if edition is None:
        return Answer(prepared.messages)
    lix = lix_report(prepared)
    messages, lines = [*prepared.messages, *lix.messages()], []
    if wishes.udgiv:
        messages += publish_messages(edition)
        lines += ["", f"Det skal juristen godkende i {prepared.slug}:"]
        lines += [f"  {place}: {shorten(what, _LONGEST_QUOTE)}" for place, what in for_the_lawyer(edition)]
    lines += [lix.line(), *(lix.details() if wishes.lix else ())]
    return Answer(messages, lines, addresses([edition]) if wishes.links else [])


def _asked_links(project: Project, found: list[Address]) -> list[Message]:
    skipped, messages = exceptions(project)
    once = list({address.url: address for address in reversed(found)}.values())
    click.echo(f"Spørger {len(once)} adresser …", err=True)
    return [*messages, *check(once, skipped)]
