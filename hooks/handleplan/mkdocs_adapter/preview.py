"""MkDocs' live preview of one edition."""

from __future__ import annotations

import functools
import os

from mkdocs.commands import serve
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer

from ..project import Project

# MkDocs itself looks for saved files every half second, which is a third of the wait. A look takes 7 milliseconds.
_SECONDS_BETWEEN_LOOKS = 0.2


def preview(project: Project, slug: str, port: int) -> str:
    """Serve ``slug`` on this computer until the user stops it. Returns "", or what went wrong."""
    os.environ["KOMMUNE"] = slug
    serve.LiveReloadServer = functools.partial(LiveReloadServer, polling_interval=_SECONDS_BETWEEN_LOOKS)
    try:
        serve.serve(str(project.root / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}", strict=False)
    except (Abort, ConfigurationError) as error:
        return str(error)
    return ""
