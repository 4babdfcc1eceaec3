"""A line without Markdown stays a line wherever a page puts it: "9. klasse" is no list, "# 1" no heading."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import markdown
import pytest
from handleplan.cli.markdown import markdown_extensions
from handleplan.edition.edition import Edition
from handleplan.edition.references import edition_leaves
from handleplan.model.kinds import KINDS
from handleplan.model.types import Plain
from handleplan.model.walk import map_text
from handleplan.out.pages import render_pages
from handleplan.out.text import PaperLinker, TextRenderer

from tests.out.editions import small
from tests.site.built import PROJECT, SLUGS, prepared

BLOCK = re.compile(r"<(h[1-6]|ol|hr|blockquote|pre|div class=\"admonition|details)\b")
EXTENSIONS = [name for one in markdown_extensions(PROJECT) for name in ([one] if isinstance(one, str) else one)]


def blocks(edition: Edition) -> dict[str, list[str]]:
    """The blocks of each page, by kind: what a line must not add to."""
    pages = render_pages(edition, PROJECT)
    return {page.path: BLOCK.findall(markdown.markdown(page.markdown, extensions=EXTENSIONS)) for page in pages}


@pytest.mark.parametrize("start", ["# ", "9. ", "> ", "- ", "!!! ", "~~~ ", "= "])
def test_a_line_makes_no_block_of_its_own(start: str) -> None:
    edition = prepared(SLUGS[-1]).edition
    leaves = list(edition_leaves(edition))
    # The same words may stand as Markdown elsewhere ("Red Barnet" as a bullet), where a sign means what it does.
    lines = {text for _, text, mark in leaves if isinstance(mark, Plain)}
    lines -= {text for _, text, mark in leaves if not isinstance(mark, Plain)}
    assert len(lines) > 100

    def begun(text: str) -> str:
        return start + text if text in lines else text

    changed = {kind: {i: map_text(thing, begun) for i, thing in edition.things(kind).items()} for kind in KINDS}
    found = blocks(replace(edition, kommune=map_text(edition.kommune, begun), **changed))
    assert found == blocks(edition)


def test_a_text_that_begins_with_a_number_keeps_it_on_page_and_paper(tmp_path: Path) -> None:
    """"9. klasse …" looks like a list, and paper would begin it with 1."""
    points = "niende: 9. klasse tager det med læreren.\n      punkter: |-\n        3. tre\n        4. fire\n"
    text = f"ret:\n  kort:\n    nye:\n      {points}"
    one = small(tmp_path, {"trin/vurder.yml": text})
    punkter = one.trin["vurder"].kort
    paper = TextRenderer(one, PaperLinker(one))
    assert paper.inline(punkter["niende"].tekst) == "9. klasse tager det med læreren."
    assert '<ol start="3">' in paper.html(punkter["punkter"].tekst)
    page = next(page for page in render_pages(one, PROJECT) if page.path == "trin/vurder.md")
    html = markdown.markdown(page.markdown, extensions=list(EXTENSIONS))
    assert re.search(r"<li>\s*(?:<p>)?9\. klasse tager det med læreren\.", html)
