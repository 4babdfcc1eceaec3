"""The built site of the checkout: its editions, their pages and the text of their cards."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path

from handleplan.project import Project

from tests.content.matcher import Text
from tests.content.page_text import Block, blocks_of
from tests.paper.pdf_reader import PdfReader

PROJECT = Project.find()
#: Repeats the card on a step's page; else a long text could go missing behind its own short form.
CARD_SECTION = "Kort fortalt"


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
    """What the page says, but for the card's bullets at the top of a step: they are sought on the card."""
    return Text.of_blocks(page_blocks(slug, side))


@functools.cache
def page_blocks(slug: str, side: str) -> tuple[Block, ...]:
    """The blocks of ``page``."""
    return tuple(without_section(blocks_of(page_file(slug, side)), CARD_SECTION))


@functools.cache
def short_blocks(slug: str) -> tuple[Block, ...]:
    """The card's bullets as the steps' pages repeat them: there they carry their badge, the paper card has none."""
    found: list[Block] = []
    for path in sorted((folder(slug) / "trin").glob("*/index.html")):
        blocks = blocks_of(path)
        kept = without_section(blocks, CARD_SECTION)
        found += [block for block in blocks if not any(block is other for other in kept)]
    return tuple(found)


def without_section(blocks: Iterable[Block], heading: str) -> list[Block]:
    """The blocks without those from an ``h2`` with this text to the next one."""
    kept, inside = [], False
    for block in blocks:
        if block.tag == "h2":
            inside = block.text.strip() == heading
        if not inside:
            kept.append(block)
    return kept


@functools.cache
def card(slug: str) -> Text:
    """What the card's PDF says, in its reading order."""
    return Text.of(PdfReader(folder(slug) / "actioncard.pdf").document.text)
