"""Jinja templates compiled once and kept in ``.cache/jinja``, for all editions, processes and builds."""

from __future__ import annotations

import jinja2

from ..project import Project


def compiled_templates(project: Project) -> jinja2.BytecodeCache | None:
    """Where compiled templates are kept, or None when nothing can be written there.

    A template that has changed is compiled again: Jinja compares its text.
    """
    folder = project.cache / "jinja"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return jinja2.FileSystemBytecodeCache(str(folder))
