"""Simple HTML as a Word file: styles, highlights, addresses, the same bytes every time."""

from __future__ import annotations

import datetime
import io
import zipfile

from docx import Document
from handleplan.out.word import Frame, word_file

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
