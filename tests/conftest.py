"""What tests of several folders share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import started_chromium


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser a worker: Playwright's synchronous interface can be started only once in a process."""
    with started_chromium() as browser:
        yield browser
