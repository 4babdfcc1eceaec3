"""The bytes of a data file, or a message: missing, not a file, not readable, too large."""

from __future__ import annotations

import stat
from pathlib import Path

from .messages import Report

#: Larger files are refused, so that reading takes bounded time. The largest shipped file is a thirtieth of it.
MAX_BYTES = 1_000_000
SPLIT = "del den i flere filer, eller se efter, om noget forkert er sat ind"


def read_bytes(path: Path, report: Report) -> bytes | None:
    """Return the file's bytes; None after a message when there are none to be had.

    Whether a symbolic link leads out of the project is the caller's to check.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            report.add(0, 0, "her er en mappe, men der skal være en fil", "omdøb eller flyt mappen, og læg filen her")
            return None
        if not stat.S_ISREG(mode):  # a pipe or a device would keep the reader waiting
            report.add(0, 0, "dette er ikke en almindelig fil", "læg en tekstfil her i stedet")
            return None
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        report.add(0, 0, "filen findes ikke", "opret filen, eller ret navnet, hvis den hedder noget andet")
        return None
    except PermissionError:
        report.add(0, 0, "filen må ikke læses", "giv dig selv adgang til at læse filen")
        return None
    except (OSError, ValueError):  # ValueError: a name with a NUL in it
        advice = "se efter, om navnet og mappen er rigtige, og om filen kan åbnes i et tekstprogram"
        report.add(0, 0, "filen kan ikke åbnes", advice)
        return None
    if len(raw) > MAX_BYTES:
        report.add(0, 0, "filen er større end 1 MB", SPLIT)
        return None
    return raw


def is_plain_file(path: Path) -> bool:
    """Whether ``path`` is a file of its own: no symbolic link (to another file, or to a device without an end)."""
    return path.is_file() and not path.is_symlink()
