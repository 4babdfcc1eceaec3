"""What the browser's own "print" gives: compact, and with all that the screen shows."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import DESKTOP
from tests.site.built import SLUGS, built

pytestmark = [pytest.mark.bygget, pytest.mark.browser, pytest.mark.parametrize("slug", SLUGS)]
# A4 less its margins, at 96 dots an inch.
SHEET = {"width": 680, "height": 1000}
# Controls and shortcuts are for the screen; so are links to the papers themselves.
ONLY_ON_SCREEN = ".hp-valg, .hp-filter, .hp-genveje, .hp-hent, .hp-aabent, .hp-situation, .headerlink, button, .md-content__button"
LOST = f"""() => {{
  const seen = window.vist || [...document.querySelectorAll('article :is(h1, h2, h3, h4, p, li, td, th, summary, caption, dt, dd)')]
    .filter(e => e.checkVisibility({{visibilityProperty: true}}) && e.innerText.trim() && !e.closest('{ONLY_ON_SCREEN}'));
  if (!window.vist) {{ window.vist = seen; return []; }}
  return seen.filter(e => !e.checkVisibility({{visibilityProperty: true}})).map(e => e.innerText.slice(0, 60));
}}"""
CLIPPED = """() => [...document.querySelectorAll('article *')].filter(e => e.checkVisibility() && !e.closest('.hp-kun-oplaest') && (
    e.getBoundingClientRect().right > innerWidth + 1
    || (getComputedStyle(e).overflowX !== 'visible' && e.clientWidth && e.scrollWidth > e.clientWidth + 1)))
  .map(e => e.tagName + '.' + e.className).slice(0, 5)"""


def _printed(page: Page, file: Path) -> str:
    """The text of the sheets, which a form feed parts."""
    page.pdf(path=file, prefer_css_page_size=True)
    return subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True).stdout


def test_the_card_with_its_ticks_is_on_few_sheets(
    open_page: Callable[..., Page], site: str, slug: str, tmp_path: Path
) -> None:
    page = open_page(viewport=DESKTOP)
    page.goto(f"{site}{slug}/actioncard/")
    for box in page.locator("article .hp-kryds input").all()[:3]:
        box.check()
    text = _printed(page, tmp_path / "kort.pdf")
    sheets = [sheet for sheet in text.split("\f") if sheet.strip()]
    print(f"{slug}: {len(sheets)} ark")
    assert 1 < len(sheets) <= 3 and f"Side 1 af {len(sheets)}" in text
    time = page.locator(".hp-kryds__tid").first.inner_text().strip()
    assert text.count(time) >= 3 and built(slug).edition.fuldt_navn in text
    words = "".join(text.split())
    for remark in page.locator("article details.bemaerkning summary").all_inner_texts():
        assert "".join(remark.split())[:30] in words, remark


def test_paper_keeps_all_that_the_screen_shows(open_page: Callable[..., Page], site: str, slug: str) -> None:
    trin = next(iter(built(slug).edition.trin))
    for path in ("", "actioncard/", f"trin/{trin}/", "kontakter/", "vidensbank/", "baggrund/", "om/"):
        page = open_page(viewport=SHEET)
        page.goto(f"{site}{slug}/{path}")
        page.evaluate(LOST)
        page.emulate_media(media="print")
        assert page.evaluate(LOST) == [], path
        assert page.evaluate(CLIPPED) == [], path
        page.context.close()
