"""Files that set the same headers as the pages' own policy, for the hosts a municipality is likely to have."""

from __future__ import annotations

from ...project import Project
from ..jinja_templates import templates_in
from .policy import HEADERS

FOLDER = "overrides/valg/vaerter"


def write_host_files(project: Project) -> None:
    """Write each template of ``overrides/valg/vaerter/`` into ``site/``."""
    folder = project.root / FOLDER
    # The policy holds only letters, quotes and ;: which mean themselves in all four kinds of file.
    environment = templates_in(folder, autoescape=False, keep_trailing_newline=True)
    for template in sorted(folder.glob("*.j2")):
        name = template.name.removesuffix(".j2")
        text = environment.get_template(template.name).render(headers=HEADERS)
        (project.site / name).write_text(text, encoding="utf-8", newline="\n")
