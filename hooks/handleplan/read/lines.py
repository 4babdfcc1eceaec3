"""The parts of one line of YAML, as an editor sees them: dashes, field name, value.

Used where YAML itself has given up, to say what is wrong and to guess what was meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .words import shorten, yaml_quoted

_LEAD = re.compile(r"( *)((?:- +|-$)*)")
_QUOTED_KEY = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*') *:(?: |$)""")
_PLAIN_KEY = re.compile(r"[^\s\[{#].*?(?=:(?: |$))|(?=:(?: |$))")
_COMMENT = re.compile(r"\s+#.*$|\s+$")
_LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Line:
    """One line. Columns count from 0; ``key`` is None where there is no ``name:``."""

    text: str
    indent: int
    body_at: int  # where the text after indentation and dashes begins
    key: str | None
    value: str
    value_at: int

    @property
    def body(self) -> str:
        return self.text[self.body_at:]

    @property
    def has_dash(self) -> bool:
        return self.body_at > self.indent

    @property
    def is_blank(self) -> bool:
        return not self.body or self.body.startswith("#")

    @property
    def owner(self) -> str:
        """How a message names the value: by its field name, if it has one."""
        return f"teksten efter '{shorten(self.key)}:'" if self.key else "teksten"

    def with_value(self, value: str) -> str:
        """Return the line with another value."""
        return self.text[: self.value_at] + value

    def show(self, value: str) -> str | None:
        """Return the line with another value, without indentation and dashes; None if it is too long to show."""
        shown = "".join(c if c.isprintable() else " " for c in self.with_value(value)[self.body_at:])
        return shown if len(shown) <= _LONGEST_SHOWN else None


def split_line(text: str) -> Line:
    """Take a line of YAML apart."""
    lead = _LEAD.match(text)
    indent, body_at = lead.end(1), lead.end()
    body = text[body_at:]
    match = _QUOTED_KEY.match(body) or _PLAIN_KEY.match(body)
    if match is None or " #" in match[0]:
        return Line(text, indent, body_at, None, _without_comment(body), body_at)
    colon = body.index(":", match.end() - (2 if match.re is _QUOTED_KEY else 0))
    rest = body[colon + 1:]
    value_at = body_at + colon + 1 + len(rest) - len(rest.lstrip())
    return Line(text, indent, body_at, body[:colon].strip().strip("\"'"), _without_comment(rest.strip()), value_at)


def _without_comment(value: str) -> str:
    return value.rstrip() if value[:1] in ("'", '"') else _COMMENT.sub("", value)


def meant_text(value: str) -> str:
    """Return the text that a value was meant to be, when only its quotation marks are wrong.

    ``'don't'`` and ``"a "b" c"`` have marks round the whole; in ``"a" and "b"`` they belong to the text.
    """
    mark = value[:1]
    if mark in ("“", "”", "„") and value[-1] in ("“", "”") and len(value) > 2:  # Word's, which YAML reads as letters
        return value[1:-1]
    if mark not in ("'", '"') or len(value) < 3 or value[-1] != mark:
        return value
    second = value.index(mark, 1)
    before, after = value[second - 1], value[second + 1: second + 2]
    inner = before in " (" or (before.isalnum() and after.isalnum())
    return value[1:-1] if inner and second < len(value) - 1 else value


def quote_advice(line: Line) -> tuple[str, str]:
    """Return the advice to put quotation marks round the line's value, and the line with them."""
    quoted = yaml_quoted(meant_text(line.value))
    shown = line.show(quoted)
    marks = "\"anførselstegn\"" if quoted[0] == '"' else "'enkelte anførselstegn'"
    advice = f"sæt {marks} om hele teksten" + (f": {shown}" if shown else "")
    return advice, line.with_value(quoted)
