"""Contacts and the vidensbank: filtered and sorted as the data says, state in the address, whole without script."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from handleplan.edition.card_rules import EMERGENCY
from handleplan.out import filters
from handleplan.out.addresses import table_anchor
from playwright.sync_api import Page, Route, expect

from tests.browser.chromium import DESKTOP, PHONE, wait_until
from tests.site.built import SLUGS, built

pytestmark = [pytest.mark.bygget, pytest.mark.browser]
every_edition = pytest.mark.parametrize("slug", SLUGS)
SHOWN = "all => all.filter(e => e.checkVisibility()).map(e => e.dataset.id || e.querySelector('h3').id)"
# Of each group, whether it is seen, and whether one of its entries is.
GROUPS = """all => all.map(group => [
  group.checkVisibility(), [...group.querySelectorAll('tr[data-id], li')].some(e => e.checkVisibility())])"""
CONTACTS = "article .hp-kontakt"
ROWS = "article tr[data-id]"
ALWAYS = set(EMERGENCY)


@pytest.fixture
def opened(open_page: Callable[..., Page], site: str) -> Callable[..., Page]:
    def opened(address: str, **options: object) -> Page:
        page = open_page(**{"viewport": DESKTOP, **options})
        page.goto(site + address)
        return page

    return opened


@every_edition
def test_contacts_by_audience_and_age(opened: Callable[..., Page], slug: str) -> None:
    kontakter = built(slug).edition.kontakter
    page = opened(f"{slug}/kontakter/")
    assert set(page.locator(CONTACTS).evaluate_all(SHOWN)) == set(kontakter)
    for audience in ("", *filters.AUDIENCES):
        for age in ("", *filters.CASE_AGES):
            page.locator("select[name=hvem]").select_option(audience)
            page.locator("select[name=aar]").select_option(age)
            fitting = {
                ident
                for ident, k in kontakter.items()
                if (not audience or audience in filters.audiences(k)) and (not age or age in filters.case_ages(k))
            }
            assert set(page.locator(CONTACTS).evaluate_all(SHOWN)) == fitting | (ALWAYS & set(kontakter)), (
                audience,
                age,
            )


def test_an_age_finds_its_own_number_and_never_the_other(opened: Callable[..., Page]) -> None:
    page = opened("guldborgsund/kontakter/#?aar=15-17")
    shown = page.locator(CONTACTS).evaluate_all(SHOWN)
    assert "unge-og-uddannelse" in shown and "boern-og-familie" not in shown and set(shown) >= ALWAYS
    expect(page.locator("[data-filter] [role=status]")).to_contain_text("112")
    page.get_by_role("button", name="Vis alle").click()
    page.wait_for_url("**/kontakter/")
    assert "boern-og-familie" in page.locator(CONTACTS).evaluate_all(SHOWN)


def test_a_link_to_a_contact_that_is_filtered_away_brings_it_back(opened: Callable[..., Page]) -> None:
    page = opened("guldborgsund/kontakter/#?aar=15-17")
    page.evaluate("location.hash = 'boern-og-familie'")
    expect(page.locator("#boern-og-familie")).to_be_visible()
    page = opened("guldborgsund/kontakter/#boern-og-familie?aar=15-17")
    expect(page.locator("#boern-og-familie")).to_be_visible()


@every_edition
def test_resources_by_audience_age_form_provider(opened: Callable[..., Page], slug: str) -> None:
    edition = built(slug).edition
    page = opened(f"{slug}/vidensbank/")
    everything = [(ident, r, til) for ident, r in edition.vidensbank.items() for til in r.til]
    assert page.locator(ROWS).count() == len(everything) > 10
    choices = [
        ("til", table_anchor(til), lambda _, til, v: table_anchor(til) == v)
        for til in ("ledelse", "børn og unge", "forældre", "personale")
    ]
    choices += [("aar", age, lambda r, _, v: v in filters.school_ages(r)) for age in filters.SCHOOL_AGES]
    choices += [
        ("form", form, lambda r, _, v: filters.first_sentence(r.form) == v) for form in filters.forms(edition)
    ]
    choices += [("udbyder", name, lambda r, _, v: r.udbyder == v) for name in filters.providers(edition)]
    for name, value, fits in choices:
        page.locator(f"select[name={name}]").select_option(value)
        expected = sorted(f"vidensbank/{ident}" for ident, r, til in everything if fits(r, til, value))
        assert sorted(page.locator(ROWS).evaluate_all(SHOWN)) == expected and expected, (name, value)
        page.locator(f"select[name={name}]").select_option("")
    assert page.locator(ROWS).evaluate_all("all => all.every(e => e.checkVisibility())")


def test_words_and_literature(opened: Callable[..., Page]) -> None:
    page = opened("guldborgsund/vidensbank/")
    field = page.locator("input[name=ord]")
    field.fill("BØRNETELEFONEN")
    shown = page.locator(ROWS).evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => e.innerText.toLowerCase())"
    )
    assert shown and all("børnetelefonen" in text for text in shown)
    groups = page.locator("article [data-gruppe]").evaluate_all(GROUPS)
    assert {True, False} == {seen for seen, _ in groups} and all(seen == holds for seen, holds in groups)
    field.fill("findes helt sikkert ikke her")
    expect(page.locator("article :is(tr[data-id], li:has([data-id])):visible")).to_have_count(0)
    expect(page.locator("[data-filter] [role=status]")).to_have_text(re.compile("^Viser 0 af "))


def test_the_state_is_in_the_address(opened: Callable[..., Page]) -> None:
    page = opened("guldborgsund/vidensbank/")
    page.locator("select[name=aar]").select_option("13-15")
    page.locator("input[name=ord]").fill("sex & krop")
    order = "all => all.map(e => e.dataset.id)"
    handbook_order = page.locator(ROWS).evaluate_all(order)
    page.locator("[data-sorter]").select_option("titel")
    wait_until(page, lambda: page.locator(ROWS).evaluate_all(order) != handbook_order)
    other = opened(page.evaluate("location.pathname.slice(1) + location.hash"))
    expect(other.locator("input[name=ord]")).to_have_value("sex & krop")
    for what in (order, SHOWN):
        wait_until(other, lambda what=what: other.locator(ROWS).evaluate_all(what) == page.locator(ROWS).evaluate_all(what))
    other.get_by_role("button", name="Vis alle").click()
    other.wait_for_url("**/vidensbank/")
    expect(other.locator("th[aria-sort]")).to_have_count(0)


DANISH_ORDER = ("Abe", "Zebra", "Ærlig", "Ønsker", "Åben")


def _with_words_that_need_danish(route: Route) -> None:
    """The page as it is, but the second table's first titles are words that other languages sort in another order."""
    whole = route.fetch().text()
    tables = whole.split("<table ")
    for word in ("Åben", "Zebra", "Ærlig", "Ønsker", "Abe"):
        tables[2] = re.sub(r'<th scope="row">.*?</th>', f"<th scope=row>{word}</th>", tables[2], count=1, flags=re.DOTALL)
    route.fulfill(body="<table ".join(tables), content_type="text/html; charset=utf-8")


