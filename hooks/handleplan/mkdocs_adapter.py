"""The only module that imports MkDocs: an edition's pages go in as generated files, its names into the config.

Data is read and pages are rendered in ``on_config``, before MkDocs empties ``site_dir``: bad data never
harms the site that stands.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from .edition.edition import Edition
from .out import addresses
from .out.dates import epoch_of
from .out.exports import export_files
from .out.pages import Page, navigation
from .out.search_index import UnknownSection, enrich
from .out.web.finish import finish_site, missing_files
from .out.web.theme import cached_environment, is_published
from .out.web.words import COLOURS_FILE, colours_css, theme_words
from .prepare import prepare_edition
from .project import Project
from .read.messages import suggestion


class CannotBuild(ConfigurationError):
    """Ends MkDocs with a Danish message, without the "Error:" that MkDocs puts before its own."""

    def show(self, *args: Any, **kwargs: Any) -> None:
        click.echo(self.format_message(), err=True)


@dataclass
class Given:
    """An edition that ``build_edition`` has checked already, so that MkDocs' own events need not again."""

    edition: Edition
    pages: list[Page]
    site_dir: Path
    papirer: dict[str, bytes] = field(default_factory=dict)


class _Complaints(logging.Handler):
    """Keeps what MkDocs warns of: its strict mode ends with their number only."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@dataclass
class _State:
    """What one build hands from event to event (MkDocs' hooks are functions without an object)."""

    given: Given | None = None
    edition: Edition | None = None
    pages: list[Page] | None = None
    papirer: dict[str, bytes] = field(default_factory=dict)
    project: Project | None = None
    command: str = "build"


_state = _State()


def build_edition(project: Project, given: Given) -> list[str]:
    """Build one checked edition into ``given.site_dir`` with MkDocs, strictly.

    Returns an empty list, or what MkDocs complained of (then the folder is not to be used).
    """
    _state.given = given
    complaints = _Complaints(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(complaints)
    try:
        config = load_config(str(project.root / "mkdocs.yml"), site_dir=str(given.site_dir), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
        check_all_pages_are_there(given.site_dir, given.pages, given.papirer)
    except (Abort, ConfigurationError, PluginError) as error:
        return [
            "siderne hænger ikke sammen. Det er en fejl i docs/ eller hooks/ og ikke i data. MkDocs siger:",
            *(complaints.lines or [str(error)]),
        ]
    finally:
        logging.getLogger("mkdocs").removeHandler(complaints)
        _state.given = None
    return []


def started(command: str) -> None:
    """``on_startup``: whether MkDocs builds, or shows a preview while somebody edits."""
    _state.command = command


def configure(config: MkDocsConfig) -> MkDocsConfig:
    """``on_config``: find the edition, check it, set everything that comes from it."""
    project = Project(Path(config.config_file_path).parent)
    given = _state.given or _from_environment(project)
    _state.pages, _state.project, _state.papirer = given.pages, project, given.papirer
    edition = _state.edition = given.edition
    config.site_name = f"{edition.kommune.titel} – {edition.fuldt_navn}"
    config.site_url = addresses.edition_url(edition)
    config.site_description = f"Håndbog om digitale krænkelser for skoler i {edition.fuldt_navn}"
    config.site_dir = str(given.site_dir)
    config.nav = navigation(given.pages, edition)
    config.extra["udgave"] = theme_words(edition, sorted(given.papirer), preview=_state.command == "serve")
    config.theme.get_env = cached_environment(config.theme.get_env, project.cache / "jinja", project.root)
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch_of(edition.kommune.dato))  # MkDocs' and WeasyPrint's own dates
    return config


def add_pages(files: Files, config: MkDocsConfig) -> Files:
    """``on_files``: the templates in ``docs/`` go out, the edition's pages come in."""
    docs = str(Path(config.docs_dir))
    for file in list(files):
        if file.src_dir == docs or not is_published(file.src_uri):
            files.remove(file)
    for page in _state.pages or []:
        file = File.generated(config, page.path, content=page.markdown)
        file.edit_uri = page.source_file
        files.append(file)
    # Through MkDocs and not straight to disk, so that its strict mode checks the pages' links to them.
    assert _state.edition is not None
    for name, content in {**_state.papirer, **export_files(_state.edition)}.items():
        files.append(File.generated(config, name, content=content))
    files.append(File.generated(config, COLOURS_FILE, content=colours_css(_state.edition)))
    return files


def page_context(context: dict[str, Any], page: MkDocsPage) -> dict[str, Any]:
    """``on_page_context``: what the theme's templates need beside ``config.extra.udgave``."""
    context["kilde_fil"] = page.file.edit_uri
    return context


def built(config: MkDocsConfig) -> None:
    """``on_post_build``, last of all: nothing is missing, and the files are made ready for a reader's browser."""
    site = Path(config.site_dir)
    check_all_pages_are_there(site, _state.pages or [], _state.papirer)
    assert _state.edition is not None and _state.project is not None
    enrich_search_index(config)
    try:
        finish_site(site, _state.edition, _state.project, preview=_state.command == "serve")
    except ValueError as error:
        raise PluginError(str(error)) from None


def check_all_pages_are_there(site: Path, pages: list[Page], papirer: Iterable[str] = ()) -> None:
    """Every page and every paper the edition promises is on disk and holds something.

    ``handleplan byg`` asks this too, outside MkDocs' events: an engine that silently skips them must not pass.
    Raises ``PluginError`` with the pages that are missing.
    """
    missing = missing_files(site, pages, papirer)
    if missing or not pages:
        raise PluginError(
            f"Siderne blev ikke bygget: {', '.join(missing) or 'ingen sider'}"
            " – se, om hooks/mkdocs_hooks.py stadig er med i mkdocs.yml"
        ) from None


def enrich_search_index(config: MkDocsConfig) -> None:
    """``on_post_build``, after the search plugin has written its index: search words, weights, phone numbers."""
    path = Path(config.site_dir) / "search" / "search_index.json"
    try:
        index = enrich(json.loads(path.read_text(encoding="utf-8")), _state.edition)
    except UnknownSection as error:
        raise PluginError(str(error)) from None
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def watch(server: Any) -> Any:
    """``on_serve``: a saved YAML file, template or style shows in the browser."""
    project = _state.project
    if project is not None:
        for folder in (project.data, project.docs, project.root / "overrides"):
            server.watch(str(folder))
    return server


def _from_environment(project: Project) -> Given:
    slug = os.environ.get("KOMMUNE", "").strip()
    if not slug:
        shown = ", ".join(project.slugs)
        raise CannotBuild(
            f"Hvilken kommune? Skriv for eksempel: KOMMUNE={(project.slugs or ('guldborgsund',))[0]} mkdocs build. Du kan vælge: {shown}"
        ) from None
    if slug not in project.slugs:
        raise CannotBuild(f"Kommunen '{slug}' har ingen mappe i data/kommuner – {suggestion(slug, list(project.slugs))}") from None
    prepared = prepare_edition(project, slug)
    if prepared.edition is None:
        lines = "\n".join(str(m) for m in prepared.messages if m.severity == "fejl")
        raise CannotBuild(f"Udgaven for '{slug}' kan ikke bygges:\n{lines}") from None
    return Given(prepared.edition, prepared.pages, project.site / slug)
