"""Pages of the site → chapters of one document: ids made unique, links between pages made page references."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html
import markdown
from markupsafe import Markup

from ..addresses import SIDER, shown_address, url_of
from ..pages import Page
from ..search_index import ONLY_IN_EXCERPTS
from .page_numbers import held_number

# The same as in mkdocs.yml (a test holds them together), without the links that the site puts at headings.
EXTENSIONS = ("admonition", "attr_list", "md_in_html", "pymdownx.details", "sane_lists", "tables", "toc")
# The card is a sheet of its own; its texts stand in the front page's frame and in the steps' "Kort fortalt".
NOT_IN_THE_BOOK = frozenset({SIDER["actioncard"]})
FRONT_PAGE = SIDER["forside"]
CONTENTS_LEVELS = ("h1", "h2")
# Signs inside a heading ("redaktionens forslag") that the contents and the running head do without.
SIGN = "hp-maerke"
# What a page tells MkDocs of itself (its scripts, what to hide), before its text.
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# Files for phones and spreadsheets: a button on the screen, nothing on paper.
DOWNLOADS = "hent"


@dataclass(frozen=True)
class Entry:
    """One line of the contents: ``niveau`` 1 for a chapter, 2 for a section in it."""

    id: str
    titel: str
    niveau: int


@dataclass(frozen=True)
class Chapter:
    """One page of the site as HTML, and its headings for the contents."""

    id: str
    titel: str
    html: Markup
    indhold: list[Entry]


def chapters(pages: list[Page], address: str) -> list[Chapter]:
    """``pages`` as chapters. ``address`` is the published site's, for links that lead to no page of the book."""
    pages = [page for page in pages if page.path not in NOT_IN_THE_BOOK]
    known = {page.path for page in pages}
    return [_chapter(page, known, address) for page in pages]


def chapter_id(path: str) -> str:
    """``trin/vurder.md`` → ``s-trin-vurder``."""
    return "s-" + path.removesuffix(".md").replace("/", "-")


def _chapter(page: Page, known: set[str], address: str) -> Chapter:
    html = markdown.markdown(FRONT_MATTER.sub("", page.markdown), extensions=list(EXTENSIONS), output_format="html")
    root = lxml.html.fragment_fromstring(html, create_parent="section")
    ident = chapter_id(page.path)
    for sign in root.find_class(ONLY_IN_EXCERPTS):
        sign.drop_tree()
    _drop_downloads(root)
    if page.path == FRONT_PAGE:
        _drop_lists_of_links(root)
    for element in root.iter():
        if element.get("id"):
            element.set("id", f"{ident}--{element.get('id')}")
    for link in list(root.iter("a")):
        _set_link(link, page.path, known, address)
    root.set("id", ident)
    root.set("class", f"kapitel kapitel-{ident.removeprefix('s-').split('-')[0]}")
    contents = list(_contents(root, ident))
    return Chapter(ident, page.title, Markup(lxml.html.tostring(root, encoding="unicode")), contents)


def _set_link(link: lxml.html.HtmlElement, path: str, known: set[str], address: str) -> None:
    """A link to a page of the book leads to its place there; others show where they lead."""
    href = link.get("href", "")
    if "://" in href:
        if shown_address(href) not in link.text_content():
            link.set("data-adresse", shown_address(href))
    elif not href.startswith(("tel:", "mailto:", "sms:")):
        file, _, anchor = href.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
        if target in known:
            href = f"#{chapter_id(target)}" + (f"--{anchor}" if anchor else "")
            link.set("href", href)
            number = held_number(href)
            number.tail, link.tail = link.tail, None
            link.addnext(number)
        else:
            on_the_web = url_of(target) if target.endswith(".md") else target
            link.set("href", address + on_the_web + (f"#{anchor}" if anchor else ""))


def _drop_downloads(root: lxml.html.HtmlElement) -> None:
    for heading in [h for h in root.iter("h2") if h.get("id") == DOWNLOADS]:
        for element in [heading, *_section(heading)]:
            element.getparent().remove(element)


def _section(heading: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """What stands between a heading and the next one."""
    for element in heading.itersiblings():
        if element.tag in CONTENTS_LEVELS:
            return
        yield element


def _drop_lists_of_links(root: lxml.html.HtmlElement) -> None:
    """Sections of the front page that only lead to other pages: the book has its contents for that."""
    dropped = set()
    for heading in list(root.iter("h2")):
        section = list(_section(heading))
        items = [item for element in section for item in element.iter("li")]
        if items and all(map(_is_link_only, items)):
            dropped.add(f"#{heading.get('id')}")
            for element in [heading, *section]:
                element.getparent().remove(element)
    for paragraph in list(root.iter("p")):   # shortcuts to what has gone
        if any(link.get("href") in dropped for link in paragraph.iter("a")):
            paragraph.getparent().remove(paragraph)


def _is_link_only(item: lxml.html.HtmlElement) -> bool:
    return len(item) == 1 and item[0].tag == "a" and not (item.text or item[0].tail or "").strip()


def _contents(root: lxml.html.HtmlElement, ident: str) -> Iterator[Entry]:
    """The lines of the contents. Gives headings what the style reads: ``data-titel``, and an id for the chapter's."""
    for heading in root.iter(*CONTENTS_LEVELS):
        titel = "".join(_texts_without_signs(heading)).strip()
        if heading.tag == "h1":
            heading.set("id", f"{ident}--top")
        heading.set("data-titel", titel)
        yield Entry(heading.get("id"), titel, int(heading.tag[1]))


def _texts_without_signs(element: lxml.html.HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if SIGN not in child.get("class", ""):
            yield from _texts_without_signs(child)
        yield child.tail or ""
