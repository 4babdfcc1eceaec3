"""What is made by a build is no part of the project: a stranger's pull request must not bring its own."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.small_project import ROOT


@pytest.mark.skipif(not (ROOT / ".git").exists() or not shutil.which("git"), reason="not a clone")
def test_neither_caches_nor_sites_are_in_git() -> None:
    """A build believes what it finds in ``.cache``: compiled templates, finished HTML, finished PDFs."""
    listed = subprocess.run(
        ["git", "ls-files", "--", ".cache", "site", "data/faelles"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert [name for name in listed if name.startswith("data/")], "git lists files"
    assert [name for name in listed if not name.startswith("data/")] == []
