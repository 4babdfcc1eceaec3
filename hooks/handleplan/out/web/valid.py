"""What Material and print-site write that HTML does not allow, or that is English, mended.

Found with the Nu Html Checker, which ``tests/site/test_valid_html.py`` asks about every page.
"""

from __future__ import annotations

import re

# The menu's and the search's hidden boxes; ``menu.js`` does what the attribute was for.
_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
_TOC_LABEL = re.compile(r'(<label class="md-nav__title") for="__toc"')
# print-site's page; it has no setting for these.
_PRINT_SITE = {
    "title='Permanent link'": "title='Link til afsnittet'",
    "<nav role='navigation'": "<nav aria-label='Indhold'",
}
_NUMBER = re.compile(r"""(<section [^>]*?) heading-number=["'][^"']*["']""")


def mended(html: str) -> str:
    """``html`` with the faults mended."""
    html = _TOGGLE.sub(r"\1", html)
    if 'id="__toc"' not in html:
        html = _TOC_LABEL.sub(r"\1", html)
    for wrong, right in _PRINT_SITE.items():
        html = html.replace(wrong, right)
    return _NUMBER.sub(r"\1", html)
