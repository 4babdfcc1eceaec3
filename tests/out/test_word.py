"""Simple HTML as a Word file: styles, highlights, addresses, the same bytes every time."""

from __future__ import annotations

import datetime
import io
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from handleplan.out.word import Frame, word_file
from lxml import etree

FRAME = Frame("Besked", "Læsø Kommune", datetime.date(2026, 11, 21), "Læsø Kommune · udkast", "Version 1")
HTML = (
    "<h1>Besked</h1><p><strong>Til:</strong> forældre i [klasse]</p><h2>Før</h2>"
    '<ul><li>Ring til <a href="tel:114">114</a></li><li>Se <a href="https://x.example/a">siden</a></li></ul>'
)


def opened() -> Document:
    return Document(io.BytesIO(word_file(HTML, FRAME)))


def test_headings_lists_and_paragraphs_keep_their_styles() -> None:
    found = [(paragraph.style.name, paragraph.text) for paragraph in opened().paragraphs]
    assert found == [
        ("Title", "Besked"),
        ("Normal", "Til: forældre i [klasse]"),
        ("Heading 1", "Før"),
        ("List Bullet", "Ring til 114"),
        ("List Bullet", "Se siden (https://x.example/a)"),
    ]


def test_bold_and_what_is_to_fill_in() -> None:
    runs = opened().paragraphs[1].runs
    assert [(run.text, bool(run.bold), bool(run.font.highlight_color)) for run in runs] == [
        ("Til:", True, False),
        (" forældre i ", False, False),
        ("[klasse]", False, True),
    ]


def test_head_foot_and_properties() -> None:
    document = opened()
    assert document.sections[0].header.paragraphs[0].text == FRAME.top
    assert document.sections[0].footer.paragraphs[0].text == FRAME.bund
    properties = document.core_properties
    assert (properties.title, properties.author, properties.language) == ("Besked", "Læsø Kommune", "da-DK")
    assert properties.created.date() == FRAME.dato
    assert "python" not in properties.comments


def test_same_bytes_twice_and_no_clock() -> None:
    assert word_file(HTML, FRAME) == word_file(HTML, FRAME)
    with zipfile.ZipFile(io.BytesIO(word_file(HTML, FRAME))) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_only_what_the_text_uses_is_in_the_package() -> None:
    """python-docx's template alone is 38 kB: the styles, lists and parts that no text here uses are left out."""
    content = word_file(HTML.replace("ul>", "ol>"), FRAME)
    assert len(content) <= 8_000
    document = Document(io.BytesIO(content))
    named = {paragraph.style.name for paragraph in document.paragraphs} | {"Header", "Footer"}
    built_on = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
    linked = {f"{name} Char" for name in named - {"Normal", "List Number"}}
    assert {style.name for style in document.styles} == named | built_on | linked
    lists = document.part.numbering_part.element.findall(qn("w:num"))
    counted = document.styles["List Number"].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    assert [one.get(qn("w:numId")) for one in lists] == [counted]
    assert _level(document, counted).find(qn("w:numFmt")).get(qn("w:val")) == "decimal"


def test_parts_are_named_where_a_reader_looks_for_them() -> None:
    with zipfile.ZipFile(io.BytesIO(word_file(HTML, FRAME))) as package:
        parts = set(package.namelist())
        texts = {name: package.read(name).decode() for name in parts}
    types = {override.get("PartName").lstrip("/") for override in etree.fromstring(texts["[Content_Types].xml"].encode())
             if override.get("PartName")}  # fmt: skip
    aimed = {
        (base + target).replace("word/../", "")
        for base, file in (("", "_rels/.rels"), ("word/", "word/_rels/document.xml.rels"))
        for target in re.findall(r'Target="([^"]+)"', texts[file])
    }
    assert types == aimed == parts - {"[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"}
    assert {"word/header1.xml", "word/footer1.xml", "docProps/core.xml"} < parts
    asked = {name for name in texts if "heme" in texts[name]}
    assert not asked, "there is no theme to take fonts and colours from"


def test_a_danish_letter_on_a4() -> None:
    document = opened()
    section = document.sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    styles = document.styles.element
    assert {lang.get(qn("w:val")) for lang in styles.iter(qn("w:lang"))} == {"da-DK"}
    assert {fonts.get(qn("w:ascii")) for fonts in styles.iter(qn("w:rFonts"))} == {"Calibri"}


def _level(document: Document, number: str) -> etree._Element:
    """The look of the list ``number``."""
    root = document.part.numbering_part.element
    form = root.find(f"{qn('w:num')}[@{qn('w:numId')}='{number}']/{qn('w:abstractNumId')}").get(qn("w:val"))
    return root.find(f"{qn('w:abstractNum')}[@{qn('w:abstractNumId')}='{form}']/{qn('w:lvl')}")
