"""What is kept from build to build: found only by everything it was made from, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from handleplan.out import kept as module
from handleplan.out.kept import Kept


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_remembered", type(module._remembered)())


def test_a_result_is_found_by_the_next_build(tmp_path: Path) -> None:
    first, key = Kept(tmp_path / "a.json"), Kept.key("slags", "æ")
    assert first.get(key) is None
    first.put(key, {"tekst": "ø"})
    first.save()
    module._remembered.clear()
    assert Kept(tmp_path / "a.json").get(key) == {"tekst": "ø"}


def test_each_part_of_a_key_counts_and_where_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [Kept.key("a", "b"), Kept.key("a", "c"), Kept.key("b", "a"), Kept.key("ab", ""), Kept.key("a", "b", "")]
    assert len(set(keys)) == len(keys)
    monkeypatch.setattr(module, "_versions", lambda: "another version of a library")
    assert Kept.key("a", "b") not in keys


def test_only_what_the_last_build_used_is_on_disk(tmp_path: Path) -> None:
    first = Kept(tmp_path / "a.json")
    for name in ("brugt", "glemt"):
        first.put(name, name)
    first.save()
    module._remembered.clear()
    second = Kept(tmp_path / "a.json")
    assert second.get("brugt") == "brugt"
    second.save()
    module._remembered.clear()
    third = Kept(tmp_path / "a.json")
    assert (third.get("brugt"), third.get("glemt")) == ("brugt", None)


def test_editions_of_one_process_share_and_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_REMEMBERED", 2)
    for name in ("en", "to", "tre"):
        Kept().put(name, name)
    assert [Kept().get(name) for name in ("en", "to", "tre")] == [None, "to", "tre"]


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe"])
def test_a_spoilt_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.json").write_bytes(content)
    assert Kept(tmp_path / "a.json").get("x") is None


def test_a_folder_that_cannot_be_made_does_not_stop_a_build(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("i vejen", encoding="utf-8")
    kept = Kept(tmp_path / "fil" / "a.json")
    kept.put("x", 1)
    kept.save()
    assert (tmp_path / "fil").read_text(encoding="utf-8") == "i vejen"
