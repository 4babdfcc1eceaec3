"""axe-core in the browser: which of the WCAG 2.1 A and AA rules a page breaks.

``tests/axe/axe.min.js`` is axe-core 4.14.1 from npm as published (MPL-2.0, licence beside it).
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[1] / "axe" / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What changes with the colours alone.
_COLOUR_RULES = ["color-contrast", "link-in-text-block"]
_RUN = """async runOnly => {
  const found = await axe.run(document, {runOnly, resultTypes: ['violations']});
  return found.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.target.join(' '), node.failureSummary]));
}"""


def violations(page: Page, *, colours_only: bool = False) -> list[tuple[str, str, str]]:
    """What axe finds wrong on the page as it stands: ``(rule, element, why)``."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    run_only = {"type": "rule", "values": _COLOUR_RULES} if colours_only else {"type": "tag", "values": _TAGS}
    return [tuple(found) for found in page.evaluate(_RUN, run_only)]
