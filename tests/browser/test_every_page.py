"""Every page of every edition at three widths: nothing sideways, cut, fetched from elsewhere or complained of."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import DESKTOP, PHONE, SMALL_PHONE, Watch, wait_until
from tests.browser.contrast import CONTRAST
from tests.browser.width import CUT, SIDEWAYS, beside_the_page
from tests.site.built import NOT_FOUND_PAGE, PRINT_PAGE, SLUGS, built

pytestmark = [pytest.mark.bygget, pytest.mark.browser]

# Made by script: the site's policy allows no style element.
NO_TRANSITIONS = """() => {
  const still = new CSSStyleSheet();
  still.replaceSync('* { transition: none !important }');
  document.adoptedStyleSheets.push(still);
}"""
BRIGHTNESS = "() => parseInt(getComputedStyle(document.body).backgroundColor.match(/[0-9]+/)[0])"


@dataclass
class Visit:
    """What was seen on the pages of one edition, as ``(page, what, …)``."""

    too_wide: list[tuple[object, ...]] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def visit(chromium: Browser, site: str) -> Callable[[str], Visit]:
    """Each page of an edition is opened once, and looked at in every width."""

    @functools.cache
    def visited(slug: str) -> Visit:
        page = chromium.new_page(viewport=DESKTOP, locale="da-DK")
        seen, watch = Visit(), Watch(page, site)
        for path in (*built(slug).promised, PRINT_PAGE, NOT_FOUND_PAGE):
            page.set_viewport_size(DESKTOP)
            page.goto(f"{site}{slug}/{path.removesuffix('index.html')}")
            page.evaluate(NO_TRANSITIONS)
            for size in (DESKTOP, PHONE, SMALL_PHONE):
                page.set_viewport_size(size)
                seen.too_wide += [(path, size["width"], wrong) for wrong in beside_the_page(page)]
        seen.foreign, seen.complaints = watch.foreign, watch.complaints
        page.close()
        return seen

    return visited


@pytest.mark.parametrize("slug", SLUGS)
def test_no_page_scrolls_sideways_or_cuts_anything(visit: Callable[[str], Visit], slug: str) -> None:
    assert not visit(slug).too_wide


@pytest.mark.parametrize("slug", SLUGS)
def test_no_page_asks_another_host(visit: Callable[[str], Visit], slug: str) -> None:
    assert not visit(slug).foreign


@pytest.mark.parametrize("slug", SLUGS)
def test_no_page_complains_in_the_console(visit: Callable[[str], Visit], slug: str) -> None:
    assert not visit(slug).complaints


@pytest.mark.parametrize(("scheme", "name"), [("light", "default"), ("dark", "slate")])
def test_the_scheme_follows_the_readers_choice(
    open_page: Callable[..., Page], site: str, scheme: str, name: str
) -> None:
    page = open_page(color_scheme=scheme)
    page.goto(f"{site}{SLUGS[0]}/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)
    wait_until(page, lambda: (page.evaluate(BRIGHTNESS) < 80) == (scheme == "dark"))


def test_the_contrast_check_sees_pale_text(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.set_content("<body style='background:#fff'><p style='color:#888'>svag</p><p>tydelig</p>")
    assert list(page.evaluate(CONTRAST)) == ["P."]


def test_the_watch_sees_other_hosts_and_complaints(open_page: Callable[..., Page], site: str) -> None:
    page = open_page(bypass_csp=True)  # the policy would stop the request before the watch sees it
    watch = Watch(page, site)
    page.goto(site)
    page.evaluate("fetch('http://anden-vaert.invalid/').catch(() => console.error('kunne ikke'))")
    wait_until(page, lambda: watch.complaints)
    assert watch.foreign == ["http://anden-vaert.invalid/"] and watch.complaints


def test_the_width_check_sees_what_is_too_wide(open_page: Callable[..., Page]) -> None:
    page = open_page(viewport=SMALL_PHONE)
    page.set_content("<article><p style='width:600px'>bred</p></article>")
    assert page.evaluate(SIDEWAYS) > 0 and page.evaluate(CUT) == ["P."]


@pytest.mark.parametrize("slug", SLUGS)
def test_an_unknown_address_leads_on_in_danish(open_page: Callable[..., Page], site: str, slug: str) -> None:
    page = open_page()
    page.goto(f"{site}{slug}/findes/ikke/")
    expect(page.locator("h1")).to_have_text("Siden findes ikke", use_inner_text=True)
    expect(page.locator("article a[href='tel:112']")).to_be_visible()
    page.get_by_role("link", name="Actioncard", exact=True).last.click()
    page.wait_for_url(f"**/{slug}/actioncard/")
    expect(page.locator("h1").first).to_have_text("Actioncard", use_inner_text=True)
