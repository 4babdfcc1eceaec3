"""The downloads of the built site: there, whole, linked to, and nobody else's."""

from __future__ import annotations

import json
import re

import pytest
import vobject
from handleplan.out.exports import export_files
from jsonschema import Draft202012Validator

from tests.out.editions import PROJECT, SLUGS, edition

pytestmark = pytest.mark.bygget
LINKED_FROM = {
    "kontakter": {"kontakter.vcf", "kontakter.csv"},
    "vidensbank": {"vidensbank.csv"},
    "om": {"kontakter.vcf", "kontakter.csv", "vidensbank.csv", "handleplan.json", "handleplan.schema.json"},
}


@pytest.mark.parametrize("slug", SLUGS)
def test_each_download_is_the_edition_s(slug: str) -> None:
    for name, content in export_files(edition(slug)).items():
        assert (PROJECT.site / slug / name).read_bytes() == content, f"{name}: run `handleplan byg` first"


@pytest.mark.parametrize("slug", SLUGS)
def test_each_page_links_to_its_downloads(slug: str) -> None:
    for page, wanted in LINKED_FROM.items():
        html = (PROJECT.site / slug / page / "index.html").read_text(encoding="utf-8")
        assert wanted <= set(re.findall(r'<a href="\.\./([a-z.]+)"', html)), page


@pytest.mark.parametrize("slug", SLUGS)
def test_the_published_document_follows_the_published_schema(slug: str) -> None:
    folder = PROJECT.site / slug
    found = json.loads((folder / "handleplan.json").read_text(encoding="utf-8"))
    schema = json.loads((folder / found["$schema"]).read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(found)) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_no_other_municipality_s_number_or_address(slug: str) -> None:
    """Every text of every download is read as its program reads it, so that folding and escaping hide nothing."""
    folder = PROJECT.site / slug
    read = {name: (folder / name).read_text(encoding="utf-8") for name in export_files(edition(slug))}
    cards = [card.serialize(lineLength=10_000) for card in vobject.readComponents(read.pop("kontakter.vcf"))]
    texts = [*cards, *read.values()]
    together = re.sub(r"\s", "", "\n".join(texts))
    own = {way for k in edition(slug).kontakter.values() for way in (*k.telefon, k.mail, k.sms) if way}
    for other in set(SLUGS) - {slug}:
        for k in edition(other).lokale_kontakter.values():
            for way in {*k.telefon, k.mail, k.sms} - own - {None}:
                assert re.sub(r"\s", "", way) not in together, (other, way)
        assert edition(other).fuldt_navn.replace(" ", "") not in together
