"""What is left of a page, spread over the gaps between the parts of a sheet, after it has been laid out.

WeasyPrint shows its boxes only through ``Page._page_box``: its version is pinned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .measure import MM, box_on

if TYPE_CHECKING:
    from weasyprint.document import Page


def spread(page: Page, ident: str, slack: float, most_gap: float, page_height: float) -> Page:
    """``page`` with the parts of the element ``ident`` moved apart, and cut off below.

    ``slack``: what is left in mm. No gap grows by more than ``most_gap`` mm; what is then still left stands above the
    last part. ``page_height`` in mm.
    """
    from weasyprint.document import Page
    from weasyprint.layout.background import layout_backgrounds

    sheet = box_on(page, ident)
    parts = sheet.children[1:]
    gap = min(slack / len(parts), most_gap)
    for number, part in enumerate(parts, 1):
        part.translate(dy=(slack if part is parts[-1] else gap * number) * MM)
    sheet.height += slack * MM
    page._page_box.height = page_height * MM
    # Links, fields and coloured areas know where they stood: they are gathered anew.
    layout_backgrounds(page._page_box, None)
    return Page(page._page_box)
