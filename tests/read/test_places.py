"""Places: every key, list element and value of a file, and text that stays text."""

from __future__ import annotations

from handleplan.read.places import Place, PlaceTable
from handleplan.read.yaml_reader import parse_yaml

FILE = "data/faelles/kontakter.yml"
TEXT = """\
# kontakter
politi:
  navn: Politi   # kommentar
  telefon:
    - "114"
    -  112
  note: |
    Ring
    altid
  åbent: {man-fre: 8:00, lør: ~}
tom:
"""


def _at(line: int, column: int) -> Place:
    return Place(FILE, line, column)


def test_places_of_keys_elements_and_values() -> None:
    source = parse_yaml(TEXT.encode(), FILE)
    assert source.messages == []
    assert source.places == {
        (): _at(1, 1),
        ("politi",): _at(2, 1),
        ("politi", "navn"): _at(3, 3),
        ("politi", "telefon"): _at(4, 3),
        ("politi", "telefon", 0): _at(5, 7),
        ("politi", "telefon", 1): _at(6, 8),
        ("politi", "note"): _at(7, 3),
        ("politi", "åbent"): _at(10, 3),
        ("politi", "åbent", "man-fre"): _at(10, 11),
        ("politi", "åbent", "lør"): _at(10, 26),
        ("tom",): _at(11, 1),
    }
    assert source.value_places[("politi", "navn")] == _at(3, 9)
    assert source.value_places[("politi", "note")] == _at(7, 9)
    assert source.value_places[("politi", "åbent", "man-fre")] == _at(10, 20)


def test_scalars_stay_text_and_empty_is_none() -> None:
    text = "a: NO\nb: 010\nc: 12:30\nd: 2026-11-20\ne: yes\nf:\ng: ~\nh: ''\ni: 1e3\n1: x\nj: |\n  to\n  linjer\n"
    assert parse_yaml(text.encode(), FILE).data == {
        "a": "NO", "b": "010", "c": "12:30", "d": "2026-11-20", "e": "yes", "f": None, "g": None, "h": "", "i": "1e3",
        "1": "x", "j": "to\nlinjer\n",
    }


def test_keys_and_text_are_normalised() -> None:
    source = parse_yaml("ma\u030algruppe: o\u0308l\nb: \"a\\u030a\"\n".encode(), FILE)
    assert source.data == {"målgruppe": "öl", "b": "å"}
    assert ("målgruppe",) in source.places


def test_first_of_two_equal_keys_is_kept_and_placed() -> None:
    source = parse_yaml(b"a: 1\na:\n  b: 1\n  b: 2\n", FILE)
    assert source.data == {"a": "1"} and source.places[("a",)] == _at(1, 1)
    assert [m.place.line for m in source.messages] == [2, 4]


def test_place_falls_back_to_what_is_round_it() -> None:
    source = parse_yaml(TEXT.encode(), FILE)
    assert source.place(("politi", "mail", 3)) == _at(2, 1)
    assert source.place(("ssp",)) == _at(1, 1)


def test_every_mistake_of_a_file_is_found() -> None:
    text = "a: x\na: y\nb: Husk: ring\nc: *stjerne\nd: \"åben\ne: !kode z\nf: tekst\n  g: h\ni: @snabel\n"
    assert [m.place.line for m in parse_yaml(text.encode(), FILE).messages] == [2, 3, 4, 5, 6, 8, 9]


def test_a_copy_of_a_table_is_changed_alone() -> None:
    here, there = Place("a.yml", 1, 1), Place("b.yml", 2, 2)
    one = PlaceTable({("trin", "stop"): here, ("trin", "stop", "titel"): here, ("love", "x"): here})
    other = one.copy()
    other["trin", "stop", "titel"] = there
    one["love", "x"] = there
    del one["trin", "stop"]
    assert dict(other) == {("trin", "stop"): here, ("trin", "stop", "titel"): there, ("love", "x"): here}
    assert dict(one) == {("trin", "stop", "titel"): here, ("love", "x"): there}
    assert dict(other.changed()) == {("trin", "stop"): {("trin", "stop"): here, ("trin", "stop", "titel"): there}}
    assert (len(other), len(one)) == (3, 2)
    assert ("trin", "stop") in other and ("trin", "stop") not in one and ("trin", "ukendt") not in one


def test_what_stands_below_a_path_is_found_and_dropped() -> None:
    paths = [("kommune",), ("trin", "stop"), ("trin", "stop", "kort", "x"), ("trin", "stop", "kortet"), ("trin", "se")]
    table = PlaceTable({path: Place("a.yml", number, 1) for number, path in enumerate(paths, 1)})
    assert [path for path, _ in table.below(())] == paths
    assert [path for path, _ in table.below(("trin",))] == paths[1:]
    assert [path for path, _ in table.below(("trin", "stop"))] == paths[1:4]
    assert [path for path, _ in table.below(("trin", "stop", "kort"))] == [paths[2]]
    assert [path for path, _ in table.below(("roller", "x"))] == []
    table.drop_below(("trin", "stop", "kort"))
    assert list(table) == [paths[0], paths[1], paths[3], paths[4]]
