"""What Material's own search would have of the same pages: ours is measured against it."""

from __future__ import annotations

import gzip
import itertools
import json
from pathlib import Path
from typing import Any

import lxml.html
from handleplan.out.search_index import LEFT_OUT


def as_stock(doc: dict[str, Any]) -> dict[str, Any]:
    """A section as Material's own index has it: title and text alone."""
    return {key: doc[key] for key in ("location", "title", "text")}


def left_out_sections(site: Path) -> list[dict[str, Any]]:
    """The lists that our index leaves out and Material's has (their words only, which is less than Material keeps)."""
    found = []
    for page in [*sorted((site / "trin").glob("*/index.html")), site / "om" / "index.html"]:
        for heading in lxml.html.parse(page).iter("h2"):
            location = f"{page.parent.relative_to(site).as_posix()}/#{heading.get('id')}"
            if LEFT_OUT.fullmatch(location):
                part = itertools.takewhile(lambda one: one.tag != "h2", heading.itersiblings())
                text = " ".join(" ".join(one.text_content().split()) for one in part)
                found.append({"location": location, "title": heading.text_content(), "text": text})
    assert found
    return found


def packed(index: Any) -> int:
    """The bytes of an index, or of its sections, as a host sends them."""
    return len(gzip.compress(json.dumps(index, ensure_ascii=False).encode(), 9))
