"""A Chromium and a web server over ``site/``, for the browser tests and for screenshots.

Playwright drives the browser that the machine has (``.ci/pakker test`` installs it), or its own where there is none.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from handleplan.project import Project
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.local_host import Quiet, serve

Wrong = TypeVar("Wrong")
PHONE = {"width": 390, "height": 844}
SMALL_PHONE = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 900}
# As long as Playwright's other waits: its five seconds are few where the processors are busy.
expect.set_options(timeout=30_000)
# Debian's small Chromium without windows first: it costs a third of the processor time of the whole program.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


class _Handler(Quiet):
    """Files of ``site/`` as a plain static host gives them: an unknown address gets the edition's 404 page."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / self.path.strip("/").split("/")[0] / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


@contextmanager
def served_site() -> Iterator[str]:
    """The address of a server over ``site/``, for as long as the context lasts."""
    with serve(Project.find().site, _Handler) as address:
        yield address


def _runs(program: str) -> bool:
    """Whether it can say its version: Ubuntu's ``chromium-browser`` only says that there is a snap."""
    return subprocess.run([program, "--version"], check=False, capture_output=True).returncode == 0


@contextmanager
def started_chromium() -> Iterator[Browser]:
    """The machine's Chromium, else Playwright's; raises Playwright's ``Error`` when there is none."""
    program = next(filter(_runs, filter(None, map(shutil.which, _NAMES))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        try:
            yield browser
        finally:
            browser.close()


class Watch:
    """What a page asks for and complains of, from now on."""

    def __init__(self, page: Page, own: str) -> None:
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self._request(request.url, own))
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _request(self, url: str, own: str) -> None:
        if not url.startswith((own, "data:", "blob:")):
            self.foreign.append(url)

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(f"{kind}: {text}")


def wait_until(
    page: Page, true: Callable[[], object], seconds: float = 60, what: Callable[[], str] = lambda: "det skete ikke"
) -> None:
    """Let the page go on until ``true()`` is; raises ``AssertionError`` (``what()``) when it never is.

    No test waits a fixed time. Playwright's own ``wait_for_function`` wants a function (``"() => …"``): an expression it
    evaluates as text once it has to wait, and the site's policy stops that.
    """
    for _ in range(round(seconds * 10)):
        if true():
            return
        page.wait_for_timeout(100)
    raise AssertionError(what())


def what_stays(page: Page, look: Callable[[], Wrong], seconds: float = 10) -> Wrong:
    """What ``look()`` finds wrong when the page has come to rest; falsy as soon as it finds nothing.

    Fonts come, scripts work and the menu slides to its place for a while after load and after a change of size.
    """
    found = look()
    for _ in range(round(seconds * 10)):
        if not found:
            break
        page.wait_for_timeout(100)
        found = look()
    return found
