"""The closing line of a check."""

from __future__ import annotations

from ..read.messages import Message

_PLURAL = {"fejl": ("fejl", "fejl"), "advarsel": ("advarsel", "advarsler"), "råd": ("råd", "råd")}


def summary(messages: list[Message], slugs: tuple[str, ...]) -> str:
    """One closing line: how many messages of each kind, over how many municipalities."""
    counts = []
    for severity, (one, many) in _PLURAL.items():
        number = sum(1 for m in messages if m.severity == severity)
        if number:
            counts.append(f"{number} {one if number == 1 else many}")
    udgaver = f"{len(slugs)} udgave{'r' if len(slugs) != 1 else ''}"
    return f"Tjekket: {udgaver}. " + (", ".join(counts) + "." if counts else "Ingen fejl.")
