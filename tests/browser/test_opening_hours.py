""" "Åbent nu" and "Åbner …" at a frozen clock: Danish time wherever the reader is, summer time, holidays, midnight."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = [pytest.mark.bygget, pytest.mark.browser]
HOLIDAYS = {
    "2026-12-25": "juledag",
    "2027-03-25": "skærtorsdag",
    "2027-03-26": "langfredag",
    "2027-03-29": "Anden påskedag",
}
# Guldborgsund: Monday–Wednesday 8.00–15.30, Thursday 8.00–17.00, Friday 8.00–12.30.
MARK = ".hp-ringeliste .hp-aabent"
HOLIDAY_FILE = "**/helligdage.json"


@pytest.fixture
def at(open_page: Callable[..., Page], site: str) -> Callable[..., Page]:
    """``at("2026-11-23T07:30:00Z", zone=…, path=…)``: a page opened at that moment, by a reader in that zone."""

    def opened(moment: str, zone: str = "Europe/Copenhagen", path: str = "", holidays: dict | None = HOLIDAYS) -> Page:
        page = open_page(timezone_id=zone)
        page.clock.install(time=moment)

        def answer(route: Route) -> None:
            if holidays is None:
                route.fulfill(status=404, body="")
            else:
                route.fulfill(json={"fra": "2026-01-01", "til": "2027-12-31", "helligdage": holidays})

        page.route(HOLIDAY_FILE, answer)
        with page.expect_response(HOLIDAY_FILE):
            page.goto(f"{site}guldborgsund/{path}")
        return page

    return opened


def _expect(page: Page, said: str | re.Pattern[str]) -> None:
    """The first mark says ``said``: the holidays have come, but the script may still have to read them."""
    expect(page.locator(MARK).first).to_have_text(said)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-23T06:59:00Z", "Lukket nu. Åbner i dag kl. 8.00."),
        ("2026-11-23T07:00:00Z", "Åbent nu. Lukker kl. 15.30."),
        ("2026-11-23T14:29:00Z", "Åbent nu. Lukker kl. 15.30."),
        ("2026-11-23T14:30:00Z", "Lukket nu. Åbner i morgen kl. 8.00."),
        ("2026-11-26T15:30:00Z", "Åbent nu. Lukker kl. 17.00."),
        ("2026-11-27T11:30:00Z", "Lukket nu. Åbner mandag kl. 8.00."),
        ("2026-11-22T22:59:00Z", "Lukket nu. Åbner i morgen kl. 8.00."),
        ("2026-11-22T23:00:00Z", "Lukket nu. Åbner i dag kl. 8.00."),
    ],
    ids=["før", "åbner", "sidste-minut", "lukker", "torsdag", "fredag", "søndag-23.59", "midnat"],
)
def test_an_ordinary_week(at: Callable[..., Page], moment: str, said: str) -> None:
    _expect(at(moment), said)


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo", "UTC"])
def test_the_readers_own_zone_does_not_matter(at: Callable[..., Page], zone: str) -> None:
    _expect(at("2026-11-23T07:00:00Z", zone), "Åbent nu. Lukker kl. 15.30.")
    _expect(at("2026-11-22T23:30:00Z", zone), "Lukket nu. Åbner i dag kl. 8.00.")


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        # 29 March 2026: clocks go forward in the night to Sunday; Monday opens at 06:00 UTC.
        ("2026-03-29T00:30:00Z", "Lukket nu. Åbner i morgen kl. 8.00."),
        ("2026-03-29T21:59:00Z", "Lukket nu. Åbner i morgen kl. 8.00."),
        ("2026-03-29T22:00:00Z", "Lukket nu. Åbner i dag kl. 8.00."),
        ("2026-03-30T05:59:00Z", "Lukket nu. Åbner i dag kl. 8.00."),
        ("2026-03-30T06:00:00Z", "Åbent nu. Lukker kl. 15.30."),
        # 25 October 2026: clocks go back; Monday opens at 07:00 UTC.
        ("2026-10-24T22:30:00Z", "Lukket nu. Åbner i morgen kl. 8.00."),
        ("2026-10-25T23:00:00Z", "Lukket nu. Åbner i dag kl. 8.00."),
        ("2026-10-26T06:30:00Z", "Lukket nu. Åbner i dag kl. 8.00."),
        ("2026-10-26T07:00:00Z", "Åbent nu. Lukker kl. 15.30."),
    ],
)
def test_the_days_the_clocks_change(at: Callable[..., Page], moment: str, said: str) -> None:
    _expect(at(moment, holidays={}), said)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-12-24T17:00:00Z", "Lukket nu. Åbner mandag kl. 8.00."),
        ("2026-12-25T09:00:00Z", "I dag er det juledag. Regn med, at der er lukket. Åbner mandag kl. 8.00."),
        ("2027-03-24T15:00:00Z", "Lukket nu. Åbner tirsdag kl. 8.00."),
        ("2027-03-25T09:00:00Z", "I dag er det skærtorsdag. Regn med, at der er lukket. Åbner tirsdag kl. 8.00."),
    ],
)
def test_holidays(at: Callable[..., Page], moment: str, said: str) -> None:
    _expect(at(moment), said)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-12-24T09:00:00Z", "Plejer at være åbent til kl. 17.00. Der kan være lukket i dag: juleaftensdag."),
        ("2026-12-24T06:00:00Z", "Lukket nu. Åbner i dag kl. 8.00."),
        ("2026-12-23T09:00:00Z", "Åbent nu. Lukker kl. 15.30."),
    ],
)
def test_a_day_when_many_offices_are_closed_is_never_said_to_be_open(
    open_page: Callable[..., Page], site: str, moment: str, said: str
) -> None:
    """The shipped file, as it is: Christmas Eve is no holiday by law."""
    page = open_page(timezone_id="Europe/Copenhagen")
    page.clock.install(time=moment)
    with page.expect_response(HOLIDAY_FILE):
        page.goto(f"{site}guldborgsund/")
    _expect(page, said)
    assert ("hp-aabent--nu" in page.locator(MARK).first.get_attribute("class")) == said.startswith("Åbent nu")


def test_without_the_holidays_the_weekdays_decide(at: Callable[..., Page]) -> None:
    _expect(at("2026-12-25T09:00:00Z", holidays=None), "Åbent nu. Lukker kl. 12.30.")


def test_more_than_a_week_of_holidays_names_the_date(at: Callable[..., Page]) -> None:
    closed = {f"2026-12-{day}": "Lukkedag" for day in range(21, 32)}
    _expect(at("2026-12-21T09:00:00Z", holidays=closed), re.compile(r"Åbner fredag 1\. januar kl\. 8\.00\.$"))


def test_it_follows_the_clock_while_the_page_stands(at: Callable[..., Page]) -> None:
    page = at("2026-11-23T14:28:00Z")
    _expect(page, re.compile("^Åbent nu"))
    page.clock.fast_forward("00:03:00")
    _expect(page, "Lukket nu. Åbner i morgen kl. 8.00.")


def test_it_stands_on_the_card_and_the_contacts_but_not_on_paper_or_without_script(
    at: Callable[..., Page], open_page: Callable[..., Page], site: str
) -> None:
    for path, mark in (("actioncard/", MARK), ("kontakter/", ".hp-kontakt .hp-aabent")):
        page = at("2026-11-23T07:00:00Z", path=path)
        expect(page.locator(mark).first).to_have_text("Åbent nu. Lukker kl. 15.30.")
        page.emulate_media(media="print")
        expect(page.locator(mark).first).to_be_hidden()
        bare = open_page(java_script_enabled=False)
        bare.goto(f"{site}guldborgsund/{path}")
        assert not bare.locator(mark).first.is_visible()
        assert "mandag–onsdag 8.00–15.30" in bare.locator("article").inner_text()


def test_the_shipped_holidays_are_read_as_they_are(open_page: Callable[..., Page], site: str) -> None:
    page = open_page()
    page.clock.install(time="2026-12-25T09:00:00Z")
    answer = page.request.get(f"{site}guldborgsund/assets/data/helligdage.json")
    assert json.loads(answer.body())["helligdage"]["2026-12-25"] == "juledag"
    page.goto(f"{site}guldborgsund/kontakter/")
    expect(page.locator(".hp-aabent").first).to_contain_text("juledag")
