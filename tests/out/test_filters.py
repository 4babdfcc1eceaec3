"""The groups that contacts and materials are filtered by, and what no filter may hide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from handleplan.model.opslag import Kontakt, Ressource
from handleplan.out.filters import audiences, case_ages, first_sentence, forms, providers, school_ages

from tests.out.editions import small

ALL_AUDIENCES = ["boern-og-unge", "foraeldre", "fagfolk"]
ALL_CASE_AGES = ["under-15", "15-17", "18"]
ALL_SCHOOL_AGES = ["6-9", "10-12", "13-15", "16"]


def kontakt(**fields: Any) -> Kontakt:
    return Kontakt.model_validate({"navn": "K", "telefon": ["112"], **fields})


def ressource(**fields: Any) -> Ressource:
    return Ressource.model_validate({"titel": "R", "til": ["personale"], **fields})


@pytest.mark.parametrize(
    ("målgruppe", "groups"),
    [
        (["Børn"], ["boern-og-unge"]),
        (["Unge"], ["boern-og-unge"]),
        (["Børn og unge"], ["boern-og-unge"]),
        (["Elever"], ["boern-og-unge"]),
        (["Forældre"], ["foraeldre"]),
        (["Voksne"], ["foraeldre", "fagfolk"]),
        (["Skoler", "Klubber"], ["fagfolk"]),
        (["Fritidsklubber"], ["fagfolk"]),
        (["Dagtilbud"], ["fagfolk"]),
        (["Uddannelsessteder"], ["fagfolk"]),
        (["fagfolk"], ["fagfolk"]),
        (["Skoler", "Elever"], ["boern-og-unge", "fagfolk"]),
        ([], ALL_AUDIENCES),
        (["Alle"], ALL_AUDIENCES),
        (["Forældre", "Naboer"], ALL_AUDIENCES),  # a word we do not know hides nothing
    ],
)
def test_audiences(målgruppe: list[str], groups: list[str]) -> None:
    assert audiences(kontakt(målgruppe=målgruppe)) == groups


@pytest.mark.parametrize(
    ("alder", "bands"),
    [
        (None, ALL_CASE_AGES),
        ({"fra": 0, "til": 14}, ["under-15"]),
        ({"fra": 15, "til": 17}, ["15-17"]),
        ({"fra": 18}, ["18"]),
        ({"fra": 14, "til": 15}, ["under-15", "15-17"]),
        ({"fra": 17, "til": 18}, ["15-17", "18"]),
        ({"fra": 9, "til": 23}, ALL_CASE_AGES),
        ({"fra": 15}, ["15-17", "18"]),
    ],
)
def test_the_ages_of_a_case(alder: dict[str, int] | None, bands: list[str]) -> None:
    assert case_ages(kontakt(alder=alder)) == bands


@pytest.mark.parametrize(
    ("alder", "skoletrin", "bands"),
    [
        ([], [], ALL_SCHOOL_AGES),
        ([], ["specialområdet"], ALL_SCHOOL_AGES),  # no age: nothing is known
        ([], ["indskoling"], ["6-9"]),
        ([], ["mellemtrin", "udskoling"], ["10-12", "13-15"]),
        ([{"fra": 9, "til": 10}], [], ["6-9", "10-12"]),
        ([{"fra": 12, "til": 13}], [], ["10-12", "13-15"]),
        ([{"fra": 15, "til": 16}], [], ["13-15", "16"]),
        ([{"fra": 6, "til": 9}, {"fra": 16}], [], ["6-9", "16"]),
        ([{"fra": 6, "til": 7}], ["udskoling"], ["6-9", "13-15"]),
    ],
)
def test_the_ages_of_a_material(alder: list[dict[str, int]], skoletrin: list[str], bands: list[str]) -> None:
    assert school_ages(ressource(alder=alder, skoletrin=skoletrin)) == bands


def test_a_form_is_its_first_sentence() -> None:
    written = ("Besøg. Der er tre forløb.", "Film.", "Spil", None)
    assert [first_sentence(form) for form in written] == ["Besøg", "Film", "Spil", ""]


def test_the_choices_are_in_danish_order_and_none_is_empty(tmp_path: Path) -> None:
    said = (("a", "Øvelse. To timer.", "Åben Dialog"), ("b", "app", "Zonen"), ("c", "Øvelse", "Red Barnet"), ("d", "", ""))
    lines = [f"{i}: {{titel: T, til: [personale]{f', form: {f}, udbyder: {u}' if f else ''}}}\n" for i, f, u in said]
    one = small(tmp_path, {"data/faelles/vidensbank.yml": "".join(lines)})
    assert (forms(one), providers(one)) == (["app", "Øvelse"], ["Red Barnet", "Zonen", "Åben Dialog"])
