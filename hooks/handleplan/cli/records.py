"""What the builds note for the next ones, in ``.cache/byg``: small JSON files that may be deleted at any time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..out.whole_files import read_whole, write_whole
from ..project import Project


def read_record(project: Project, name: str) -> Any:
    """What was noted under ``name``; None when nothing was, or it cannot be read."""
    raw = read_whole(_file(project, name))
    return None if raw is None else json.loads(raw)


def write_record(project: Project, name: str, value: Any) -> None:
    """Note ``value`` (anything JSON can hold) under ``name``. Raises ``OSError`` when it cannot be written."""
    write_whole(_file(project, name), json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8"))


def _file(project: Project, name: str) -> Path:
    return project.cache / "byg" / f"{name}.json"
