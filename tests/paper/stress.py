"""Three editions that strain the paper, built like any other: the shared data under the folders in fixtures/papir/."""

from __future__ import annotations

import functools
import shutil
import tempfile
from pathlib import Path

from handleplan.edition.assemble import load_edition
from handleplan.edition.edition import Edition
from handleplan.out.pages import Page
from handleplan.project import Project

FIXTURES = Path(__file__).parents[1] / "fixtures" / "papir"
SLUGS = tuple(sorted(path.name for path in FIXTURES.iterdir()))
# The one with the least in it, and the shortest of books: for tests that set all its papers.
SHORT = "laesoe"
ONE_PAGE = [Page("index.md", "Forside", "# Forside\n\nTekst.", "")]


@functools.cache
def project() -> Project:
    """A checkout of its own with the three editions instead of the real ones."""
    real, root = Project.find(), Path(tempfile.mkdtemp(prefix="handleplan-papir-"))
    shutil.copytree(real.faelles, root / "data" / "faelles")
    shutil.copytree(FIXTURES, root / "data" / "kommuner")
    shutil.copy(real.data / "kommuner.csv", root / "data")
    for name in ("docs", "overrides"):
        shutil.copytree(real.root / name, root / name)
    shutil.copy(real.root / "mkdocs.yml", root)
    return Project(root)


@functools.cache
def edition(slug: str) -> Edition:
    """One of the three. An error in its data fails the test that asks for it."""
    found, messages = load_edition(project(), slug)
    assert found is not None, "\n".join(map(str, messages))
    return found
