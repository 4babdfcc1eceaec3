"""Material's templates and files, without doing the same work for every edition.

Measured: over half of a stock build compiles the theme's templates, and each build lists 12,000 icons. Here the
compiled templates lie in ``.cache/jinja``, shared by all editions and processes, and a library's folder is listed once.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path

import jinja2

from ...project import Project
from ..jinja_templates import compiled_templates

_LUNR = "assets/javascripts/lunr/"
# 12,000 icons: templates include them by name, and MkDocs publishes no folder that begins with a dot.
_ICONS = ".icons"
_OTHER_ICON = "assets/images/favicon.png"
_DANISH = ("min/lunr.stemmer.support.min.js", "min/lunr.da.min.js")


def cached_environment(
    make: Callable[[], jinja2.Environment], project: Project
) -> Callable[[], jinja2.Environment]:
    """``make`` (the theme's ``get_env``) with compiled templates kept in ``.cache``.

    What lies in the project's own folder may change between two builds and is listed anew each time.
    """
    bytecode = compiled_templates(project)

    def environment() -> jinja2.Environment:
        env = make()
        env.bytecode_cache = bytecode
        if isinstance(env.loader, jinja2.FileSystemLoader):
            env.loader = _ListedOnce(env.loader.searchpath, project.root)
        return env

    return environment


class _ListedOnce(jinja2.FileSystemLoader):
    """Reads templates as always, but walks a library's folder once a process."""

    def __init__(self, searchpath: list[str], own: Path) -> None:
        super().__init__(searchpath)
        self.own = own / "overrides"

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for folder in self.searchpath:
            inside = Path(folder).is_relative_to(self.own)
            found.update(_list(folder) if inside else _listed_once(folder))
        return sorted(found)


def _list(folder: str) -> tuple[str, ...]:
    """As Jinja lists a folder, but without walking through the icons: 25 ms of each build."""
    names: list[str] = []
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != _ICONS]
        names += [Path(place, name).relative_to(folder).as_posix() for name in files]
    return tuple(names)


@functools.cache
def _listed_once(folder: str) -> tuple[str, ...]:
    return _list(folder)


def is_published(path: str) -> bool:
    """Whether a Danish handbook ever loads the theme's file ``path``: no source maps, no other languages' search, no
    icon but ours."""
    if path.startswith(_LUNR):
        return path.removeprefix(_LUNR) in _DANISH
    return not path.endswith(".map") and path != _OTHER_ICON
