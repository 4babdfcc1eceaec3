"""The built site as the tests see it: every edition that the data holds, with its pages parsed once."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import lxml.html
from handleplan.edition.edition import Edition
from handleplan.out import addresses
from handleplan.out.web.finish import PRINT_PAGE

from tests.out.editions import PROJECT, prepared

SITE = PROJECT.site
SLUGS = PROJECT.slugs
NOT_FOUND_PAGE = "404.html"


def library_folder(name: str) -> Path:
    """Where the installed library ``name`` lies: what it brings along is compared with what the site has of it."""
    spec = find_spec(name)
    assert spec is not None and spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0])


@dataclass(frozen=True)
class Built:
    """One edition: what the data says (``edition``) and where it was built (``folder``)."""

    slug: str
    edition: Edition
    folder: Path

    @property
    def promised(self) -> list[str]:
        """The handbook's pages in reading order, as the contract and the edition's own steps promise them."""
        singles = [addresses.SIDER[name] for name in addresses.SIDER]
        steps = [addresses.page_of("trin", ident) for ident in self.edition.trin]
        return [addresses.file_of(path) for path in (*singles[:2], *steps, *singles[2:])]

    @property
    def all_pages(self) -> list[str]:
        """Every HTML file of the edition, the print page and the 404 page included."""
        return sorted(file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html"))

    def page(self, path: str) -> lxml.html.HtmlElement:
        """The parsed page ``path`` (such as ``trin/vurder/index.html``)."""
        return parsed(self.folder / path)


@functools.cache
def built(slug: str) -> Built:
    """The edition ``slug``; fails when it has not been built."""
    folder = SITE / slug
    assert (folder / "index.html").is_file(), f"{slug} er ikke bygget: kør `make site` først"
    edition = prepared(slug).edition
    assert edition is not None
    return Built(slug, edition, folder)


@functools.lru_cache(maxsize=256)
def parsed(file: Path) -> lxml.html.HtmlElement:
    """An HTML file, read once: whoever changes it changes it for the next test."""
    return lxml.html.document_fromstring(file.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8"))


def shown_text(element: lxml.html.HtmlElement) -> str:
    """What a reader sees of ``element``: without scripts and styles, white space as one space."""
    pieces = element.xpath(".//text()[not(ancestor::script or ancestor::style or ancestor::template)]")
    return " ".join(" ".join(pieces).split())


def article(page: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """The page's own content, without header, nav and footer."""
    (found,) = page.xpath("//article")
    return found


def headings(page: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """The headings of the page's own content, in order."""
    return iter(article(page).xpath(".//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"))


def heading_text(heading: lxml.html.HtmlElement) -> str:
    """A heading without its link sign and its mark."""
    skip = "ancestor::a[@class='headerlink'] or ancestor::span[contains(@class, 'hp-maerke')]"
    return " ".join("".join(heading.xpath(f".//text()[not({skip})]")).split())


__all__ = [
    "NOT_FOUND_PAGE", "PRINT_PAGE", "PROJECT", "SITE", "SLUGS", "Built", "article", "built", "heading_text", "headings",
    "parsed", "prepared", "shown_text",
]  # fmt: skip
