"""Ask a built site's search in Chromium, as a reader would, and count where the answer stands.

``python -m tests.search.measure site/guldborgsund [queries.yml …] [--misses]`` prints success@1, @3 and MRR per kind.
A *card* is one entry of the result list; it is right when one of its visible links leads to an accepted section.
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import statistics
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml
from playwright.sync_api import Browser, Page

from tests.browser.chromium import started_chromium
from tests.local_host import serve

HERE = Path(__file__).parent
ASK = (HERE / "ask.js").read_text(encoding="utf-8")
ASK_WORKER = (HERE / "ask_worker.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Query:
    """One query: what is typed, its kind, and the sections that answer it (``trin/anmeld/*`` = anything below)."""

    spørgsmål: str
    slags: str
    mål: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What the search showed: ``rank`` of the first right card (0: none in the first ten), the cards' links, time in ms."""

    query: Query
    rank: int
    cards: list[list[str]]
    ms: float


def read_queries(path: Path, sections: set[str]) -> list[Query]:
    """The queries of a file that this edition can answer: those with a target among its ``sections``."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    queries = [Query(row["spørgsmål"], row["slags"], tuple(row["mål"])) for row in rows]
    return [query for query in queries if any(_is_target(query, section) for section in sections)]


def sections_of(site: Path) -> set[str]:
    """The sections in a site's search index, as ``kontakter/#ssp``."""
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    return {doc["location"] for doc in index["docs"]}


@contextmanager
def search_page(browser: Browser, url: str, path: str = "") -> Iterator[Page]:
    """A page of the site with its search ready; ``url`` is the site's root and ends with ``/``."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(url + path, wait_until="load")
    page.evaluate("document.getElementById('__search').click()")   # over file:// the worker starts when search opens
    ask(page, url, Query("logbog", "", ("*",)))
    yield page
    context.close()


def ask(page: Page, root: str, query: Query) -> Answer:
    """Type ``query`` and look at the first ten cards."""
    return _answer(query, page.evaluate(ASK, query.spørgsmål), root)


def ask_worker(page: Page, root: str, queries: list[Query]) -> list[Answer]:
    """The same answers from the search itself, without the page around it: a twentieth of the time."""
    found = page.evaluate(ASK_WORKER, [query.spørgsmål for query in queries])
    return [_answer(query, one, root) for query, one in zip(queries, found, strict=True)]


def _answer(query: Query, found: dict[str, Any], root: str) -> Answer:
    cards = [[_section(link, root) for link in card] for card in found["cards"]]
    rank = next((place for place, card in enumerate(cards, 1) if any(_is_target(query, link) for link in card)), 0)
    return Answer(query, rank, cards, found["ms"])


def _section(link: str, root: str) -> str:
    """``http://host/kontakter/?h=ssp#ssp`` → ``kontakter/#ssp``."""
    address, _, anchor = unquote(link).removeprefix(root).partition("#")
    address = address.partition("?")[0].removesuffix("index.html")
    return address + (f"#{anchor}" if anchor else "")


def _is_target(query: Query, section: str) -> bool:
    return any(fnmatch.fnmatchcase(section, target.replace("[", "[[]")) for target in query.mål)


def scores(answers: list[Answer]) -> dict[str, tuple[int, float, float, float]]:
    """Kind → (number, success@1, success@3, MRR); ``"alle"`` for all of them."""
    kinds: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        kinds[answer.query.slags].append(answer)
        kinds["alle"].append(answer)
    return {
        kind: (
            len(group),
            sum(a.rank == 1 for a in group) / len(group),
            sum(1 <= a.rank <= 3 for a in group) / len(group),
            sum(1 / a.rank for a in group if a.rank) / len(group),
        )
        for kind, group in kinds.items()
    }


def table(answers: list[Answer]) -> str:
    """The scores as lines of text, with the median time of an answer."""
    lines = [f"{'slags':14} antal   S@1   S@3   MRR"]
    lines += [f"{kind:14} {n:5d}  {one:.2f}  {three:.2f}  {mrr:.2f}" for kind, (n, one, three, mrr) in scores(answers).items()]
    return "\n".join([*lines, f"median {statistics.median(a.ms for a in answers):.0f} ms"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("queries", type=Path, nargs="*", default=sorted(HERE.glob("*.yml")))
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    with started_chromium() as browser, serve(args.site) as url, search_page(browser, url) as page:
        for path in args.queries:
            answers = ask_worker(page, url, read_queries(path, sections_of(args.site)))
            print(f"{args.site.name}, {path.name}\n{table(answers)}")
            for a in answers if args.misses else []:
                if not 1 <= a.rank <= 3:
                    print(f"  {a.query.slags}: {a.query.spørgsmål!r} → {a.rank} {[card[-1] if card else '' for card in a.cards[:3]]}")


if __name__ == "__main__":
    main()
