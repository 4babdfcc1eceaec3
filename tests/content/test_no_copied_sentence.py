"""No run of eight words of a source stands in what we write, apart from names, titles and addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from handleplan.project import Project

from tests.content.word_runs import HASHES, SUFFIXES, hashed_runs, known_hashes, own_text, shared_runs, words

PROJECT = Project.find()
SOURCE = "En kilde siger, at den voksne skal blive hos barnet, indtil\nder er kom-\nmet hjælp fra en anden voksen."


def files() -> list[Path]:
    folders = (PROJECT.data, PROJECT.docs)
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in SUFFIXES]


def test_no_sentence_is_copied() -> None:
    hashes = known_hashes()
    copied = [f"{PROJECT.shown(path)}: {run}" for path in files() for run in shared_runs(own_text(path), hashes)]
    if copied:
        pytest.fail(f"{len(copied)} steder står otte ord eller flere som i kilden:\n" + "\n".join(copied), pytrace=False)


def test_all_data_and_templates_are_read() -> None:
    names = {PROJECT.shown(path) for path in files()}
    assert {"data/faelles/akut.yml", "data/kommuner/aarhus/trin/stop.yml", "docs/om.md.j2"} <= names
    assert sum(len(words(own_text(path))) for path in files()) > 20_000


def test_the_hashes_are_of_the_sources() -> None:
    """A name of the sources, which is let through, is known: the file and our way of reading agree."""
    name = "støtte fra Center for Skoler, Institutioner og Kultur og Center for Børne- og Ungerådgivning"
    assert any(run in known_hashes() for run in hashed_runs(name))
    assert len(known_hashes()) > 10_000
    assert HASHES.stat().st_size < 1_000_000


@pytest.mark.parametrize(
    ("ours", "copied"),
    [
        ("Derfor: den voksne skal blive hos barnet, indtil der", ["den voksne skal blive hos barnet indtil der"]),
        ("DEN VOKSNE skal blive hos barnet – indtil der er", ["DEN VOKSNE skal blive hos barnet indtil der er"]),
        ("hos barnet, indtil der er kommet hjælp fra", ["hos barnet indtil der er kommet hjælp fra"]),
        ("Den voksne skal blive hos barnet indtil", []),
        ("Den voksne bør blive hos barnet, indtil der er hjælp.", []),
    ],
)
def test_eight_words_in_a_row_are_found(ours: str, copied: list[str]) -> None:
    assert list(shared_runs(ours, set(hashed_runs(SOURCE)))) == copied


def test_names_carry_over() -> None:
    titled = "Center For Skoler, Institutioner Og Kultur Og Center"
    assert list(shared_runs(titled, set(hashed_runs(titled)))) == []


def test_titles_and_addresses_in_yaml_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text("# et to\ntitel: et to tre\nweb: https://a.dk/\ntekst: fire\n", encoding="utf-8")
    assert own_text(tmp_path / "x.yml") == "tekst: fire"
