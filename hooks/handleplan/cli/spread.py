"""One question about many editions, asked on as many processors as there are."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

from ..edition.base import load_base
from ..pool import worker_pool
from ..prepare import prepare_edition
from ..project import Project

# Below this, starting a second process takes longer than the work.
_FEW = 6

T = TypeVar("T")


def spread(work: Callable[..., T], project: Project, slugs: tuple[str, ...], *args: Any) -> list[T]:
    """``work(prepared, *args)`` of each edition, in the order of ``slugs``.

    ``work`` is a module's function and its result small: both go from one process to another.
    """
    workers = min(len(slugs) // _FEW + 1, os.cpu_count() or 1)
    if workers <= 1:
        return _share(work, project, slugs, args)
    shares = [slugs[number::workers] for number in range(workers)]
    found: dict[str, T] = {}
    with worker_pool(workers) as pool:
        answers = pool.map(_share, [work] * workers, [project] * workers, shares, [args] * workers)
        for share, results in zip(shares, answers, strict=True):
            found |= zip(share, results, strict=True)
    return [found[slug] for slug in slugs]


def _share(work: Callable[..., T], project: Project, slugs: tuple[str, ...], args: tuple[Any, ...]) -> list[T]:
    base = load_base(project)
    return [work(prepare_edition(project, slug, base), *args) for slug in slugs]
