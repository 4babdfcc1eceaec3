"""A shaken teacher with a phone: the number is seen at once, and everything else is one tap away."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from handleplan.out.numbers import phone_uri
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.chromium import PHONE, wait_until
from tests.site.built import SLUGS, built

pytestmark = [
    pytest.mark.bygget,
    pytest.mark.browser,
    pytest.mark.parametrize("slug", SLUGS),
    pytest.mark.parametrize("javascript", [True, False], ids=["js", "uden-js"]),
]
HREFS = "all => all.map(a => a.getAttribute('href'))"
SLAGS_I_RÆKKEFØLGE = ["fare", "altid", "aldrig", "ring", "derefter"]


@pytest.fixture(scope="module")
def pages(chromium: Browser) -> Iterator[dict[tuple[str, bool], Page]]:
    """A page for each edition with and without script: nothing here leaves anything behind in its context.

    They are closed before the browser is, which is why it is asked for.
    """
    opened: dict[tuple[str, bool], Page] = {}
    yield opened
    for page in opened.values():
        page.context.close()


@pytest.fixture
def front(chromium: Browser, pages: dict[tuple[str, bool], Page], site: str, slug: str, javascript: bool) -> Page:
    if (slug, javascript) not in pages:
        context = chromium.new_context(viewport=PHONE, locale="da-DK", java_script_enabled=javascript)
        pages[slug, javascript] = context.new_page()
    page = pages[slug, javascript]
    page.goto("about:blank")
    page.goto(f"{site}{slug}/")
    return page


def _see_in_first_view(locator: Locator, margin: float = 0) -> None:
    """Wait until the first screenful has it: the fonts may come, and a jump may end, after ``load``."""
    boxes = []

    def inside() -> bool:
        boxes.append(locator.bounding_box())
        box = boxes[-1]
        return box is not None and box["y"] >= 0 and box["y"] + box["height"] + margin <= PHONE["height"]

    wait_until(locator.page, inside, seconds=10, what=lambda: f"{locator} er ikke i det første skærmbillede: {boxes[-1]}")


def test_the_first_view_holds_with_another_font(chromium: Browser, site: str, slug: str, javascript: bool) -> None:
    """Before the font has come, and where it never comes, everything to press is where it is with it (skrift.css)."""
    context = chromium.new_context(
        viewport=PHONE, locale="da-DK", java_script_enabled=javascript, service_workers="block"
    )
    page = context.new_page()
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(f"{site}{slug}/")
    links = page.locator("article :is(.hp-knapper:not(.hp-hent), .hp-genveje) a")
    assert links.count() >= 9
    for link in links.all():
        _see_in_first_view(link, margin=24)
    context.close()


def test_112_and_114_in_the_first_view_before_everything_else(front: Page) -> None:
    alarm, police = front.locator("article a[href='tel:112']").first, front.locator("article a[href='tel:114']").first
    _see_in_first_view(alarm)
    _see_in_first_view(police)
    links = front.locator("article a:not(.headerlink):not([rel=edit])").evaluate_all(HREFS)
    assert links[:2] == ["tel:112", "tel:114"]
    assert min(alarm.bounding_box()["height"], police.bounding_box()["height"]) >= 44


def test_the_blocks_stand_in_the_acute_order(front: Page, slug: str) -> None:
    akut = built(slug).edition.akut
    shown = front.locator("article h2").evaluate_all("all => all.map(h => h.id)")
    assert shown[: len(akut)] == list(akut)
    ranks = [SLAGS_I_RÆKKEFØLGE.index(akut[ident].slags) for ident in shown[: len(akut)]]
    assert ranks == sorted(ranks)
    tops = [front.locator(f"#{ident}").bounding_box()["y"] for ident in akut]
    assert tops == sorted(tops)
    papers = [button.bounding_box()["y"] for button in front.locator(".hp-hent a").all()]
    assert papers and min(papers) > tops[-1], "papirer at hente står foran det, der haster"


def test_the_first_minute_follows_the_buttons(front: Page, slug: str) -> None:
    """What is special about an edition is nothing that a shaken teacher must read first."""
    first = next(ident for ident, blok in built(slug).edition.akut.items() if blok.slags != "fare")
    assert front.locator("article .hp-genveje + h2").get_attribute("id") == first


def test_the_card_is_one_tap_away(front: Page, slug: str) -> None:
    _tap(front, "Åbn actioncardet")
    expect(front).to_have_url(re.compile(f"/{slug}/actioncard/$"))
    _see_in_first_view(front.locator("article a[href='tel:112']").first)


def test_the_card_is_one_tap_away_from_each_kind_of_abuse(front: Page, site: str, slug: str) -> None:
    """The search answers "deepfake" and "sextortion" with what the word means."""
    kinds = [ident for ident, begreb in built(slug).edition.begreber.items() if begreb.slags == "form"]
    front.goto(f"{site}{slug}/begreber/#{kinds[-1]}")
    leads_on = front.get_by_role("link", name="Sker det nu? Åbn actioncardet")
    expect(leads_on).to_have_count(len(kinds))
    leads_on.last.click()
    expect(front).to_have_url(re.compile(f"/{slug}/actioncard/$"))


def test_the_local_numbers_are_one_tap_away(front: Page, slug: str) -> None:
    edition = built(slug).edition
    _tap(front, "Find et nummer")
    expect(front).to_have_url(re.compile("#ring-nu$"))
    _see_in_first_view(front.locator("#ring-nu"))
    local = [contact for contact in edition.kontakter_på_kortet.values() if contact.telefon]
    if not local:
        _see_in_first_view(front.locator(".hp-ringeliste"))
        return
    _see_in_first_view(front.locator(f".hp-ringeliste a[href='{phone_uri(local[0].telefon[0])}']").first)


def test_every_number_on_the_card_can_be_called_from_the_front_page(front: Page, slug: str) -> None:
    expected = {phone_uri(n) for contact in built(slug).edition.kontakter_på_kortet.values() for n in contact.telefon}
    found = set(front.locator(".hp-ringeliste a[href^='tel:']").evaluate_all(HREFS))
    assert expected <= found


def test_step_1_is_one_tap_away(front: Page, slug: str) -> None:
    edition = built(slug).edition
    first = next(iter(edition.trin))
    _tap(front, "Gå til trin 1")
    expect(front).to_have_url(re.compile(f"/{slug}/trin/{first}/$"))
    expect(front.locator("h1").first).to_have_text(re.compile(rf"\s*1\. {re.escape(edition.trin[first].titel)}"))


def test_the_online_card_says_what_the_edition_puts_on_the_card(front: Page, slug: str, site: str) -> None:
    edition = built(slug).edition
    front.goto(f"{site}{slug}/actioncard/")
    titles = front.locator("article h2").evaluate_all("all => all.map(h => h.id)")
    before, after = edition.akut_om_trinnene
    around = [f"kort-{ident}" for ident in (*before, *edition.trin_på_kortet, *after)]
    later = {f"kort-{ident}" for ident, blok in edition.akut.items() if blok.slags == "derefter"} | set(around)
    assert [title for title in titles if title in later] == around
    for ident, trin in edition.trin_på_kortet.items():
        bullets = front.locator(f"#kort-{ident} ~ ul").first.locator("xpath=li")
        assert bullets.count() == sum(punkt.på_kortet for punkt in trin.kort.values())


def _tap(page: Page, words: str) -> None:
    button = page.get_by_role("link", name=words, exact=True)
    _see_in_first_view(button)
    assert button.bounding_box()["height"] >= 44
    button.click()
