"""The whole handbook on one page to print: every page, in reading order, every link leads somewhere on it."""

from __future__ import annotations

import re

import pytest

from tests.site.built import PRINT_PAGE, SLUGS, article, built, heading_text, headings, shown_text

pytestmark = [pytest.mark.bygget, pytest.mark.parametrize("slug", SLUGS)]


def _key(path: str) -> str:
    """The id that print-site gives the section of a page."""
    return path.removesuffix("index.html").strip("./").replace("/", "-") or "index"


def test_all_pages_in_reading_order(slug: str) -> None:
    """The nav of the front page is the reading order that a reader sees."""
    one = built(slug)
    links = "//nav[contains(@class, 'md-nav--primary')]//a[contains(@class, 'md-nav__link')]/@href"
    nav = one.page("index.html").xpath(links)
    order = list(dict.fromkeys(_key(href.removeprefix("./")) for href in nav if not href.startswith("#")))
    sections = one.page(PRINT_PAGE).xpath("//section[contains(@class, 'print-page')][@id]/@id")
    assert [section for section in sections if not section.startswith("section-")] == order
    assert set(order) == {_key(path) for path in one.promised}


def test_nothing_of_a_page_is_left_out(slug: str) -> None:
    one = built(slug)
    printed = one.page(PRINT_PAGE)
    for path in one.promised:
        (section,) = printed.xpath("//section[@id=$key]", key=_key(path))
        on_screen = [heading_text(heading) for heading in headings(one.page(path))]
        on_paper = [heading_text(h) for h in section.xpath(".//*[self::h1 or self::h2 or self::h3 or self::h4]")]
        assert on_paper == on_screen, path
        assert len(shown_text(section)) >= 0.95 * len(_content(one.page(path))), path


def test_every_link_in_the_page_leads_to_one_place_on_it(slug: str) -> None:
    page = built(slug).page(PRINT_PAGE)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids)), [ident for ident in set(ids) if ids.count(ident) > 1]
    links = [href for href in article(page).xpath(".//a/@href") if href.startswith("#")]
    assert len(links) > 100
    assert not [href for href in links if href[1:] not in ids]


def test_links_between_pages_have_become_links_on_the_page(slug: str) -> None:
    links = article(built(slug).page(PRINT_PAGE)).xpath(".//a/@href")
    folder = built(slug).folder
    downloads = {f"../{file.relative_to(folder).as_posix()}" for file in folder.rglob("*") if file.suffix in (".pdf", ".docx", ".csv", ".vcf", ".json")}
    assert not [href for href in links if href not in downloads and not re.match(r"#|https?:|mailto:|tel:", href)]


def test_classes_survive_the_renaming_of_ids(slug: str) -> None:
    """print-site renames ids by plain replacement, which can also hit a class of the same name."""
    one = built(slug)
    known = {name for path in one.promised for name in _classes(one.page(path))}
    printed = {name for name in _classes(one.page(PRINT_PAGE)) if name.startswith("hp-") and "printforside" not in name}
    assert printed <= known, printed - known


def test_cover_says_whose_it_is(slug: str) -> None:
    one = built(slug)
    (cover,) = one.page(PRINT_PAGE).xpath("//*[@id='print-site-cover-page']")
    text = shown_text(cover)
    assert one.edition.fuldt_navn in text and one.edition.version in text and one.edition.kommune.titel in text
    assert one.edition.er_officiel or "ikke kommunens officielle plan" in text


def _content(page) -> str:
    return shown_text(article(page))


def _classes(page) -> set[str]:
    return {name for value in article(page).xpath(".//@class") for name in value.split()}
