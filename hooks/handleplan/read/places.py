"""Where in a file something stands."""

from __future__ import annotations

from dataclasses import dataclass

#: The way from the top of a file to a value: ``("nye", "politi", "telefon", 0)``.
DataPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a data file, as an editor's text program counts it (both from 1).

    ``file`` is the path shown to the editor: posix, relative to the project's root.
    """

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
