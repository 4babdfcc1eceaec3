"""Papers that have been set, kept by what they were made from: the same input is not set again.

A key covers everything a paper's bytes depend on: its HTML (data and template), style sheets and fonts, the
code that sets it, and the versions of the engine.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from ...project import Project
from ..whole_files import read_whole, write_whole
from .engine import pango_version

ENGINE = ("weasyprint", "pydyf", "fonttools", "tinycss2", "tinyhtml5", "pyphen", "segno", "python-docx")
CODE = Path(__file__).parent


class PaperCache:
    """The papers of one edition in ``.cache/papir/<slug>/``: one file each, with the key in its name."""

    def __init__(self, project: Project, slug: str) -> None:
        self.folder = project.cache / "papir" / slug
        self.surroundings = _surroundings(project.papir)

    def get(self, fil: str, source: str) -> bytes | None:
        """The paper ``fil`` as it was made from ``source``, or None."""
        return read_whole(self._path(fil, source))

    def put(self, fil: str, source: str, content: bytes) -> None:
        """Keep ``content``; what ``fil`` was before goes."""
        path = self._path(fil, source)
        for old in self.folder.glob(f"{_flat(fil)}.*"):
            old.unlink(missing_ok=True)
        write_whole(path, content)

    def forget_others(self, files: Iterable[str]) -> None:
        """Drop papers that the edition no longer has."""
        known = {_flat(fil) for fil in files}
        for path in self.folder.glob("*"):
            if path.name.rsplit(".", 1)[0] not in known:
                path.unlink(missing_ok=True)

    def _path(self, fil: str, source: str) -> Path:
        key = hashlib.sha256(f"{fil}\0{self.surroundings}\0{source}".encode()).hexdigest()[:24]
        return self.folder / f"{_flat(fil)}.{key}"


def _flat(fil: str) -> str:
    return fil.replace("/", "-")


@functools.cache
def _surroundings(papir: Path) -> str:
    """Style sheets, fonts, code and versions as one number."""
    digest = hashlib.sha256()
    files = [*papir.rglob("*.css"), *papir.rglob("*.ttf"), *CODE.glob("*.py"), *CODE.parent.glob("*.py")]
    for path in sorted(files):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for name in ENGINE:
        digest.update(f"{name} {metadata.version(name)}\0".encode())
    digest.update(pango_version().encode())
    return digest.hexdigest()
