"""Work on many editions at once, on as many processors as there are; and the check before a build."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from ..edition.layers import Base, load_base
from ..prepare import Prepared, prepare_edition
from ..project import Project
from ..read.messages import Message, sort_messages
from .pool import worker_pool

# Below this, starting a second process takes longer than the check.
_FEW = 6

P = ParamSpec("P")
T = TypeVar("T")


def checked(project: Project, slugs: tuple[str, ...]) -> list[Message]:
    """The messages of ``slugs``, each once (an error in the base is every edition's)."""
    return sort_messages([message for messages in spread(_messages, project, slugs, len(slugs) == 1) for message in messages])


def spread(
    work: Callable[Concatenate[Prepared, P], T], project: Project, slugs: tuple[str, ...], *args: P.args, **_: P.kwargs
) -> list[T]:
    """``work(prepared, *args)`` of each edition, in the order of ``slugs``. ``work`` is a module's function and its result small:
    both go between processes."""
    workers = min(len(slugs) // _FEW + 1, os.cpu_count() or 1)
    if workers <= 1:
        return _share(work, project, slugs, args)
    shares = [slugs[number::workers] for number in range(workers)]
    found: dict[str, T] = {}
    with worker_pool(workers) as pool:
        for share, results in zip(shares, pool.map(_share, [work] * workers, [project] * workers, shares, [args] * workers), strict=True):
            found |= zip(share, results, strict=True)
    return [found[slug] for slug in slugs]


def _share(work: Callable[..., T], project: Project, slugs: tuple[str, ...], args: tuple[object, ...]) -> list[T]:
    base = load_base(project)
    return [work(prepare_edition(project, slug, base), *args) for slug in slugs]


def _messages(prepared: Prepared, alone: bool) -> list[Message]:
    if alone:
        _checked[prepared.slug] = prepared
    return prepared.messages


# One edition is built in the process that has just checked it (several would fill the memory).
_checked: dict[str, Prepared] = {}


def prepared_once(project: Project, slug: str, version: str) -> Prepared:
    """The edition as it was just checked in this process, or read now."""
    return _checked.pop(slug, None) or prepare_edition(project, slug, base_once(project, version))


@functools.lru_cache(maxsize=1)
def base_once(project: Project, version: str) -> Base:
    """The shared base, read once a process. ``version`` is what tells one state of ``data/faelles/`` from another."""
    return load_base(project)
