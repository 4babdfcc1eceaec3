"""What the builds note for the next ones, in ``.cache/byg``: small JSON files that may be deleted at any time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..project import Project


def read_record(project: Project, name: str) -> Any:
    """What was noted under ``name``; None when nothing was, or it cannot be read."""
    try:
        return json.loads(_file(project, name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def write_record(project: Project, name: str, value: Any) -> None:
    """Note ``value`` (anything JSON can hold) under ``name``. Raises ``OSError`` when it cannot be written."""
    file = _file(project, name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")


def _file(project: Project, name: str) -> Path:
    return project.cache / "byg" / f"{name}.json"
