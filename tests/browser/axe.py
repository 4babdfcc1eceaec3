"""axe-core in the browser: which of the WCAG 2.1 A and AA rules a page breaks.

``tests/axe/axe.min.js`` is axe-core 4.14.1 from npm as published (MPL-2.0, licence beside it).
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[1] / "axe" / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What changes with the colours alone: a width changes everything but these.
_COLOUR_RULES = ["color-contrast", "link-in-text-block"]
_RULES = {
    "all": {"runOnly": {"type": "tag", "values": _TAGS}},
    # Half covered, or focus beneath what covers it.
    "covered": {"runOnly": {"type": "rule", "values": ["target-size", "aria-hidden-focus"]}},
    "colours": {"runOnly": {"type": "rule", "values": _COLOUR_RULES}},
    # Nobody presses paper.
    "paper": {"runOnly": {"type": "tag", "values": _TAGS}, "rules": {"target-size": {"enabled": False}}},
    "width": {"runOnly": {"type": "tag", "values": _TAGS}, "rules": {rule: {"enabled": False} for rule in _COLOUR_RULES}},
}
_RUN = """async options => {
  const found = await axe.run(document, {...options, resultTypes: ['violations']});
  return found.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.target.join(' '), node.failureSummary]));
}"""


def violations(page: Page, rules: str = "all") -> list[tuple[str, str, str]]:
    """What axe finds wrong on the page as it stands: ``(rule, element, why)``. ``rules``: a key of ``_RULES``."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return [tuple(found) for found in page.evaluate(_RUN, _RULES[rules])]
