"""One question about many editions, asked on as many processors as there are."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from itertools import repeat
from typing import Any, TypeVar

from ..edition.base import Base, load_base
from ..pool import worker_pool
from ..prepare import prepare_edition
from ..project import Project

# Below this, starting a second process takes longer than the work.
_FEW = 6
# Some municipalities have more to say than others: a process that is done early takes the next share.
_SHARES_EACH = 4

T = TypeVar("T")


def spread(work: Callable[..., T], project: Project, slugs: tuple[str, ...], *args: Any) -> list[T]:
    """``work(prepared, *args)`` of each edition, in the order of ``slugs``.

    ``work`` is a module's function and its result small: both go from one process to another.
    """
    workers = min(len(slugs) // _FEW + 1, os.cpu_count() or 1)
    if workers <= 1:
        return _share(work, project, slugs, args, load_base(project))
    number_of_shares = workers * _SHARES_EACH
    shares = [slugs[number::number_of_shares] for number in range(number_of_shares)]
    found: dict[str, T] = {}
    with worker_pool(workers) as pool:
        answers = pool.map(_in_a_process, repeat(work), repeat(project), shares, repeat(args))
        for share, results in zip(shares, answers, strict=True):
            found |= zip(share, results, strict=True)
    return [found[slug] for slug in slugs]


def _share(
    work: Callable[..., T], project: Project, slugs: tuple[str, ...], args: tuple[Any, ...], base: Base
) -> list[T]:
    return [work(prepare_edition(project, slug, base), *args) for slug in slugs]


def _in_a_process(work: Callable[..., T], project: Project, slugs: tuple[str, ...], args: tuple[Any, ...]) -> list[T]:
    return _share(work, project, slugs, args, _base(project))


# A process of the pool answers one question, and reads the base for it once.
@functools.cache
def _base(project: Project) -> Base:
    return load_base(project)
