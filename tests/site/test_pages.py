"""Every page that an edition promises is there, whole, in Danish, and says whose it is."""

from __future__ import annotations

import re

import pytest
from handleplan.model.kinds import KINDS
from handleplan.out import addresses
from handleplan.out.dates import dansk_dato
from tinyhtml5.parser import HTMLParser

from tests.site.built import NOT_FOUND_PAGE, PRINT_PAGE, SITE, SLUGS, article, built, heading_text, headings, shown_text

HOST_FILES = {".htaccess", "_headers", "nginx.conf", "web.config"}
pytestmark = [pytest.mark.bygget, pytest.mark.parametrize("slug", SLUGS)]

# What a template, a missing value or an English default leaves behind when something is wrong.
LEFTOVERS = re.compile(
    r"\{\{|\{%|\{#|%\}|\}\}|\{: |\bNone\b|\b[Uu]ndefined\b|\bTrue\b|\bFalse\b|!!! |\?\?\? |:: |<br>|\*\*"
)
ENGLISH = re.compile(
    r"table of contents|permanent link|not found|skip to content|back to top|next page|previous|made with|"
    r"edit this page|view source|search results|powered by|last update",
    re.IGNORECASE,
)


def test_all_promised_pages_are_there_and_say_something(slug: str) -> None:
    one = built(slug)
    assert set(one.promised) | {PRINT_PAGE, NOT_FOUND_PAGE} == set(one.all_pages)
    thin = [path for path in one.promised if len(shown_text(article(one.page(path)))) < 200]
    assert not thin, f"næsten tomme sider: {thin}"


def test_the_card_as_pdf_is_there(slug: str) -> None:
    assert (built(slug).folder / "actioncard.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "ord"])
def test_every_thing_of_the_edition_stands_on_its_page(slug: str, kind: str) -> None:
    one = built(slug)
    missing = []
    for ident, thing in one.edition.things(kind).items():
        page = one.page(addresses.file_of(addresses.page_of(kind, ident)))
        title = getattr(thing, "titel", None) or getattr(thing, "navn", None)
        anchor = addresses.anchor_of(kind, ident)
        found = page.xpath("//*[@id=$anchor]", anchor=anchor) if anchor else [article(page)]
        if not found or title not in shown_text(found[0]):
            missing.append(ident)
    assert not missing


def test_no_leftovers_of_templates_or_english_defaults(slug: str) -> None:
    one = built(slug)
    wrong = []
    for path in one.all_pages:
        page = one.page(path)
        texts = [shown_text(page), *page.xpath("//@title | //@aria-label | //@alt | //@placeholder | //@content")]
        wrong += [(path, match[0]) for text in texts for match in LEFTOVERS.finditer(text)]
        wrong += [(path, match[0]) for text in texts for match in ENGLISH.finditer(text)]
    assert not wrong


def test_municipality_status_and_date_stand_on_every_page(slug: str) -> None:
    one = built(slug)
    kommune = one.edition.kommune
    unofficial = f"{kommune.status.capitalize()} – ikke kommunens officielle plan"
    status = f"Godkendt af {kommune.godkendt_af}" if one.edition.er_officiel else unofficial
    for path in one.all_pages:
        (banner,) = one.page(path).xpath("//p[contains(@class, 'hp-status')]")
        text = shown_text(banner)
        assert text.startswith(one.edition.fuldt_navn) and dansk_dato(kommune.dato) in text, path
        assert status in text, path
        assert one.edition.er_officiel or "ikke kommunens officielle plan" in text.casefold(), path


def test_headings_have_words_and_what_stands_below_them(slug: str) -> None:
    one = built(slug)
    wrong = []
    for path in one.promised:
        found = list(headings(one.page(path)))
        wrong += [(path, "ikke præcis én h1")] if [h.tag for h in found].count("h1") != 1 else []
        for heading, following in zip(found, [*found[1:], None], strict=True):
            if not heading_text(heading):
                wrong.append((path, "overskrift uden ord"))
            deeper = following is not None and following.tag > heading.tag
            if not deeper and not _text_until(heading, following):
                wrong.append((path, f"intet under '{heading_text(heading)}'"))
            if following is not None and int(following.tag[1]) > int(heading.tag[1]) + 1:
                wrong.append((path, f"springer et niveau over før '{heading_text(following)}'"))
    assert not wrong


def test_html_is_danish_and_parses_without_an_error(slug: str) -> None:
    one = built(slug)
    wrong = []
    for path in one.all_pages:
        page = one.page(path)
        assert page.get("lang") == "da", path
        parser = HTMLParser()
        parser.parse((one.folder / path).read_text(encoding="utf-8"))
        wrong += [(path, *error) for error in parser.errors]
        ids = page.xpath("//@id")
        wrong += [(path, "id står to gange", ident) for ident in sorted({i for i in ids if ids.count(i) > 1})]
        wrong += [(path, "liste i afsnit", "") for _ in page.xpath("//p//ul | //p//ol | //p//div | //a//a | //h1//h2")]
    assert not wrong


def test_nothing_but_built_files_is_published(slug: str) -> None:
    one = built(slug)
    strange = [
        file.relative_to(one.folder).as_posix()
        for file in one.folder.rglob("*")
        if file.name.startswith((".", "_")) or file.suffix in (".j2", ".md", ".yml", ".yaml", ".py", ".csv~")
    ]
    own_maps = [f.name for f in one.folder.rglob("*.map") if not (f.parent / f.name.removesuffix(".map")).is_file()]
    assert not strange and not own_maps
    made_by_commands = {"felter", *(f"handleplan-{name}.zip" for name in SLUGS)}   # handleplan felter, handleplan pak
    assert {entry.name for entry in SITE.iterdir()} - made_by_commands == {*SLUGS, "assets", "index.html", *HOST_FILES}


def _text_until(heading, following) -> str:
    """The words between two headings (or from the last one to the end of the article)."""
    words = []
    for node in heading.xpath("following::node()"):
        if node is following or (hasattr(node, "tag") and node.tag == "footer"):
            break
        if isinstance(node, str):
            words.append(node.strip())
    return "".join(words)


def test_the_parser_behind_these_tests_sees_an_error(slug: str) -> None:
    parser = HTMLParser()
    parser.parse("<!doctype html><html lang=da><title>x</title><p><b>x</p></div>")
    assert parser.errors
