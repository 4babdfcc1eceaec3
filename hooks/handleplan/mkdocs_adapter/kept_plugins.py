"""What two plugins make of a page's HTML, made once and kept: the search plugin's entries, print-site's copy of it."""

from __future__ import annotations

from typing import Any

from material.plugins.search.plugin import SearchPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs_print_site_plugin import renderer, urls

from ..out.kept import Kept


def keep_search_entries(config: MkDocsConfig, kept: Kept) -> None:
    """Let the search plugin's index of this build ask ``kept`` before it reads a page's HTML."""
    for plugin in config.plugins.values():
        if isinstance(plugin, SearchPlugin):
            _keep_entries(plugin.search_index, kept)


def _keep_entries(index: Any, kept: Kept) -> None:
    read_page = index.add_entry_from_context

    def add_entry_from_context(page: Page) -> None:
        toc = "\n".join(str(link) for link in page.toc)
        key = kept.key("search", page.url, str(page.title), toc, repr(page.meta), page.content or "")
        found = kept.get(key)
        if found is not None:
            index.entries += found
            return
        before = len(index.entries)
        read_page(page)
        kept.put(key, index.entries[before:])

    index.add_entry_from_context = add_entry_from_context


def keep_print_pages(kept: Kept) -> None:
    """Let print-site ask ``kept`` before it rewrites a page's links and ids: text in, text out."""

    def fix_internal_links(page_html: str, page_url: str, directory_urls: bool, heading_number: str) -> str:
        key = kept.key("print", page_url, str(directory_urls), heading_number, page_html)
        found = kept.get(key)
        if found is None:
            found = urls.fix_internal_links(page_html, page_url, directory_urls, heading_number)
            kept.put(key, found)
        return found

    renderer.fix_internal_links = fix_internal_links
