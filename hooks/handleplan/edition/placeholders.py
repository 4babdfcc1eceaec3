"""What a new municipality has yet to fill in.

That is ``UDFYLD …`` in its files, as ``handleplan ny`` writes them, and the examples' own number and addresses, taken
into use as they stood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..project import Project
from ..read.files import is_plain_file
from ..read.messages import Message
from ..read.places import Place

_MARK = re.compile(r"UDFYLD ([^\"'\n]*[^\"'\n.:])")
# No Danish number begins with 0, and eksempel.dk is nobody's. Only in lines that count: a remark may keep its example.
# An address is looked for where a word begins: from every letter of a long word it would take hours.
_EXAMPLE = re.compile(r"^(?!\s*#).*?(00 00 00 00|(?<![\w.-])[\w.-]+@eksempel\.dk|https?://www\.eksempel\.dk)")

# What each of them holds: most files have none, and are not read line by line.
_ANY = re.compile(r"UDFYLD|00 00 00 00|eksempel\.dk")


@dataclass(frozen=True)
class Placeholder:
    """One place that is not filled in: what is wanted there, and what to do."""

    place: Place
    wanted: str
    advice: str


def placeholders(project: Project, slug: str) -> list[Placeholder]:
    """Every ``UDFYLD`` in a municipality's files, also in remarks, and every example left as it was."""
    found = []
    for file in sorted((project.kommuner / slug).rglob("*.yml")):
        if not is_plain_file(file):  # nobody reads a hidden file, but it may be a folder, or lead anywhere
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        if not _ANY.search(text):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if match := _MARK.search(line):
                wanted = match[1].split(":")[0]
                in_a_remark = line.lstrip().startswith("#")
                advice = "skriv det, og slet linjen her" if in_a_remark else "skriv det i stedet for hele sætningen her"
                found.append(Placeholder(Place(project.shown(file), number, match.start() + 1), wanted, advice))
            elif match := _EXAMPLE.search(line):
                wanted, advice = f"jeres eget i stedet for eksemplets {match[1]}", "skriv jeres eget, eller slet linjen"
                found.append(Placeholder(Place(project.shown(file), number, match.start(1) + 1), wanted, advice))
    return found


def placeholder_messages(unfilled: list[Placeholder]) -> list[Message]:
    """A warning for each place that is not filled in yet."""
    return [Message(one.place, f"her mangler {one.wanted}", one.advice, "advarsel") for one in unfilled]


def as_shown(text: str) -> str:
    """``text`` as readers see it: a placeholder says plainly that the municipality has not written this yet."""
    return _MARK.sub(r"(ikke udfyldt: \1)", text) if "UDFYLD" in text else text
