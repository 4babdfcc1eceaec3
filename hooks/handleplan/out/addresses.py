"""Where each thing stands on the site. The one place that knows the pages' names.

Pages are named by their Markdown path (``trin/vurder.md``), as MkDocs and other engines link them.
"""

from __future__ import annotations

import functools
import posixpath
import re

from ..edition.edition import Edition
from ..edition.references import SIDER as PAGE_NAMES

PLACEHOLDER_SITE = "https://haandbog.example/"
SIDER: dict[str, str] = {"forside": "index.md", **{name: f"{name}.md" for name in PAGE_NAMES}}
_PAGE_OF_KIND = {
    "akut": "forside",
    "roller": "roller",
    "samtaler": "samtaler",
    "beslutninger": "beslutninger",
    "udkast": "udkast",
    "logbog": "udkast",
    "love": "lov",
    "kontakter": "kontakter",
    "vidensbank": "vidensbank",
    "litteratur": "vidensbank",
    "begreber": "begreber",
    "forebyggelse": "forebyggelse",
    "baggrund": "baggrund",
    "anbefalinger": "baggrund",
    "kilder": "om",
}
ANCHOR_PREFIX = {"logbog": "logbog-", "anbefalinger": "anbefaling-", "kilder": "kilde-", "litteratur": "litteratur-"}
# Rows of a table and items of a list cannot be addressed on the print page (print-site rewrites headings only).
WITHOUT_ANCHOR = frozenset({"vidensbank", "litteratur", "kilder"})
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def page_of(kind: str, ident: str) -> str:
    """The Markdown path of the page that shows a thing (``kind`` as in ``KINDS``, or ``"side"``)."""
    if kind == "side":
        return SIDER[ident]
    if kind == "trin":
        return f"trin/{ident}.md"
    return SIDER[_PAGE_OF_KIND[kind]]


def anchor_of(kind: str, ident: str) -> str:
    """The heading id of a thing on its page, or "" when the page as a whole is its address."""
    if kind in ("side", "trin") or kind in WITHOUT_ANCHOR:
        return ""
    return ANCHOR_PREFIX.get(kind, "") + ident


def url_of(page: str) -> str:
    """The address of a page below the edition's: ``"trin/vurder.md"`` → ``"trin/vurder/"``, the front page ``""``."""
    stem = page.removesuffix(".md")
    return stem.removesuffix("index") if posixpath.basename(stem) == "index" else f"{stem}/"


def file_of(page: str) -> str:
    """Where a page lies in the edition's built folder: ``"trin/vurder.md"`` → ``"trin/vurder/index.html"``."""
    return f"{url_of(page)}index.html"


def table_anchor(til: str) -> str:
    """The heading id of the vidensbank's table for an audience (``"børn og unge"`` → ``"til-boern-og-unge"``)."""
    return "til-" + in_ascii(til).replace(" ", "-")


def in_ascii(word: str) -> str:
    """A word of the data as it stands in an id or an address (``"årshjul"`` → ``"aarshjul"``)."""
    return word.translate(_ASCII)


@functools.cache  # a few thousand pairs of thing and page, asked for many times each
def relative_link(kind: str, ident: str, from_page: str) -> str:
    """The link from the page ``from_page`` to a thing, as MkDocs checks it (``../kontakter.md#politi``)."""
    page, anchor = page_of(kind, ident), anchor_of(kind, ident)
    path = "" if page == from_page and anchor else posixpath.relpath(page, posixpath.dirname(from_page) or ".")
    return path + (f"#{anchor}" if anchor else "")


def edition_url(edition: Edition) -> str:
    """The published address of the edition, with ``/`` at the end."""
    address = edition.kommune.adresse or PLACEHOLDER_SITE + edition.slug
    return address.rstrip("/") + "/"


def public_url(edition: Edition, kind: str, ident: str) -> str:
    """The published address of a thing (for paper, where a relative link leads nowhere)."""
    page, anchor = page_of(kind, ident), anchor_of(kind, ident)
    return edition_url(edition) + url_of(page) + (f"#{anchor}" if anchor else "")


def shown_address(address: str) -> str:
    """A web address as a reader sees it: without ``https://www.`` and the last ``/``."""
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")
