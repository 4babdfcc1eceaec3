"""A mistake in the layout or syntax of a file, and what a rule needs to find it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .built import Break
from .lines import Line, split_line


@dataclass(frozen=True)
class Diagnosis:
    """A mistake. ``repairs`` are whole lines by number; ``local`` is False when the layout itself is in doubt."""

    line: int
    column: int
    what: str
    advice: str
    repairs: dict[int, str] = field(default_factory=dict)
    local: bool = True


@dataclass(frozen=True)
class Case:
    """A break and the lines round it."""

    lines: list[str]
    broken: Break
    last_quoted: tuple[int, int, int] | None
    open_bracket: int | None

    def line(self, number: int) -> Line:
        return split_line(self.lines[number] if number < len(self.lines) else "")
