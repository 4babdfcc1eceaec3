"""MkDocs' live preview of one edition."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import click
from mkdocs.commands import serve
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer

from ..project import Project
from .choice import CannotBuild

# MkDocs itself looks for saved files every half second, which is a third of the wait. A look takes 7 milliseconds.
_SECONDS_BETWEEN_LOOKS = 0.2


def preview(project: Project, slug: str, port: int) -> str:
    """Serve ``slug`` on this computer until the user stops it. Returns "", or what went wrong."""
    os.environ["KOMMUNE"] = slug
    serve.LiveReloadServer = _Server
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
    """MkDocs' server, that goes on showing the pages of before while the data has errors, and tells them in Danish.

    MkDocs' own prints a traceback and answers nobody until they are mended.
    """

    def __init__(self, builder: Callable[..., None], **options: Any) -> None:
        def build() -> None:
            try:
                builder()
            except CannotBuild as error:
                click.echo(f"{error.format_message()}\nRet fejlene. Så længe vises siderne, som de var.", err=True)

        super().__init__(build, polling_interval=_SECONDS_BETWEEN_LOOKS, **options)

    def server_bind(self) -> None:
        try:
            super().server_bind()
        except OSError:
            raise _PortTaken from None
