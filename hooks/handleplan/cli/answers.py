"""What ``handleplan tjek`` has to say of one edition."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..edition.publish import for_the_lawyer, publish_messages
from ..prepare import Prepared
from ..read.messages import Message
from ..read.words import shorten
from .links import Address, addresses
from .lix_report import lix_report

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
    """What ``tjek`` has to say of one edition: messages, lines of text after them, addresses to ask.

    Small, so that a process can hand it to another.
    """

    messages: list[Message]
    lines: list[str] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)


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
    return Answer(messages, lines, addresses(edition) if wishes.links else [])
