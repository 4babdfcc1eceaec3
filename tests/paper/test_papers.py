"""Every file on paper of every edition, as the build left it on the site."""

from __future__ import annotations

import functools
import io
import itertools
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import page
import pikepdf
import pypdf
import pytest
from docx import Document
from handleplan.edition.edition import Edition
from handleplan.out.addresses import edition_url
from handleplan.out.dates import dansk_dato
from handleplan.out.paper.qr import versioned

from tests.out.editions import PROJECT, edition
from tests.paper import pdf_image
from tests.paper.pdf_tags import Element, elements, links, structure

pytestmark = pytest.mark.bygget
PDFS = ("actioncard.pdf", "actioncard-a3.pdf", "rollekort.pdf", "logbog.pdf", "haandbog.pdf")
DRAFTS = ("foraeldre", "klassen", "presse", "opdateringer", "evaluering")
MAX_SIZE = {"haandbog.pdf": 1_700_000}
OTHERS_MAX_SIZE = 250_000


@dataclass(frozen=True)
class Sheet:
    edition: Edition
    fil: str
    path: Path

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(self.path)

    @cached_property
    def tags(self) -> Element:
        return structure(self.pdf)

    @cached_property
    def texts(self) -> list[str]:
        """Each page's text."""
        return pdf_image.page_texts(self.path)


@pytest.fixture(scope="module", params=[(slug, fil) for slug in PROJECT.slugs for fil in PDFS], ids="/".join)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    found = _sheet(*request.param)
    assert found.path.is_file(), "byg først: handleplan byg"
    return found


