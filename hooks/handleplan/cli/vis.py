"""``handleplan vis``: MkDocs' live preview of one edition."""

from __future__ import annotations

import click

from ..prepare import prepare_edition
from ..project import Project


def run(project: Project, slug: str, port: int) -> int:
    """Serve ``slug`` until the user stops it; 1 when the data has errors."""
    messages = prepare_edition(project, slug).messages
    errors = [m for m in messages if m.severity == "fejl"]
    if errors:
        for message in errors:
            click.echo(str(message), err=True)
        click.echo("Ret fejlene, og prøv igen.", err=True)
        return 1
    from ..mkdocs_adapter.preview import preview

    click.echo(f"Viser {slug} på http://127.0.0.1:{port}/ – stop med Ctrl+C.")
    wrong = preview(project, slug, port)
    if wrong:
        click.echo(wrong, err=True)
    return 1 if wrong else 0
