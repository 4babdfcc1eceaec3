""" "Hvilken situation?": the choices bring forward and set back, stand in the address, and never take anything away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from handleplan.out.situation import KEYS, condition_data, is_safety_rule, questions
from playwright.sync_api import Page, expect

from tests.browser.chromium import DESKTOP, what_stays
from tests.browser.contrast import CONTRAST
from tests.site.built import SLUGS, built

pytestmark = [pytest.mark.bygget, pytest.mark.browser]
SET_BACK = "article .hp-sat-tilbage"
FORWARD = "article .hp-gaelder"
every_edition = pytest.mark.parametrize("slug", SLUGS)


def _choose(page: Page, **choices: str) -> None:
    panel = page.locator("[data-situation]")
    if not panel.evaluate("e => e.open"):
        panel.locator("summary").click()
    for name, value in choices.items():
        panel.locator(f"select[name={name}]").select_option(value)


def _answers(slug: str) -> dict[str, list[str]]:
    return {q.key: [value for value, _ in q.answers] for q in questions(built(slug).edition)}


# Every answer alone, and how many bullets it brings forward and sets back.
COUNT_EACH = """() => Object.fromEntries([...document.querySelectorAll('[data-situation] select')].map(select =>
  [select.name, Object.fromEntries([...select.options].filter(o => o.value).map(option => {
    const choose = value => { select.value = value; select.dispatchEvent(new Event('change', {bubbles: true})); };
    const count = state => document.querySelectorAll(`article li.hp-${state}`).length;
    choose(option.value);
    const counted = [count('gaelder'), count('sat-tilbage')];
    choose('');
    return [option.value, counted];
  }))]))"""


@every_edition
def test_what_applies_comes_forward_and_the_rest_is_set_back(open_page: Callable, site: str, slug: str) -> None:
    """Every condition of every bullet of the steps, judged in Python and in the browser, for every answer alone."""
    edition = built(slug).edition
    page = open_page()
    judged = 0
    for ident, trin in edition.trin.items():
        punkter = [*trin.kort.values(), *(p for a in trin.afsnit.values() for p in a.punkter.values())]
        told = [(dict(pair.split("=") for pair in condition_data(p.hvis).split()), is_safety_rule(p)) for p in punkter]
        page.goto(f"{site}{slug}/trin/{ident}/")
        counted = page.evaluate(COUNT_EACH)
        assert {key: sorted(values) for key, values in counted.items()} == {
            k: sorted(v) for k, v in _answers(slug).items()
        }
        for key, values in counted.items():
            asked = [(conditions[key].split("|"), safe, len(conditions) == 1) for conditions, safe in told if key in conditions]
            for value, found in values.items():
                forward = sum(value in fits and alone for fits, _, alone in asked)
                back = sum(value not in fits and not safe for fits, safe, _ in asked)
                assert found == [forward, back], (ident, key, value)
                judged += forward + back
    assert judged


def test_a_bullet_comes_forward_only_when_all_its_conditions_are_answered(open_page: Callable, site: str) -> None:
    """A known pupil who threatens: "contact the one behind it" holds only in a case that the school keeps."""
    page = open_page()
    contact = page.locator(FORWARD, has_text="så kontakt krænkeren")
    page.goto(f"{site}guldborgsund/actioncard/#?kraenker=kendt&situation=trusler")
    expect(page.locator(FORWARD, has_text="betal ikke")).to_have_count(1)
    expect(contact).to_have_count(0)
    page.goto(f"{site}guldborgsund/actioncard/#?kraenker=kendt&vej=intern")
    expect(contact).to_have_count(1)


@every_edition
def test_an_adult_who_extorts_sets_no_advice_on_extortion_back(open_page: Callable, site: str, slug: str) -> None:
    page = open_page()
    page.goto(f"{site}{slug}/trin/stop/#?situation=voksen")
    expect(page.locator("select[name=situation]")).to_have_value("voksen")
    assert page.locator("article li", has_text="etal").count() > 0
    expect(page.locator(SET_BACK, has_text="etal")).to_have_count(0)


@every_edition
def test_no_safety_rule_and_no_unconditional_advice_is_set_back(open_page: Callable, site: str, slug: str) -> None:
    page = open_page()
    page.goto(f"{site}{slug}/actioncard/")
    for key, values in _answers(slug).items():
        for value in values:
            page.goto(f"{site}{slug}/actioncard/#?{key}={value}")
            expect(page.locator(f"select[name={key}]")).to_have_value(value)
            back = page.locator(SET_BACK)
            assert back.count() == back.locator("[data-hvis]:not([data-altid])").count()
    assert page.locator("article li:has(a[href='tel:112']).hp-sat-tilbage").count() == 0


@every_edition
def test_nothing_vanishes(open_page: Callable, site: str, slug: str) -> None:
    """The same bullets are seen with a choice, without script, and on paper, where no choice shows."""
    address = f"{site}{slug}/actioncard/#?{'&'.join(f'{k}={v[-1]}' for k, v in _answers(slug).items())}"
    bare, page = open_page(java_script_enabled=False), open_page()
    bare.goto(address)
    page.goto(address)
    shown = "all => all.filter(e => e.checkVisibility()).length"
    expected = bare.locator("article li").evaluate_all(shown)
    assert page.locator("article li").evaluate_all(shown) == expected > 20
    assert not bare.locator("[data-situation]").is_visible() and bare.locator(FORWARD).count() == 0
    page.emulate_media(media="print")
    assert page.locator("article li").evaluate_all(shown) == expected
    colours = "all => [...new Set(all.map(e => getComputedStyle(e).color))]"
    assert page.locator("article li").evaluate_all(colours) == page.locator("article p").first.evaluate(
        "e => [getComputedStyle(e).color]"
    )
    assert not page.locator(".hp-situation").first.is_visible()


@every_edition
def test_what_is_set_back_can_be_read(open_page: Callable, site: str, slug: str) -> None:
    page, back = open_page(bypass_csp=True), 0  # the still style is put in from outside
    for path in ("actioncard/", *(f"trin/{ident}/" for ident in built(slug).edition.trin)):
        page.goto(f"{site}{slug}/{path}#?vej=intern&kraenker=ukendt&situation=voksen&modtaget=vist&skole=flere")
        page.add_style_tag(content="* { transition: none !important }")
        for scheme in ("default", "slate"):
            page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
            assert not what_stays(page, lambda: page.evaluate(CONTRAST)), (path, scheme)
        back += page.locator(SET_BACK).count()
    assert back > 0


def test_the_choice_goes_into_the_address_and_on_to_the_steps(open_page: Callable, site: str) -> None:
    page = open_page(viewport=DESKTOP)
    page.goto(f"{site}guldborgsund/actioncard/")
    _choose(page, kraenker="ukendt", vej="politi")
    page.wait_for_url("**/actioncard/#?kraenker=ukendt&vej=politi")
    page.locator("article").get_by_role("link", name="Læs mere om trinnet").first.click()
    page.wait_for_url("**/trin/*/#?kraenker=ukendt&vej=politi")
    expect(page.locator("[data-valgte]")).to_have_text("Ukendt krænker · Politisag")
    page.locator(".md-nav--primary").get_by_role("link", name="Kontakter").click()
    page.wait_for_url("**/kontakter/#?kraenker=ukendt&vej=politi")
    page.go_back()
    page.go_back()
    page.wait_for_url("**/actioncard/#?kraenker=ukendt&vej=politi")
    expect(page.locator("select[name=vej]")).to_have_value("politi")
    _choose(page, kraenker="", vej="")
    page.wait_for_url("**/actioncard/")


def test_a_colleague_sees_the_choices_of_a_link_also_to_a_section(open_page: Callable, site: str) -> None:
    page = open_page()
    page.goto(f"{site}guldborgsund/actioncard/#kort-vurder?vej=politi&situation=findes-ikke&kraenker=%3Cb%3E")
    page.wait_for_function("() => document.querySelector('#kort-vurder').getBoundingClientRect().top < 400")
    expect(page.locator("[data-valgte]")).to_have_text("Politisag")
    assert page.locator("article b").count() == 0


def test_the_choice_survives_a_link_within_the_page(open_page: Callable, site: str) -> None:
    page = open_page(viewport=DESKTOP)
    page.goto(f"{site}guldborgsund/actioncard/#?vej=politi")
    page.locator(".md-nav--secondary").get_by_role("link", name="1. Vurdér krænkelsen").click()
    page.wait_for_url("**/actioncard/#kort-vurder?vej=politi")
    expect(page.locator("select[name=vej]")).to_have_value("politi")


def test_the_choices_that_go_along_are_those_that_can_be_asked(open_page: Callable, site: str) -> None:
    page = open_page()
    page.goto(f"{site}{SLUGS[0]}/")
    assert page.evaluate("window.handleplan.adresse.carried") == list(KEYS)


def test_links_stay_relative_so_that_paper_prints_no_address(open_page: Callable, site: str) -> None:
    page = open_page()
    written = "all => all.map(a => a.getAttribute('href').split('#')[0])"
    links = "article a[href], .md-nav--primary a[href]"
    page.goto(f"{site}guldborgsund/actioncard/")
    before = page.locator(links).evaluate_all(written)
    _choose(page, vej="politi")
    assert page.locator(links).evaluate_all(written) == before
    assert page.locator("article a[href*='/trin/'][href$='?vej=politi']").count() > 3


def test_no_choice_reaches_the_server_or_the_storage(open_page: Callable, site: str) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}guldborgsund/actioncard/")
    _choose(page, vej="politi")
    page.locator("article").get_by_role("link", name="Læs mere om trinnet").first.click()
    page.wait_for_url("**/trin/**")
    assert asked and not [url for url in asked if "politi" in url.partition("#")[0]]
    kept = page.evaluate("[localStorage, sessionStorage].map(s => JSON.stringify(s)).join() + document.cookie")
    assert "politi" not in kept


def test_the_choices_are_made_by_keyboard_and_the_link_can_be_copied(open_page: Callable, site: str) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{site}guldborgsund/actioncard/")
    page.locator("[data-situation] summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("select[name=kraenker]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**#?kraenker=kendt")
    status = page.locator("[data-situation] [role=status]")
    expect(status).to_contain_text("Gælder her")
    page.get_by_role("button", name="Kopiér link med valgene").click()
    expect(status).to_contain_text("kopieret")
    assert page.evaluate("navigator.clipboard.readText()") == page.evaluate("location.href")
    page.get_by_role("button", name="Ryd valg").click()
    page.wait_for_url("**/actioncard/")
    expect(page.locator(FORWARD)).to_have_count(0)
