"""Files kept between builds, each with a number for its bytes: one that was cut off or spoilt counts as none."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from pathlib import Path

_LENGTH = 64


def read_whole(file: Path) -> bytes | None:
    """What ``write_whole`` wrote; None when nothing was, or the file is another one today or cannot be read."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):  # a pipe would keep the reader waiting
            return None
        raw = file.read_bytes()
    except OSError:
        return None
    content = raw[_LENGTH:]
    return content if raw[:_LENGTH] == _number(content) else None


def write_whole(file: Path, content: bytes) -> None:
    """Keep ``content``: all of it or nothing is there under the name. Raises ``OSError``."""
    new = file.with_name(f"{file.name}.{os.getpid()}.ny")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(_number(content) + content)
        new.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        raise


def _number(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode("ascii")
