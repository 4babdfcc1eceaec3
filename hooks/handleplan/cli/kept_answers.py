"""``tjek``'s answers of last time: an edition whose inputs are the same has the same answer.

In ``.cache/tjek``, a file for each edition and question. Found again by everything an answer depends on (``_keys``);
what is there under another key, or is not an answer, counts as nothing.
"""

from __future__ import annotations

import datetime
import json
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ..out.kept import Kept
from ..project import Project
from ..read.files import MAX_BYTES
from .answers import Answer, Wishes
from .fingerprint import fingerprints, shared_fingerprints

_ANSWER = TypeAdapter(Answer)


def with_kept(
    project: Project, slugs: tuple[str, ...], wishes: Wishes, ask: Callable[[tuple[str, ...]], list[Answer]]
) -> list[Answer]:
    """The answers of ``slugs``, in that order. ``ask`` gives those that are not kept from last time."""
    keys = _keys(project, slugs, wishes)
    kept = {slug: Kept(project.cache / "tjek" / f"{slug}.{_question(wishes)}.json") for slug in keys}
    found = {slug: answer for slug, key in keys.items() if (answer := _read(kept[slug], key))}
    new = tuple(slug for slug in slugs if slug not in found)
    found |= zip(new, ask(new) if new else [], strict=True)
    # A file that was saved while it was checked: nobody knows which of its texts the answer is about.
    after = _keys(project, new, wishes) if new else {}
    for slug in new:
        if slug in keys and keys[slug] == after.get(slug):
            kept[slug].put(keys[slug], _ANSWER.dump_python(found[slug], mode="json"))
            kept[slug].save()
    return [found[slug] for slug in slugs]


def _read(kept: Kept, key: str) -> Answer | None:
    try:
        return _ANSWER.validate_python(kept.get(key))
    except ValidationError:
        return None


def _question(wishes: Wishes) -> str:
    """The options that the answer depends on (how it is shown is no part of it)."""
    asked = {"lix": wishes.lix, "udgiv": wishes.udgiv, "links": wishes.links}
    return "-".join(["tjek", *(name for name, wish in asked.items() if wish)])


def _keys(project: Project, slugs: tuple[str, ...], wishes: Wishes) -> dict[str, str]:
    """Slug → key, for the editions whose inputs can be told by one number."""
    try:
        # Before anything is read: what a link or a pipe leads to may have no end.
        around = [*_inventory(project.faelles), *_inventory(project.data / "kommuner.csv"), *_municipalities(project)]
        shared = shared_fingerprints(project, with_pdf=False)
    except (OSError, _Odd):
        return {}
    # The rules on review dates ask what day it is.
    common = [_question(wishes), datetime.date.today().isoformat(), *around]
    keys = {}
    for slug in slugs:
        try:
            own = _inventory(project.kommuner / slug)
            keys[slug] = Kept.key(*common, slug, *own, json.dumps(fingerprints(project, slug, shared)))
        except (OSError, _Odd):
            continue
    return keys


class _Odd(Exception):
    """Something among the data is neither a folder nor a file of ordinary size: the check says what is wrong."""


def _inventory(path: Path) -> Iterator[str]:
    """Every file and folder at or below ``path``: the check reads them, and tells of those that do not belong there."""
    mode = path.lstat()
    if stat.S_ISDIR(mode.st_mode):
        yield f"{path.name}/"
        for name in sorted(os.listdir(path)):
            yield from (f"{path.name}/{below}" for below in _inventory(path / name))
    elif stat.S_ISREG(mode.st_mode) and mode.st_size <= MAX_BYTES:
        yield path.name
    else:
        raise _Odd


def _municipalities(project: Project) -> list[str]:
    """What lies beside the municipalities' folders is told of by the check of each."""
    return sorted(f"{path.name}{'/' if path.is_dir() else ''}" for path in project.kommuner.iterdir())
