"""Pages become chapters of one document: ids of their own, links that lead inside it, contents."""

from __future__ import annotations

import re

import lxml.html
import pytest
from handleplan.out.pages import Page
from handleplan.out.paper.book import Book
from handleplan.out.paper.chapters import EXTENSIONS, Chapter, chapters

from tests.out.editions import PROJECT, prepared

ADDRESS = "https://haandbog.example/x/"


def chapter(markdown: str, path: str = "trin/vurder.md") -> Chapter:
    others = [Page("index.md", "Forside", "# F", ""), Page("lov.md", "Lov", "# Lov", "")]
    return next(c for c in chapters([*others, Page(path, "Side", markdown, "")], ADDRESS) if c.titel == "Side")


@pytest.mark.parametrize(
    ("link", "becomes"),
    [
        ("../lov.md#straf", 'href="#s-lov--straf"'),
        ("../lov.md", 'href="#s-lov"'),
        ("#log", 'href="#s-trin-vurder--log"'),
        ("../actioncard.md", f'href="{ADDRESS}actioncard/"'),
        ("tel:114", 'href="tel:114"'),
        ("https://www.dr.dk/x/", 'href="https://www.dr.dk/x/" data-adresse="dr.dk/x"'),
    ],
)
def test_links(link: str, becomes: str) -> None:
    assert becomes in chapter(f"# T\n\n[ord]({link})\n\n## Log {{: #log }}").html


def test_the_page_number_stands_right_after_its_link() -> None:
    text = lxml.html.fromstring(chapter("# T\n\nSe [lov](../lov.md#straf), og **[ring](tel:114)** nu.").html).text_content()
    assert "Se lov (s.\u00a0000), og ring nu." in text


def test_an_address_that_is_its_own_text_is_not_said_twice() -> None:
    assert "data-adresse" not in chapter("# T\n\n<https://www.dr.dk/x/>").html


def test_what_a_page_tells_the_site_is_no_text() -> None:
    found = chapter("---\nhide:\n  - toc\nscripts: [situation]\n---\n# Trin\n\nTekst.\n")
    assert "scripts" not in found.html and "hide" not in found.html
    assert [entry.titel for entry in found.indhold] == ["Trin"]


def test_downloads_are_left_out() -> None:
    found = chapter("# T\n\n## Hent kontakterne {: #hent }\n\n- [CSV](x.csv)\n\nEn kopi.\n\n## Mere\n\nTekst.\n").html
    assert "Hent" not in found and "En kopi" not in found and "Tekst." in found


def test_contents_are_without_signs() -> None:
    found = chapter('# Trin\n\n## Log <span class="hp-maerke">redaktionens forslag</span> {: #log }')
    assert [(e.id, e.titel, e.niveau) for e in found.indhold] == [
        ("s-trin-vurder--top", "Trin", 1),
        ("s-trin-vurder--log", "Log", 2),
    ]
    assert 'data-titel="Log"' in found.html


def test_the_front_page_loses_only_lists_that_lead_on() -> None:
    links = '<div class="hp-valgliste" markdown="1">\n\n- [Lov](lov.md)\n- [Mere](lov.md)\n\n</div>\n'
    text = f"# F\n\n## Nu\n\n- Ring.\n\n## Resten\n\n{links}"
    found = chapter(text, "index.md").html
    assert "Ring." in found
    assert "Resten" not in found
    assert "Resten" in chapter(text).html


def test_the_books_markdown_is_the_sites() -> None:
    lines = (PROJECT.root / "mkdocs.yml").read_text(encoding="utf-8").split("markdown_extensions:")[1].split("\n\n")[0]
    assert tuple(re.findall(r"^  - ([\w.]+)", lines, re.MULTILINE)) == EXTENSIONS


@pytest.mark.parametrize("slug", PROJECT.slugs)
def test_every_link_in_the_book_has_its_place(slug: str) -> None:
    one = prepared(slug)
    html = Book(one.edition, one.pages, PROJECT.papir.resolve()).source()
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids)


def test_a_book_is_set_without_a_warning_and_the_same_twice(caplog: pytest.LogCaptureFixture) -> None:
    one = prepared(PROJECT.slugs[0])
    pages = [page for page in one.pages if page.path in ("index.md", "kontakter.md", "vidensbank.md")]
    book = Book(one.edition, pages, PROJECT.papir.resolve())
    with caplog.at_level("WARNING", logger="weasyprint"):
        first = book.make()
    assert [line for line in caplog.messages if "No anchor" not in line] == []
    assert book.make() == first
