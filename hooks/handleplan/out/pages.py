"""An edition → its pages as Markdown. Knows no MkDocs: the same pages can be built by another engine.

What each page says stands in ``docs/*.md.j2``; this module decides which pages there are.
"""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jinja2
from markupsafe import Markup

from ..edition.edition import LOCAL_FOLDER, Edition
from ..model.kinds import KINDS
from ..project import Project
from . import addresses, filters, situation
from .conditions import condition_labels, unsaid_conditions, with_bold_lead
from .dates import UGEDAGE, dansk_dato
from .figures import bars
from .jinja_templates import compiled_templates, templates_in
from .numbers import link_short_numbers, phone_uri, shown_phone
from .page_views import PageViews
from .text import PageLinker, TextRenderer, lower_first, role_names, upper_first, words_in_sentence


@dataclass(frozen=True)
class Page:
    """One page: ``path`` as MkDocs names it (``trin/vurder.md``), title in the nav, text, where it is edited."""

    path: str
    title: str
    markdown: str
    source_file: str


# Template → pages it makes. The order is the reading order of nav and print page.
_SINGLE = (
    ("forside", "Forside", "akut"),
    ("actioncard", "Actioncard", "akut"),
)
_AFTER_STEPS = (
    ("samtaler", "Samtaler", "samtaler"),
    ("beslutninger", "Lederens beslutninger", "beslutninger"),
    ("udkast", "Udkast til beskeder", "udkast"),
    ("roller", "Hvem gør hvad", "roller"),
    ("kontakter", "Kontakter", "kontakter"),
    ("lov", "Lov og regler", "love"),
    ("begreber", "Begreber", "begreber"),
    ("vidensbank", "Vidensbank", "vidensbank"),
    ("forebyggelse", "Forebyggelse", "forebyggelse"),
    ("baggrund", "Baggrund", "baggrund"),
    ("om", "Om håndbogen", "kommune"),
)


def render_pages(edition: Edition, project: Project, papirer: Mapping[str, Any] | None = None) -> list[Page]:
    """All pages of ``edition`` in reading order.

    ``papirer`` are the files that stand beside the pages (PDF, Word), by name: the pages link to them. Without
    them the pages have no such links.

    Raises ``jinja2.TemplateError`` only for a mistake in a template; data has been checked before.
    """
    papirer = papirer or {}
    views = PageViews(edition)

    def text(template: str, path: str, **values: Any) -> str:
        return _tidy(_environment(project).get_template(template).render(**_context(views, path, papirer), **values))

    def single(name: str, title: str, kind: str) -> Page:
        path = addresses.SIDER[name]
        return Page(path, title, text(f"{name}.md.j2", path), _source_file(edition, kind))

    pages = [single(*row) for row in _SINGLE]
    for ident, trin in edition.trin.items():
        path = addresses.page_of("trin", ident)
        title = f"{edition.trin_nummer(ident)}. {trin.titel}"
        markdown = text("trin.md.j2", path, trin_id=ident, trin=trin)
        pages.append(Page(path, title, markdown, _source_file(edition, "trin", ident)))
    return [*pages, *(single(*row) for row in _AFTER_STEPS)]


def navigation(pages: list[Page], edition: Edition) -> list[dict[str, Any]]:
    """The nav as MkDocs takes it: the steps in a section of their own, the other pages at the top level."""
    nav: list[dict[str, Any]] = []
    steps: list[dict[str, Any]] = []
    for page in pages:
        if page.path.startswith("trin/"):
            if not steps:
                nav.append({"Trin for trin": steps})
            steps.append({page.title: page.path})
        else:
            nav.append({page.title: page.path})
    return nav


def unshown_things(edition: Edition, pages: list[Page]) -> list[tuple[str, str]]:
    """Things that no page shows, as ``(kind, id)``: a thing that nobody can find is an error."""
    text = {page.path: page.markdown for page in pages}
    missing = []
    for kind in KINDS:
        if kind in ("ord", "trin"):
            continue
        for ident in edition.things(kind):
            anchor = addresses.anchor_of(kind, ident)
            sign = f"#{anchor} " if anchor else f'data-id="{kind}/{ident}"'
            if sign not in text.get(addresses.page_of(kind, ident), ""):
                missing.append((kind, ident))
    return missing


def _context(views: PageViews, path: str, papirer: Mapping[str, Any]) -> dict[str, Any]:
    edition = views.edition
    renderer = TextRenderer(edition, PageLinker(path))

    def link(kind: str, ident: str) -> str:
        return addresses.relative_link(kind, ident, path)

    return {
        "udgave": edition,
        "kommune": edition.kommune,
        "papirer": papirer,
        "fil": lambda name: posixpath.relpath(name, posixpath.dirname(path) or "."),
        "link": link,
        "md": lambda text: Markup(renderer.markdown(text)),
        "ren": renderer.plain,
        "vis": views,
        "betingelser": condition_labels,
        "usagte_betingelser": unsaid_conditions,
        "fremhævet": with_bold_lead,
        "tlf": shown_phone,
        "tlf_uri": phone_uri,
        "nødnumre": link_short_numbers,
        "vist_adresse": addresses.shown_address,
        "dato": dansk_dato,
        "ugedage": UGEDAGE,
        "tabel_anker": addresses.table_anchor,
        "filtre": filters,
        "situation": situation,
        "lille": lower_first,
        "stort": upper_first,
        "remse": words_in_sentence,
        "rollenavne": lambda idents: role_names(edition, idents),
        "søjler": bars,
    }


def _source_file(edition: Edition, kind: str, ident: str | None = None) -> str:
    """The YAML file a page is edited in: the municipality's own when it has one, else the shared one."""
    prefix = (kind, ident) if ident else (kind,)
    own = (places[0] for thing, places in edition.local_places.items() if thing[: len(prefix)] == prefix)
    found = next(own, None) or next(iter(edition.places.below(prefix)), None)
    return found[1].file if found else f"{LOCAL_FOLDER}{edition.slug}/kommune.yml"


def _tidy(text: str) -> str:
    """Without trailing spaces and with at most one empty line in a row, so that templates can be airy."""
    lines: list[str] = []
    for line in (raw.rstrip() for raw in text.splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip() + "\n"


@functools.lru_cache(maxsize=4)
def _environment(project: Project) -> jinja2.Environment:
    environment = templates_in(project.docs, bytecode_cache=compiled_templates(project), keep_trailing_newline=True)
    environment.filters["ascii"] = addresses.in_ascii
    return environment
