"""MkDocs' live preview of one edition."""

from __future__ import annotations

import os

from mkdocs.commands.serve import serve
from mkdocs.exceptions import Abort, ConfigurationError

from ..project import Project


def preview(project: Project, slug: str, port: int) -> str:
    """Serve ``slug`` on this computer until the user stops it. Returns "", or what went wrong."""
    os.environ["KOMMUNE"] = slug
    try:
        serve(str(project.root / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}", strict=False)
    except (Abort, ConfigurationError) as error:
        return str(error)
    return ""
