"""The models of a municipality's files are derived from the base's: ``ret`` takes a part, ``nye`` needs the whole."""

from __future__ import annotations

from typing import Any

import pytest
from handleplan.model.kinds import KINDS
from handleplan.model.opslag import Kontakt
from handleplan.model.overlay import Blok, blok_model, mapping_item, ret_model, single_model
from handleplan.read.validate import validate
from handleplan.read.yaml_reader import Source, parse_yaml

FILE = "data/kommuner/aeroe/fil.yml"


def lines(kind: str, text: str) -> list[str]:
    """What an editor is told about a municipality's file of one kind, without the file's name."""
    source = parse_yaml(text.encode(), FILE)
    model = KINDS[kind].model
    type_: Any = single_model(model) if KINDS[kind].folder else blok_model(model)
    return [str(m).removeprefix(FILE + ":") for m in (*source.messages, *validate(type_, source.data, source)[1])]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_ret_has_every_field_and_requires_none(kind: Any) -> None:
    ret = ret_model(kind.model)
    assert list(ret.model_fields) == list(kind.model.model_fields)
    assert not [name for name, info in ret.model_fields.items() if info.is_required()]
    assert {name: info.description for name, info in ret.model_fields.items()} == {
        name: info.description for name, info in kind.model.model_fields.items()
    }


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_mappings_of_things_take_the_four_words_again(kind: Any) -> None:
    found = set()
    for name, info in kind.model.model_fields.items():
        item = mapping_item(info.annotation)
        if item is not None:
            derived = ret_model(kind.model).model_fields[name].annotation
            assert issubclass(derived, Blok) and derived is blok_model(item)
            assert list(derived.model_fields) == ["ret", "nye", "skjul", "orden"]
            found.add(name)
    assert kind.name != "trin" or found == {"kort", "afsnit"}


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("kontakter", "ret:\n  politi:\n    note: Ring\n", []),
        ("kontakter", "# intet\n", []),
        (
            "kontakter",
            "nye:\n  ssp:\n    note: Ring\n",
            [
                (
                    "2:3: feltet 'navn' mangler (i 'ssp') – tilføj navn: … (navnet på stedet eller funktionen. "
                    "Aldrig en enkelt medarbejders navn)"
                )
            ],
        ),
        (
            "kontakter",
            "ret:\n  politi:\n    telefn: ['114']\n",
            ["3:5: feltet 'telefn' findes ikke (i 'politi') – mente du 'telefon'?"],
        ),
        (
            "kontakter",
            "nyt:\n  ssp:\n    navn: SSP\n",
            ["1:1: feltet 'nyt' findes ikke – mente du 'nye'?"],
        ),
        (
            "kontakter",
            "skjul:\n  politi:\n",
            ["2:3: 'politi' er ikke udfyldt (under 'skjul') – skriv noget efter 'politi:', eller slet linjen"],
        ),
        (
            "kontakter",
            "skjul: [politi]\n",
            [
                (
                    "1:1: 'skjul' er en liste, men skal have punkter under sig, hvert med sit id – skriv et id "
                    "foran hvert punkt i stedet for bindestregen, for eksempel politi: …"
                )
            ],
        ),
        ("trin", "ret:\n  kort:\n    ret:\n      ring: Ring nu.\n", []),
        ("trin", "ret:\n  kort:\n    ret:\n      ring: {styrke: skal}\n", []),
        ("trin", "ret:\n  afsnit:\n    ret:\n      samtalen:\n        punkter:\n          skjul: {lyt: Andet.}\n", []),
        (
            "trin",
            "ret:\n  kort:\n    nye:\n      ring: {styrke: skal}\n",
            ["4:7: feltet 'tekst' mangler (i 'ring') – tilføj tekst: … (punktets tekst)"],
        ),
        (
            "trin",
            "ret:\n  afsnit:\n    nye:\n      log:\n        tekst: Skriv.\n",
            ["4:7: feltet 'titel' mangler (i 'log') – tilføj titel: … (overskrift)"],
        ),
        (
            "trin",
            "ret:\n  kort:\n    ret:\n      ring: {styrke: må}\n",
            ["4:22: 'styrke' kan ikke være 'må' (i 'ring') – du kan vælge mellem skal, bør, kan, overvej, ingen"],
        ),
        (
            "trin",
            "ret:\n  kort:\n    ring: Ring nu.\n",
            [
                (
                    "3:5: 'ring' skal stå under ret: eller nye: (under 'kort') – skriv ret: (noget fælles, "
                    "I ændrer) eller nye: (noget, I selv tilføjer) på linjen over, og ryk det hele to mellemrum ind"
                )
            ],
        ),
        (
            "trin",
            "nye:\n  kort:\n    ring: Ring nu.\n",
            [
                (
                    "1:1: feltet 'titel' mangler (under 'nye') – tilføj titel: … "
                    "(trinnets navn, for eksempel 'Vurdér krænkelsen')"
                )
            ],
        ),
        (
            "baggrund",
            "ret:\n  omfang:\n    svar:\n      ret:\n        ja: {procent: 160}\n",
            ["5:23: 'procent' er 160, men må højst være 100 (i 'ja') – skriv et tal fra 0 til 100"],
        ),
    ],
)  # fmt: skip
def test_told(kind: str, text: str, told: list[str]) -> None:
    assert lines(kind, text) == told


def test_a_change_holds_only_what_was_written() -> None:
    value, messages = validate(ret_model(Kontakt), {"note": "Ring"}, Source(FILE, {}))
    assert messages == [] and value is not None
    assert value.model_fields_set == {"note"}
