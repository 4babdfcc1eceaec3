"""A kept file that is not as it was written counts as none: a build never fails on it, and never publishes half a PDF."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from handleplan.out.jinja_templates import compiled_templates, templates_in
from handleplan.out.whole_files import read_whole, write_whole
from handleplan.project import Project

TEXT = "æøå".encode() * 1000


def test_what_is_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "mappe" / "a.pdf"
    write_whole(file, b"gammel")
    write_whole(file, TEXT)
    assert read_whole(file) == TEXT
    assert [path.name for path in file.parent.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("keep", [0, 1, 63, 64, 65, 1000, -1])
def test_a_file_that_was_cut_off_is_none(tmp_path: Path, keep: int) -> None:
    file = tmp_path / "a"
    write_whole(file, TEXT)
    file.write_bytes(file.read_bytes()[:keep])
    assert read_whole(file) is None


@pytest.mark.parametrize("at", [0, 63, 64, 2000])
def test_a_file_with_another_byte_is_none(tmp_path: Path, at: int) -> None:
    file = tmp_path / "a"
    write_whole(file, TEXT)
    raw = bytearray(file.read_bytes())
    raw[at] ^= 1
    file.write_bytes(raw)
    assert read_whole(file) is None


def test_what_is_no_file_is_none(tmp_path: Path) -> None:
    assert read_whole(tmp_path / "findes-ikke") is None
    assert read_whole(tmp_path) is None
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert read_whole(tmp_path / "pipe") is None


def test_a_folder_in_the_way_is_an_error_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError):
        write_whole(tmp_path / "a", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("left", [0, 3, 20, 80, 100])
def test_a_compiled_template_that_was_cut_off_is_compiled_again(tmp_path: Path, left: int) -> None:
    project = Project(tmp_path)
    (tmp_path / "a.j2").write_text("{{ 1 + 1 }}", encoding="utf-8")
    for _ in range(2):
        page = templates_in(tmp_path, bytecode_cache=compiled_templates(project)).get_template("a.j2").render()
        assert page == "2"
        [compiled] = (tmp_path / ".cache" / "jinja").iterdir()
        compiled.write_bytes(compiled.read_bytes()[:left])
