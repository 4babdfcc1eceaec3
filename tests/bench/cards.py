"""Bench: the cards of 98 municipalities in two processes, fitted to the page and at a fixed size: ``make bench``.

    .venv/bin/python -m tests.bench.cards [number of cards]

Prints seconds by the clock, seconds of the processors (which other work on the computer disturbs far less) and the
peak memory of a process for both; target: fitted ≤ 2.0 × fixed, < 500 MB a process.
"""

from __future__ import annotations

import csv
import dataclasses
import functools
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from handleplan.edition.assemble import load_edition
from handleplan.edition.edition import Edition
from handleplan.out.paper.card import FittedCard
from handleplan.out.paper.card_view import card_view
from handleplan.out.paper.engine import lay_out, pdf_bytes
from handleplan.project import Project

from tests.bench.memory import peak_mb

PROJECT = Project.find()
PROCESSES = 2


@functools.cache
def base(slug: str) -> Edition:
    """One of the real editions, read once a process: the bench is about setting cards."""
    edition, messages = load_edition(PROJECT, slug)
    assert edition is not None, messages
    return edition


def municipality(index: int, row: dict[str, str]) -> Edition:
    """A municipality of its own on the data of one of the real editions."""
    edition = base(PROJECT.slugs[index % len(PROJECT.slugs)])
    kommune = edition.kommune.model_copy(update={"navn": row["navn"]})
    return dataclasses.replace(edition, slug=f"{edition.slug}-{index}", kommune=kommune, fuldt_navn=row["fuldt_navn"])


def fitted(edition: Edition) -> bytes:
    """The card as large as its page allows."""
    return pdf_bytes(FittedCard(edition, PROJECT.papir.resolve(), card_view(edition)).laid_out())


def fixed(edition: Edition) -> bytes:
    """The same card at the smallest size, laid out once."""
    papir = PROJECT.papir.resolve()
    return pdf_bytes(lay_out(FittedCard(edition, papir, card_view(edition)).html_at_a_fixed_size(), papir))


def _one(job: tuple[str, int, dict[str, str]]) -> tuple[float, float]:
    """Processor seconds of one card, and the process's peak memory in MB."""
    how, index, row = job
    edition = municipality(index, row)
    started = time.process_time()
    {"fitted": fitted, "fixed": fixed}[how](edition)
    return time.process_time() - started, peak_mb()


def run(how: str, rows: list[dict[str, str]]) -> tuple[float, float, float]:
    """Seconds by the clock for all cards, processor seconds for setting them, the largest process's peak in MB."""
    started = time.monotonic()
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(_one, [(how, index, row) for index, row in enumerate(rows)], chunksize=4))
    return time.monotonic() - started, sum(work for work, _ in found), max(memory for _, memory in found)


def main() -> None:
    with (PROJECT.data / "kommuner.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))[: int(sys.argv[1]) if len(sys.argv) > 1 else None]
    clock, work = {}, {}
    for how, name in (("fixed", "fast størrelse"), ("fitted", "tilpasset siden")):
        clock[how], work[how], memory = run(how, rows)
        print(f"{len(rows)} kort, {name}: {clock[how]:.1f} s, arbejde {work[how]:.1f} s, største proces {memory:.0f} MB (mål < 500)")
    ratios = clock["fitted"] / clock["fixed"], work["fitted"] / work["fixed"]
    print("tilpasset mod fast: {:.2f} (arbejde {:.2f}), mål ≤ 2,0".format(*ratios).replace(".", ","))


if __name__ == "__main__":
    main()
