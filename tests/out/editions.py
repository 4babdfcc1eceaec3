"""The shipped editions, each read once a process, and small ones with files of a test's own."""

from __future__ import annotations

import functools
from pathlib import Path

from handleplan.edition.assemble import load_edition
from handleplan.edition.edition import Edition
from handleplan.prepare import Prepared, prepare_edition
from handleplan.project import Project

from tests.small_project import ROOT, SLUG, small_project

PROJECT = Project(ROOT)
SLUGS = PROJECT.slugs


@functools.cache
def edition(slug: str) -> Edition:
    """A shipped edition."""
    found, messages = load_edition(PROJECT, slug)
    assert found is not None, [str(message) for message in messages]
    return found


@functools.cache
def prepared(slug: str) -> Prepared:
    """A shipped edition with its pages."""
    return prepare_edition(PROJECT, slug)


def small(folder: Path, files: dict[str, str]) -> Edition:
    """The small project's edition with ``files`` on top; made in ``folder``."""
    found, messages = load_edition(Project(small_project(folder, files)), SLUG)
    assert found is not None, [str(message) for message in messages]
    return found
