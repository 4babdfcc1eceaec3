"""Put a whole new edition where the old one stands, so that a reader never meets half of one."""

from __future__ import annotations

import shutil
from pathlib import Path


def staging(site: Path, slug: str) -> Path:
    """An empty folder beside the editions to build into."""
    folder = site / ".ny" / slug
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def swap_in(site: Path, slug: str) -> None:
    """Two renames: the old edition steps aside, the new one takes its place. Then the old one goes."""
    new, place, old = site / ".ny" / slug, site / slug, site / ".gammel" / slug
    shutil.rmtree(old, ignore_errors=True)
    old.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():
        place.rename(old)
    new.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def repair(site: Path) -> None:
    """After an interrupted swap: put back what stepped aside, and drop what was never finished."""
    for rest in (".ny", ".gammel"):
        if (site / rest).is_symlink():  # what lies elsewhere was never ours to move
            (site / rest).unlink()
    for old in sorted((site / ".gammel").glob("*")):
        if not (site / old.name).exists():
            old.rename(site / old.name)
    for rest in (".ny", ".gammel"):
        shutil.rmtree(site / rest, ignore_errors=True)
