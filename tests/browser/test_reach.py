"""Keyboard, zoom, large text, targets and names: what axe cannot see."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import DESKTOP, PHONE, SMALL_PHONE, wait_until, what_stays
from tests.browser.width import beside_the_page
from tests.site.built import NOT_FOUND_PAGE, SLUGS, article, built, shown_text

pytestmark = [pytest.mark.bygget, pytest.mark.browser]
FOCUS = "document.activeElement"
# WCAG 2.5.8: 24 by 24, but for links inside a line of text; a label counts with its box.
SMALL = """() => [...document.querySelectorAll('button, summary, select, input, .hp-knapper a, .hp-genveje a, .hp-valgliste a, .hp-fod a, .md-nav--primary a')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.md-search, [data-md-component=palette]'))
  .map(e => [e, (e.labels?.[0] || e).getBoundingClientRect()]).filter(([, box]) => box.width && (box.width < 23.5 || box.height < 23.5))
  .map(([e, box]) => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 20)} ${Math.round(box.width)}x${Math.round(box.height)}`)"""


@pytest.mark.parametrize("slug", SLUGS)
def test_the_phones_menu_by_keyboard(open_page: Callable[..., Page], site: str, slug: str) -> None:
    page = open_page(viewport=PHONE)
    page.goto(f"{site}{slug}/actioncard/")
    menu = page.get_by_role("button", name="Menu", exact=True)
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate(f"!!{FOCUS}.closest('.md-sidebar--primary')"), "en lukket menu tager imod fokus"
        if menu.evaluate(f"e => e === {FOCUS}"):
            break
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    assert menu.evaluate("e => getComputedStyle(e).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => {FOCUS}.closest('.md-sidebar--primary')")
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Space")
    page.wait_for_function(f"() => {FOCUS}.closest('.md-sidebar--primary')")
    for _ in range(25):
        if page.evaluate(f"{FOCUS}.innerText.trim() === 'Kontakter'"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{slug}/kontakter/")


def test_the_phones_search_by_keyboard(open_page: Callable[..., Page], site: str) -> None:
    page = open_page(viewport=PHONE)
    page.goto(f"{site}guldborgsund/")
    page.locator("button.md-header__button[for=__search]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".md-search__input")).to_be_focused()


def test_the_keyboard_goes_through_the_search_and_on_to_the_page(open_page: Callable[..., Page], site: str) -> None:
    """Without hits and with them: the page beneath is out of reach while the search is open, and Tab leads out of it."""
    page = open_page(viewport=DESKTOP)
    page.goto(f"{site}{SLUGS[0]}/kontakter/")
    field, beneath = page.locator(".md-search__input"), page.locator("[data-md-component=container]")
    for words in ("", "politi"):
        field.focus()
        wait_until(page, lambda: beneath.evaluate("e => e.inert"))
        if words:
            field.press_sequentially(words)
            page.locator(".md-search-result__link").first.wait_for()
            wait_until(page, lambda: not page.locator(".md-search-result [tabindex='-1']").count())
            page.locator(".md-search-result :is(a, summary):visible").last.focus()
        for _ in range(100):    # the theme writes more hits as the list is scrolled
            page.keyboard.press("Tab")
            if not beneath.evaluate("e => e.inert"):
                break
        wait_until(page, lambda: beneath.evaluate("e => e.contains(document.activeElement)"))
        assert not page.locator("#__search").is_checked()


def test_the_not_found_page_opens_the_search_and_has_the_numbers(open_page: Callable[..., Page], site: str) -> None:
    for size in (PHONE, DESKTOP):
        page = open_page(viewport=size)
        page.goto(f"{site}guldborgsund/findes/ikke/")
        page.get_by_role("button", name="Søg i håndbogen").click()
        expect(page.locator(".md-search__input")).to_be_focused()
        for number in ("112", "114"):
            expect(page.locator(f"article a[href='tel:{number}']")).to_have_count(1)


@pytest.mark.parametrize("slug", SLUGS)
def test_targets_are_large_enough(open_page: Callable[..., Page], site: str, slug: str) -> None:
    page = open_page(viewport=PHONE)
    found = []
    for path in ("", "actioncard/", "kontakter/", "vidensbank/", f"trin/{next(iter(built(slug).edition.trin))}/"):
        page.goto(f"{site}{slug}/{path}")
        page.evaluate("document.querySelectorAll('[data-situation]').forEach(e => { e.open = true })")
        found += [(path, small) for small in what_stays(page, lambda: page.evaluate(SMALL))]
    assert found == []


@pytest.mark.parametrize("slug", SLUGS)
def test_twice_the_size_is_whole(open_page: Callable[..., Page], site: str, slug: str) -> None:
    """A desktop zoomed to 200 %, and a phone and a desktop whose text alone is doubled, choices open."""
    page = open_page()
    found = []
    pages = (
        "",
        "actioncard/",
        "vidensbank/",
        "baggrund/",
        "kontakter/",
        f"trin/{next(iter(built(slug).edition.trin))}/",
        "findes/ikke/",
    )
    for path in pages:
        page.goto(f"{site}{slug}/{path}")
        page.evaluate("document.querySelectorAll('[data-situation]').forEach(e => { e.open = true })")
        for size, text in (({"width": 640, "height": 450}, ""), (PHONE, "250%"), (DESKTOP, "250%")):
            page.set_viewport_size(size)
            page.evaluate("size => { document.documentElement.style.fontSize = size }", text)
            found += [(path, size["width"], text, wrong) for wrong in beside_the_page(page, size != DESKTOP)]
    assert found == []


@pytest.mark.parametrize("slug", SLUGS)
def test_open_choices_fit_the_smallest_phone(open_page: Callable[..., Page], site: str, slug: str) -> None:
    page = open_page(viewport=SMALL_PHONE)
    for path in ("actioncard/", "vidensbank/", "kontakter/"):
        page.goto(f"{site}{slug}/{path}#?vej=politi")
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
        assert not beside_the_page(page), path


def test_nothing_moves_for_who_asks_for_calm(open_page: Callable[..., Page], site: str) -> None:
    page = open_page(reduced_motion="reduce")
    page.goto(f"{site}guldborgsund/actioncard/")
    moving = """() => [...document.querySelectorAll('body *')].filter(e => { const s = getComputedStyle(e);
      return [s.transitionDuration, s.animationDuration].some(d => d.split(',').some(t => parseFloat(t) > .02)) }).length"""
    assert page.evaluate(moving) == 0
    ordinary = open_page()
    ordinary.goto(f"{site}guldborgsund/actioncard/")
    assert ordinary.evaluate(moving) > 0, "the page has something that moves, and the measure sees it"


def test_the_page_is_danish_with_one_h1_and_named_landmarks(open_page: Callable[..., Page], site: str) -> None:
    page = open_page()
    for path in ("", "actioncard/", "vidensbank/", "findes/ikke/"):
        page.goto(f"{site}guldborgsund/{path}")
        assert page.evaluate("document.documentElement.lang") == "da"
        assert page.locator("article h1").count() == 1 and page.locator("main").count() == 1


@pytest.mark.parametrize("slug", SLUGS)
def test_every_page_says_how_to_report_a_fault(slug: str) -> None:
    """To the owner by mail, with the page's address and the version; without a mailbox, to who the owner is."""
    one = built(slug)
    ejer = one.edition.kommune.ejer
    for path in (*one.promised, NOT_FOUND_PAGE):
        (link,) = one.page(path).xpath("//footer//a[starts-with(normalize-space(), 'Meld en fejl')]")
        if ejer.mail:
            body = parse_qs(urlsplit(link.get("href")).query)["body"][0]
            assert link.get("href").startswith(f"mailto:{ejer.mail}?") and one.edition.version in body
            assert path == NOT_FOUND_PAGE or path.removesuffix("index.html") in body
        else:
            assert ejer.funktion in link.text_content() and link.get("href").endswith("#udgaven")
    assert ejer.funktion in shown_text(article(one.page("om/index.html")))
