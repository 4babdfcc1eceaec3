"""The form of a message, their order, and the words they suggest."""

from __future__ import annotations

import pytest
from handleplan.read.messages import Message, did_you_mean, sort_messages, suggestion
from handleplan.read.places import Place
from handleplan.read.words import fold_id, shorten, yaml_value

PLACE = Place("data/x.yml", 3, 5)


@pytest.mark.parametrize(
    ("severity", "line"),
    [
        ("fejl", "data/x.yml:3:5: noget er galt – ret det"),
        ("advarsel", "data/x.yml:3:5: advarsel: noget er galt – ret det"),
        ("råd", "data/x.yml:3:5: råd: noget er galt – ret det"),
    ],
)
def test_one_line(severity: str, line: str) -> None:
    assert str(Message(PLACE, "noget er galt", "ret det", severity)) == line


def test_what_a_file_holds_never_begins_a_line_of_its_own() -> None:
    """GitHub obeys a line that begins with ``::``, and a window one with ``ESC[``."""
    line = str(Message(PLACE, "'politi\n::stop-commands::x\x1b[2J' findes ikke", "slet\nden" + "!" * 5000))
    assert line.isprintable() and len(line) < 1300
    assert line.startswith("data/x.yml:3:5: 'politi ::stop-commands::x [2J' findes ikke – slet den!")


def test_sorted_by_place_and_unique() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 2, 7), Place("a", 2, 7), Place("a", 2, 3)]
    found = sort_messages([Message(place, "x", "y") for place in places])
    assert [m.place for m in found] == [Place("a", 2, 3), Place("a", 2, 7), Place("a", 10, 1), Place("b", 1, 1)]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("telefn", "telefon"), ("Telefon", "telefon"), ("maalgruppe", "målgruppe"), ("paa-kortet", "på_kortet"),
        ("på kortet", "på_kortet"), ("nvan", "navn"), ("farve", None), ("", None), ("x" * 5000, None),
    ],
)
def test_did_you_mean(word: str, meant: str | None) -> None:
    assert did_you_mean(word, ["navn", "telefon", "målgruppe", "på_kortet"]) == meant


def test_suggestion() -> None:
    assert suggestion("lokl", ["lokal", "national"]) == "mente du 'lokal'?"
    assert suggestion("zzz", ["lokal", "national"]) == "du kan vælge mellem lokal, national"
    assert suggestion("zzz", ["kun"]) == "du kan kun skrive kun"
    assert suggestion("zzz", []).strip()
    many = suggestion("zzz", [f"valg-{n}" for n in range(30)])
    assert many.count(",") == 11 and many.endswith("(og 18 til)")


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("Børn & Familie", "boern-familie"), ("Århus Ø", "aarhus-oe"), ("Café 2", "cafe-2"), ("§ !", None),
        ("x" * 99, "x" * 60),
    ],
)
def test_fold_id(text: str, ident: str | None) -> None:
    assert fold_id(text) == ident


def test_shorten_gives_one_printable_line() -> None:
    assert shorten("a\n  b\u202e\tc") == "a b c"
    assert len(shorten("ord " * 5000)) <= 40
    assert shorten({"a": 1}) == "flere felter" and shorten([1]) == "en liste"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ring nu", "Ring nu"), ("https://x.dk", "https://x.dk"), ("Husk: ring", '"Husk: ring"'), ("#fff", '"#fff"'),
        ("*a", '"*a"'), ('"a" b', "'\"a\" b'"),
    ],
)
def test_yaml_value(text: str, written: str) -> None:
    assert yaml_value(text) == written
