"""Symbolic links in a municipality's folder, as a stranger's pull request can bring them: nothing is read without an
end, and nothing is written through them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from handleplan.cli.fingerprint import fingerprints
from handleplan.project import Project

from tests.cli.run import here
from tests.edition.fejl_cases import without_lix
from tests.small_project import AEROE, SLUG, small_project

pytestmark = pytest.mark.skipif(not Path("/dev/zero").exists(), reason="Windows has no /dev/zero")
FINE = "Tjekket: 1 udgave. Ingen fejl.\n"


@pytest.mark.parametrize("name", [".skjult.yml", "gennemset.json", "trin/.skjult.yml"])
def test_a_link_to_something_without_an_end_is_left_alone(tmp_path: Path, name: str) -> None:
    root = small_project(tmp_path)
    (root / AEROE / name).symlink_to("/dev/zero")
    result = here(root, "tjek")
    assert (result.exit_code, without_lix(result.output)) == (0, FINE)
    assert here(root, "forskel", SLUG).exit_code == 0


def test_a_build_hashes_no_link(tmp_path: Path) -> None:
    """The inputs are hashed before they are checked."""
    (small_project(tmp_path) / AEROE / "kontakter.yml").unlink()
    (tmp_path / AEROE / "kontakter.yml").symlink_to("/proc/self/environ")
    before = fingerprints(Project(tmp_path), SLUG, {})
    (tmp_path / AEROE / "kontakter.yml").unlink()
    assert fingerprints(Project(tmp_path), SLUG, {}) == before


def test_the_list_of_municipalities_is_read_through_no_link(tmp_path: Path) -> None:
    names = small_project(tmp_path) / "data" / "kommuner.csv"
    names.unlink()
    names.symlink_to("/dev/zero")
    assert "data/kommuner.csv:1:1: listen over de 98 kommuner kan ikke læses" in here(tmp_path, "tjek").stdout


def test_a_file_of_gigabytes_is_refused_and_not_hashed(tmp_path: Path) -> None:
    file = small_project(tmp_path) / AEROE / "kontakter.yml"
    with file.open("wb") as opened:
        opened.truncate(40_000_000_000)  # takes no room: it is one hole
    result = here(tmp_path, "byg", "--uden-pdf")
    assert result.exit_code == 1
    assert f"{AEROE}/kontakter.yml:1:1: filen er større end 1 MB" in result.stderr
    with file.open("r+b") as opened:
        before = fingerprints(Project(tmp_path), SLUG, {})
        opened.truncate(30_000_000_000)
    assert fingerprints(Project(tmp_path), SLUG, {}) != before


def test_forskel_writes_into_the_folder_and_not_through_a_link(tmp_path: Path) -> None:
    root = small_project(tmp_path / "projekt")
    outside = tmp_path / "andens-fil"
    outside.write_text("vigtigt", encoding="utf-8")
    seen = root / AEROE / "gennemset.json"
    seen.symlink_to(outside)
    assert here(root, "forskel", SLUG, "--godkend").exit_code == 0
    assert outside.read_text(encoding="utf-8") == "vigtigt"
    assert seen.is_file() and not seen.is_symlink()


def test_forskel_says_so_when_it_cannot_write(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    (root / AEROE / "gennemset.json").mkdir()
    result = here(root, "forskel", SLUG, "--godkend")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{AEROE}/gennemset.json kan ikke læses eller skrives: ")


def test_a_folder_that_is_called_as_a_file_is_left_alone(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    (root / AEROE / ".skjult.yml").mkdir()
    assert here(root, "tjek").exit_code == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows' names are always text")
def test_a_file_name_that_is_no_text_is_one_danish_line(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    (root / AEROE / os.fsdecode(b"ond\xff\x1b[31m.yml")).write_text("a: b\n", encoding="utf-8")
    result = here(root, "byg", "--uden-pdf")
    assert result.exit_code == 1
    first = result.stderr.splitlines()[0]
    assert first.isprintable() and first.startswith(f"{AEROE}/ond??[31m.yml:1:1: 'ond [31m.yml' er ikke et kendt filnavn")
