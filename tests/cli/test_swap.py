"""A reader never meets half an edition, wherever a swap was interrupted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from handleplan.cli.swap import repair, staging, swap_in


def put(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(text, encoding="utf-8")


def stands(site: Path) -> dict[str, str]:
    return {path.parent.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("index.html")}


def test_the_new_takes_the_old_one_s_place(tmp_path: Path) -> None:
    put(tmp_path / "aeroe", "gammel")
    put(staging(tmp_path, "aeroe"), "ny")
    swap_in(tmp_path, "aeroe")
    assert stands(tmp_path) == {"aeroe": "ny"}


def test_what_an_interrupted_swap_left_aside_is_not_in_the_way(tmp_path: Path) -> None:
    put(tmp_path / ".gammel" / "aeroe", "ældre")
    put(tmp_path / ".gammel" / "samsoe", "en andens")
    put(tmp_path / "aeroe", "gammel")
    put(staging(tmp_path, "aeroe"), "ny")
    swap_in(tmp_path, "aeroe")
    assert stands(tmp_path) == {"aeroe": "ny", ".gammel/samsoe": "en andens"}


def test_the_first_edition_has_nothing_to_replace(tmp_path: Path) -> None:
    put(staging(tmp_path, "aeroe"), "ny")
    swap_in(tmp_path, "aeroe")
    assert stands(tmp_path) == {"aeroe": "ny"}


def test_staging_begins_empty(tmp_path: Path) -> None:
    put(tmp_path / ".ny" / "aeroe", "rest af et afbrudt byggeri")
    assert list(staging(tmp_path, "aeroe").iterdir()) == []


def test_interrupted_before_the_first_rename(tmp_path: Path) -> None:
    put(tmp_path / "aeroe", "gammel")
    put(tmp_path / ".ny" / "aeroe", "ny")
    repair(tmp_path)
    assert stands(tmp_path) == {"aeroe": "gammel"}


def test_interrupted_between_the_renames(tmp_path: Path) -> None:
    put(tmp_path / ".gammel" / "aeroe", "gammel")
    put(tmp_path / ".ny" / "aeroe", "ny")
    put(tmp_path / "broendby", "en anden")
    repair(tmp_path)
    assert stands(tmp_path) == {"aeroe": "gammel", "broendby": "en anden"}


def test_interrupted_after_the_second_rename(tmp_path: Path) -> None:
    put(tmp_path / "aeroe", "ny")
    put(tmp_path / ".gammel" / "aeroe", "gammel")
    repair(tmp_path)
    assert stands(tmp_path) == {"aeroe": "ny"}
    assert not (tmp_path / ".gammel").exists()


def test_nothing_to_repair(tmp_path: Path) -> None:
    repair(tmp_path / "findes-ikke")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few make links")
@pytest.mark.parametrize("name", [".ny", ".gammel"])
def test_nothing_is_fetched_through_a_link(tmp_path: Path, name: str) -> None:
    put(tmp_path / "andres" / "vigtigt", "andres")
    put(tmp_path / "site" / "aeroe", "vores")
    (tmp_path / "site" / name).symlink_to(tmp_path / "andres")
    repair(tmp_path / "site")
    assert stands(tmp_path) == {"andres/vigtigt": "andres", "site/aeroe": "vores"}
    put(staging(tmp_path / "site", "aeroe"), "ny")
    swap_in(tmp_path / "site", "aeroe")
    assert stands(tmp_path) == {"andres/vigtigt": "andres", "site/aeroe": "ny"}
