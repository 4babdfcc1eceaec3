"""The actioncard as a list to tick off: this tab, this case, and nobody else's."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.site.built import SLUGS, built

pytestmark = [pytest.mark.bygget, pytest.mark.browser]
MORNING = datetime.datetime(2026, 11, 23, 8, 14, tzinfo=datetime.UTC)
BOXES = "article .hp-kryds input"


@pytest.fixture
def card(open_page: Callable[..., Page], site: str) -> Page:
    page = open_page()
    page.clock.install(time=MORNING)
    page.goto(f"{site}guldborgsund/actioncard/")
    return page


def _expect_ticked(page: Page, count: int) -> None:
    """So many boxes are ticked, now or when the page's script has done its work."""
    expect(page.locator(f"{BOXES}:checked")).to_have_count(count)


def _tick(page: Page, count: int) -> None:
    for box in page.locator(BOXES).all()[:count]:
        box.check()


@pytest.mark.parametrize("slug", SLUGS)
def test_every_thing_to_do_has_a_box_and_nothing_else(open_page: Callable[..., Page], site: str, slug: str) -> None:
    edition = built(slug).edition
    page = open_page()
    page.goto(f"{site}{slug}/actioncard/")
    for ident, trin in edition.trin_på_kortet.items():
        expected = {f"trin/{ident}/kort/{name}" for name, punkt in trin.kort.items() if punkt.på_kortet}
        marks = page.locator(f"article [data-kryds^='trin/{ident}/']").evaluate_all(
            "all => all.map(e => e.dataset.kryds)"
        )
        assert set(marks) == expected and len(marks) == len(expected)
    assert page.locator(BOXES).count() == page.locator("article [data-kryds]").count()
    never = [f"akut/{ident}/" for ident, blok in edition.akut.items() if blok.slags in ("aldrig", "fare")]
    assert not [start for start in never if page.locator(f"article [data-kryds^='{start}']").count()]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_box_is_called_what_it_says_and_links_in_it_still_lead(
    open_page: Callable[..., Page], site: str, slug: str
) -> None:
    page = open_page()
    page.goto(f"{site}{slug}/actioncard/")
    names = page.locator(BOXES).evaluate_all("all => all.map(e => e.labels[0]?.innerText.trim() || '')")
    assert all(len(name) > 5 for name in names)
    link = page.locator("article .hp-kryds a:not([href^='tel:'])").first
    if link.count():
        address = link.evaluate("a => a.href")
        link.click()
        page.wait_for_url(address)


def test_a_tick_shows_its_time_and_is_counted(card: Page) -> None:
    boxes = card.locator(BOXES).count()
    _tick(card, 1)
    card.clock.fast_forward("00:05:00")
    card.locator(BOXES).nth(1).check()
    expect(card.locator(".hp-kryds__tid").nth(0)).to_have_text("kl. 9.14")
    expect(card.locator(".hp-kryds__tid").nth(1)).to_have_text("kl. 9.19")
    said = f"2 af {boxes} punkter har kryds. Det første kl. 9.14 den 23. november 2026."
    expect(card.locator("[data-krydslinje] [role=status]")).to_have_text(said)
    card.locator(BOXES).nth(0).uncheck()
    _expect_ticked(card, 1)
    expect(card.locator(".hp-kryds__tid").nth(0)).to_be_empty()


def test_ticks_live_through_reload_steps_and_back(card: Page) -> None:
    _tick(card, 3)
    card.reload()
    _expect_ticked(card, 3)
    card.locator("article").get_by_role("link", name="Læs mere om trinnet").first.click()
    card.wait_for_url("**/trin/**")
    card.clock.fast_forward("00:40:00")
    card.go_back()
    card.wait_for_url("**/actioncard/")
    _expect_ticked(card, 3)


def test_new_case_clears_ticks_and_choices(card: Page) -> None:
    _tick(card, 2)
    card.evaluate("location.hash = '?vej=politi'")
    card.wait_for_selector(".hp-situation", state="attached")
    card.get_by_role("button", name="Ny sag").click()
    _expect_ticked(card, 0)
    card.wait_for_url("**/actioncard/")
    expect(card.locator(".hp-situation")).to_have_count(0)
    assert card.evaluate("sessionStorage.length") == 0
    card.reload()
    _expect_ticked(card, 0)


def test_a_new_tab_is_empty_and_nothing_is_stored_elsewhere(card: Page, site: str) -> None:
    _tick(card, 2)
    context = card.context
    other = context.new_page()
    other.goto(f"{site}guldborgsund/actioncard/")
    _expect_ticked(other, 0)
    assert "kryds" not in card.evaluate("JSON.stringify(localStorage)") and context.cookies() == []
    card.close()
    again = context.new_page()
    again.goto(f"{site}guldborgsund/actioncard/")
    _expect_ticked(again, 0)


def test_another_editions_card_is_empty(card: Page, site: str) -> None:
    _tick(card, 2)
    card.goto(f"{site}{next(slug for slug in SLUGS if slug != 'guldborgsund')}/actioncard/")
    _expect_ticked(card, 0)


@pytest.mark.parametrize(("minutes", "kept"), [(9, 2), (11, 0)])
def test_a_tab_that_was_closed_and_comes_back_is_empty(card: Page, site: str, minutes: int, kept: int) -> None:
    """A browser that reopens a closed tab gives its storage back; the handbook has been away too long then."""
    _tick(card, 2)
    card.goto(f"{site}index.html")
    card.clock.fast_forward(f"00:{minutes:02}:00")
    card.goto(f"{site}guldborgsund/actioncard/")
    _expect_ticked(card, kept)


def test_a_tab_left_standing_is_emptied(card: Page) -> None:
    _tick(card, 2)
    card.clock.fast_forward("03:50:00")
    _expect_ticked(card, 2)
    card.clock.fast_forward("00:12:00")
    _expect_ticked(card, 0)
    assert card.evaluate("sessionStorage.length") == 0


def test_a_page_kept_by_the_browser_shows_what_holds_now(card: Page) -> None:
    _tick(card, 2)
    card.evaluate("sessionStorage.clear(); dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    _expect_ticked(card, 0)


def test_ticking_by_keyboard(card: Page) -> None:
    card.locator(BOXES).first.focus()
    card.keyboard.press("Space")
    _expect_ticked(card, 1)
    assert card.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    box = card.locator(BOXES).first.bounding_box()
    assert min(box["width"], box["height"]) >= 24


def test_paper_shows_ticks_and_times(card: Page) -> None:
    _tick(card, 2)
    card.emulate_media(media="print")
    expect(card.locator(BOXES).first).to_be_visible()
    expect(card.locator(".hp-kryds__tid").first).to_have_text("kl. 9.14")
    expect(card.locator("[data-krydslinje] [role=status]")).to_be_visible()
    expect(card.get_by_role("button", name="Ny sag")).to_be_hidden()


def test_without_script_it_is_a_plain_list(open_page: Callable[..., Page], site: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{site}guldborgsund/actioncard/")
    assert page.locator("article input, article button:visible").count() == 0
    assert not page.locator("[data-krydslinje]").is_visible()
    assert page.locator("article li").first.is_visible()


def test_it_works_with_storage_switched_off(open_page: Callable[..., Page], site: str) -> None:
    page = open_page()
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new DOMException('nej', 'SecurityError') }})"
    )
    page.goto(f"{site}guldborgsund/actioncard/")
    _tick(page, 2)
    _expect_ticked(page, 2)
