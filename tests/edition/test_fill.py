"""What an edition need not walk through is what every edition says alike."""

from __future__ import annotations

from handleplan.edition.base import load_base
from handleplan.edition.fill import fill_words, fixed_names, without_hidden
from handleplan.model.opslag import Ord
from handleplan.project import Project

BASE = load_base(Project.find())
THINGS = [(kind, ident) for kind, things in BASE.things.items() for ident in things]
WORDS = {ident: "et andet ord" for ident in BASE.things["ord"]}


def test_what_words_change_is_not_fixed() -> None:
    changed = {(k, i) for k, i in THINGS if fill_words(BASE.things[k][i], WORDS) is not BASE.things[k][i]}
    fixed = {(kind, ident) for kind, ident in THINGS if ident in BASE.fixed[kind]}
    assert changed and fixed and not changed & fixed


def test_a_fixed_thing_is_changed_only_by_hiding_what_it_names() -> None:
    for kind, ident in THINGS:
        if ident in BASE.fixed[kind]:
            others = set(THINGS) - BASE.fixed[kind][ident]
            assert without_hidden(BASE.things[kind][ident], others) is BASE.things[kind][ident], (kind, ident)


def test_a_placeholder_is_not_fixed() -> None:
    assert fixed_names(Ord(tekst="sparring", forklaring="Hjælp")) == frozenset()
    assert fixed_names(Ord(tekst="UDFYLD ordet", forklaring="Hjælp")) is None
