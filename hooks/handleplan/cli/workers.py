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
    """As many processes as there are processors, or none beside this one when that is enough.

    ``most_kept``: how many of the editions it has read a process keeps for the build. ``most_built``: how many a
    process builds before a fresh one takes its place (0: all).
    """

    def __init__(
        self, project: Project, slugs: tuple[str, ...], most_kept: int = MOST_KEPT, most_built: int = 0
    ) -> None:
        self._project, self._slugs, self._most_kept, self._most_built = project, slugs, most_kept, most_built
        number = min(len(slugs), os.cpu_count() or 1)
        beside = number > 1 or 0 < most_built < len(slugs)
        self._processes = [_Process(slugs[first::number]) for first in range(number)] if beside else []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._processes:
            process.pool.shutdown(cancel_futures=True)

    def messages(self) -> list[Message]:
        """What the check of all editions says. Raises ``Killed``."""
        if not self._processes:
            return check(self._project, self._slugs, self._most_kept)
        asked = [process.submit(_check, self._project, process.ahead, self._most_kept) for process in self._processes]
        return sort_messages([message for job in asked for message in _outcome(job)])

    def results(self, work: Callable[..., T], *args: dict[str, Any]) -> Iterator[tuple[str, Callable[[], T]]]:
        """``work(project, slug, *(what each of args has for slug))`` for every edition, in the order they finish.

        Each comes as its slug and a function that gives the result, or raises what the work raised, or ``Killed``.
        """
        if not self._processes:
            for slug in self._slugs:
                yield slug, lambda slug=slug: work(self._project, slug, *(values[slug] for values in args))
            return
        from concurrent.futures import FIRST_COMPLETED, wait

        jobs: dict[Future[T], tuple[str, _Process]] = {}

        def begin(process: _Process) -> None:
            for slug in process.following(self._most_built):
                given = (self._project, slug, *(values[slug] for values in args))
                jobs[process.submit(_work, work, *given)] = slug, process

        for process in self._processes:
            begin(process)
        while jobs:
            for job in wait(jobs, return_when=FIRST_COMPLETED).done:
                slug, process = jobs.pop(job)
                if process.ahead and all(other is not process for _, other in jobs.values()):
                    process.renew()
                    begin(process)
                yield slug, lambda job=job: _outcome(job)


class _Process:
    """One process beside this one, and the editions that it has ahead.

    After a number of editions with papers a fresh one takes its place: what the libraries below Python hold grows with
    every book, and only a process that ends gives it back.
    """

    def __init__(self, share: tuple[str, ...]) -> None:
        self.pool = worker_pool(1)  # a pool of one: which process does what is decided here
        self.ahead = share

    def following(self, most: int) -> tuple[str, ...]:
        """The next editions to build, ``most`` of them (0: all); they are ahead no longer."""
        number = most or len(self.ahead)
        now, self.ahead = self.ahead[:number], self.ahead[number:]
        return now

    def renew(self) -> None:
        """End the process, which has nothing to do, and let a fresh one take its place."""
        self.pool.shutdown()
        self.pool = worker_pool(1)

    def submit(self, work: Callable[..., T], *args: Any) -> Future[T]:
        from concurrent.futures import Future
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self.pool.submit(work, *args)
        except BrokenProcessPool as error:  # killed before
            job: Future[T] = Future()
            job.set_exception(error)
            return job


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
