"""HTML of simple texts (headings, paragraphs, lists, bold, links) → a Word file with the same bytes every time."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from dataclasses import dataclass
from typing import Any

import lxml.html
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Pt

STYLES = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2", "p": "Normal", "ul": "List Bullet", "ol": "List Number"}
FONT, SIZE = "Calibri", Pt(11)
PLACEHOLDER = re.compile(r"(\[[^\]]+\])")
# The smallest date a ZIP can hold: what the file says must not depend on when it was made.
ZIP_DATE = (1980, 1, 1, 0, 0, 0)


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
    buffer = io.BytesIO()
    document.save(buffer)
    return _without_clock(buffer)


def _set_up(document: Any, frame: Frame) -> None:
    moment = datetime.datetime.combine(frame.dato, datetime.time())
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = frame.titel, frame.forfatter, frame.forfatter
    properties.created = properties.modified = moment
    properties.language, properties.comments = "da-DK", ""
    for style in document.styles.element.iter(qn("w:lang")):
        style.set(qn("w:val"), "da-DK")
    for name in dict.fromkeys(STYLES.values()):
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        # Headings take their font from the theme unless these go.
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        document.styles[name].font.name = FONT
    document.styles["Normal"].font.size = SIZE
    section = document.sections[0]
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


def _without_clock(file: io.BytesIO) -> bytes:
    """The same package with a fixed date on every part."""
    target = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            new.writestr(info, old.read(name))
    return target.getvalue()
