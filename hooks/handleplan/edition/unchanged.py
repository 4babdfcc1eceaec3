"""The shared base, read again only when something in it has changed: for a process that builds while somebody edits."""

from __future__ import annotations

import hashlib

from ..project import Project
from .base import Base, load_base

_last: dict[Project, tuple[str, Base]] = {}


def base_once(project: Project) -> Base:
    """The base as it stands on disk now."""
    number = _number(project)
    if project not in _last or _last[project][0] != number:
        _last[project] = (number, load_base(project))
    return _last[project][1]


def _number(project: Project) -> str:
    """One number for what ``load_base`` reads: the shared files, and what lies beside the municipalities' folders."""
    digest = hashlib.sha256()
    for path in sorted(project.faelles.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        digest.update(path.relative_to(project.root).as_posix().encode() + b"\0" + content + b"\0")
    for path in sorted(project.kommuner.glob("*")):
        digest.update(f"{path.name} {path.is_dir()}\0".encode())
    return digest.hexdigest()
