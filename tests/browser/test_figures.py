"""The charts of baggrund in Chromium: bars as long as their numbers, no text cut, names read aloud, both schemes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from handleplan.model.baggrund import Baggrund
from playwright.sync_api import Page

from tests.browser.chromium import DESKTOP, PHONE, SMALL_PHONE
from tests.out.editions import edition

pytestmark = [pytest.mark.bygget, pytest.mark.browser]
SLUG = "guldborgsund"
Size = dict[str, int]
SIZES = [SMALL_PHONE, PHONE, DESKTOP]

MEASURE = """() => [...document.querySelectorAll('.hp-figur__svg')].map(svg => {
  const box = e => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
  return {
    svg: box(svg),
    texts: [...svg.querySelectorAll('text')].map(t => (
      {box: box(t), text: t.textContent, tal: t.classList.contains('hp-figur__tal')})),
    hele: [...svg.querySelectorAll('.hp-figur__hele')].map(box),
    andel: [...svg.querySelectorAll('.hp-figur__andel')].map(box),
    farve: getComputedStyle(svg.querySelector('.hp-figur__andel')).fill,
    tekst: getComputedStyle(svg.querySelector('text')).fill,
    grund: getComputedStyle(document.body).backgroundColor,
    størrelse: parseFloat(getComputedStyle(svg).fontSize),
  };
})"""


Opener = Callable[..., Page]


def opened(open_page: Opener, site: str, size: Size = DESKTOP, scheme: str = "light", page: str = "baggrund/") -> Page:
    tab = open_page(viewport=size, color_scheme=scheme)
    tab.goto(f"{site}{SLUG}/{page}")
    tab.evaluate("document.fonts.ready")
    return tab


def figures() -> list[Baggrund]:
    return [b for b in edition(SLUG).baggrund.values() if b.svar]


def measured(tab: Page) -> list[dict[str, Any]]:
    found = tab.evaluate(MEASURE)
    assert len(found) == len(figures()) > 10
    return found


@pytest.mark.parametrize("page", ["baggrund/", "print_page/"])
@pytest.mark.parametrize("size", SIZES)
def test_each_bar_is_as_long_as_its_number(open_page: Opener, site: str, size: Size, page: str) -> None:
    tab = opened(open_page, site, size, page=page)
    for chart, b in zip(measured(tab), figures(), strict=True):
        assert len(chart["andel"]) == len(b.svar)
        for answer, whole, part in zip(b.svar.values(), chart["hele"], chart["andel"], strict=True):
            width = whole[2] - whole[0]
            assert width > 200 and abs((part[2] - part[0]) - width * answer.procent / 100) < 1.5
            assert abs(part[0] - whole[0]) < 1.5 and part[3] - part[1] > 8


@pytest.mark.parametrize("size", SIZES)
def test_no_text_is_cut_or_covered(open_page: Opener, site: str, size: Size) -> None:
    tab = opened(open_page, site, size)
    for chart in measured(tab):
        left, top, right, bottom = chart["svg"]
        assert right <= size["width"] and chart["størrelse"] >= 14
        for text in chart["texts"]:
            box = text["box"]
            assert left - 1 <= box[0] and box[2] <= right + 1, f"{text['text']!r} sticks out"
            assert top - 4 <= box[1] and box[3] <= bottom + 1, text["text"]
            for bar in chart["hele"]:
                assert box[3] - 3 <= bar[1] or box[1] >= bar[3] - 3, f"{text['text']!r} stands on a bar"
        for number, answer in ((n, a) for n in chart["texts"] if n["tal"] for a in chart["texts"] if not a["tal"]):
            same_line = abs(number["box"][1] - answer["box"][1]) < 2
            assert not same_line or number["box"][2] < answer["box"][0], "the number runs into the answer"
    assert tab.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_and_text_stand_out(open_page: Opener, site: str, scheme: str) -> None:
    """WCAG 2.1, 1.4.11 (3:1 for the bar) and 1.4.3 (4.5:1 for text)."""
    tab = opened(open_page, site, scheme=scheme)
    chart = measured(tab)[0]
    assert (_luminance(chart["grund"]) < 0.5) == (scheme == "dark")
    assert _contrast(chart["farve"], chart["grund"]) >= 3
    assert _contrast(chart["tekst"], chart["grund"]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_the_bars_are_dark_on_white(open_page: Opener, site: str, scheme: str) -> None:
    tab = opened(open_page, site, scheme=scheme)
    tab.emulate_media(media="print", color_scheme=scheme)
    chart = measured(tab)[0]
    assert _luminance(chart["farve"]) < 0.1 and _luminance(chart["tekst"]) < 0.1


def test_a_chart_is_read_aloud_once_with_name_and_numbers(open_page: Opener, site: str) -> None:
    tab = opened(open_page, site)
    session = tab.context.new_cdp_session(tab)
    session.send("Accessibility.enable")
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    read = {
        n["name"]["value"]: (n.get("description") or {}).get("value", "")
        for n in nodes
        if not n["ignored"] and n["role"]["value"] == "image" and n["name"]["value"].startswith("Søjlediagram: ")
    }
    assert list(read) == [f"Søjlediagram: {b.spørgsmål}" for b in figures()], "each has a name of its own"
    for b, description in zip(figures(), read.values(), strict=True):
        assert all(f"{svar.tekst}: {svar.procent} %" in description for svar in b.svar.values())
        assert b.base in description


def _rgb(colour: str) -> list[float]:
    return [float(part) / 255 for part in colour[colour.index("(") + 1 : -1].replace(" ", "").split(",")[:3]]


def _luminance(colour: str) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
