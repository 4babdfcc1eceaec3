"""The shipped editions have been read since the base last changed beneath them (``handleplan forskel <kommune> --godkend``)."""

from __future__ import annotations

import pytest
from handleplan.edition.base import load_base
from handleplan.edition.drift import find_drift
from handleplan.edition.local import load_local
from handleplan.project import Project

PROJECT = Project.find()


@pytest.mark.parametrize("slug", PROJECT.slugs)
def test_no_unread_drift(slug: str) -> None:
    drift = find_drift(load_base(PROJECT), load_local(PROJECT, slug), PROJECT)
    assert drift.set_før and not drift.ændrede, [ret.name for ret in drift.ændrede]
