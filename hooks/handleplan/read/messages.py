"""What an editor is told: one line with the place, what is wrong and what to do about it, in Danish."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from .places import Place
from .words import fold, shorten

Severity = Literal["fejl", "advarsel", "råd"]

#: Longer words are not typing errors of a field name, and comparing them takes time.
_LONGEST_WORD = 80
_MOST_CHOICES = 12
_CLOSE_ENOUGH = 0.6
_MOST_KEPT = 1000
_LONGEST_TEXT = 600


@dataclass(frozen=True, order=True)
class Message:
    """One thing to tell the editor. ``what`` is a statement, ``advice`` what to do; neither is ever empty."""

    place: Place
    what: str
    advice: str
    severity: Severity = "fejl"

    def __post_init__(self) -> None:
        # They quote what a file holds. A line break in it would begin a line that says anything, to GitHub too.
        for name in ("what", "advice"):
            text = getattr(self, name)
            if not text.isprintable() or len(text) > _LONGEST_TEXT:
                object.__setattr__(self, name, shorten(text, _LONGEST_TEXT))

    def __str__(self) -> str:
        label = "" if self.severity == "fejl" else f"{self.severity}: "
        return f"{self.place}: {label}{self.what} – {self.advice}"


def sort_messages(messages: Iterable[Message]) -> list[Message]:
    """Return the messages by file, line and column, each of them once."""
    return sorted(set(messages))


def errors(messages: Iterable[Message]) -> list[Message]:
    """Those of the messages that stop a build."""
    return [message for message in messages if message.severity == "fejl"]


@dataclass
class Report:
    """Collects the messages of one file while it is read."""

    file: str
    messages: list[Message] = field(default_factory=list)
    left_out: int = 0

    def add(self, line: int, column: int, what: str, advice: str, severity: Severity = "fejl") -> None:
        """Add a message. ``line`` and ``column`` count from 0, as PyYAML and Python's lists do."""
        if len(self.messages) >= _MOST_KEPT:  # a file of rubbish; nobody reads more, and it takes time
            self.left_out += 1
            return
        self.messages.append(Message(Place(self.file, line + 1, column + 1), what, advice, severity))

    def lines(self) -> set[int]:
        """Return the lines (from 0) that already have an error."""
        return {message.place.line - 1 for message in errors(self.messages)}


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that ``word`` most likely is a slip for, or None.

    Case, æ/ae, ø/oe, å/aa, ``_`` and ``-`` make no difference.
    """
    if len(word) > _LONGEST_WORD:
        return None
    folded: dict[str, str] = {}
    for choice in choices:
        folded.setdefault(fold(choice), choice)
    close = difflib.get_close_matches(fold(word), folded, n=1, cutoff=_CLOSE_ENOUGH)
    if not close or (close[0][:1] != fold(word)[:1] and _barely(fold(word), close[0])):
        return None
    return folded[close[0]]


def _barely(word: str, choice: str) -> bool:
    """Whether they are as far from one another as "styrke" and "type", of which neither is a slip for the other."""
    return difflib.SequenceMatcher(None, choice, word).ratio() <= _CLOSE_ENOUGH


def suggestion(word: str, choices: Iterable[str]) -> str:
    """Return the advice for a word that is not one of ``choices``: the closest one, or the first dozen of them."""
    known = list(dict.fromkeys(choices))
    meant = did_you_mean(word, known)
    if meant is not None:
        return f"mente du '{shorten(meant, 80)}'?"
    if not known:
        return "slet det, der er intet at vælge imellem"
    if len(known) == 1:
        return f"du kan kun skrive {shorten(known[0], 80)}"
    more = f" (og {len(known) - _MOST_CHOICES} til)" if len(known) > _MOST_CHOICES else ""
    return "du kan vælge mellem " + ", ".join(shorten(c, 80) for c in known[:_MOST_CHOICES]) + more
