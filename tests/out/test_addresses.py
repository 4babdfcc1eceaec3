"""Where pages stand, as MkDocs places them: also those whose id is, or ends in, ``index``."""

from __future__ import annotations

import pytest
from handleplan.model.kinds import KINDS
from handleplan.out.addresses import SIDER, file_of, page_of, url_of
from handleplan.out.text import SIDE_NAVNE


@pytest.mark.parametrize(
    ("page", "url"),
    [
        ("index.md", ""), ("lov.md", "lov/"), ("trin/vurder.md", "trin/vurder/"), ("trin/index.md", "trin/"),
        ("trin/eget-index.md", "trin/eget-index/"),
    ],
)  # fmt: skip
def test_url_and_file(page: str, url: str) -> None:
    assert (url_of(page), file_of(page)) == (url, f"{url}index.html")


def test_a_new_page_has_words_for_links_to_it_and_a_new_kind_has_a_page() -> None:
    assert {"forside", *SIDE_NAVNE} == SIDER.keys()
    pages = {page_of(kind, "x") for kind in KINDS if kind != "ord"}  # a word has no place of its own
    assert pages <= {*SIDER.values(), "trin/x.md"}
