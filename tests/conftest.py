"""What tests of several folders share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests.browser.chromium import started_chromium

# The same examples each time, however slow the machine: what is red today was red yesterday. `make fuzz` draws new ones.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("new", deadline=None, print_blob=True)
settings.load_profile("new" if "HANDLEPLAN_FUZZ" in os.environ else "same")

# The fast tests come first. Of the slow ones those that take longest, so that two processes end at the same time.
FIRST = ("read", "model", "edition", "out")
LONGEST = ("browser/test_accessibility.py", "browser/test_acute_path.py", "browser", "paper", "content", "search")
# Files with so much for each edition that an edition is a piece of work of its own (``--dist loadgroup``).
BY_EDITION = ("test_accessibility.py", "test_every_page.py", "test_acute_path.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the files, and say which tests share what they have built: those of one file."""
    items.sort(key=_turn)
    for item in items:
        params = getattr(item, "callspec", None)
        slug = params.params.get("slug", "") if params and item.path.name in BY_EDITION else ""
        item.add_marker(pytest.mark.xdist_group(f"{item.path.parent.name}/{item.path.name}{slug}"))


def _turn(item: pytest.Item) -> int:
    folder, file = item.path.parent.name, f"{item.path.parent.name}/{item.path.name}"
    if folder in FIRST:
        return 0
    return next((turn for turn, long in enumerate(LONGEST, 1) if long in (folder, file)), len(LONGEST) + 1)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser a worker: Playwright's synchronous interface can be started only once in a process."""
    with started_chromium() as browser:
        yield browser
