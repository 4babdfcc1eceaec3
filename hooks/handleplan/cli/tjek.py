"""``handleplan tjek``: every error and warning of the data at once."""

from __future__ import annotations

from dataclasses import dataclass

import click

from ..edition.edition import Edition
from ..edition.layers import load_base
from ..edition.publish import for_the_lawyer, publish_messages
from ..prepare import Prepared, prepare_edition
from ..project import Project
from ..read.messages import Message, sort_messages
from ..read.words import shorten
from .lix_report import lix_details, lix_line, lix_messages
from .message_forms import FORMS
from .summary import summary


def prepare_all(project: Project, slugs: tuple[str, ...]) -> list[Prepared]:
    """Check every edition on one reading of the base."""
    base = load_base(project)
    return [prepare_edition(project, slug, base) for slug in slugs]


def all_messages(prepared: list[Prepared]) -> list[Message]:
    """The editions' messages, each once (an error in the base is every edition's)."""
    return sort_messages([message for one in prepared for message in one.messages])


@dataclass(frozen=True)
class Wishes:
    """What ``tjek`` is asked for beyond errors and warnings: the options of the command."""

    lix: bool = False
    udgiv: bool = False
    links: bool = False
    form: str = "tekst"


def run(project: Project, slugs: tuple[str, ...], wishes: Wishes = Wishes()) -> int:
    """Print all messages, and as text the LIX of each page; 1 when there is an error, else 0."""
    prepared = prepare_all(project, slugs)
    found = [*all_messages(prepared), *(message for one in prepared for message in lix_messages(one))]
    editions = [one.edition for one in prepared if one.edition is not None]
    if wishes.udgiv:
        found += [message for edition in editions for message in publish_messages(edition)]
    if wishes.links:
        found += _asked_links(project, editions)
    messages = sort_messages(found)
    text = FORMS[wishes.form](messages)
    click.echo(text, nl=bool(text))
    if wishes.form == "tekst":
        _tell_more(prepared, wishes)
        click.echo(summary(messages, slugs))
    return 1 if any(m.severity == "fejl" for m in messages) else 0


def _tell_more(prepared: list[Prepared], wishes: Wishes) -> None:
    for one in prepared:
        if one.edition is not None and wishes.udgiv:
            click.echo(f"\nDet skal juristen godkende i {one.slug}:")
            for place, what in for_the_lawyer(one.edition):
                click.echo(f"  {place}: {shorten(what, 150)}")
        lines = [lix_line(one), *(lix_details(one) if wishes.lix else ())]
        click.echo("\n".join(filter(None, lines)), nl=any(lines))


def _asked_links(project: Project, editions: list[Edition]) -> list[Message]:
    from .links import addresses, check, exceptions

    skipped, messages = exceptions(project)
    found = addresses(editions)
    click.echo(f"Spørger {len(found)} adresser …", err=True)
    return [*messages, *check(found, skipped)]
