"""The page Om håndbogen says what is the municipality's own: added, changed and left out."""

from __future__ import annotations

from pathlib import Path

from handleplan.prepare import prepare_edition
from handleplan.project import Project

from tests.small_project import small_project

KONTAKTER = """ret:
  politi:
    note: Ring altid
nye:
  ssp:
    navn: SSP-konsulenten
    telefon: ["21 62 16 91"]
"""
VIDENSBANK = "skjul:\n  quiz: Vi har vores eget\n"


def test_what_is_added_changed_and_left_out(tmp_path: Path) -> None:
    files = {"kontakter.yml": KONTAKTER, "vidensbank.yml": VIDENSBANK}
    prepared = prepare_edition(Project(small_project(tmp_path, files)), "aeroe")
    assert prepared.edition is not None, prepared.messages
    om = next(page.markdown for page in prepared.pages if page.path == "om.md")
    own = om.split("{: #lokalt-og-faelles }")[1]
    assert "(ændret: aeroe/kontakter.yml, linje 3)" in own
    assert "SSP-konsulenten (tilføjet: aeroe/kontakter.yml, linje 5)" in own
    assert "\n\nDette er fælles, men udeladt her:\n\n- **Materiale:** quiz (aeroe/vidensbank.yml, linje 2)" in own


def test_nothing_is_left_out_without_skjul(tmp_path: Path) -> None:
    prepared = prepare_edition(Project(small_project(tmp_path)), "aeroe")
    assert not any("udeladt her" in page.markdown for page in prepared.pages)
