"""The search index holds this edition's pages and nothing else."""

from __future__ import annotations

import json

import pytest

from tests.site.built import SLUGS, built

pytestmark = [pytest.mark.bygget, pytest.mark.parametrize("slug", SLUGS)]


def _documents(slug: str) -> list[dict[str, str]]:
    return json.loads((built(slug).folder / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]


def test_all_pages_and_no_others(slug: str) -> None:
    found = {document["location"].partition("#")[0] for document in _documents(slug)}
    assert {f"{page}index.html" for page in found} == set(built(slug).promised)


def test_every_entry_leads_to_a_heading_of_this_edition(slug: str) -> None:
    one = built(slug)
    for document in _documents(slug):
        page, _, anchor = document["location"].partition("#")
        ids = one.page(f"{page}index.html").xpath("//@id")
        assert not anchor or anchor in ids, document["location"]


def test_titles_are_titles_without_marks(slug: str) -> None:
    assert not [d["title"] for d in _documents(slug) if "redaktionens forslag" in d["title"].lower() or not d["title"]]


def test_no_other_municipality_s_number_can_be_found(slug: str) -> None:
    editions = [built(other).edition for other in SLUGS if other != slug]
    others = {number for edition in editions for k in edition.lokale_kontakter.values() for number in k.telefon}
    own = {number for k in built(slug).edition.kontakter.values() for number in k.telefon}
    text = "".join("".join(d["text"].split()) + " " for d in _documents(slug)).replace("\u00a0", "")
    assert not [number for number in others - own if "".join(number.split()) in text]


def test_steps_are_found_under_their_own_page(slug: str) -> None:
    locations = {document["location"] for document in _documents(slug)}
    for ident in built(slug).edition.trin:
        assert f"trin/{ident}/" in locations
