"""``handleplan vis``: what is saved is shown, and the published site is left alone."""

from __future__ import annotations

import time
from pathlib import Path

from tests.bench.preview import own_environment, waits
from tests.small_project import ROOT, whole_project, write


def test_a_saved_file_is_shown_and_site_is_left_alone(tmp_path: Path) -> None:
    root = whole_project(tmp_path)
    standing = root / "site" / "aeroe" / "index.html"
    standing.parent.mkdir(parents=True)
    standing.write_text("den udgivne", encoding="utf-8")

    def save(turn: int) -> None:
        write(root, "kontakter.yml", f"nye:\n  ssp:\n    navn: SSP {turn}\n    telefon: ['12 34 56 7{turn}']\n")

    # Asking until the page of contacts is there, and until it is another, is the test.
    begun = time.monotonic()
    seconds = waits(root, "aeroe", save, 2, own_environment(root, ROOT / "hooks"))
    assert len(seconds) == 2 and all(0 < found < time.monotonic() - begun for found in seconds)
    assert [path.name for path in standing.parent.iterdir()] == ["index.html"]
    assert standing.read_text(encoding="utf-8") == "den udgivne"
