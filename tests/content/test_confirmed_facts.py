"""What carries a date of confirmation, and what must not: the marks were set when law and help lines were checked.

A fact that gets a date without anyone having checked it is the worst fault the handbook can have. Whoever checks one
of these changes its mark here as well.
"""

from __future__ import annotations

import re
from datetime import date

import pytest
from handleplan.edition.base import load_base
from handleplan.project import Project

CHECKED = date(2026, 11, 20)
#: Seen in part only, or printed in a plan and never confirmed.
UNCONFIRMED = {
    "love": {"straffeloven-281", "straffeloven-267"},
    "kontakter": {"red-barnet", "sikkerchat", "sexlinien", "privat-snak", "red-barnet-foraeldre"},
}


@pytest.fixture(scope="module")
def base():
    return load_base(Project.find())


@pytest.mark.parametrize("kind", sorted(UNCONFIRMED))
def test_only_what_was_checked_has_a_date(base, kind: str) -> None:
    things = base.things[kind]
    assert {ident for ident, thing in things.items() if thing.tjekket is None} == UNCONFIRMED[kind]
    assert {thing.tjekket for ident, thing in things.items() if ident not in UNCONFIRMED[kind]} == {CHECKED}


def test_what_is_not_confirmed_says_why(base) -> None:
    for kind, idents in UNCONFIRMED.items():
        assert all(base.things[kind][ident].bemærkning for ident in idents), kind


def test_a_material_is_as_confirmed_as_the_contact_it_leads_to(base) -> None:
    dated = {ident: thing for ident, thing in base.things["vidensbank"].items() if thing.tjekket is not None}
    assert dated
    for ident, material in dated.items():
        assert material.kontakt, f"{ident} has a date but no contact that was checked"
        assert base.things["kontakter"][material.kontakt].tjekket == material.tjekket, ident


def test_no_law_is_without_its_official_text_unless_it_says_so(base) -> None:
    for ident, law in base.things["love"].items():
        if law.link is None:
            assert law.bemærkning and "link" in law.bemærkning.tekst, ident
        else:
            assert law.link.startswith("https://www.retsinformation.dk/eli/lta/"), ident


@pytest.mark.parametrize("word", ["fængsel", "bøde", "års", "straframme"])
def test_the_shared_base_names_no_penalty(base, word: str) -> None:
    for ident, law in base.things["love"].items():
        assert word not in re.findall(r"\w+", law.betydning.lower()), ident