@pytest.mark.parametrize("locale", ["da-DK", "en-US"])
def test_sorting_is_danish_and_a_second_press_turns_it(open_page: Callable[..., Page], site: str, locale: str) -> None:
    page = open_page(viewport=DESKTOP, locale=locale)
    page.route("**/vidensbank/", _with_words_that_need_danish)
    page.goto(f"{site}guldborgsund/vidensbank/")
    handbook_order = page.locator(ROWS).evaluate_all(SHOWN)
    button = page.locator("table.sortable thead").nth(1).get_by_role("button", name="Titel")
    titles = "table => [...table.tBodies[0].rows].map(r => r.cells[0].innerText.split('\\n')[0])"
    table = page.locator("table.sortable").nth(1)
    button.focus()
    page.keyboard.press("Enter")
    tables = page.locator("table.sortable").count()
    expect(page.locator("th[aria-sort=ascending]")).to_have_count(tables)
    in_danish = "all => [...all].sort(new Intl.Collator('da', {numeric: true}).compare)"
    ordered = page.evaluate(in_danish, table.evaluate(titles))
    assert [title for title in ordered if title in DANISH_ORDER] == list(DANISH_ORDER)
    wait_until(page, lambda: table.evaluate(titles) == ordered)
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort=descending]")).to_have_count(tables)
    wait_until(page, lambda: table.evaluate(titles) == ordered[::-1])
    page.wait_for_url("**sorter=-titel")
    page.locator("[data-sorter]").select_option("")
    wait_until(page, lambda: page.locator(ROWS).evaluate_all(SHOWN) == handbook_order)


def test_filter_choices_stay_on_their_own_page(opened: Callable[..., Page]) -> None:
    page = opened("guldborgsund/kontakter/#?aar=15-17&vej=politi")
    page.locator(".md-nav--primary").get_by_role("link", name="Vidensbank").click()
    page.wait_for_url("**/vidensbank/#?vej=politi")


@every_edition
@pytest.mark.parametrize("path", ["kontakter/", "vidensbank/"])
def test_without_script_and_on_paper_all_is_there(opened: Callable[..., Page], slug: str, path: str) -> None:
    bare = opened(f"{slug}/{path}", java_script_enabled=False)
    things = f"{CONTACTS}, {ROWS}, article li"
    expected = bare.locator(things).evaluate_all("all => all.filter(e => e.checkVisibility()).length")
    assert not bare.locator("[data-filter]").is_visible() and bare.locator("thead button").count() == 0
    page = opened(f"{slug}/{path}#?aar=16&hvem=foraeldre&ord=xyz&til=til-ledelse")
    page.emulate_media(media="print")
    assert page.locator(things).evaluate_all("all => all.filter(e => e.checkVisibility()).length") == expected
    assert not page.locator("[data-filter]").is_visible()


def test_rows_are_cards_on_a_phone_and_can_still_be_sorted(opened: Callable[..., Page]) -> None:
    page = opened("guldborgsund/vidensbank/", viewport=PHONE)
    assert page.locator(ROWS).first.evaluate("e => getComputedStyle(e).display") == "block"
    page.locator("[data-sorter]").select_option("titel")
    expect(page.locator("th[aria-sort=ascending]").first).to_be_attached()
