"""MkDocs' events, in the order they come.

Data is read and pages are rendered in ``on_config``, before MkDocs empties ``site_dir``: bad data never
harms the site that stands.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from ..out import addresses
from ..out.dates import epoch_of
from ..out.exports import export_files, schema_bytes
from ..out.kept import Kept
from ..out.pages import navigation
from ..out.search_index import UnknownSection, enrich
from ..out.web.finish import finish_site, missing_files
from ..out.web.theme import cached_environment, is_published
from ..out.web.words import COLOURS_FILE, colours_css, theme_words
from ..project import Project
from .choice import from_environment
from .kept_pages import KeptPage
from .kept_plugins import keep_print_pages, keep_search_entries
from .state import Given, state


def started(command: str) -> None:
    """``on_startup``: whether MkDocs builds, or shows a preview while somebody edits."""
    state.command = command


def configure(config: MkDocsConfig) -> MkDocsConfig:
    """``on_config``: find the edition, check it, set everything that comes from it."""
    project = state.project = Project(Path(config.config_file_path).parent)
    # A preview stands in a folder and at an address of MkDocs' own, and never touches what is published.
    preview = state.command == "serve"
    given = state.building = state.given or from_environment(project, Path(config.site_dir) if preview else None)
    edition = given.edition
    state.kept = Kept.of(project, edition.slug)
    config.site_name = f"{edition.kommune.titel} – {edition.fuldt_navn}"
    config.site_url = config.site_url if preview else addresses.edition_url(edition)
    config.site_description = f"Håndbog om digitale krænkelser for skoler i {edition.fuldt_navn}"
    config.site_dir = str(given.site_dir)
    config.nav = navigation(given.pages, edition)
    config.extra["udgave"] = theme_words(edition, sorted(given.papirer), preview=preview)
    config.theme.get_env = cached_environment(config.theme.get_env, project)
    keep_print_pages(state.kept)
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch_of(edition.kommune.dato))  # MkDocs' and WeasyPrint's own dates
    return config


def add_pages(files: Files, config: MkDocsConfig) -> Files:
    """``on_files``: the templates in ``docs/`` go out, the edition's pages come in."""
    given, docs = state.now, str(Path(config.docs_dir))
    for file in list(files):
        if file.src_dir == docs or not is_published(file.src_uri):
            files.remove(file)
    # Through MkDocs and not straight to disk, so that its strict mode checks the pages' links to them.
    for name, content in {**given.papirer, **export_files(given.edition, _schema())}.items():
        files.append(File.generated(config, name, content=content))
    files.append(File.generated(config, COLOURS_FILE, content=colours_css(given.edition)))
    for page in given.pages:
        file = File.generated(config, page.path, content=page.markdown)
        file.edit_uri = page.source_file
        files.append(file)
        KeptPage(page.title, file, config, state.kept)
    keep_search_entries(config, state.kept)
    return files


def _schema() -> bytes:
    """The exports' schema: it comes from the code alone, and takes longer to make than all they hold."""
    key = state.kept.key("schema")
    if state.kept.get(key) is None:
        state.kept.put(key, schema_bytes().decode("utf-8"))
    return state.kept.get(key).encode("utf-8")


def built(config: MkDocsConfig) -> None:
    """``on_post_build``, last of all: nothing is missing, and the files are made ready for a reader's browser."""
    given = state.now
    check_all_pages_are_there(given)
    enrich_search_index(given)
    assert state.project is not None
    try:
        finish_site(given.site_dir, given.edition, state.project, preview=state.command == "serve")
    except ValueError as error:
        raise PluginError(str(error)) from None
    state.kept.save()


def check_all_pages_are_there(given: Given) -> None:
    """Every page and every paper the edition promises is on disk and holds something.

    Raises ``PluginError`` with the pages that are missing.
    """
    missing = missing_files(given.site_dir, given.pages, given.papirer)
    if missing or not given.pages:
        raise PluginError(
            f"Siderne blev ikke bygget: {', '.join(missing) or 'ingen sider'}"
            " – se, om hooks/mkdocs_hooks.py stadig er med i mkdocs.yml"
        ) from None


def enrich_search_index(given: Given) -> None:
    """``on_post_build``, after the search plugin has written its index: search words, weights, phone numbers."""
    path = given.site_dir / "search" / "search_index.json"
    try:
        index = enrich(json.loads(path.read_text(encoding="utf-8")), given.edition)
    except UnknownSection as error:
        raise PluginError(str(error)) from None
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def watch(server: Any) -> Any:
    """``on_serve``: a saved YAML file, template or style shows in the browser."""
    project = state.project
    if project is not None:
        for folder in (project.data, project.docs, project.root / "overrides"):
            server.watch(str(folder))
    return server
