"""The short cut past the Markdown program takes only what it would leave as it is."""

from __future__ import annotations

import html

import markdown
from handleplan.cli.markdown import markdown_extensions
from handleplan.edition import markdown_rules
from handleplan.edition.markdown_rules import problems_in_markdown
from handleplan.project import Project
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig

from tests.small_project import ROOT

# Signs of Markdown and its extensions, and what stands around them in prose.
SIGNS = st.text(st.sampled_from("abæ Å.,:;-–+*_`~^=#!?()[]{}<>|\\/&\"'”»1 9\t\r\n\x0b\u2028\u00a0"), max_size=40)


@settings(max_examples=500)
@given(SIGNS | st.text(max_size=40))
def test_what_takes_the_short_cut_is_one_plain_paragraph(text: str) -> None:
    if not markdown_rules._PROSE.fullmatch(text):
        return
    made = markdown.markdown(text, extensions=markdown_rules._EXTENSIONS)
    inside = made.removeprefix("<p>").removesuffix("</p>")
    assert made == f"<p>{inside}</p>" and inside.strip() in (html.escape(text.strip(), quote=False), text.strip())
    assert problems_in_markdown(text) == ()


def test_the_short_cut_is_taken_by_prose_and_not_by_markup() -> None:
    for text in ("Ring til politiet på 114.", "”Stop” – og gem: intet!", "(Kun ved fare)"):
        assert markdown_rules._PROSE.fullmatch(text), text
    for text in ("- punkt", "1. punkt", "**fed**", "a\nb", "[x](y)", "# a", "a `b`", "&amp;", "!!! note", "=", " a", "a\rb"):
        assert not markdown_rules._PROSE.fullmatch(text), text


def test_one_text_does_not_colour_the_next() -> None:
    """One Markdown program reads them all: link names and state must go with the text."""
    before = problems_in_markdown("Et [link][navn] uden adresse.")
    problems_in_markdown("* en liste\n    * inden i\n\nog [TOC]")
    assert problems_in_markdown("Et [link][navn] uden adresse.") == before


def test_every_extension_of_the_pages_is_thought_of() -> None:
    """What the rules do not read with, they refuse by its signs: raw HTML, fences, boxes to fold out."""
    refused = {"md_in_html": "<div>", "fenced_code": "~~~", "pymdownx.details": "??? note\n    x"}
    own = (next(iter(one)) if isinstance(one, dict) else one for one in markdown_extensions(Project(ROOT)))
    pages = {*own, *MkDocsConfig.markdown_extensions.builtins}
    assert pages == {*markdown_rules._EXTENSIONS, *refused}
    assert all(problems_in_markdown(sign) for sign in refused.values())
