"""Whole files: encodings, things that are no text, missing and unreadable files, and files made to do harm."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from handleplan.read.files import MAX_BYTES
from handleplan.read.yaml_reader import MAX_MESSAGES, parse_yaml, read_yaml

FIXTURES = Path(__file__).parents[1] / "fixtures" / "yaml"
SHOWN = "data/kommuner/broendby/kontakter.yml"
GOOD = {"navn": "Børn og unge", "målgruppe": ["Forældre"]}
SAVE = "gem filen igen, og vælg tegnkodningen UTF-8"
NOT_TEXT = "skriv den i et tekstprogram, og gem den som ren tekst (UTF-8)"

ANSWERS: dict[str, tuple[dict | None, list[str]]] = {
    "utf8.yml": (GOOD, []),
    "bom.yml": (GOOD, []),
    "crlf.yml": (GOOD, []),
    "gammel-mac.yml": (GOOD, []),
    "opdelte-bogstaver.yml": (GOOD, []),
    "tom.yml": ({}, []),
    "kun-kommentar.yml": ({}, []),
    "kun-bindestreger.yml": ({}, []),
    "utf16.yml": (GOOD, [f"1:1: filen er gemt som UTF-16 – {SAVE}"]),
    "utf32.yml": (GOOD, [f"1:1: filen er gemt som UTF-32 – {SAVE}"]),
    "utf16be-uden-bom.yml": (None, [f"1:1: filen er ikke ren tekst, eller den er gemt som UTF-16 – {SAVE}"]),
    "cp1252.yml": (GOOD, [f"1:8: filen er ikke gemt som UTF-8: tegnet her er nok 'ø' – {SAVE}"]),
    "blandet.yml": (
        {"navn": "Børn", "note": "få hælp"}, [f"2:8: filen er ikke gemt som UTF-8: tegnet her er nok 'å' – {SAVE}"]
    ),
    "word.yml": (None, [f"1:1: filen er et Word-dokument, regneark eller zip-arkiv og ikke ren tekst – {NOT_TEXT}"]),
    "pdf.yml": (None, [f"1:1: filen er en PDF og ikke ren tekst – {NOT_TEXT}"]),
    "rtf.yml": (None, [f"1:1: filen er et RTF-dokument og ikke ren tekst – {NOT_TEXT}"]),
    "dybt.yml": (None, ["1:31: filen har mere end 30 niveauer – flyt indholdet ud til færre niveauer"]),
    "dybt-indrykket.yml": (None, ["31:31: filen har mere end 30 niveauer – flyt indholdet ud til færre niveauer"]),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_fixture(name: str) -> None:
    source = read_yaml(FIXTURES / name, SHOWN)
    data, answer = ANSWERS[name]
    assert source.data == data
    assert [str(m) for m in source.messages] == [f"{SHOWN}:{line}" for line in answer]


def test_nul_byte_is_an_unwanted_character() -> None:
    source = read_yaml(FIXTURES / "nul.yml", SHOWN)
    line = "her står et usynligt styretegn (U+0000) – slet tegnet, og skriv teksten igen"
    assert str(source.messages[0]) == f"{SHOWN}:1:8: {line}"


def test_alias_bomb_is_never_expanded() -> None:
    source = read_yaml(FIXTURES / "bombe.yml", SHOWN)
    assert len(source.messages) == MAX_MESSAGES + 1
    assert source.data is not None and source.data["c"] == ["*b"] * 9


@pytest.mark.parametrize("text", ["a: " + "\u0344\u0f73" * 160_000, 'a: "' + r"\u0f73" * 150_000 + '"'])
def test_accents_on_accents_are_never_sorted(text: str) -> None:
    """Python sorts the marks on one letter by comparing each with all others: a file of them took minutes."""
    begun = time.process_time()
    source = parse_yaml(text.encode(), SHOWN)
    assert time.process_time() - begun < 10
    advice = "slet tegnene, og skriv teksten igen"
    assert [m.what for m in source.messages] == ["her står mere end 30 accenter oven på hinanden"]
    assert [m.advice for m in source.messages] == [advice]


def test_missing_file(tmp_path: Path) -> None:
    source = read_yaml(tmp_path / "findes-ikke.yml", SHOWN)
    assert source.data is None
    assert [str(m) for m in source.messages] == [
        f"{SHOWN}:1:1: filen findes ikke – opret filen, eller ret navnet, hvis den hedder noget andet"
    ]


def test_folder_pipe_and_impossible_names_are_messages(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yml"
    os.mkfifo(pipe)
    loop = tmp_path / "loop.yml"
    loop.symlink_to(loop)
    for path in (tmp_path, pipe, loop, tmp_path / ("x" * 5000), Path("a\0b")):
        source = read_yaml(path, SHOWN)
        assert source.data is None and len(source.messages) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "laast.yml"
    path.write_text("navn: x\n")
    path.chmod(0)
    assert read_yaml(path, SHOWN).messages[0].what == "filen må ikke læses"


def test_too_large_file(tmp_path: Path) -> None:
    path = tmp_path / "stor.yml"
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    assert read_yaml(path, SHOWN).messages[0].what == "filen er større end 1 MB"


@pytest.mark.parametrize(
    "piece",
    [
        "a: b\n", "- b\n", "a: b: c\n", "a: *b\n", "a: &b c\n", "[", "{", "? ", "- ", ": ", "x, ", '"', "'a: ", "---\n",
        "\x01a\n", "\ta: b\n", "\ue000", "Ã¸",
    ],
)
def test_largest_files_take_bounded_time(piece: str) -> None:
    raw = (piece * (MAX_BYTES // len(piece.encode()))).encode()
    start = time.process_time()
    source = parse_yaml(raw, SHOWN)
    assert time.process_time() - start < 5
    assert len(source.messages) <= MAX_MESSAGES + 1
