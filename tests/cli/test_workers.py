"""The processes of a build: a fresh one after a number of editions, and a killed one takes no more than its own along."""

from __future__ import annotations

import gc
import os
import signal
from pathlib import Path

import pytest
from handleplan.cli import workers
from handleplan.cli.workers import Killed, Workers
from handleplan.pool import let_go, worker_pool
from handleplan.project import Project

SLUGS = tuple(f"kommune-{number}" for number in range(8))
PROJECT = Project(Path(__file__).parents[2])


def built_by(_project: Project, _slug: str, given: str) -> tuple[int, str]:
    return os.getpid(), given


def killed_at(_project: Project, slug: str, victim: str) -> int:
    if slug == victim:
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


@pytest.mark.parametrize(("processors", "processes"), [(1, 4), (2, 4)])
def test_a_process_builds_no_more_than_it_may(
    monkeypatch: pytest.MonkeyPatch, processors: int, processes: int
) -> None:
    monkeypatch.setattr(workers.os, "cpu_count", lambda: processors)
    given = {slug: slug.upper() for slug in SLUGS}
    with Workers(PROJECT, SLUGS, most_built=2) as several:
        found = {slug: result() for slug, result in several.results(built_by, given)}
    assert {slug: word for slug, (_, word) in found.items()} == given
    by_process: dict[int, int] = {}
    for pid, _ in found.values():
        by_process[pid] = by_process.get(pid, 0) + 1
    assert os.getpid() not in by_process
    assert list(by_process.values()) == [2] * processes


def test_without_a_limit_one_process_builds_its_whole_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers.os, "cpu_count", lambda: 2)
    with Workers(PROJECT, SLUGS) as several:
        pids = {slug: result()[0] for slug, result in several.results(built_by, dict.fromkeys(SLUGS, ""))}
    assert len(set(pids.values())) == 2
    assert pids[SLUGS[0]] == pids[SLUGS[2]] != pids[SLUGS[1]]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
def test_a_killed_process_takes_along_what_it_had_in_hand_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers.os, "cpu_count", lambda: 2)
    stand = set()
    with Workers(PROJECT, SLUGS, most_built=2) as several:
        for slug, result in several.results(killed_at, dict.fromkeys(SLUGS, SLUGS[2])):
            try:
                result()
                stand.add(slug)
            except Killed:
                pass
    # The first process had 0 and 2 in hand; whether 0 was told of in time is chance.
    assert set(SLUGS) - {SLUGS[0], SLUGS[2]} <= stand
    assert SLUGS[2] not in stand


def kept_after_each_work() -> tuple[int, int]:
    let_go()
    first = gc.get_freeze_count()
    left_by_an_edition = [[number] for number in range(10_000)]
    let_go()
    return first, gc.get_freeze_count() + 0 * len(left_by_an_edition)


def test_what_an_edition_leaves_is_not_kept_for_ever() -> None:
    with worker_pool(1) as pool:
        first, second = pool.submit(kept_after_each_work).result()
    assert 0 < second <= first
