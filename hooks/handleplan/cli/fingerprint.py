"""What an edition is built from, as one number: unchanged inputs need no new build."""

from __future__ import annotations

import hashlib
import os
import sys
from importlib import metadata
from pathlib import Path

from ..project import Project
from ..read.files import is_plain_file
from .records import read_record, write_record

_LIBRARIES = (
    "mkdocs", "mkdocs-material", "mkdocs-print-site-plugin", "jinja2", "markdown", "pydantic", "weasyprint", "segno",
    "python-docx", "lxml", "pyyaml",
)
_SHARED = ("data/faelles", "data/kommuner.csv", "docs", "overrides", "hooks", "mkdocs.yml")


def fingerprints(project: Project, slug: str, shared: dict[str, str]) -> dict[str, str]:
    """Group → hash of the inputs of one edition (``shared``: see below). ``--forklar`` shows the groups' names."""
    return {**shared, f"data/kommuner/{slug}": _hash(project.kommuner / slug)}


def shared_fingerprints(project: Project, with_pdf: bool) -> dict[str, str]:
    """Group → hash of what all editions are built from: read once, however many they are."""
    found = {path: _hash(project.root / path) for path in _SHARED}
    versions = [f"{name} {metadata.version(name)}" for name in _LIBRARIES] + [sys.version.split()[0], f"pdf={with_pdf}"]
    found["programmer"] = hashlib.sha256("\n".join(versions).encode()).hexdigest()
    return found


def changed_groups(project: Project, slug: str, now: dict[str, str]) -> list[str]:
    """Which inputs differ from the last whole build; empty when nothing does."""
    if not (project.site / slug / "index.html").is_file():
        return ["ikke bygget før"]
    last = read_record(project, slug)
    if not isinstance(last, dict):
        return ["ikke bygget før"]
    return [group for group, value in now.items() if last.get(group) != value]


def remember(project: Project, slug: str, now: dict[str, str]) -> None:
    """Note that ``slug`` stands built from exactly these inputs."""
    write_record(project, slug, now)


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if "__pycache__" not in p.parts)
    for file in files:
        if is_plain_file(file):  # data is hashed before it is checked: a link may lead to something without an end
            digest.update(os.fsencode(file.relative_to(path.parent).as_posix()) + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
