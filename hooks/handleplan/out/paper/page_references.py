"""The references to a PDF's pages, listed once.

pydyf lists them all each time one is asked for: 30,000 times in a book of 110 pages, a twentieth of the book's time.
"""

from __future__ import annotations

import functools
from typing import Any

_LISTED = "_listed_page_references"


@functools.cache
def list_page_references_once() -> None:
    """Let every ``pydyf.PDF`` of this process keep its list of pages while no page is added.

    Raises ``AttributeError`` when pydyf no longer has the list.
    """
    import pydyf

    slow = pydyf.PDF.page_references.fget

    def page_references(pdf: Any) -> tuple[bytes, ...]:
        count = len(pdf.pages["Kids"])
        known = pdf.__dict__.get(_LISTED)
        if known is None or known[0] != count:
            known = pdf.__dict__[_LISTED] = (count, slow(pdf))
        return known[1]

    pydyf.PDF.page_references = property(page_references)
