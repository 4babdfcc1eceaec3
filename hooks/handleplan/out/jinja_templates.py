"""Jinja as all our templates take it, and templates compiled once for all editions, processes and builds."""

from __future__ import annotations

import contextlib
from importlib import metadata
from pathlib import Path
from typing import Any

import jinja2
import jinja2.bccache
import jinja2.runtime
from jinja2.filters import do_indent

from ..project import Project
from .whole_files import read_whole, write_whole


class _Context(jinja2.runtime.Context):
    """Calls what a template calls as it stands.

    Jinja's own asks each function, at each call, whether it wants the context too. None of ours does, and the pages of
    an edition make thirteen thousand calls.
    """

    def call(self, function: Any, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **kwargs: Any) -> Any:
        return function(*args, **kwargs)


class _Loader(jinja2.FileSystemLoader):
    """Says which file it is (``filename``) of a template that is missing or no text, as Jinja does of others."""

    def get_source(self, environment: jinja2.Environment, template: str) -> Any:
        filename = str(Path(self.searchpath[0], template))
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError:
            raise jinja2.TemplateSyntaxError("the file is not UTF-8", 1, template, filename) from None
        except jinja2.TemplateNotFound as error:
            error.filename = filename
            raise


def templates_in(folder: Path, **options: Any) -> jinja2.Environment:
    """The templates of ``folder``.

    Values are escaped as HTML, an unknown name is an error, and a line with only a tag leaves no line behind.
    ``options``: Jinja's own, where a folder wants it otherwise.
    """
    usual = {"autoescape": True, "undefined": jinja2.StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    environment = jinja2.Environment(loader=_Loader(folder), **{**usual, **options})
    environment.context_class = _Context
    environment.filters["indent"] = _indent
    return environment


def _indent(text: str, width: int = 4, first: bool = False) -> str:
    """Jinja's own filter, but a text of one line, as nearly all bullets are, is given back as it is."""
    return text if not first and text.splitlines() == [text] else do_indent(text, width, first)


def compiled_templates(project: Project) -> jinja2.BytecodeCache | None:
    """Where compiled templates are kept (``.cache/jinja``), or None when nothing can be written there.

    A template that has changed is compiled again: Jinja compares its text.
    """
    folder = project.cache / "jinja"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _Compiled(folder)


class _Compiled(jinja2.BytecodeCache):
    """Jinja's own cache in files fails on one that is cut off, and takes what another version of it has compiled."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._version = metadata.version("jinja2")

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        raw = read_whole(self._file(bucket))
        if raw is not None:
            bucket.bytecode_from_string(raw)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        with contextlib.suppress(OSError):
            write_whole(self._file(bucket), bucket.bytecode_to_string())

    def _file(self, bucket: jinja2.bccache.Bucket) -> Path:
        return self._folder / f"{bucket.key}.{self._version}"
