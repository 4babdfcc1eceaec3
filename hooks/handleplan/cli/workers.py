"""The processes of one build: each checks its share of the editions, and then builds those, so it reads them once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Self, TypeVar

from ..pool import keep_what_is_read, let_go, worker_pool
from ..project import Project
from ..read.messages import Message, sort_messages
from .check import MOST_KEPT, check

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")


class Killed(Exception):
    """A process of the build was ended from outside."""


class Workers:
    """As many processes as there are processors, or none beside this one when one is enough.

    ``most_kept``: how many of the editions it has read a process keeps for the build.
    """

    def __init__(self, project: Project, slugs: tuple[str, ...], most_kept: int = MOST_KEPT) -> None:
        self._project, self._slugs, self._most_kept = project, slugs, most_kept
        number = min(len(slugs), os.cpu_count() or 1)
        # A pool of one each: which process does what is decided here.
        self._pools = [worker_pool(1) for _ in range(number)] if number > 1 else []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for pool in self._pools:
            pool.shutdown(cancel_futures=True)

    def messages(self) -> list[Message]:
        """What the check of all editions says. Raises ``Killed``."""
        if not self._pools:
            return check(self._project, self._slugs, self._most_kept)
        shares = [self._slugs[number :: len(self._pools)] for number in range(len(self._pools))]
        asked = zip(self._pools, shares, strict=True)
        jobs = [pool.submit(_check, self._project, share, self._most_kept) for pool, share in asked]
        return sort_messages([message for job in jobs for message in _outcome(job)])

    def results(self, work: Callable[..., T], *args: dict[str, Any]) -> Iterator[tuple[str, Callable[[], T]]]:
        """``work(project, slug, *(what each of args has for slug))`` for every edition, in the order they finish.

        Each comes as its slug and a function that gives the result, or raises what the work raised, or ``Killed``.
        """
        if not self._pools:
            for slug in self._slugs:
                yield slug, lambda slug=slug: work(self._project, slug, *(values[slug] for values in args))
            return
        from concurrent.futures import as_completed
        from concurrent.futures.process import BrokenProcessPool

        jobs: dict[Future[T], str] = {}
        for number, slug in enumerate(self._slugs):
            pool = self._pools[number % len(self._pools)]
            try:
                jobs[pool.submit(_work, work, self._project, slug, *(values[slug] for values in args))] = slug
            except BrokenProcessPool:  # killed since the check
                yield slug, _killed
        for job in as_completed(jobs):
            yield jobs[job], lambda job=job: _outcome(job)


def _check(project: Project, slugs: tuple[str, ...], most_kept: int) -> list[Message]:
    messages = check(project, slugs, most_kept)
    keep_what_is_read()
    return messages


def _work(work: Callable[..., T], *args: Any) -> T:
    try:
        return work(*args)
    finally:
        let_go()


def _outcome(job: Future[T]) -> T:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return job.result()
    except BrokenProcessPool:
        raise Killed from None


def _killed() -> Any:
    raise Killed
