"""``handleplan vis``: MkDocs' live preview of one edition."""

from __future__ import annotations

import click

from ..prepare import prepare_edition
from ..project import Project
from ..read.messages import errors
from .message_forms import as_text


def run(project: Project, slug: str, port: int) -> int:
    """Serve ``slug`` until the user stops it; 1 when the data has errors."""
    if wrong := errors(prepare_edition(project, slug).messages):
        click.echo(as_text(wrong), err=True)
        click.echo("Ret fejlene, og prøv igen.", err=True)
        return 1
    from ..mkdocs_adapter.preview import preview

    click.echo(f"Viser {slug} på http://127.0.0.1:{port}/ – stop med Ctrl+C.")
    failure = preview(project, slug, port)
    if failure:
        click.echo(failure, err=True)
    return 1 if failure else 0
