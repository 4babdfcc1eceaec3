"""HTML of simple texts (headings, paragraphs, lists, bold, links) → a Word file with the same bytes every time."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any

import lxml.html
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from .word_package import word_bytes

STYLES = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2", "p": "Normal", "ul": "List Bullet", "ol": "List Number"}
FONT, SIZE = "Calibri", Pt(11)
A4 = (Mm(210), Mm(297))
PLACEHOLDER = re.compile(r"(\[[^\]]+\])")


@dataclass(frozen=True)
class Frame:
    """What stands around the text: the file's title and author, its date, head and foot of every page."""

    titel: str
    forfatter: str
    dato: datetime.date
    top: str
    bund: str


def word_file(html: str, frame: Frame) -> bytes:
    """``html`` as .docx. What stands in [brackets] is highlighted, for the reader to fill in."""
    document = Document()
    _set_up(document, frame)
    for element in lxml.html.fragment_fromstring(html, create_parent=True):
        if element.tag in ("ul", "ol"):
            for item in element:
                _paragraph(document, item, STYLES[element.tag])
        else:
            _paragraph(document, element, STYLES[element.tag])
    return word_bytes(document)


def _set_up(document: Any, frame: Frame) -> None:
    moment = datetime.datetime.combine(frame.dato, datetime.time())
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = frame.titel, frame.forfatter, frame.forfatter
    properties.created = properties.modified = moment
    properties.language, properties.comments = "da-DK", ""
    for style in document.styles.element.iter(qn("w:lang")):
        style.set(qn("w:val"), "da-DK")
    # The defaults and the headings take their font from the template's theme unless these go.
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        fonts.set(qn("w:ascii"), FONT)
        fonts.set(qn("w:hAnsi"), FONT)
    document.styles["Normal"].font.size = SIZE
    section = document.sections[0]
    section.page_width, section.page_height = A4
    section.header.paragraphs[0].text = frame.top
    section.footer.paragraphs[0].text = frame.bund


def _paragraph(document: Any, element: lxml.html.HtmlElement, style: str) -> None:
    paragraph = document.add_paragraph(style=style)
    for text, bold in _pieces(element, False):
        for piece in PLACEHOLDER.split(re.sub(r"\s+", " ", text)):
            if piece:
                run = paragraph.add_run(piece)
                run.bold = bold or None
                if PLACEHOLDER.fullmatch(piece):
                    run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _pieces(element: lxml.html.HtmlElement, bold: bool) -> list[tuple[str, bool]]:
    """The texts in ``element``; a link is followed by its address when that leads somewhere on the net."""
    bold = bold or element.tag == "strong"
    found = [(element.text or "", bold)]
    for child in element:
        found += _pieces(child, bold)
        href = child.get("href", "")
        if href.startswith("http"):
            found.append((f" ({href})", bold))
        found.append((child.tail or "", bold))
    return found
