"""A Word file without what python-docx's own template brings along and the text never uses.

The template holds 160 styles, two copies of them, nine lists, a theme, a picture of an empty page and the settings of
the machine it was made on: 35 of 39 kB. Word, LibreOffice and Pages show the same without.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

# Parts that say nothing about the text. Relationship types end in these words.
_LEFT_OUT = (
    "stylesWithEffects", "customXml", "webSettings", "fontTable", "theme", "thumbnail", "extended-properties",
)  # fmt: skip
# What the settings say that holds for any text: how Word sets a line. The rest is about the theme, formulas, drawings
# and the template's own past.
_SETTINGS = ("defaultTabStop", "characterSpacingControl", "compat")
# How styles name each other.
_STYLE_LINKS = ("w:basedOn", "w:link", "w:next", "w:numStyleLink", "w:styleLink")
_STYLE_USES = ("w:pStyle", "w:rStyle", "w:tblStyle")
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
# The smallest date a ZIP can hold: what the file says must not depend on when it was made.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def word_bytes(document: Any) -> bytes:
    """The file of ``document`` (python-docx's), with only what its text uses; the same bytes every time.

    The text's font stands in its styles: a theme's fonts and colours are taken away, a colour's own value stays.
    """
    _drop_parts(document)
    _drop_styles(document)
    _drop_lists(document)
    _drop_settings(document.settings.element)
    for root in _roots(document):
        _without_theme(root)
        _without_unused_namespaces(root)
    buffer = io.BytesIO()
    document.save(buffer)
    return _without_clock(buffer)


def _drop_parts(document: Any) -> None:
    for relationships in (document.part.package.rels, document.part.rels):
        for ident, relationship in list(relationships.items()):
            if relationship.reltype.rpartition("/")[2] in _LEFT_OUT:
                del relationships[ident]


def _drop_styles(document: Any) -> None:
    """The styles that the text, its head and foot name, those that they build on, and the four defaults stay."""
    root = document.styles.element
    styles = {style.get(qn("w:styleId")): style for style in root.iter(qn("w:style"))}
    kept = {ident for ident, style in styles.items() if style.get(qn("w:default")) == "1"}
    waiting = [*kept, *(name for part in _texts(document) for name in _named(part, _STYLE_USES))]
    while waiting:
        ident = waiting.pop()
        kept.add(ident)
        waiting += [name for name in _named(styles[ident], _STYLE_LINKS) if name not in kept]
    for ident, style in styles.items():
        if ident not in kept:
            root.remove(style)
    # Which of its other styles Word offers to someone who writes on in the file: those it always offers.
    for latent in list(root.iter(qn("w:lsdException"))):
        if latent.get(qn("w:qFormat")) != "1":
            latent.getparent().remove(latent)


def _drop_lists(document: Any) -> None:
    """Bullets and numbers that no style and no paragraph counts by go."""
    root = document.part.numbering_part.element
    used = {name for part in (document.styles.element, *_texts(document)) for name in _named(part, ("w:numId",))}
    lists = {one.get(qn("w:numId")): one for one in root.findall(qn("w:num"))}
    for ident, one in lists.items():
        if ident not in used:
            root.remove(one)
    forms = {one.find(qn("w:abstractNumId")).get(qn("w:val")) for one in root.findall(qn("w:num"))}
    for form in root.findall(qn("w:abstractNum")):
        if form.get(qn("w:abstractNumId")) not in forms:
            root.remove(form)


def _drop_settings(settings: Any) -> None:
    wanted = {qn(f"w:{name}") for name in _SETTINGS}
    for one in list(settings):
        if one.tag not in wanted:
            settings.remove(one)


def _without_theme(root: Any) -> None:
    for element in root.iter(etree.Element):
        for name in [name for name in element.attrib if "theme" in etree.QName(name).localname.lower()]:
            del element.attrib[name]


def _without_unused_namespaces(root: Any) -> None:
    # It names prefixes that a reader may pass over; those are among the ones that nothing uses.
    root.attrib.pop(_IGNORABLE, None)
    etree.cleanup_namespaces(root)


def _texts(document: Any) -> Iterator[Any]:
    """The parts that hold text: the body, heads and feet."""
    yield document.element
    for section in document.sections:
        yield section.header._element
        yield section.footer._element


def _roots(document: Any) -> Iterator[Any]:
    yield from _texts(document)
    yield document.styles.element
    yield document.part.numbering_part.element
    yield document.settings.element


def _named(root: Any, tags: tuple[str, ...]) -> list[str]:
    """What the elements ``tags`` below ``root`` name."""
    return [element.get(qn("w:val")) for element in root.iter(*(qn(tag) for tag in tags))]


def _without_clock(file: io.BytesIO) -> bytes:
    """The same package with a fixed date on every part."""
    target = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            new.writestr(info, old.read(name), compresslevel=9)
    return target.getvalue()
