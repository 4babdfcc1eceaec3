"""A small, valid project in a temporary folder: one municipality (Ærø), a few things of every kind, the real templates.

The data lies in ``tests/fixtures/lille``; tests lay broken or extra files on top of it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
SMALL = Path(__file__).parent / "fixtures" / "lille"
SLUG = "aeroe"
AEROE = f"data/kommuner/{SLUG}"


def small_project(target: Path, files: dict[str, str] | None = None) -> Path:
    """Make the small project in ``target`` and return it. ``files``: path → text, laid on top (see ``write``)."""
    shutil.copytree(SMALL, target, dirs_exist_ok=True)
    shutil.copyfile(ROOT / "data" / "kommuner.csv", target / "data" / "kommuner.csv")
    shutil.copytree(ROOT / "docs", target / "docs")
    for path, text in (files or {}).items():
        write(target, path, text)
    return target


def whole_project(target: Path, files: dict[str, str] | None = None) -> Path:
    """The small project with everything a build needs: theme, paper, hooks and ``mkdocs.yml``."""
    small_project(target, files)
    shutil.copytree(ROOT / "overrides", target / "overrides")
    shutil.copytree(ROOT / "hooks", target / "hooks", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copyfile(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    return target


def copy_of_project(target: Path, slugs: tuple[str, ...]) -> Path:
    """The real project without site and caches, with only ``slugs``, in ``target``."""
    for name in ("docs", "overrides", "hooks", "data"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copyfile(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    for folder in (target / "data" / "kommuner").iterdir():
        if folder.is_dir() and folder.name not in slugs:
            shutil.rmtree(folder)
    return target


def write(root: Path, path: str, text: str) -> None:
    """Write one file; a path without folder is a file of Ærø's (``kontakter.yml``)."""
    file = root / (path if path.startswith(("data/", "docs/")) else f"{AEROE}/{path}")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
