"""What lies outside the width of a page: it scrolls sideways, or something is cut off."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.chromium import what_stays

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
CUT = """() => [...document.querySelectorAll('article *, .md-banner *, .md-footer *')]
  .filter(e => e.getClientRects().length && !e.closest('.rulle, .md-typeset__scrollwrap, thead'))
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + '.' + e.className).slice(0, 5)"""


def beside_the_page(page: Page, cut: bool = True) -> list[str]:
    """What lies outside the page's width when it has come to rest; ``cut``: also what is cut off there."""

    def look() -> list[str]:
        return [*(["til siden"] if page.evaluate(SIDEWAYS) > 0 else []), *(page.evaluate(CUT) if cut else [])]

    return what_stays(page, look)
