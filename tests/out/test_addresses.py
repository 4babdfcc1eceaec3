"""Where pages stand, as MkDocs places them: also those whose id is, or ends in, ``index``."""

from __future__ import annotations

import pytest
from handleplan.out.addresses import file_of, url_of


@pytest.mark.parametrize(
    ("page", "url"),
    [
        ("index.md", ""), ("lov.md", "lov/"), ("trin/vurder.md", "trin/vurder/"), ("trin/index.md", "trin/"),
        ("trin/eget-index.md", "trin/eget-index/"),
    ],
)  # fmt: skip
def test_url_and_file(page: str, url: str) -> None:
    assert (url_of(page), file_of(page)) == (url, f"{url}index.html")
