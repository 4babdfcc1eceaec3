"""Read and check editions, and keep what was read for the build that follows in the same process."""

from __future__ import annotations

from ..edition.base import Base, load_base
from ..prepare import Prepared, prepare_edition
from ..project import Project
from ..read.messages import Message, sort_messages

# An edition with its pages takes 2 to 3 MB, and a process may take 600: what comes after these is read a second time.
# Beside a book that is being laid out there is less room, and reading is a hundredth of the time.
MOST_KEPT, MOST_KEPT_BESIDE_PAPERS = 50, 5
_kept: dict[str, Prepared] = {}
_bases: dict[Project, Base] = {}


def check(project: Project, slugs: tuple[str, ...], most_kept: int = MOST_KEPT) -> list[Message]:
    """The messages of ``slugs``, each once (an error in the base is every edition's). Keeps the first ``most_kept``."""
    _kept.clear()
    _bases.clear()
    base = _bases[project] = load_base(project)
    messages: list[Message] = []
    for slug in slugs:
        one = prepare_edition(project, slug, base)
        messages += one.messages
        if len(_kept) < most_kept:
            _kept[slug] = one
    return sort_messages(messages)


def checked(project: Project, slug: str) -> Prepared:
    """The edition as ``check`` found it in this process; each is given out once. Others are read here."""
    if slug in _kept:
        return _kept.pop(slug)
    if project not in _bases:  # a fresh process: another one checked
        _bases[project] = load_base(project)
    return prepare_edition(project, slug, _bases[project])
