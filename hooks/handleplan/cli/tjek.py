"""``handleplan tjek``: every error and warning of the data at once."""

from __future__ import annotations

import click

from ..project import Project
from ..read.messages import Message, errors, sort_messages
from .answers import Wishes, answer
from .kept_answers import with_kept
from .links import Address, check, exceptions
from .message_forms import FORMS
from .spread import spread
from .summary import summary


def run(project: Project, slugs: tuple[str, ...], wishes: Wishes) -> int:
    """Print all messages, and as text the LIX of each page; 1 when there is an error, else 0."""
    answers = with_kept(project, slugs, wishes, lambda new: spread(answer, project, new, wishes))
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
    return 1 if errors(messages) else 0


def _asked_links(project: Project, found: list[Address]) -> list[Message]:
    skipped, messages = exceptions(project)
    once = list({address.url: address for address in reversed(found)}.values())
    click.echo(f"Spørger {len(once)} adresser …", err=True)
    return [*messages, *check(once, skipped)]
