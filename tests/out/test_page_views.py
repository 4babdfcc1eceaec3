"""What a page says beside a text: contacts and laws that the text does not name, a role's tasks and places, conditions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from handleplan.model.kinds import KINDS
from handleplan.model.parts import Hvis, Punkt
from handleplan.model.types import Reference
from handleplan.model.walk import field_marks
from handleplan.out.conditions import unsaid_conditions, with_bold_lead
from handleplan.out.page_views import PageViews
from handleplan.out.text import danish_order, lower_first, words_in_sentence

from tests.out.editions import SLUGS, edition, small


def punkt(**fields: Any) -> Punkt:
    return Punkt.model_validate(fields)


@pytest.mark.parametrize(
    ("tekst", "shown"),
    [
        ("Ring.", ["politi", "sletdet"]),
        ("Ring {{ tlf('politi') }}.", ["sletdet"]),
        ("Spørg {{ kontakt('politi') }}.", ["politi", "sletdet"]),  # named, but not dialled
        ("Spørg {{ kontakt('sletdet') }}.", ["politi"]),  # it has no number to dial
        ("Se {{ beslutning('politi') }}.", ["politi", "sletdet"]),  # another thing of the same name
    ],
)
def test_a_contact_stands_when_the_text_does_not_dial_it(tmp_path: Path, tekst: str, shown: list[str]) -> None:
    views = PageViews(small(tmp_path, {}))
    assert views.kontakter_ud_over_teksten(punkt(tekst=tekst, kontakter=["politi", "sletdet"])) == shown


def test_a_law_stands_when_the_text_does_not_name_it(tmp_path: Path) -> None:
    views = PageViews(small(tmp_path, {}))
    law = "barnets-lov-133"
    assert views.love_ud_over_teksten(punkt(tekst="Underret.", love=[law])) == [law]
    assert views.love_ud_over_teksten(punkt(tekst=f"Underret efter {{{{ lov('{law}') }}}}.", love=[law])) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_role_s_page_has_every_place_that_names_the_role(slug: str) -> None:
    one = edition(slug)
    views = PageViews(one)
    for kind in ("trin", "samtaler", "beslutninger"):
        fields = [name for name, mark in field_marks(KINDS[kind].model) if mark == Reference("roller")]
        assert fields
        for ident, thing in one.things(kind).items():
            for rolle in {rolle for name in fields for rolle in getattr(thing, name)}:
                named = sum(rolle in getattr(thing, name) for name in fields)
                told = [words for words, of, idents in views.rollens_steder(rolle) if of == kind and ident in idents]
                assert len(told) == named == len(set(told)), (kind, ident, rolle)


def test_a_role_s_tasks_are_the_bullets_of_the_sections_and_come_once(tmp_path: Path) -> None:
    local = (
        "ret:\n  kort:\n    nye:\n      kort: {tekst: Kun på kortet., hvem: [laerer]}\n"
        "  afsnit:\n    nye:\n      mere:\n        titel: Mere\n        punkter:\n"
        "          igen: {tekst: Skriv ned., hvem: [laerer]}\n"
        "          egen: {tekst: Ring hjem., hvem: [laerer, ledelse]}\n"
    )
    views = PageViews(small(tmp_path, {"trin/vurder.yml": local}))
    tasks = views.opgaver_i_trin("laerer")
    assert {trin: [task.punkt.tekst for task in of_step] for trin, of_step in tasks.items()} == {
        "vurder": ["Skriv ned.", "Ring hjem."]
    }
    assert [task.punkt.tekst for task in views.opgaver_i_trin("ledelse")["vurder"]] == ["Ring hjem."]
    assert not views.kun_forslag(tasks) and views.kun_forslag({"vurder": tasks["vurder"][:1]}) and views.kun_forslag({})
    path = ("trin", "vurder", "afsnit", "mere", "punkter")
    assert not views.alle_forslag(path, views.edition.trin["vurder"].afsnit["mere"].punkter)
    samtalen = views.edition.trin["vurder"].afsnit["samtalen"].punkter
    assert views.alle_forslag(("trin", "vurder", "afsnit", "samtalen", "punkter"), samtalen)
    assert not views.alle_forslag(path, {})


@pytest.mark.parametrize(
    ("tekst", "unsaid", "written"),
    [
        ("Ring hjem.", ["Under 18 år", "Flere skoler"], "Ring hjem."),
        ("Under 18 år: Ring hjem.", ["Flere skoler"], "**Under 18 år:** Ring hjem."),
        ("**under 18 år:** Ring hjem.", ["Flere skoler"], "**under 18 år:** Ring hjem."),
        ("Er det sendt? Ring hjem.", ["Under 18 år", "Flere skoler"], "**Er det sendt?** Ring hjem."),
        ("Ring {{ tlf('politi') }}: nu.", ["Under 18 år", "Flere skoler"], "Ring {{ tlf('politi') }}: nu."),
    ],
)
def test_a_condition_is_said_once_on_a_page(tekst: str, unsaid: list[str], written: str) -> None:
    hvis = Hvis(myndig="umyndig", skole="flere")
    assert unsaid_conditions(hvis, tekst) == unsaid
    assert with_bold_lead(punkt(tekst=tekst, hvis=hvis)) == written
    assert with_bold_lead(punkt(tekst=tekst)) == tekst, "without a condition a colon is a colon"


def test_words_in_a_sentence() -> None:
    assert words_in_sentence(["Elever", "Forældre", "SSP"]) == "Elever, forældre, SSP"
    assert words_in_sentence(["Lærer", "Pædagog", "Skolens ledelse"], " og ") == "Lærer, pædagog og skolens ledelse"
    assert words_in_sentence(["Elever"], " og ") == "Elever" and words_in_sentence([]) == ""
    assert [lower_first(word) for word in ("SSP-lærer", "Respekt for Grænser", "Lærer")] == [
        "SSP-lærer", "Respekt for Grænser", "lærer",
    ]  # fmt: skip
    assert sorted(["Ål", "Øl", "Aase", "Æble", "zebra", "abe", "Bil"], key=danish_order) == [
        "abe", "Bil", "zebra", "Æble", "Øl", "Ål", "Aase",
    ]  # fmt: skip
