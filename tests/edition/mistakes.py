"""Reads ``redaktoerens_fejl.txt``: a slip of an editor's in a real municipality's files, and the line that answers it.

A case is a heading, the file, what stands there (``-``) and what the editor makes of it (``+``), and after ``>`` the answer, where
the folder of the file is left out. Instead of a change a case can have ``hele filen`` (the ``+`` lines are the whole file; a new
one when there is none), ``omdøb til NAVN`` or ``gem som KODNING``. ‹TAB›, ‹NBSP›, ‹U+200B› and the like stand for
characters that cannot be seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from tests.read.golden_cases import visible

FILE = Path(__file__).parent / "redaktoerens_fejl.txt"


@dataclass
class Mistake:
    """One slip. ``old`` is empty where ``new`` is the whole file."""

    name: str
    file: str
    action: str = ""
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    answer: list[str] = field(default_factory=list)

    def make(self, folder: Path) -> None:
        """Make the slip in ``folder``, a municipality's."""
        file = folder / self.file
        if self.action.startswith("omdøb til "):
            file.rename(folder / self.action.removeprefix("omdøb til "))
            return
        new = visible("\n".join(self.new))
        if self.action == "hele filen":
            text = new + "\n"
        else:
            text, old = file.read_text(encoding="utf-8"), "\n".join(self.old)
            assert old in text, f"{self.name}: {self.file} does not hold\n{old}"
            text = text.replace(old, new, 1) if old else text
        encoding = self.action.removeprefix("gem som ") if self.action.startswith("gem som ") else "utf-8"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text.encode(encoding))


def mistakes() -> list[Mistake]:
    """Every case of the file."""
    found = []
    for block in re.split(r"^=== ", FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, file, *lines = block.rstrip("\n").split("\n")
        file, _, action = file.partition(": ")
        one = Mistake(name, file, action)
        for line in lines:
            for mark, into in (("-", one.old), ("+", one.new), ("> ", one.answer)):
                if line.startswith(mark):
                    into.append(line.removeprefix(mark))
        found.append(one)
    return found


def written(cases: list[Mistake], answers: dict[str, list[str]]) -> str:
    """The file's text with other answers."""
    introduction = FILE.read_text(encoding="utf-8").split("=== ", 1)[0]
    blocks = []
    for one in cases:
        lines = [f"=== {one.name}", one.file + (f": {one.action}" if one.action else "")]
        lines += [f"-{line}" for line in one.old] + [f"+{line}" for line in one.new] + [f"> {line}" for line in answers[one.name]]
        blocks.append("\n".join(lines) + "\n")
    return introduction + "\n".join(blocks)
