"""What the builds are measured against: MkDocs alone on the same Markdown, with the same theme and plugins."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml
from handleplan.out.pages import navigation
from handleplan.out.web.words import COLOURS_FILE, colours_css, theme_words
from handleplan.prepare import prepare_edition
from handleplan.project import Project


class _Kept(yaml.SafeLoader):
    """Reads ``mkdocs.yml`` with MkDocs' own ``!ENV`` as its default."""


_Kept.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])


def plain_project(project: Project, slug: str, target: Path) -> Path:
    """Make the files that ``handleplan markdown`` has put into ``target`` build as the edition does.

    Our own ``mkdocs.yml`` without its hooks takes the place of the one written there. Returns its path.
    """
    edition = (found := prepare_edition(project, slug)).edition
    assert edition is not None
    config = yaml.load((project.root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Kept)
    del config["hooks"]
    config |= {
        "docs_dir": "docs",
        "site_dir": "site",
        "strict": False,
        "nav": navigation(found.pages, edition),
        "extra": {**config["extra"], "udgave": theme_words(edition, [])},
    }
    shutil.copytree(project.root / "overrides", target / "overrides", dirs_exist_ok=True)
    colours = target / "docs" / COLOURS_FILE
    colours.parent.mkdir(parents=True, exist_ok=True)
    colours.write_text(colours_css(edition), encoding="utf-8")
    file = target / "mkdocs.yml"
    file.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file
