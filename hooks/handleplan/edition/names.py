"""The 98 Danish municipalities by name."""

from __future__ import annotations

import csv
import functools
import io
import re

from ..project import Project
from ..read.files import read_bytes
from ..read.messages import Message, Report
from ..read.places import Place

FILE = "kommuner.csv"
_NAME = re.compile(r"[A-ZÆØÅ][A-Za-zÆØÅæøåé -]{1,50}")


def kommune_names(project: Project, messages: list[Message]) -> dict[str, str]:
    """Short name → full name ("Brøndby" → "Brøndby Kommune"); empty after a message when the list is not there.

    Source: Klimadatastyrelsen, DAGI (``data/kommuner.csv``).
    """
    path = project.data / FILE
    # A link may lead to something without an end.
    raw = None if path.is_symlink() else read_bytes(path, Report(FILE))
    try:
        return _read(raw or b"")
    except (UnicodeDecodeError, KeyError, csv.Error):
        advice = "hent filen igen fra håndbogens fælles udgave, og lad være med at gemme den i et regneark"
        messages.append(Message(Place(project.shown(path), 1, 1), "listen over de 98 kommuner kan ikke læses", advice))
        return {}


@functools.lru_cache(maxsize=8)
def _read(raw: bytes) -> dict[str, str]:
    # A spreadsheet puts a BOM first when it saves as UTF-8.
    rows = csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    names = {row["navn"]: row["fuldt_navn"] for row in rows if row["fuldt_navn"]}
    # They stand on every page: anything but a name is somebody's mischief.
    if not names or not all(_NAME.fullmatch(name) for pair in names.items() for name in pair):
        raise KeyError("navn")
    return names
