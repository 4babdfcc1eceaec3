"""Results that are kept from build to build, found again by all that they depend on.

One file an edition in ``.cache/sider``, with what its last build used: it grows no larger than one build. Editions
share what they have in common while a process builds several.
"""

from __future__ import annotations

import collections
import contextlib
import functools
import hashlib
import json
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

from ..project import Project
from .whole_files import read_whole, write_whole

_LIBRARIES = (
    "mkdocs", "markdown", "pymdown-extensions", "mkdocs-material", "mkdocs-print-site-plugin", "pydantic", "tinycss2",
)  # fmt: skip
# About 2 kB each: what a process remembers of other editions stays below 50 MB.
_MOST_REMEMBERED = 20_000
_remembered: collections.OrderedDict[str, Any] = collections.OrderedDict()


class Kept:
    """Values that JSON can hold, by key. ``file`` None: nothing is kept on disk."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._last: dict[str, Any] = _read(file) if file else {}
        self._used: dict[str, Any] = {}

    @classmethod
    def of(cls, project: Project, slug: str) -> Kept:
        """What the edition's last build kept."""
        return cls(project.cache / "sider" / f"{slug}.json")

    @staticmethod
    def key(*parts: str) -> str:
        """The key of a result: ``parts`` are what it is and everything it is made from, beside code and libraries."""
        return hashlib.sha256("\0".join((_versions(), *parts)).encode("utf-8", "surrogatepass")).hexdigest()[:40]

    def get(self, key: str) -> Any:
        """The value, or None."""
        found = self._last.get(key, _remembered.get(key))
        if found is not None:
            self.put(key, found)
        return found

    def put(self, key: str, value: Any) -> None:
        """Keep ``value``; nobody changes it afterwards."""
        self._used[key] = _remembered[key] = value
        _remembered.move_to_end(key)
        if len(_remembered) > _MOST_REMEMBERED:
            _remembered.popitem(last=False)

    def save(self) -> None:
        """Write what this build used. A folder that cannot be written to costs time, not the build."""
        if self._file is None or self._used == self._last:
            return
        with contextlib.suppress(OSError):
            write_whole(self._file, json.dumps(self._used, ensure_ascii=False).encode("utf-8"))


def _read(file: Path) -> dict[str, Any]:
    raw = read_whole(file)
    return {} if raw is None else json.loads(raw)


@functools.cache
def code_number() -> str:
    """One number for this package's own code, which every result depends on."""
    files = sorted(Path(__file__).parents[1].rglob("*.py"))
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


@functools.cache
def _versions() -> str:
    return "\n".join([sys.version, code_number(), *(f"{name} {metadata.version(name)}" for name in _LIBRARIES)])
