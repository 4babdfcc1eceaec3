"""The 98 Danish municipalities by name."""

from __future__ import annotations

import csv
import functools
from pathlib import Path

from ..project import Project
from ..read.messages import Message
from ..read.places import Place

FILE = "kommuner.csv"


def kommune_names(project: Project, messages: list[Message]) -> dict[str, str]:
    """Short name → full name ("Brøndby" → "Brøndby Kommune"); empty after a message when the list is not there.

    Source: Klimadatastyrelsen, DAGI (``data/kommuner.csv``).
    """
    path = project.data / FILE
    try:
        return _read(path, path.stat().st_mtime_ns)
    except (OSError, UnicodeDecodeError, KeyError, csv.Error):
        advice = "hent filen igen fra håndbogens fælles udgave, og lad være med at gemme den i et regneark"
        messages.append(Message(Place(project.shown(path), 1, 1), "listen over de 98 kommuner kan ikke læses", advice))
        return {}


@functools.lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> dict[str, str]:
    # A spreadsheet puts a BOM first when it saves as UTF-8.
    with path.open(encoding="utf-8-sig", newline="") as file:
        names = {row["navn"]: row["fuldt_navn"] for row in csv.DictReader(file)}
    if not names:
        raise KeyError("navn")
    return names
