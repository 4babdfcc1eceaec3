"""What two plugins make of a page's HTML, made once and kept: the search plugin's entries, print-site's copy of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from material.plugins.search.plugin import SearchPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs_print_site_plugin import renderer, urls

from ..out.kept import Kept
from .kept_pages import KeptPage
from .parts import in_html

_SECTION_END = "</section>"


def keep_search_entries(config: MkDocsConfig, kept: Kept) -> None:
    """Let the search plugin's index of this build ask ``kept`` before it reads a page's HTML."""
    for plugin in config.plugins.values():
        if isinstance(plugin, SearchPlugin):
            _keep_entries(plugin.search_index, kept)


def _keep_entries(index: Any, kept: Kept) -> None:
    read_page = index.add_entry_from_context

    def add_entry_from_context(page: KeptPage) -> None:
        # What another plugin has changed is no longer the sum of its parts.
        parts = page.parts if "\n".join(page.parts) == page.content else [page.content or ""]
        for number, part in enumerate(parts):
            # A later part is read after a heading, as on its page: the first one of a page is read in its own way.
            before = "<h1></h1>" if number else ""
            key = kept.key("search", page.url, str(page.title), repr(page.meta), before, part)
            found = kept.get(key)
            if found is None:
                index.entries, others = [], index.entries
                read_page(
                    SimpleNamespace(content=before + part, toc=[], url=page.url, meta=page.meta, title=page.title)
                )
                index.entries, found = others, index.entries[1 if number else 0 :]
                kept.put(key, found)
            index.entries += found

    index.add_entry_from_context = add_entry_from_context


def keep_print_pages(kept: Kept) -> None:
    """Let print-site ask ``kept`` before it rewrites a page's links and ids: text in, text out, heading by heading."""

    def fix_internal_links(page_html: str, page_url: str, directory_urls: bool, heading_number: str) -> str:
        frame = urls.fix_internal_links("", page_url, directory_urls, heading_number)
        begin = frame.removesuffix(_SECTION_END)

        def fixed(part: str) -> str:
            key = kept.key("print", page_url, str(directory_urls), begin, part)
            found = kept.get(key)
            if found is None:
                found = urls.fix_internal_links(part, page_url, directory_urls, heading_number)
                found = found.removeprefix(begin).removesuffix(_SECTION_END)
                kept.put(key, found)
            return found

        return begin + "\n".join(fixed(part) for part in in_html(page_html)) + _SECTION_END

    renderer.fix_internal_links = fix_internal_links
