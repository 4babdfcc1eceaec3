"""WCAG 2.1 AA with axe-core: a page per template and edition in every mode (every page: ``make test-alt``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import violations
from tests.browser.chromium import DESKTOP, PHONE
from tests.site.built import NOT_FOUND_PAGE, PRINT_PAGE, SLUGS, built

pytestmark = [pytest.mark.bygget, pytest.mark.browser, pytest.mark.parametrize("slug", SLUGS)]
SCHEME = "scheme => document.body.setAttribute('data-md-color-scheme', scheme)"
OPEN_SEARCH = "document.getElementById('__search').click()"
STILL = "* { transition: none !important; animation: none !important }"


def _one_per_template(slug: str) -> list[str]:
    """Every page of the edition but the steps, of which the longest stands for all."""
    edition = built(slug).edition
    longest = max(edition.trin, key=lambda ident: (built(slug).folder / "trin" / ident / "index.html").stat().st_size)
    return [p for p in built(slug).promised if not p.startswith("trin/") or p == f"trin/{longest}/index.html"]


@pytest.fixture
def look(chromium: Browser, site: str, slug: str) -> Iterator[Callable[..., list]]:
    """``look(path, mode)``: the violations of one page in one mode."""
    page = chromium.new_page(viewport=DESKTOP, locale="da-DK", bypass_csp=True)  # axe and the style come from outside

    def looked(path: str, mode: str) -> list[tuple[str, str, str, str]]:
        page.set_viewport_size(PHONE if mode in ("phone", "menu", "phone search") else DESKTOP)
        page.emulate_media(
            media="print" if mode == "print" else "screen", color_scheme="dark" if mode == "dark" else "light"
        )
        page.goto("about:blank")
        page.goto(f"{site}{slug}/{path.removesuffix('index.html')}")
        page.evaluate(SCHEME, "slate" if mode == "dark" else "default")
        page.add_style_tag(content=STILL)
        _enter(page, mode)
        return [(path, mode, *found) for found in violations(page, "paper" if mode == "print" else "all")]

    yield looked
    page.close()


def _enter(page: Page, mode: str) -> None:
    if mode in ("search", "phone search"):
        page.evaluate(OPEN_SEARCH)
        page.locator(".md-search__input").press_sequentially("politi")
        page.wait_for_selector(".md-search-result__item")
    if mode == "menu":
        page.locator(".md-header__button[for=__drawer]").click()
    if mode == "chosen":
        page.evaluate("document.querySelectorAll('[data-situation], details').forEach(e => { e.open = true })")
        page.evaluate("location.hash = '?vej=intern&kraenker=ukendt&alder=18&skole=flere'")
        page.wait_for_selector(".hp-situation", state="attached")
        for box in page.locator(".hp-kryds input").all()[:3]:
            box.check()


def test_a_page_of_each_kind(chromium: Browser, site: str, slug: str) -> None:
    """Light and dark on a desk, light on a phone, beneath the open search on both; each page is opened once."""
    page = chromium.new_page(viewport=DESKTOP, locale="da-DK", bypass_csp=True)  # axe and the style come from outside
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => document.head.append("
        f"Object.assign(document.createElement('style'), {{textContent: '{STILL}'}})))"
    )
    found = []
    for path in (*_one_per_template(slug), NOT_FOUND_PAGE):
        page.set_viewport_size(DESKTOP)
        page.goto(f"{site}{slug}/{path.removesuffix('index.html')}")
        found += [(path, "light", *one) for one in violations(page)]
        page.evaluate(SCHEME, "slate")
        found += [(path, "dark", *one) for one in violations(page, "colours")]
        page.evaluate(SCHEME, "default")
        page.set_viewport_size(PHONE)
        found += [(path, "phone", *one) for one in violations(page, "width")]
        page.evaluate(OPEN_SEARCH)
        found += [(path, "phone search", *one) for one in violations(page, "covered")]
        page.set_viewport_size(DESKTOP)
        found += [(path, "search", *one) for one in violations(page, "covered")]
    page.close()
    assert found == []


@pytest.mark.parametrize("mode", ["search", "phone search", "menu", "print"])
def test_what_lies_over_every_page(look: Callable[..., list], mode: str) -> None:
    """The search and the menu are the same on every page; so is what paper changes. Kontakter has the longest contents."""
    paths = ("index.html", "kontakter/index.html" if "search" in mode else "actioncard/index.html")
    assert [found for path in paths for found in look(path, mode)] == []


def test_with_choices_made(look: Callable[..., list], slug: str) -> None:
    steps = [path for path in _one_per_template(slug) if path.startswith("trin/")]
    assert [found for path in ("actioncard/index.html", *steps) for found in look(path, "chosen")] == []


def test_the_print_page(look: Callable[..., list]) -> None:
    assert look(PRINT_PAGE, "light") == []


@pytest.mark.alt
@pytest.mark.parametrize("mode", ["light", "dark", "phone", "search", "phone search", "menu", "print"])
def test_every_page_in_every_mode(look: Callable[..., list], slug: str, mode: str) -> None:
    assert [found for path in (*built(slug).promised, NOT_FOUND_PAGE) for found in look(path, mode)] == []
