"""What the pages' script is told of a condition, and which advice no answer may set back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from handleplan.model.parts import Hvis, Punkt
from handleplan.out.situation import condition_data, is_safety_rule, questions

from tests.out.editions import small


@pytest.mark.parametrize(
    ("hvis", "data"),
    [
        ({"krænker": "ukendt"}, "kraenker=ukendt"),
        ({"situation": ["ubetænksom", "forælder"]}, "situation=ubetaenksom|foraelder"),
        ({"myndig": "umyndig"}, "alder=under-15|15-17"),
        ({"myndig": "myndig"}, "alder=18"),
        ({"strafbar_alder": "under-15"}, "bag=under-15"),
        ({"strafbar_alder": "fyldt-15"}, "bag=fyldt-15"),
        ({"skole": "flere", "vej": "politi"}, "skole=flere vej=politi"),
        ({"modtaget": "skolens-enhed"}, "modtaget=skolens-enhed"),
        ({"andet": "hvis mange er med"}, ""),  # what only words can say is never judged
        ({}, ""),
    ],
)
def test_a_condition_for_the_script(hvis: dict[str, Any], data: str) -> None:
    assert condition_data(Hvis.model_validate(hvis)) == data
    assert condition_data(None) == ""


BEVIS = {"aktør": "personale", "materiale": ["besked"], "handling": "gem-ikke"}


@pytest.mark.parametrize(
    ("fields", "always"),
    [
        ({"tekst": "Gem ikke.", "bevis": [BEVIS]}, True),
        ({"tekst": "Ring {{ tlf('alarm-112') }}."}, True),
        ({"tekst": "Ring.", "kontakter": ["alarm-112"]}, True),
        ({"tekst": "Ring {{ tlf('politi') }}.", "kontakter": ["politi"]}, False),
        ({"tekst": "Skriv log."}, False),
    ],
)
def test_what_to_save_and_when_to_call_112_is_never_set_back(fields: dict[str, Any], always: bool) -> None:
    assert is_safety_rule(Punkt.model_validate(fields)) is always


def test_only_what_makes_a_difference_is_asked(tmp_path: Path) -> None:
    """The small edition's step has a bullet for several schools and an unknown offender; its card has no ages."""
    assert [question.key for question in questions(small(tmp_path / "a", {}))] == ["kraenker", "skole"]
    own = "nye:\n  boern: {navn: Børn, telefon: ['12 34 56 78'], alder: {fra: 0, til: 14}}\n"
    aged = questions(small(tmp_path / "b", {"kontakter.yml": own}))
    assert [question.key for question in aged] == ["kraenker", "alder", "skole"]
    assert aged[1].answers == (("under-15", "Under 15 år"), ("15-17", "15–17 år"), ("18", "Fyldt 18 år"))
    assert aged[2].answers == (("samme", "Samme skole"), ("flere", "Flere skoler"))
    off = own.replace("alder:", "på_kortet: nej, alder:")
    assert len(questions(small(tmp_path / "c", {"kontakter.yml": off}))) == 2, "a number that is not on the card"


EVERY = (
    "{krænker: kendt, situation: [voksen], myndig: myndig, strafbar_alder: under-15, skole: samme, "
    "modtaget: vist, vej: intern}"
)


def test_the_questions_in_words(tmp_path: Path) -> None:
    own = f"ret:\n  kort:\n    nye:\n      alt: {{tekst: Alt., hvis: {EVERY}}}\n"
    asked = questions(small(tmp_path, {"trin/vurder.yml": own}))
    assert [(question.label, dict(question.answers)) for question in asked] == [
        ("Hvem står bag?", {"kendt": "Kendt krænker", "ukendt": "Ukendt krænker"}),
        (
            "Hvad er der sket?",
            {
                "ubetaenksom": "Tankeløst eller frivilligt",
                "trusler": "Trusler, afpresning, overgreb, hævn",
                "voksen": "En voksen står bag",
                "foraelder": "Mistanke mod en forælder",
            },
        ),
        ("Elevens alder", {"under-15": "Under 15 år", "15-17": "15–17 år", "18": "Fyldt 18 år"}),
        ("Alder på den, der står bag", {"under-15": "Under 15 år", "fyldt-15": "Fyldt 15 år"}),
        ("En eller flere skoler?", {"samme": "Samme skole", "flere": "Flere skoler"}),
        (
            "Hvor er materialet?",
            {"vist": "Vist til dig", "sendt": "Sendt til dig", "skolens-enhed": "På skolens udstyr"},
        ),
        ("Hvordan håndteres sagen?", {"intern": "Intern sag", "politi": "Politisag"}),
    ]
