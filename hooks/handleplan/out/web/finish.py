"""The last work on a built edition: whole, in Danish, light, safe, and ready to be kept without network."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ...edition.edition import Edition
from ...project import Project
from ..addresses import file_of
from ..pages import Page
from ..search_index import ONLY_IN_EXCERPTS
from .bundle import search_when_idle
from .gather import gather
from .lead_on import add_old_anchors, add_old_pages
from .light import lighten, tags_of
from .offline import write_service_worker
from .policy import under_policy
from .valid import mended

PRINT_PAGE = "print_page/index.html"
# print-site loads its style and script on every page; only its own page needs them (2 KB of a reader's first view).
_PRINT_SITE_FILES = re.compile(
    r'\s*(?:<link rel="stylesheet" href="[^"]*css/print-site[^"]*\.css">'
    r'|<script src="[^"]*js/print-site\.js"></script>)'
)
# Said to the search plugin, which has done its work.
_TO_THE_SEARCH_PLUGIN = re.compile(
    rf' data-search-exclude(?:="[^"]*")?|<span class="{ONLY_IN_EXCERPTS}"[^>]*>:</span>'
)
# The sign at a heading that links to it: nobody shares a link to a place on the page that is to be printed.
_HEADING_LINK = re.compile(r'<a class="headerlink"[^>]*>[^<]*</a>')


def finish_site(site: Path, edition: Edition, project: Project, preview: bool = False) -> None:
    """Finish the files in ``site``. ``preview``: MkDocs' live reload is an inline script, and nothing is to be kept.

    Raises ``ValueError`` when Material or print-site no longer writes what is changed here.
    """
    add_old_anchors(site, edition)
    if preview:
        return
    htmls: dict[Path, str] = {}
    tags: set[str] = set()
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        html = (_HEADING_LINK if page == site / PRINT_PAGE else _PRINT_SITE_FILES).sub("", html)
        html = _TO_THE_SEARCH_PLUGIN.sub("", html)
        htmls[page] = under_policy(_dense(mended(html)), site)
        tags |= tags_of(htmls[page])
    search_when_idle(site)
    lighten(site, tags, project.cache / "stil")
    gather(site, htmls)
    add_old_pages(site, edition, project)
    write_service_worker(site, edition, project)


def _dense(html: str) -> str:
    """Without the theme's empty lines and indents, a tenth of a page. Text that keeps its line breaks is left alone."""
    return html if "<pre" in html or "<textarea" in html else re.sub(r"\n\s+", "\n", html)


def missing_files(site: Path, pages: list[Page], papirer: Iterable[str]) -> list[str]:
    """The promised pages, the print page and papers that are not on disk or hold nothing."""
    promised = [*(file_of(page.path) for page in pages), PRINT_PAGE, *papirer]
    return [path for path in promised if not (site / path).is_file() or not (site / path).stat().st_size]
