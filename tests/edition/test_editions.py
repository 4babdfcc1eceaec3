"""The shipped editions as assembled: each with its own steps and numbers; who points to what; whose a text is."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from handleplan.edition.assemble import load_edition
from handleplan.edition.edition import Edition
from handleplan.edition.references import edition_leaves
from handleplan.edition.text_references import references
from handleplan.model.kinds import KINDS
from handleplan.model.parts import Hvis
from handleplan.model.types import Reference
from handleplan.model.walk import models
from handleplan.out.conditions import LABELS, condition_labels
from handleplan.out.page_views import PageViews
from handleplan.project import Project
from handleplan.read import shapes

from tests.out.editions import SLUGS
from tests.out.editions import edition as real
from tests.small_project import AEROE, ROOT, SLUG, small_project


@pytest.mark.parametrize(
    ("slug", "navn", "trin", "på_kortet"),
    [
        ("aarhus", "Aarhus Kommune", 5, None),
        ("ballerup", "Ballerup Kommune", 6, None),
        ("broendby", "Brøndby Kommune", 6, None),
        ("guldborgsund", "Guldborgsund Kommune", 5, 4),
    ],
)
def test_the_four_editions(slug: str, navn: str, trin: int, på_kortet: int | None) -> None:
    edition = real(slug)
    assert edition.fuldt_navn == navn and not edition.er_officiel
    assert len(edition.trin) == trin
    assert på_kortet is None or len(edition.trin_på_kortet) == på_kortet
    assert all(edition.things(kind) for kind in KINDS), "no kind of thing may have become empty"


def test_no_edition_holds_another_municipality_s_number() -> None:
    own = {slug: {number for k in real(slug).lokale_kontakter.values() for number in k.telefon} for slug in SLUGS}
    assert own["aarhus"] and own["broendby"] and own["guldborgsund"] and not own["ballerup"]
    for slug in SLUGS:
        for other in set(SLUGS) - {slug}:
            assert not own[slug] & own[other]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_text_is_finished_and_has_a_place_in_a_file(slug: str) -> None:
    edition, read = real(slug), {}
    for path, text, _ in edition_leaves(edition):
        assert not re.search(r"\{\{\s*ord\.", text), path
        if path[0] == "kommune" and path[:2] not in edition.places:
            continue  # what the model says when no file does
        place = edition.place(path, value=True)
        assert place is not None, path
        lines = read.setdefault(place.file, (ROOT / place.file).read_text("utf-8").splitlines())
        line = lines[place.line - 1][place.column - 1 :]
        # The text begins where the place says, or on the line below where `>-` stands. A reference or a municipality's
        # own word at the beginning is written otherwise in the file.
        words = tuple(word.tekst.lower() for word in edition.ord.values())
        filled = path[0] != "ord" and text.lower().startswith(words)
        first = text.split()[0] if not filled and not text.startswith("{{") else ""
        below = lines[place.line].strip() if place.line < len(lines) else ""
        assert first[:1] in line or below.startswith(first[:1]), (path, str(place))
        other = place.file.split("/")[2] if place.file.startswith("data/kommuner/") else slug
        assert other == slug, (path, str(place))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_reference_leads_somewhere(slug: str) -> None:
    edition = real(slug)
    for path, text, mark in edition_leaves(edition):
        if isinstance(mark, Reference):
            assert text in edition.things(mark.kind), path
        for ref in references(text) if not isinstance(mark, Reference) else ():
            assert ref.kind == "side" or ref.ident in edition.things(ref.kind), path


def links(edition: Edition) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """Every thing with the things it refers to, by field or in a text."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for path, text, mark in edition_leaves(edition):
        named = [(mark.kind, text)] if isinstance(mark, Reference) else [(r.kind, r.ident) for r in references(text)]
        found.setdefault((str(path[0]), str(path[1])), set()).update(named)
    return found


@pytest.mark.parametrize("slug", SLUGS)
def test_back_links_are_the_links_turned_round(slug: str) -> None:
    edition = real(slug)
    views, told = PageViews(edition), links(edition)
    for kind in ("love", "kontakter"):
        for ident in edition.things(kind):
            for source in views.henvisninger_til(kind, ident):
                assert (kind, ident) in told[source], (source, kind, ident)
    assert views.henvisninger_til("kontakter", "politi"), "the police are mentioned in every edition"


def small(tmp_path: Path, **files: str) -> Edition:
    named = {name.replace("__", "/") + ".yml": text for name, text in files.items()}
    edition, messages = load_edition(Project(small_project(tmp_path, named)), SLUG)
    assert edition is not None, [str(message) for message in messages]
    return edition


def test_back_links_by_field_and_in_a_text(tmp_path: Path) -> None:
    views = PageViews(small(tmp_path))
    assert views.henvisninger_til("love", "barnets-lov-133") == [("trin", "vurder")]
    assert views.henvisninger_til("samtaler", "elev") == [("trin", "vurder")]
    assert views.henvisninger_til("kontakter", "sletdet") == [("trin", "stop")], "by field and in a text, told once"
    assert views.henvisninger_til("roller", "laerer") == [("trin", "vurder"), ("roller", "ledelse")]
    assert views.henvisninger_til("kontakter", "ssp") == []


