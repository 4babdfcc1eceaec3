"""The page to choose a municipality on, and the way through an edition without a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import DESKTOP, PHONE, SMALL_PHONE, Watch, what_stays
from tests.browser.contrast import CONTRAST
from tests.browser.width import beside_the_page
from tests.site.built import SLUGS, built

NAV_LINK_IN_FOCUS = """() => document.activeElement.matches('.md-nav--primary a')
  && document.activeElement.innerText.trim()"""
pytestmark = [pytest.mark.bygget, pytest.mark.browser]


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "uden-js"])
def test_the_landing_page_leads_to_every_edition(open_page: Callable[..., Page], site: str, javascript: bool) -> None:
    page = open_page(java_script_enabled=javascript)
    for slug in SLUGS:
        page.goto(site)
        link = page.locator(f".valg a[href='{slug}/index.html']")
        assert built(slug).edition.fuldt_navn in link.inner_text()
        assert built(slug).edition.er_officiel or "ikke kommunens officielle plan" in link.inner_text()
        link.click()
        page.wait_for_url(f"**/{slug}/index.html")
        expect(page.locator(".hp-status")).to_contain_text(built(slug).edition.fuldt_navn)
    page.goto(site)
    expect(page.locator(".valg a")).to_have_count(len(SLUGS))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_landing_page_is_whole_at_every_width(open_page: Callable[..., Page], site: str, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    watch = Watch(page, site)
    for size in (PHONE, SMALL_PHONE, DESKTOP):
        page.set_viewport_size(size)
        page.goto(site)
        assert not beside_the_page(page, cut=False)
        assert not what_stays(page, lambda: page.evaluate(CONTRAST))
    assert page.locator("header a").evaluate_all("all => all.map(a => a.getAttribute('href'))") == [
        "tel:112",
        "tel:114",
    ]
    too_low = "all => all.filter(a => a.getBoundingClientRect().height < 44).map(a => a.innerText)"
    assert not what_stays(page, lambda: page.locator("header a, .valg a").evaluate_all(too_low))
    assert not watch.foreign and not watch.complaints


def test_the_comparison_has_a_column_an_edition(open_page: Callable[..., Page], site: str) -> None:
    page = open_page(viewport=DESKTOP)
    page.goto(site)
    names = page.locator("thead th").all_inner_texts()[1:]
    assert sorted(names) == sorted(built(slug).edition.kommune.navn for slug in SLUGS)
    for column, name in enumerate(names):
        edition = next(built(slug).edition for slug in SLUGS if built(slug).edition.kommune.navn == name)
        cell = page.locator("tbody tr").filter(has_text="Trin").first.locator("td").nth(column)
        assert cell.locator("li").count() == len(edition.trin)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_skip_link_comes_first_and_leads_to_the_text(open_page: Callable[..., Page], site: str, slug: str) -> None:
    page = open_page(viewport=DESKTOP)
    page.goto(f"{site}{slug}/actioncard/")
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_have_text("Gå til indholdet")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.hash === '#actioncard'")
    page.keyboard.press("Tab")
    page.wait_for_function("() => document.activeElement.closest('article')")


@pytest.mark.parametrize("slug", SLUGS)
def test_the_nav_is_reached_and_used_by_keyboard(open_page: Callable[..., Page], site: str, slug: str) -> None:
    page = open_page(viewport=DESKTOP)
    page.goto(f"{site}{slug}/")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(NAV_LINK_IN_FOCUS) == "Kontakter":
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", "man kan ikke se, hvor man er"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{slug}/kontakter/")
    expect(page.locator("h1").first).to_have_text("Kontakter", use_inner_text=True)
