"""MkDocs' live preview of one edition."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import click
from mkdocs.commands import serve
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer

from ..out.broken_template import broken_template
from ..project import Project
from .choice import CannotBuild

# MkDocs itself looks for saved files every half second, which is a third of the wait. A look takes 7 milliseconds.
_SECONDS_BETWEEN_LOOKS = 0.2


def preview(project: Project, slug: str, port: int) -> str:
    """Serve ``slug`` on this computer until the user stops it. Returns "", or what went wrong."""
    os.environ["KOMMUNE"] = slug
    serve.LiveReloadServer = functools.partial(_Server, project)
    try:
        serve.serve(str(project.root / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}", strict=False)
    except (Abort, ConfigurationError) as error:
        return str(error)
    except _PortTaken:
        other = f"handleplan vis {slug} --port {port + 1 if port < 65_535 else 8000}"
        return f"Port {port} kan ikke bruges, måske vises der noget i et andet vindue – luk det, eller skriv {other}"
    return ""


class _PortTaken(Exception):
    """Another program, or another preview, answers at the port; or it is not ours to use."""


class _Server(LiveReloadServer):
    """MkDocs' server, that goes on showing the pages of before while data or a template has errors, and tells them in
    Danish.

    MkDocs' own prints a traceback and answers nobody until they are mended.
    """

    def __init__(self, project: Project, builder: Callable[..., None], **options: Any) -> None:
        def build() -> None:
            try:
                with _kept_if_it_fails(self.root):
                    builder()
                return
            except CannotBuild as error:
                told = error.format_message()
            except Exception as error:  # those of the theme are used when MkDocs has emptied its folder already
                broken = broken_template(error, project)
                if broken is None:
                    raise
                told = str(broken)
            click.echo(f"{told}\nRet fejlene. Så længe vises siderne, som de var.", err=True)

        super().__init__(build, polling_interval=_SECONDS_BETWEEN_LOOKS, **options)

    def server_bind(self) -> None:
        try:
            super().server_bind()
        except OSError:
            raise _PortTaken from None


@contextlib.contextmanager
def _kept_if_it_fails(folder: str) -> Iterator[None]:
    """Empty ``folder`` for the block, and give it back what stood in it when the block raises."""
    before = f"{folder}.foer"
    os.rename(folder, before)
    os.mkdir(folder)
    try:
        yield
    except BaseException:
        shutil.rmtree(folder)
        os.rename(before, folder)
        raise
    shutil.rmtree(before)
