"""What ``make bench`` builds has no mistakes: it would stop after minutes."""

from __future__ import annotations

from pathlib import Path

from handleplan.project import Project

from tests.bench.municipalities import generate
from tests.cli.run import here
from tests.edition.fejl_cases import without_lix
from tests.small_project import ROOT


def test_generated_municipalities_are_right(tmp_path: Path) -> None:
    """Four: a copy of each that is shipped."""
    project = generate(Project(ROOT), tmp_path, 4)
    result = here(project.root, "tjek")
    assert (result.exit_code, without_lix(result.output).splitlines()[-1]) == (0, "Tjekket: 4 udgaver. Ingen fejl.")
