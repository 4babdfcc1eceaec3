"""What one build hands from event to event (MkDocs' hooks are functions without an object)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..edition.edition import Edition
from ..out.kept import Kept
from ..out.pages import Page
from ..project import Project


@dataclass
class Given:
    """An edition that is checked already, and where it is to be built."""

    edition: Edition
    pages: list[Page]
    site_dir: Path
    papirer: dict[str, bytes] = field(default_factory=dict)


@dataclass
class State:
    """``given`` is set by ``build_edition``. ``building`` is the same, or what is found when MkDocs is started by
    itself; ``kept`` belongs to it.
    """

    given: Given | None = None
    building: Given | None = None
    project: Project | None = None
    kept: Kept = field(default_factory=Kept)
    command: str = "build"

    @property
    def now(self) -> Given:
        """What is being built. MkDocs' first event has found it before any other asks."""
        assert self.building is not None
        return self.building


state = State()
