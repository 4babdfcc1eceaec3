"""What a new municipality has yet to fill in: ``UDFYLD …`` in its files, as ``handleplan ny`` writes them."""

from __future__ import annotations

import re

from ..project import Project
from ..read.messages import Message
from ..read.places import Place

_MARK = re.compile(r"UDFYLD ([^\"'\n]*[^\"'\n.:])")


def placeholders(project: Project, slug: str) -> list[tuple[Place, str]]:
    """Every ``UDFYLD`` in a municipality's files, also in remarks, with what is asked for."""
    found = []
    for file in sorted((project.kommuner / slug).rglob("*.yml")):
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if match := _MARK.search(line):
                found.append((Place(project.shown(file), number, match.start() + 1), match[1].split(":")[0]))
    return found


def placeholder_messages(project: Project, slug: str) -> list[Message]:
    """A warning for each place that is not filled in yet."""
    return [
        Message(place, f"her mangler {wanted}", "skriv det, og slet ordet UDFYLD", "advarsel")
        for place, wanted in placeholders(project, slug)
    ]


def as_shown(text: str) -> str:
    """``text`` as readers see it: a placeholder says plainly that the municipality has not written this yet."""
    return _MARK.sub(r"(ikke udfyldt: \1)", text)
