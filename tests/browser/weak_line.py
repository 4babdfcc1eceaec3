"""A phone on a weak line: a host that sends gzip, and Chromium slowed as Lighthouse's "slow 4G" says."""

from __future__ import annotations

import gzip
from pathlib import Path

from playwright.sync_api import Browser

from tests.local_host import Quiet

# Lighthouse's "slow 4G": 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back.
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
_PACKED_ALREADY = (".woff2", ".png", ".pdf", ".docx")
_LARGEST = """() => new Promise(done => new PerformanceObserver(list => {
  const last = list.getEntries().at(-1);
  done([last.startTime, last.element ? last.element.tagName : '', last.size]);
}).observe({type: 'largest-contentful-paint', buffered: true}))"""
_FIRST = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"


class Host(Quiet):
    """As a municipality's host does: connections are kept open, and text comes with gzip."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix not in _PACKED_ALREADY:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def largest_paint(browser: Browser, url: str, size: dict[str, int], cpu: int = 1) -> float:
    """Milliseconds to the largest contentful paint of ``url``, seen for the first time. ``cpu``: times slower."""
    context = browser.new_context(
        viewport=size, device_scale_factor=2, is_mobile=True, has_touch=True, service_workers="block", locale="da-DK"
    )
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", SLOW_4G)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": cpu})
    page.goto(url, wait_until="load")
    page.wait_for_function(_FIRST)
    milliseconds, _, area = page.evaluate(_LARGEST)
    context.close()
    assert area > 1000, "the largest thing painted is no text at all"
    return milliseconds
