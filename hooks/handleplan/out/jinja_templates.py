"""Jinja as all our templates take it, and templates compiled once for all editions, processes and builds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2

from ..project import Project


def templates_in(folder: Path, **options: Any) -> jinja2.Environment:
    """The templates of ``folder``.

    Values are escaped as HTML, an unknown name is an error, and a line with only a tag leaves no line behind.
    ``options``: Jinja's own, where a folder wants it otherwise.
    """
    usual = {"autoescape": True, "undefined": jinja2.StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    return jinja2.Environment(loader=jinja2.FileSystemLoader(folder), **{**usual, **options})


def compiled_templates(project: Project) -> jinja2.BytecodeCache | None:
    """Where compiled templates are kept (``.cache/jinja``), or None when nothing can be written there.

    A template that has changed is compiled again: Jinja compares its text.
    """
    folder = project.cache / "jinja"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return jinja2.FileSystemBytecodeCache(str(folder))
