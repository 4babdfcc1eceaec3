"""One server a worker; a fresh context (no cookies, no storage) a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import PHONE, served_site


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    with served_site() as address:
        yield address


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """``open_page(viewport=…, java_script_enabled=…, color_scheme=…)``: a page in a context of its own."""
    contexts = []

    def new(**options: object) -> Page:
        context = chromium.new_context(**{"viewport": PHONE, "locale": "da-DK", **options})
        contexts.append(context)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()
