"""Reads the golden files: what an editor wrote, and exactly what the editor is told.

A case is a heading ``=== name`` (``=== name | Model`` to check it against a model as well), the file's text,
and after ``>>>`` the lines of the answer without the file's name. ‹TAB›, ‹NBSP› and ‹U+200B› stand for
characters that cannot be seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
FILE = "fil.yml"


@dataclass(frozen=True)
class Case:
    """One case of a golden file; ``answer`` is empty where nothing is wrong."""

    name: str
    model: str | None
    text: str
    answer: list[str]


def cases(file: str) -> list[Case]:
    """Return the cases of a golden file."""
    found = []
    for block in re.split(r"^=== ", (FOLDER / file).read_text("utf-8"), flags=re.MULTILINE)[1:]:
        heading, _, rest = block.partition("\n")
        name, _, model = heading.partition(" | ")
        text, _, answer = rest.partition(">>>\n")
        lines = [f"{FILE}:{line}" for line in answer.splitlines() if line]
        found.append(Case(name.strip(), model.strip() or None, visible(text), lines))
    return found


def visible(text: str) -> str:
    """``text`` with the characters that ‹TAB› and the like stand for."""
    text = text.replace("‹TAB›", "\t").replace("‹NBSP›", "\xa0")
    return re.sub(r"‹U\+([0-9A-F]{4,5})›", lambda match: chr(int(match[1], 16)), text)
