"""One municipality from folder to checked pages: what both ``tjek`` and the builds start with."""

from __future__ import annotations

from dataclasses import dataclass, field

from .edition.assemble import load_edition
from .edition.base import Base
from .edition.edition import Edition
from .model.kinds import KINDS
from .out.addresses import page_of
from .out.anchors import doubled_anchors
from .out.broken_template import broken_template
from .out.moved import moved_anchors
from .out.pages import Page, render_pages, unshown_things
from .out.search_check import search_messages
from .project import Project
from .read.messages import Message, sort_messages


@dataclass
class Prepared:
    """``edition`` is None when ``messages`` holds an error; ``pages`` are its rendered pages."""

    slug: str
    edition: Edition | None
    pages: list[Page] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)


def prepare_edition(project: Project, slug: str, base: Base | None = None) -> Prepared:
    """Load, check and render one municipality's pages."""
    edition, messages = load_edition(project, slug, base)
    if edition is None:
        return Prepared(slug, None, [], messages)
    try:
        pages = render_pages(edition, project)
    except Exception as error:  # a template can fail in any way
        broken = broken_template(error, project)
        if broken is None:
            raise
        return Prepared(slug, None, [], sort_messages([*messages, broken]))
    hidden: list[Message] = list(doubled_anchors(edition, pages))
    for kind, ident in unshown_things(edition, pages):
        what = f"{KINDS[kind].what} '{ident}' bliver ikke vist på nogen side"
        advice = f"meld det som en fejl: skabelonen docs/{page_of(kind, ident)}.j2 viser den ikke"
        hidden.append(Message(edition.at((kind, ident)), what, advice))
    texts = {page.path: page.markdown for page in pages}
    for moved in moved_anchors(edition):
        if f"{{: #{moved.old} " in texts[moved.page]:
            place = edition.at((moved.kind, moved.ident, "tidligere"))
            what = f"'{moved.old}' er adressen på en anden overskrift på siden {moved.page.removesuffix('.md')}"
            hidden.append(Message(place, what, "slet det gamle id under tidligere: det kan ikke føre to steder hen"))
    if hidden:
        return Prepared(slug, None, [], sort_messages([*messages, *hidden]))
    return Prepared(slug, edition, pages, sort_messages([*messages, *search_messages(edition)]))
