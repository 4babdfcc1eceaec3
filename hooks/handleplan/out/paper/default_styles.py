"""WeasyPrint's own style sheet for HTML without the parts of elements that no paper has.

It gives *every* element a list marker and five kinds of notes. WeasyPrint works out the style of each, 66,000 in a
book, and uses 1,900: it is a twentieth of a book's time and a fifth of its memory. Only list items have markers, and no
paper has notes.
"""

from __future__ import annotations

import functools
import re
from typing import Any

_NOTES = re.compile(r"^::(?:footnote|note)-[\w-]+ \{[^}]*\}$", re.MULTILINE)
_ANY_MARKER = "\n::marker {"


class NewStyles(RuntimeError):
    """WeasyPrint's style sheet is not the one that this module knows: look at it again, and mend the module."""


def light_styles(css: str) -> str:
    """``css``, WeasyPrint's style sheet, with markers for list items only and without notes. Raises ``NewStyles``."""
    light, notes = _NOTES.subn("", css)
    if (notes, light.count(_ANY_MARKER)) != (5, 1) or re.search(r"^::(?!marker)", light, re.MULTILINE):
        raise NewStyles("weasyprint/css/html5_ua.css has other rules for parts of any element than before")
    return light.replace(_ANY_MARKER, "\nli::marker {")


@functools.cache
def document_class() -> Any:
    """``weasyprint.HTML`` with the lighter style sheet."""
    from weasyprint import CSS, HTML
    from weasyprint.css.counters import CounterStyle
    from weasyprint.html import UA, UA_FORM_STYLESHEET

    styles = CSS(string=light_styles(UA), counter_style=CounterStyle())

    class LightHTML(HTML):
        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
            return [styles, UA_FORM_STYLESHEET] if forms else [styles]

    return LightHTML
