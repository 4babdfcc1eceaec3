"""What WeasyPrint leaves out of a PDF: the scope of table headers, links that may be printed, bodies of list items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weasyprint import Document

PRINT_FLAG = 1 << 2
SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}


def finish(document: Document, pdf: Any) -> None:
    """WeasyPrint's ``finisher``: called with the finished objects, before they are written."""
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Subtype") == "/Link":
            item["F"] = PRINT_FLAG
    for page in document.pages:
        for box in page._page_box.descendants():
            _set_scope(box)
    _wrap_list_items(pdf)


def _set_scope(box: Any) -> None:
    # WeasyPrint keeps a header cell's tag in the box; an anonymous box inside the cell has none of its own.
    tag = getattr(box, "mark", None)
    if box.element is not None and box.element.tag == "th" and isinstance(tag, dict):
        tag["A"]["Scope"] = SCOPES[box.element.get("scope", "col")]


def _wrap_list_items(pdf: Any) -> None:
    """A list item holds a label and a body (PDF/UA-1); WeasyPrint gives one of paragraphs no body around them."""
    import pydyf

    elements = {item.reference: item for item in pdf.objects if isinstance(item, dict) and "S" in item}
    for item in [element for element in elements.values() if element["S"] == "/LI"]:
        kids = [elements[reference] for reference in item["K"] if reference in elements]
        loose = [kid for kid in kids if kid["S"] not in ("/Lbl", "/LBody")]
        if loose and len(kids) == len(item["K"]):
            body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "P": item.reference})
            body["K"] = pydyf.Array([kid.reference for kid in loose])
            pdf.add_object(body)
            item["K"] = pydyf.Array([*(kid.reference for kid in kids if kid not in loose), body.reference])
            for kid in loose:
                kid["P"] = body.reference
