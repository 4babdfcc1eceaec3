"""Who scans the QR code of a printed sheet sees whether it is the newest, and is never shown anybody's own words."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from urllib.parse import quote, urlsplit

import pytest
from handleplan.out.addresses import edition_url
from handleplan.out.paper.qr import versioned
from playwright.sync_api import Page, expect

from tests.browser.chromium import PHONE, Watch, wait_until
from tests.site.built import SLUGS, built

pytestmark = [pytest.mark.bygget, pytest.mark.browser]
SLUG = SLUGS[0]
NOTICE = ".hp-kortversion"


def _scanned(slug: str, version: str) -> str:
    """The path that the QR code of a sheet with ``version`` leads to, as the paper writes it."""
    edition = built(slug).edition
    address = versioned(edition_url(edition), version)
    return f"{slug}/?{urlsplit(address).query}"


def _days_from(slug: str, days: int) -> str:
    return (built(slug).edition.kommune.dato + datetime.timedelta(days=days)).isoformat()


@pytest.mark.parametrize("slug", SLUGS)
def test_an_old_sheet_is_told_of_the_new_one(open_page: Callable[..., Page], site: str, slug: str) -> None:
    page = open_page(viewport=PHONE)
    page.goto(site + _scanned(slug, "2026-03-03"))
    expect(page.locator(NOTICE)).to_contain_text("Kortet, du har scannet, er fra 3. marts 2026. Der findes et nyere fra")
    bottom = "link => link.getBoundingClientRect().bottom"
    alarm = page.locator("article a[href='tel:112']").first
    wait_until(page, lambda: alarm.evaluate(bottom) < PHONE["height"] * 0.7, seconds=10)
    link = page.locator(f"{NOTICE} a")
    target = "actioncard.pdf" if (built(slug).folder / "actioncard.pdf").is_file() else "actioncard/"
    assert link.get_attribute("href") == target
    assert page.request.get(f"{site}{slug}/{target}").ok


@pytest.mark.parametrize("slug", SLUGS)
def test_todays_sheet_says_nothing(open_page: Callable[..., Page], site: str, slug: str) -> None:
    page = open_page()
    for address in (_scanned(slug, built(slug).edition.version), f"{slug}/", f"{slug}/?v="):
        page.goto(site + address)
        expect(page.locator(NOTICE), address).to_be_hidden()


def test_a_sheet_newer_than_the_page_is_to_be_trusted(open_page: Callable[..., Page], site: str) -> None:
    """A kept copy without network, or a host that shows yesterday's page."""
    page = open_page()
    page.goto(site + _scanned(SLUG, _days_from(SLUG, 40)))
    expect(page.locator(NOTICE)).to_contain_text("Siden her er ældre")
    expect(page.locator(f"{NOTICE} a")).to_be_hidden()


def test_a_version_that_is_no_date_is_another_one(open_page: Callable[..., Page], site: str) -> None:
    page = open_page()
    page.goto(site + _scanned(SLUG, "2025.2 udkast"))
    expect(page.locator(NOTICE)).to_contain_text("ikke den samme udgave")
    expect(page.locator(NOTICE)).not_to_contain_text("2025.2")
    expect(page.locator(f"{NOTICE} a")).to_be_visible()


@pytest.mark.parametrize(
    "odd", ["<img src=x onerror=alert(1)>", "Ring til 12 34 56 78!", "x" * 3000, "{kort}", "%", "../../"]
)
def test_odd_values_are_harmless(open_page: Callable[..., Page], site: str, odd: str) -> None:
    page = open_page()
    watch = Watch(page, site)
    for address in (f"{SLUG}/?v={quote(odd)}", f"?v={quote(odd)}", f"{SLUG}/?v={quote('2026-03-03')}&v={quote(odd)}"):
        page.goto(site + address)
        assert odd not in page.locator("body").inner_text()
        assert page.locator("img").count() == 0
    page.goto(f"{site}{SLUG}/?v={quote(odd)}")
    assert not page.locator(NOTICE).is_visible()
    assert not watch.complaints and not watch.foreign


def test_only_the_front_page_asks_and_without_script_nothing_shows(open_page: Callable[..., Page], site: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site + _scanned(SLUG, "2026-03-03"))
    assert not page.locator(NOTICE).is_visible()
    assert page.locator(".hp-status").is_visible(), "the page's own date stands there to compare with"
    assert not built(SLUG).page("actioncard/index.html").xpath("//*[contains(@class, 'hp-kortversion')]")


def test_the_page_to_choose_on_takes_the_version_along(open_page: Callable[..., Page], site: str) -> None:
    page = open_page()
    page.goto(f"{site}?v=2026-03-03")
    expect(page.locator("[data-fra-kort]")).to_be_visible()
    page.locator(f".valg a[href*='{SLUG}/index.html']").click()
    page.wait_for_url(f"**/{SLUG}/index.html?v=2026-03-03")
    expect(page.locator(NOTICE)).to_contain_text("3. marts 2026")
    page.goto(site)
    expect(page.locator("[data-fra-kort]")).to_be_hidden()
