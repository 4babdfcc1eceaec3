"""The check before a build, of all editions at once on as many processors as there are."""

from __future__ import annotations

import functools
import os

from ..edition.layers import Base, load_base
from ..prepare import Prepared, prepare_edition
from ..project import Project
from ..read.messages import Message, sort_messages
from .pool import worker_pool

# Below this, starting a second process takes longer than the check.
_FEW = 6


def checked(project: Project, slugs: tuple[str, ...]) -> list[Message]:
    """The messages of ``slugs``, each once (an error in the base is every edition's)."""
    workers = min(len(slugs) // _FEW + 1, os.cpu_count() or 1)
    if workers <= 1:
        return _check(project, slugs)
    shares = [slugs[number::workers] for number in range(workers)]
    with worker_pool(workers) as pool:
        found = pool.map(_check, [project] * workers, shares)
        return sort_messages([message for messages in found for message in messages])


def _check(project: Project, slugs: tuple[str, ...]) -> list[Message]:
    base = load_base(project)
    if len(slugs) == 1:
        _checked[slugs[0]] = prepare_edition(project, slugs[0], base)
        return sort_messages(_checked[slugs[0]].messages)
    return sort_messages([message for slug in slugs for message in prepare_edition(project, slug, base).messages])


# One edition is built in the process that has just checked it (several would fill the memory).
_checked: dict[str, Prepared] = {}


def prepared_once(project: Project, slug: str, version: str) -> Prepared:
    """The edition as it was just checked in this process, or read now."""
    return _checked.pop(slug, None) or prepare_edition(project, slug, base_once(project, version))


@functools.lru_cache(maxsize=1)
def base_once(project: Project, version: str) -> Base:
    """The shared base, read once a process. ``version`` is what tells one state of ``data/faelles/`` from another."""
    return load_base(project)
