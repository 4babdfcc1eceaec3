"""Messages as a person, GitHub or another program reads them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..read.messages import Message

_GITHUB = {"fejl": "error", "advarsel": "warning", "råd": "notice"}


def as_text(messages: Iterable[Message]) -> str:
    """A line each, as ``fil:linje:kolonne: hvad – hvad du kan gøre``."""
    return "\n".join(map(str, messages))


def as_github(messages: Iterable[Message]) -> str:
    """GitHub's workflow commands: each message becomes a remark at its line in the pull request."""
    lines = []
    for m in messages:
        place = f"file={_property(m.place.file)},line={m.place.line},col={m.place.column}"
        lines.append(f"::{_GITHUB[m.severity]} {place}::{_data(f'{m.what} – {m.advice}')}")
    return "\n".join(lines)


def as_json(messages: Iterable[Message]) -> str:
    """``{"meddelelser": [{"fil", "linje", "kolonne", "alvor", "hvad", "råd"}]}``."""
    rows = [
        {
            "fil": m.place.file, "linje": m.place.line, "kolonne": m.place.column,
            "alvor": m.severity, "hvad": m.what, "råd": m.advice,
        }
        for m in messages
    ]
    return json.dumps({"meddelelser": rows}, ensure_ascii=False, indent=1)


def _data(text: str) -> str:
    """The escapes that GitHub's commands need in the message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMS = {"tekst": as_text, "github": as_github, "json": as_json}
