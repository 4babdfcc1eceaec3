"""A page whose Markdown is turned into HTML once, part by part: as long as a part is the same, its HTML is kept."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urljoin

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from ..out.kept import Kept
from .complaints import complaints
from .parts import apart, split, together

_ID = re.compile(r'\sid="([^"]*)"')
_TARGET = re.compile(r'\s(?:href|src)="([^"#]+)')
_HEADING = re.compile(r"<h[1-6][ >]")

# What is known of a part, all of which JSON can hold: "html"; "toc", its headings as [level, id, title]; "ids", what
# can be linked to; "links", {page: {anchor: the link as it is written}}; "targets", the site's files that it links to;
# "title", the page's own, in its first part.
Part = dict[str, Any]


class KeptPage(Page):
    """MkDocs' page, with ``kept`` asked before the Markdown is read. ``parts``: its HTML, part by part."""

    def __init__(self, title: str, file: File, config: MkDocsConfig, kept: Kept) -> None:
        super().__init__(title, file, config)
        self._kept = kept
        self.parts: list[str] = []

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """As MkDocs does it: fills ``content``, ``toc`` and what is needed to check links between pages.

        A part's HTML depends on its Markdown, the extensions and their settings, the page's address, and on whether
        what it links to is there. A part that MkDocs complains of is not kept, so that it complains each time.
        """
        whole, settings = self.markdown or "", repr((config.markdown_extensions, config.mdx_configs))
        written, there = split(whole), files.src_uris.keys()
        keys = [self._kept.key("markdown", self.file.src_uri, settings, part) for part in written]
        parts = [self._kept.get(key) for key in keys]
        new = [index for index, part in enumerate(parts) if part is None or not there >= set(part["targets"])]
        with complaints() as lines:
            rendered = self._render_parts([written[index] for index in new], config, files) if new else []
        for index, part in zip(new, rendered, strict=False):
            parts[index] = part
            # An id that Python-Markdown made up depends on the headings before it.
            if not lines and all(f"#{ident}" in written[index] for _, ident, _ in part["toc"]):
                self._kept.put(keys[index], part)
        if len(rendered) < len(new) or not self._assemble(parts, files):
            self.markdown = whole
            super().render(config, files)
            self.parts = [self.content or ""]

    def _render_parts(self, written: list[str], config: MkDocsConfig, files: Files) -> list[Part]:
        """What there is to know of each; nothing, when it cannot be told what belongs to which."""
        whole, self.markdown = self.markdown, together(written)
        super().render(config, files)
        self.markdown = whole
        html, headings = apart(self.content or ""), list(_flat(self.toc))
        numbers = [len(_HEADING.findall(part)) for part in html]
        if len(html) != len(written) or sum(numbers) != len(headings):
            return []
        here, addresses, links = _address(self.file), _addresses(files), self.links_to_anchors or {}
        parts = []
        for markdown, part, number in zip(written, html, numbers, strict=True):
            parts.append(
                {
                    "html": part,
                    "toc": headings[:number],
                    "title": None if parts else self._title_from_render,
                    "ids": _ID.findall(part),
                    "links": _links_in(markdown, part, links),
                    "targets": sorted(
                        {addresses[to] for url in _TARGET.findall(part) if (to := urljoin(here, url)) in addresses}
                    ),
                }
            )
            del headings[:number]
        return parts if self._is_all(parts) else []

    def _is_all(self, parts: list[Part]) -> bool:
        """Whether the parts have between them every id and every link that MkDocs has found."""
        links = {(uri, anchor) for part in parts for uri, anchors in part["links"].items() for anchor in anchors}
        found = self.links_to_anchors or {}
        return _ids(parts) == self.present_anchor_ids and links == {
            (file.src_uri, anchor) for file, anchors in found.items() for anchor in anchors
        }

    def _assemble(self, parts: list[Part], files: Files) -> bool:
        """The page from its parts; false, when two headings share an id, which Python-Markdown would tell apart."""
        headings = [heading for part in parts for heading in part["toc"]]
        if len({ident for _, ident, _ in headings}) < len(headings):
            return False
        self.parts = [part["html"] for part in parts]
        self.content = "\n".join(self.parts)
        tokens = [{"level": level, "id": ident, "name": name} for level, ident, name in headings]
        self.toc = get_toc(nest_toc_tokens(tokens))
        self._title_from_render = parts[0]["title"]
        self.present_anchor_ids = _ids(parts)
        self.links_to_anchors = {}
        for part in parts:
            for uri, anchors in part["links"].items():
                self.links_to_anchors.setdefault(files.src_uris[uri], {}).update(anchors)
        return True


def _ids(parts: list[Part]) -> set[str]:
    return {ident for part in parts for ident in part["ids"]}


def _links_in(markdown: str, html: str, links: dict[File, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Those of ``links`` that a part has: as it is written, or within the page (every heading links to itself)."""
    found = {}
    for file, anchors in links.items():
        here = {anchor: link for anchor, link in anchors.items() if f"({link})" in markdown or f'href="{link}"' in html}
        if here:
            found[file.src_uri] = here
    return found


def _flat(headings: Iterable[AnchorLink]) -> Iterator[list[Any]]:
    for heading in headings:
        yield [heading.level, heading.id, heading.title]
        yield from _flat(heading.children)


@functools.lru_cache(maxsize=1)
def _addresses(files: Files) -> dict[str, str]:
    """Address → file, of all that can be linked to. MkDocs has gathered it before it reads the first page."""
    return {_address(file): file.src_uri for file in files}


def _address(file: File) -> str:
    return urljoin("/", file.url)
