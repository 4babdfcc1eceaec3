"""Bench: the cards of 98 municipalities in two processes, fitted to the page and at a fixed size.

    .venv/bin/python -m tests.bench.cards [number of cards]

Prints seconds and the peak memory of a process for both; target: fitted ≤ 2.0 × fixed, < 500 MB a process.
"""

from __future__ import annotations

import csv
import dataclasses
import resource
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

PROJECT = Project.find()
PROCESSES = 2


def municipality(index: int, row: dict[str, str]) -> Edition:
    """A municipality of its own on the data of one of the real editions."""
    edition, _ = load_edition(PROJECT, PROJECT.slugs[index % len(PROJECT.slugs)])
    kommune = edition.kommune.model_copy(update={"navn": row["navn"]})
    return dataclasses.replace(edition, slug=f"{edition.slug}-{index}", kommune=kommune, fuldt_navn=row["fuldt_navn"])


def fitted(edition: Edition) -> bytes:
    """The card as large as its page allows."""
    return pdf_bytes(FittedCard(edition, PROJECT.papir.resolve(), card_view(edition)).laid_out())


def fixed(edition: Edition) -> bytes:
    """The same card at the smallest size, laid out once."""
    papir = PROJECT.papir.resolve()
    return pdf_bytes(lay_out(FittedCard(edition, papir, card_view(edition)).html_at_a_fixed_size(), papir))


def _one(job: tuple[str, int, dict[str, str]]) -> float:
    how, index, row = job
    {"fitted": fitted, "fixed": fixed}[how](municipality(index, row))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(how: str, rows: list[dict[str, str]]) -> tuple[float, float]:
    """Seconds for all cards, and the largest process's peak memory in MB."""
    started = time.monotonic()
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        memory = list(pool.map(_one, [(how, index, row) for index, row in enumerate(rows)], chunksize=4))
    return time.monotonic() - started, max(memory)


def main() -> None:
    with (PROJECT.data / "kommuner.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))[: int(sys.argv[1]) if len(sys.argv) > 1 else None]
    seconds = {}
    for how in ("fixed", "fitted"):
        seconds[how], memory = run(how, rows)
        print(f"{how}: {len(rows)} cards, {seconds[how]:.1f} s, peak {memory:.0f} MB a process")
    print(f"fitted / fixed: {seconds['fitted'] / seconds['fixed']:.2f}")


if __name__ == "__main__":
    main()
