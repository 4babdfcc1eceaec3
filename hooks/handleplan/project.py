"""Where things lie: the project's folders, found from the code or given by the caller."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """The folders of one checkout. ``root`` holds ``data/``, ``docs/``, ``overrides/`` and ``mkdocs.yml``."""

    root: Path

    @classmethod
    def find(cls) -> Project:
        """The checkout this code runs from; ``HANDLEPLAN_ROD`` points elsewhere (the tests' broken copies)."""
        given = os.environ.get("HANDLEPLAN_ROD")
        return cls(Path(given).resolve() if given else Path(__file__).resolve().parents[2])

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def faelles(self) -> Path:
        return self.data / "faelles"

    @property
    def kommuner(self) -> Path:
        return self.data / "kommuner"

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def papir(self) -> Path:
        return self.root / "overrides" / "papir"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def cache(self) -> Path:
        return self.root / ".cache"

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The municipalities that have a folder, in alphabetical order (``load_base`` refuses unprintable names)."""
        if not self.kommuner.is_dir():
            return ()
        folders = (path for path in self.kommuner.iterdir() if path.is_dir() and not path.name.startswith("."))
        return tuple(sorted(path.name for path in folders if path.name.isprintable()))

    def shown(self, path: Path) -> str:
        """``path`` as an editor sees it: relative to the root, with ``/``, on one line whatever it is called."""
        inside = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        return "".join(sign if sign.isprintable() else "?" for sign in inside.as_posix())