def test_passes_pdf_ua_1(sheet: Sheet) -> None:
    report = page.validate_pdf(sheet.path, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_has_language_title_and_date_from_the_data(sheet: Sheet) -> None:
    assert str(sheet.pdf.Root.Lang) == "da"
    assert sheet.edition.fuldt_navn in str(sheet.pdf.docinfo["/Title"])
    assert str(sheet.pdf.docinfo["/CreationDate"]).startswith(sheet.edition.kommune.dato.strftime("D:%Y%m%d"))


def test_every_page_says_whose_which_and_when(sheet: Sheet) -> None:
    kommune = sheet.edition.kommune
    wanted = [sheet.edition.fuldt_navn, sheet.edition.version, dansk_dato(kommune.dato), kommune.ejer.funktion]
    if not sheet.edition.er_officiel:
        wanted.append("Ikke kommunens officielle plan")
    for number, text in enumerate(sheet.texts, 1):
        flat = _tight(text)
        assert [words for words in wanted if _tight(words) not in flat] == [], f"side {number}"


def test_the_qr_code_leads_to_the_edition(sheet: Sheet) -> None:
    expected = versioned(edition_url(sheet.edition), sheet.edition.version)
    assert set(pdf_image.qr_texts(sheet.path, dpi=100)) == {expected}
    assert _tight(edition_url(sheet.edition).removeprefix("https://").rstrip("/")) in _tight(sheet.texts[0])


def test_headings_are_nested_without_gaps(sheet: Sheet) -> None:
    levels = [int(element.name[1]) for element in elements(sheet.tags) if re.fullmatch(r"H[1-6]", element.name)]
    assert levels[0] == 1
    assert [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1] == []


def test_links_headers_and_figures_are_tagged(sheet: Sheet) -> None:
    annotations = [a for p in sheet.pdf.pages for a in p.get("/Annots", []) if a.Subtype == "/Link"]
    assert len(links(sheet.tags)) == len(annotations)
    assert all(int(a.F) & 4 and "/Contents" in a for a in annotations)
    for element in elements(sheet.tags):
        if element.name == "TH":
            assert element.source.A.Scope in ("/Row", "/Column")
        if element.name == "Figure":
            assert str(element.source.Alt)


def test_no_dead_link_inside_the_file(sheet: Sheet) -> None:
    annotations = [a for p in sheet.pdf.pages for a in p.get("/Annots", []) if "/Dest" in a]
    names = sheet.pdf.Root.get("/Names", {}).get("/Dests", {}).get("/Names", [])
    known = {str(name) for name in list(names)[::2]}
    assert {str(a.Dest) for a in annotations} <= known


def test_is_small_enough_to_send(sheet: Sheet) -> None:
    assert sheet.path.stat().st_size < MAX_SIZE.get(sheet.fil, OTHERS_MAX_SIZE)


@pytest.fixture(scope="module", params=PROJECT.slugs)
def slug(request: pytest.FixtureRequest) -> str:
    return request.param


def test_the_poster_is_the_card_on_a3(slug: str) -> None:
    card, poster = (_sheet(slug, fil) for fil in ("actioncard.pdf", "actioncard-a3.pdf"))
    assert [float(x) for x in poster.pdf.pages[0].mediabox[2:]] == pytest.approx([841.9, 1190.6], abs=0.6)
    assert _tight(poster.texts[0]) == _tight(card.texts[0])


def test_a_page_a_role(slug: str) -> None:
    sheet = _sheet(slug, "rollekort.pdf")
    roles = [rolle for rolle in sheet.edition.roller.values() if rolle.jeg_er and rolle.opgaver]
    assert len(sheet.texts) == len(roles)
    for rolle, text in zip(roles, sheet.texts, strict=True):
        flat = _tight(text)
        assert _tight(rolle.titel) in flat
        for other in rolle.melder_til:
            assert _tight(sheet.edition.roller[other].titel) in flat
        for number in (n for k in sheet.edition.kontakter_på_kortet.values() for n in k.telefon):
            assert _tight(number) in flat
    assert [h.name for h in elements(sheet.tags) if h.name == "H1"] == ["H1"] * len(roles)


def test_a_role_without_local_numbers_has_a_line_for_them(slug: str) -> None:
    """A card that says "ring til SSP Ballerup" and has neither number nor line helps nobody."""
    edition = _sheet(slug, "rollekort.pdf").edition
    roles = [ident for ident, rolle in edition.roller.items() if rolle.jeg_er and rolle.opgaver]
    lines = {name for name in pypdf.PdfReader(PROJECT.site / slug / "rollekort.pdf").get_fields() or {} if "-kommunen" in name}
    own = {ident for ident in roles if edition.roller[ident].titel == edition.kommune.enhed}
    assert lines == (set() if edition.kontakter_på_kortet else {f"{ident}-kommunen" for ident in roles if ident not in own})


def test_the_log_sheet_asks_for_everything(slug: str) -> None:
    sheet = _sheet(slug, "logbog.pdf")
    text = " ".join(" ".join(sheet.texts).split())
    for words in (
        "ét barn", "Fortroligt", "Ingen billeder", "Hvem fører logbogen", "1. Fakta", "2. Vurdering", "4. Beslutninger",
        "Begrundelse", "5. Hvem har fået besked", "6. Næste kontakt", "7. Når sagen lukkes",
    ):  # fmt: skip
        assert words in text, words
    log = sheet.edition.kommune.log
    assert ("Familiens logbog" in text) == ("foraeldre" in log.føres_af)
    for words in (log.tekst, log.opbevares):
        assert _tight(words or "") in _tight(text)


def test_the_log_sheets_fields_keep_danish_letters(slug: str) -> None:
    reader = pypdf.PdfReader(PROJECT.site / slug / "logbog.pdf")
    fields = reader.get_fields() or {}
    texts = [name for name, field in fields.items() if field.get("/FT") == "/Tx"]
    assert len(texts) > 100
    assert all(field.get("/TU") for field in fields.values())
    written = {name: f"Æblegrød på åen {index} – ”sådan”" for index, name in enumerate(texts)}
    assert _saved(reader, written) == written


def test_the_cards_lines_keep_danish_letters(slug: str) -> None:
    reader = pypdf.PdfReader(PROJECT.site / slug / "actioncard.pdf")
    written = dict.fromkeys(reader.get_fields() or {}, "Søren Åkjær 12 34 56 78")
    assert len(written) >= 3
    assert _saved(reader, written) == written


def test_the_book_has_contents_bookmarks_and_page_numbers(slug: str) -> None:
    reader = pypdf.PdfReader(PROJECT.site / slug / "haandbog.pdf")
    total = len(reader.pages)
    texts = _sheet(slug, "haandbog.pdf").texts
    assert all(f"Side {number} af {total}" in text for number, text in enumerate(texts[1:], 2))
    places = {name: reader.get_destination_page_number(dest) + 1 for name, dest in reader.named_destinations.items()}
    entries = 0
    for leaf, text in zip(reader.pages, texts, strict=True):
        # The chapter's name stands alone on a line in the running head; where in the text depends on how the page is painted.
        if "Indhold" in text.splitlines():
            led_to = dict.fromkeys(annotation.get_object().get("/Dest") for annotation in leaf.get("/Annots", []))
            named = [int(number) for number in re.findall(r"(?:^|(?<! af)\s)(\d+)$", text, re.MULTILINE)]
            assert sorted(named) == sorted(places[name] for name in led_to if name is not None)
            entries += len(named)
    assert entries > 40
    titles = _flat(reader.outline)
    edition = _sheet(slug, "haandbog.pdf").edition
    for trin in edition.trin.values():
        assert any(trin.titel in title for title in titles)
    assert all(titles)
    assert len([name for name in places if name.endswith("--top")]) == len(_top(reader.outline)) - 1


def test_references_in_the_book_name_the_page_that_they_lead_to(slug: str) -> None:
    reader = pypdf.PdfReader(PROJECT.site / slug / "haandbog.pdf")
    places = {name: reader.get_destination_page_number(dest) + 1 for name, dest in reader.named_destinations.items()}
    seen = 0
    for leaf, text in zip(reader.pages, _sheet(slug, "haandbog.pdf").texts, strict=True):
        named = [int(number) for number in re.findall(r"\(s\.\s+(\d+)\)", text)]
        if not re.search(r"^Indhold$", text, re.MULTILINE):  # at the head of each page of the contents
            led_to = {annotation.get_object().get("/Dest") for annotation in leaf.get("/Annots", [])} - {None}
            assert set(named) == {places[name] for name in led_to}
        seen += len(named)
    assert seen > 200


def test_table_heads_repeat_and_rows_do_not_break(slug: str) -> None:
    sheet = _sheet(slug, "haandbog.pdf")
    rows = [element for element in elements(sheet.tags) if element.name == "TR"]
    assert len(rows) > 30
    assert [row.text_pages for row in rows if len(row.text_pages) > 1] == []
    for number, text in enumerate(sheet.texts, 1):
        tables = [t for t in elements(sheet.tags) if t.name == "Table" and number in t.text_pages and t.columns == 5]
        assert not tables or "Udbyder" in text, f"side {number}: tabellen fortsætter uden sit hoved"


@pytest.mark.parametrize("ident", DRAFTS)
def test_drafts_open_in_word_and_say_what_they_are(slug: str, ident: str) -> None:
    one = edition(slug)
    document = Document(str(PROJECT.site / slug / "udkast" / f"{ident}.docx"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert one.udkast[ident].titel in text
    assert "Redaktionens udkast" in text
    section = document.sections[0]
    assert "Ikke kommunens officielle plan" in section.header.paragraphs[0].text
    foot = section.footer.paragraphs[0].text
    assert one.version in foot and one.kommune.ejer.funktion in foot
    marked = [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.font.highlight_color]
    assert marked and all(words.startswith("[") for words in marked)
    assert "{{" not in text and "**" not in text


def test_the_pages_offer_the_files_with_size_and_pages(slug: str) -> None:
    for side, fil in (
        ("index.html", "actioncard.pdf"), ("index.html", "haandbog.pdf"), ("actioncard/index.html", "actioncard-a3.pdf"),
        ("roller/index.html", "rollekort.pdf"), ("trin/dokumenter/index.html", "logbog.pdf"),
        ("udkast/index.html", "udkast/foraeldre.docx"),
    ):  # fmt: skip
        html = (PROJECT.site / slug / side).read_text(encoding="utf-8")
        button = re.search(rf'<a class="hp-knap" href="[./]*(?:udkast/)?{re.escape(Path(fil).name)}">([^<]*)</a>', html)
        assert button, f"{side}: {fil}"
        content = (PROJECT.site / slug / fil).read_bytes()
        size = re.search(r"([\d,]+) (kB|MB)\)", button[1])
        bytes_ = float(size[1].replace(",", ".")) * (1000 if size[2] == "kB" else 1_000_000)
        assert bytes_ == pytest.approx(len(content), rel=0.06)
        if fil.endswith(".pdf"):
            pages = len(pikepdf.open(io.BytesIO(content)).pages)
            assert f"PDF, {pages} side" in button[1]


@functools.cache
def _sheet(slug: str, fil: str) -> Sheet:
    return Sheet(edition(slug), fil, PROJECT.site / slug / fil)


def _saved(reader: pypdf.PdfReader, values: dict[str, str]) -> dict[str, str]:
    """What the fields hold after they are filled in and the file is saved and opened again."""
    writer = pypdf.PdfWriter(clone_from=reader)
    for one in writer.pages:
        writer.update_page_form_field_values(one, values, auto_regenerate=False)
    buffer = io.BytesIO()
    writer.write(buffer)
    fields = pypdf.PdfReader(buffer).get_fields() or {}
    return {name: fields[name].get("/V") for name in values}


def _top(outline: list) -> list[str]:
    return [item.title for item in outline if not isinstance(item, list)]


def _flat(outline: list) -> list[str]:
    return [title for item in outline for title in (_flat(item) if isinstance(item, list) else [item.title])]


def _tight(text: str) -> str:
    return re.sub(r"[\s\u00a0\u00ad]+", "", unicodedata.normalize("NFC", text))
