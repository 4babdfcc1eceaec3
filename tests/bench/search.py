"""The search against Material's own on the same pages, in Chromium: ``python -m tests.bench.search [slug …]``.

Prints, for each edition: the time of a warm query (ours / stock, in one run, in turn, so that other work on the computer
disturbs both alike), the time to build the index, the index's size, and how soon a fresh page gives its first hit. The
editions must have been built. Aims: query ≤ 3 × stock, index ≤ 1.1 × stock (gzip), first hit < 1.5 s on a free computer.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from handleplan.project import Project
from playwright.sync_api import Browser

from tests.browser.chromium import PHONE, started_chromium
from tests.local_host import serve
from tests.search.measure import ASK, HERE, read_queries, sections_of
from tests.search.stock import as_stock, left_out_sections, packed
from tests.site.built import library_folder

LANGUAGES = "assets/javascripts/lunr/min"
INDEX = "search/search_index.json"
# What mkdocs-material 9 writes when nothing is changed (plugins/search in its source).
STOCK_CONFIG = {"separator": r"[\s\-]+", "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}}
TIMES = 3


def material_languages() -> Path:
    """The folder with Material's own search languages."""
    return library_folder("material") / "templates" / LANGUAGES


def stock_index(index: dict[str, Any]) -> dict[str, Any]:
    """The index as Material would have it: the same sections with title and text alone."""
    return {"config": {**index["config"], **STOCK_CONFIG}, "docs": [as_stock(doc) for doc in index["docs"]]}


@contextmanager
def both(site: Path) -> Iterator[Path]:
    """A folder with the edition's search (``ours``) and Material's on the same pages (``stock``)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for which in ("ours", "stock"):
            shutil.copytree(site / "assets/javascripts", folder / which / "assets/javascripts")
            (folder / which / "search").mkdir()
            shutil.copy(site / INDEX, folder / which / INDEX)
        for file in material_languages().glob("lunr.*.js"):
            if file.name in ("lunr.da.min.js", "lunr.stemmer.support.min.js"):
                shutil.copy(file, folder / "stock" / LANGUAGES / file.name)
        stock = stock_index(json.loads((site / INDEX).read_text(encoding="utf-8")))
        (folder / "stock" / INDEX).write_text(json.dumps(stock), encoding="utf-8")
        (folder / "index.html").write_text("<!doctype html><title>Måling</title>", encoding="utf-8")
        yield folder


def compare(browser: Browser, site: Path, queries: list[str], times: int = TIMES) -> dict[str, dict[str, Any]]:
    """``started``, ``spent`` (ms a query) and ``hits`` (queries with an answer) for ``ours`` and ``stock``."""
    with both(site) as folder, serve(folder) as url:
        page = browser.new_page()
        page.goto(url)
        workers = {
            which: {"worker": f"{which}/{file.relative_to(folder / which).as_posix()}", "index": f"{which}/{INDEX}"}
            for which in ("ours", "stock")
            for file in (folder / which / "assets/javascripts/workers").glob("search.*.js")
        }
        found = page.evaluate((Path(__file__).parent / "search.js").read_text(encoding="utf-8"), [workers, queries, times])
        page.close()
    return found


def first_hit(browser: Browser, site: Path, query: str = "underretning") -> float:
    """Seconds from opening a page on a phone to the first hit, with an empty cache."""
    with serve(site) as url:
        context = browser.new_context(viewport=PHONE)
        page = context.new_page()
        page.goto(url, wait_until="load")
        page.evaluate("document.getElementById('__search').click()")
        page.evaluate(ASK, query)
        seconds = page.evaluate("performance.now()") / 1000
        context.close()
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("slugs", nargs="*", default=Project.find().slugs)
    with started_chromium() as browser:
        for slug in parser.parse_args().slugs:
            site = Project.find().site / slug
            queries = [q.spørgsmål for file in sorted(HERE.glob("*.yml")) for q in read_queries(file, sections_of(site))]
            found = compare(browser, site, queries)
            median = {which: statistics.median(ms) for which, ms in found["spent"].items()}
            index = json.loads((site / INDEX).read_text(encoding="utf-8"))
            stock = stock_index(index)
            stock["docs"] += left_out_sections(site)
            ours, theirs = packed(index), packed(stock)
            hit = statistics.median(first_hit(browser, site) for _ in range(TIMES))
            print(f"{slug}: {len(queries)} spørgsmål")
            print(f"  varmt spørgsmål {median['ours']:.1f} ms, Materials {median['stock']:.1f} ms: {median['ours'] / median['stock']:.2f} (mål ≤ 3)")
            print(f"  bygge indekset {found['started']['ours']:.0f} ms, Materials {found['started']['stock']:.0f} ms")
            print(f"  indeks {ours} bytes, Materials {theirs}: {ours / theirs:.3f} (mål ≤ 1,1)")
            print(f"  første svar på en ny side {hit:.2f} s (mål < 1,5 på en ledig maskine)")
            print(f"  spørgsmål med svar: {found['hits']['ours']}, Materials {found['hits']['stock']}")


if __name__ == "__main__":
    main()
