"""The built site of the checkout: its editions, their pages and the text of their cards."""

from __future__ import annotations

import functools
from pathlib import Path

from handleplan.project import Project

from tests.content.matcher import Text
from tests.content.page_text import blocks_of
from tests.paper.pdf_reader import PdfReader

PROJECT = Project.find()


def folder(slug: str) -> Path:
    """The edition's folder in ``site/``; an edition that is not built is an error, not a skipped test."""
    path = PROJECT.site / slug
    if not (path / "index.html").is_file():
        raise FileNotFoundError(f"site/{slug} is not built: run `handleplan byg` first")
    return path


def page_file(slug: str, side: str) -> Path:
    """The HTML file of a page as named in its address: ``""`` is the front page, else ``trin/vurder``."""
    return folder(slug) / side / "index.html"


def page_files(slug: str) -> list[Path]:
    """Every page that is read on its own (the print page repeats them all)."""
    return [path for path in sorted(folder(slug).rglob("index.html")) if "print_page" not in path.parts]


@functools.cache
def page(slug: str, side: str) -> Text:
    return Text.of_blocks(blocks_of(page_file(slug, side)))


@functools.cache
def card(slug: str) -> Text:
    """What the card's PDF says, in its reading order."""
    return Text.of(PdfReader(folder(slug) / "actioncard.pdf").document.text)
