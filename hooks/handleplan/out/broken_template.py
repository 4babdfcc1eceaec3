"""A template that cannot be used → one Danish line with its file and line, for every command that meets it."""

from __future__ import annotations

import traceback
from pathlib import Path

import jinja2

from ..project import Project
from ..read.messages import Message
from ..read.places import Place

_ADVICE = "ret linjen, eller hent filen igen fra håndbogens fælles udgave. Fejlen er ikke i data"
# Where an error that a template makes by itself is raised: in it, in Jinja, or in our own hand-over of its calls.
_AROUND_TEMPLATES = ("jinja2", "markupsafe")
_CALLS = "jinja_templates.py"


def broken_template(error: Exception, project: Project) -> Message | None:
    """What to tell of ``error``; None when it is no template's but a mistake in the code, which is to be raised."""
    frames = traceback.extract_tb(error.__traceback__)
    in_templates = [frame for frame in frames if _is_template(frame.filename, project)]
    if isinstance(error, jinja2.TemplateSyntaxError):
        place = Place(project.shown(Path(error.filename or error.name or "docs")), error.lineno, 1)
    elif in_templates:
        if not isinstance(error, jinja2.TemplateError) and not _raised_around_templates(frames[-1].filename, project):
            return None
        place = Place(project.shown(Path(in_templates[-1].filename)), in_templates[-1].lineno or 1, 1)
    elif isinstance(error, jinja2.TemplateNotFound):
        place = Place(project.shown(Path(getattr(error, "filename", None) or f"{error.name}")), 1, 1)
    else:
        return None
    return Message(place, f"skabelonen kan ikke bruges ({_reason(error)})", _ADVICE)


def _reason(error: Exception) -> str:
    """In the engine's own (English) words, which the line's writer can look up."""
    if isinstance(error, jinja2.TemplateNotFound):
        return f"der er ingen skabelon, der hedder {error.name}"
    return f"Jinja siger: {error.message if isinstance(error, jinja2.TemplateError) and error.message else error}"


def _is_template(file: str, project: Project) -> bool:
    path = Path(file)
    return any(path.is_relative_to(folder.resolve()) for folder in (project.docs, project.root / "overrides"))


def _raised_around_templates(file: str, project: Project) -> bool:
    path = Path(file)
    return _is_template(file, project) or path.name == _CALLS or any(name in path.parts for name in _AROUND_TEMPLATES)
