"""What WeasyPrint leaves out of a PDF: the scope of table headers, and links that may be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pydyf
    from weasyprint import Document

PRINT_FLAG = 1 << 2
SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}


def finish(document: Document, pdf: pydyf.PDF) -> None:
    """WeasyPrint's ``finisher``: called with the finished objects, before they are written."""
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Subtype") == "/Link":
            item["F"] = PRINT_FLAG
    for page in document.pages:
        for box in page._page_box.descendants():
            _set_scope(box)


def _set_scope(box: Any) -> None:
    # WeasyPrint keeps a header cell's tag in the box; an anonymous box inside the cell has none of its own.
    tag = getattr(box, "mark", None)
    if box.element is not None and box.element.tag == "th" and isinstance(tag, dict):
        tag["A"]["Scope"] = SCOPES[box.element.get("scope", "col")]
