"""That axe looks at all: a page with known faults."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations

pytestmark = [pytest.mark.browser]


def test_axe_sees_faults(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.set_content(
        "<html><body><main><h1>a</h1><img src='data:,'><p style='color:#999;background:#fff'>svag</p><select></select></main>"
    )
    assert {"html-has-lang", "image-alt", "color-contrast", "select-name"} <= {rule for rule, _, _ in violations(page)}
