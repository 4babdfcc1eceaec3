"""What reading one text gives, and where it had to stop."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from .places import DataPath, Place


@dataclass(frozen=True)
class Break:
    """Where reading had to stop, and YAML's own (English) reason. Lines and columns count from 0."""

    line: int
    column: int
    problem: str
    context: str = ""
    context_line: int | None = None
    context_column: int = 0


@dataclass
class Built:
    """What could be read: ``data`` is whatever stands at the top of the file (None: nothing)."""

    data: Any = None
    places: dict[DataPath, Place] = field(default_factory=dict)
    value_places: dict[DataPath, Place] = field(default_factory=dict)
    usable: bool = True  # False: the data has holes, and further checks would mislead
    broken: Break | None = None
    #: The last text in quotation marks over several lines: from line, from column, to line.
    last_quoted: tuple[int, int, int] | None = None
    #: The line of the outermost ``[`` or ``{`` that was still open at the break.
    open_bracket: int | None = None


@dataclass(slots=True)
class Frame:
    """A list or mapping that is being filled. ``path`` is None where the content is to be left out."""

    node: Any
    path: DataPath | None
    line: int
    column: int
    flow: bool
    key: str | None = None
    #: The names, or a list's texts, and the line where each stood first.
    seen: dict[str, int] = field(default_factory=dict)
    #: The names, one after the other, that stood there already.
    repeated: list[tuple[str, yaml.Event]] = field(default_factory=list)
    child: DataPath | None = None


class Stop(Exception):
    """Ends the reading of a text early; ``broken`` is None where the reason has been reported."""

    def __init__(self, broken: Break | None) -> None:
        self.broken = broken