def test_coverage_of_a_recommendation_follows_the_edition(tmp_path: Path) -> None:
    assert PageViews(small(tmp_path / "a")).dækning("fast-plan") == ([("trin", "vurder"), ("side", "actioncard")], [])
    hidden = small(tmp_path / "b", trin="skjul:\n  vurder: Vi har ingen.\n", trin__vurder="# intet\n")
    assert PageViews(hidden).dækning("fast-plan") == ([("side", "actioncard")], ["trin/vurder"])


def test_the_base_s_advice_is_the_editors_suggestion(tmp_path: Path) -> None:
    local = (
        "ret:\n  kort:\n    ret:\n      ring: Ring til SSP på Ærø.\n    nye:\n      egen: Vores eget.\n"
        "      ikke-vores: {tekst: Redaktionens, forslag: ja}\n      fra-planen: {tekst: Fra planen., kilde: planen}\n"
    )
    found = small(tmp_path, trin__vurder=local)
    kort = ("trin", "vurder", "kort")
    assert found.is_forslag(("trin", "stop")) and found.is_forslag(("trin", "stop", "kort", "bed"))
    assert not found.is_forslag(("trin", "vurder")), "a step with the municipality's own parts is judged part by part"
    assert found.is_forslag((*kort, "spoerg")), "… and what is left of the base in it is still a suggestion"
    for own in ("ring", "egen", "fra-planen"):
        assert not found.is_forslag((*kort, own)), own
    assert found.is_forslag((*kort, "ikke-vores"))
    assert not found.is_forslag(("kontakter", "politi")), "a contact is a fact and no suggestion"
    assert not found.is_forslag(("baggrund", "omfang"))


def test_forslag_can_be_denied_and_a_national_source_is_no_suggestion(tmp_path: Path) -> None:
    base = "deling:\n  titel: Deling\n  slags: form\n  forslag: nej\n"
    base += "chikane:\n  titel: Chikane\n  slags: form\n  kilde: raadet\n"
    root = small_project(tmp_path, {"data/faelles/begreber.yml": base})
    found, _ = load_edition(Project(root), SLUG)
    assert found is not None
    assert not found.is_forslag(("begreber", "deling")) and not found.is_forslag(("begreber", "chikane"))


def test_a_source_covers_the_texts_of_the_one_who_gives_it(tmp_path: Path) -> None:
    """The municipality's source on a shared step is no source of the shared bullets kept in it."""
    own = small(tmp_path / "a", trin__vurder="ret:\n  kilde: planen\n  kort:\n    ret:\n      ring: Ring til SSP på Ærø.\n")
    kort = ("trin", "vurder", "kort")
    assert own.is_forslag((*kort, "spoerg")) and not own.is_forslag((*kort, "ring"))
    shared = "titel: Stop\nkilde: raadet\nkort:\n  bed: Bed alle om at stoppe.\nafsnit:\n  hjaelp: {titel: Hjælp}\n"
    root = small_project(tmp_path / "b", {"data/faelles/trin/stop.yml": shared})
    found, _ = load_edition(Project(root), SLUG)
    assert found is not None
    assert not found.is_forslag(("trin", "stop")) and not found.is_forslag(("trin", "stop", "kort", "bed"))


def test_an_approved_edition_has_no_suggestions(tmp_path: Path) -> None:
    found = small(tmp_path)
    approved = dataclasses.replace(found, kommune=found.kommune.model_copy(update={"status": "godkendt"}))
    assert approved.er_officiel and not approved.is_forslag(("trin", "stop"))


def test_what_the_municipality_wrote_is_listed_with_file_and_line(tmp_path: Path) -> None:
    rows = dict(PageViews(small(tmp_path)).lokalt())
    assert rows["trin"] == [("Vurdér", "ændret", f"{AEROE}/trin/vurder.yml", 4)]
    assert rows["kontakt"] == [("SSP", "tilføjet", f"{AEROE}/kontakter.yml", 2)]
    assert rows["kilde"] == [("Kommunens plan", "tilføjet", f"{AEROE}/kommune.yml", 7)]
    assert set(rows) == {"trin", "kontakt", "kilde"}


def test_conditions_in_words() -> None:
    hvis = {"skole": "flere", "krænker": "ukendt", "situation": ["voksen", "trusler"], "andet": "hvis mange er med"}
    assert condition_labels(Hvis.model_validate(hvis)) == [
        "Ukendt krænker",
        "En voksen står bag",
        "Trusler, afpresning, overgreb, hævn",
        "Flere skoler",
        "Hvis mange er med",
    ]
    assert condition_labels(None) == [] == condition_labels(Hvis())


def test_every_condition_of_the_model_has_words() -> None:
    for name, info in Hvis.model_fields.items():
        item = shapes.item_type(info.annotation) if shapes.of_kind(info.annotation, list) else info.annotation
        assert set(shapes.choices(item)) == set(LABELS.get(name, {})), name


@pytest.mark.parametrize("slug", SLUGS)
def test_dates_that_are_missing_are_not_made_up(slug: str) -> None:
    """A fact without ``tjekket`` in the data has none in the edition, so the reader sees "ikke bekræftet"."""
    edition = real(slug)
    stale = [kind.name for kind in KINDS.values() if kind.can_stale]
    parts = [found for kind in stale for found in models(edition.things(kind), (kind,))]
    dated = [path for path, part in parts if getattr(part, "tjekket", None) is not None]
    assert dated and not [path for path in dated if (*path, "tjekket") not in edition.places]
