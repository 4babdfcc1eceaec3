"""What validation answers beyond the golden files: values, places, choices between types, every field of the model."""

from __future__ import annotations

from typing import Any

import pytest
from handleplan.model import baggrund, handling, kommune, opslag, parts
from handleplan.model.opslag import Alder, Kontakt
from handleplan.model.parts import Punkt
from handleplan.model.types import Id, Linje
from handleplan.read.places import Place
from handleplan.read.validate import validate
from handleplan.read.yaml_reader import Source, parse_yaml
from pydantic import BaseModel

from tests.read.danish import assert_danish

FILE = "fil.yml"
MODELS = sorted(
    {
        model for module in (baggrund, handling, kommune, opslag, parts) for model in vars(module).values()
        if isinstance(model, type) and issubclass(model, BaseModel) and model is not BaseModel
    },
    key=lambda model: model.__name__,
)
WRONG = [
    None, "", "x", "@ & ø", ["x"], [None], [{"x": "y"}], {}, {"x": "y"}, {"Ø x": None}, {"tekst": ["x"]},
]


class Choices(BaseModel):
    """Fields that may be of several types."""

    a: list[Linje] | Alder | None = None
    b: Linje | list[Linje] = "x"


def _lines(type_: Any, text: str, at: tuple = ()) -> list[str]:
    source = parse_yaml(text.encode(), FILE)
    data: Any = source.data
    for step in at:
        data = data[step]
    return [str(m).removeprefix(FILE + ":") for m in validate(type_, data, source, at)[1]]


def test_right_data_becomes_the_value() -> None:
    source = parse_yaml(b'a: Ring\nb:\n  tekst: Skriv\n  styrke: skal\n', FILE)
    value, messages = validate(dict[Id, Punkt], source.data, source)
    assert messages == [] and value is not None
    assert value["a"].tekst == "Ring" and value["b"].styrke == "skal"


def test_at_gives_place_and_name() -> None:
    text = "nye:\n  politi:\n    navn: Politi\n    telefn: x\n"
    line = "4:5: feltet 'telefn' findes ikke (i 'politi') – mente du 'telefon'?"
    assert _lines(Kontakt, text, ("nye", "politi")) == [line]
    assert _lines(dict[Id, Kontakt], text, ("nye",)) == _lines(Kontakt, text, ("nye", "politi"))


def test_data_without_places_falls_back_to_the_file() -> None:
    messages = validate(Kontakt, {"navn": None}, Source(FILE))[1]
    assert [m.place for m in messages] == [Place(FILE, 1, 1)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: x\n", "1:4: 'a' er en tekst, men skal være en liste eller have felter under sig – skriv a: [x]"),
        ("a: {fr: 1}\n", "1:5: feltet 'fr' findes ikke (under 'a') – mente du 'fra'?"),
        ("a: [x, '']\n", "1:8: punkt 2 i 'a' er ikke udfyldt – skriv noget der, eller slet punktet"),
        (
            "b:\n  Husk: ring\n",
            (
                "1:1: 'b' har felter under sig, men skal være en tekst eller en liste – "
                'er det et kolon inde i teksten, så sæt anførselstegn om den: b: "Husk: ring"'
            ),
        ),
    ],
)
def test_choice_between_types_gives_one_message(text: str, line: str) -> None:
    assert _lines(Choices, text) == [line]


def test_line_with_an_error_already_is_left_alone() -> None:
    source = parse_yaml(b"navn: Politi\nmail: @ssp\n", FILE)
    value, messages = validate(Kontakt, source.data, source)
    assert value is None and messages == [] and len(source.messages) == 1


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@pytest.mark.parametrize("value", WRONG, ids=repr)
def test_every_field_answers_in_danish(model: type[BaseModel], value: Any) -> None:
    """Put something wrong in every field of every model: the answer is Danish, whole and on one line."""
    for name in model.model_fields:
        for message in validate(model, {name: value}, Source(FILE), ("ting",))[1]:
            assert_danish(str(message))
            assert message.what and message.advice
