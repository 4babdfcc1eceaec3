"""One build at a time: two that wrote to the same ``site/`` would mix their pages."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ..project import Project

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None
    import msvcrt


class Busy(Exception):
    """Another build is at work in this project."""


@contextlib.contextmanager
def build_lock(project: Project) -> Iterator[None]:
    """Hold the project's build lock; raises ``Busy`` at once when another process has it.

    The system lets go of the lock when the process ends, also when it is killed.
    """
    path: Path = project.cache / "byg" / "laas"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        try:
            _lock(file)
        except OSError:
            raise Busy from None
        yield


def _lock(file: IO[bytes]) -> None:
    if fcntl is not None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    else:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
