"""A page whose Markdown is turned into HTML once: as long as nothing it depends on changes, the HTML is kept."""

from __future__ import annotations

import functools
import hashlib
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from ..out.kept import Kept
from .complaints import complaints


class KeptPage(Page):
    """MkDocs' page, with ``kept`` asked before the Markdown is read."""

    def __init__(self, title: str, file: File, config: MkDocsConfig, kept: Kept) -> None:
        super().__init__(title, file, config)
        self._kept = kept

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """As MkDocs does it: fills ``content``, ``toc`` and what is needed to check links between pages.

        The HTML depends on the Markdown, the extensions and their settings, and on which files there are to link to.
        A page that MkDocs complains of is not kept, so that it complains each time.
        """
        extensions = repr((config.markdown_extensions, config.mdx_configs, config.use_directory_urls))
        key = self._kept.key("markdown", self.file.src_uri, _names(files), extensions, self.markdown or "")
        found = self._kept.get(key)
        if found is not None:
            self._restore(found, files)
            return
        with complaints() as lines:
            super().render(config, files)
        if not lines:
            self._kept.put(key, self._rendered())

    def _rendered(self) -> dict[str, Any]:
        links = self.links_to_anchors
        return {
            "content": self.content,
            "toc": [_as_data(link) for link in self.toc],
            "title": self._title_from_render,
            "ids": sorted(self.present_anchor_ids or ()),
            "links": None if links is None else {file.src_uri: found for file, found in links.items()},
        }

    def _restore(self, found: dict[str, Any], files: Files) -> None:
        self.content = found["content"]
        self.toc = TableOfContents([_as_link(data) for data in found["toc"]])
        self._title_from_render = found["title"]
        self.present_anchor_ids = set(found["ids"])
        if found["links"] is not None:
            self.links_to_anchors = {files.src_uris[uri]: anchors for uri, anchors in found["links"].items()}


@functools.lru_cache(maxsize=1)
def _names(files: Files) -> str:
    """One number for the files that can be linked to. MkDocs has gathered them all before it reads the first page."""
    return hashlib.sha256("\n".join(sorted(files.src_uris)).encode()).hexdigest()


def _as_data(link: AnchorLink) -> list[Any]:
    return [link.title, link.id, link.level, [_as_data(child) for child in link.children]]


def _as_link(data: list[Any]) -> AnchorLink:
    title, ident, level, children = data
    link = AnchorLink(title, ident, level)
    link.children = [_as_link(child) for child in children]
    return link
