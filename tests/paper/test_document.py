"""The papers' own quick ways into WeasyPrint give what WeasyPrint's would have given."""

from __future__ import annotations

from xml.etree import ElementTree

import pydyf
import pytest
import tinyhtml5
import weasyprint
from handleplan.out.paper import engine
from handleplan.out.paper.default_styles import NewStyles, light_styles
from handleplan.out.paper.document import tree
from handleplan.out.paper.papers import Job, jobs
from handleplan.prepare import prepare_edition
from handleplan.project import Project
from weasyprint.html import UA

PROJECT = Project.find()
LIST = """<!doctype html><html lang="da"><head><title>x</title></head><body>
<ol><li>En</li><li>To<ul><li>Tre</li></ul></li></ol><p>Fire <b>fem</b><br>seks</p></body></html>"""


@pytest.fixture(scope="module")
def sheets() -> dict[str, Job]:
    one = prepare_edition(PROJECT, "guldborgsund")
    assert one.edition is not None
    return {job.fil: job for job in jobs(one.edition, one.pages, PROJECT) if job.fil.endswith(".pdf")}


def said(root: ElementTree.Element) -> list[tuple[str, dict[str, str], str, str]]:
    """Every element with its attributes and words; white space at the edges is where the two parsers differ."""
    return [(e.tag, dict(e.attrib), (e.text or "").strip("\n"), (e.tail or "").strip("\n")) for e in root.iter()]


@pytest.mark.parametrize("fil", ["actioncard.pdf", "rollekort.pdf", "logbog.pdf", "haandbog.pdf"])
def test_a_paper_is_read_as_a_browser_reads_it(sheets: dict[str, Job], fil: str) -> None:
    html = sheets[fil].source()
    found, expected = said(tree(html)), said(tinyhtml5.parse(html, namespace_html_elements=False))
    assert len(found) > 100
    assert found == expected


def test_words_between_comments_stay() -> None:
    assert "".join(tree("<p>a<!-- b -->c <i>d</i>e</p>").itertext()) == "ac de"


def test_the_lighter_styles_draw_the_same() -> None:
    papir = PROJECT.papir.resolve()
    light = engine.lay_out(LIST, papir)
    whole = weasyprint.HTML(string=LIST).render(font_config=engine._setting(papir)["font_config"], **engine.PDF_OPTIONS)
    assert engine.pdf_bytes(light) == engine.pdf_bytes(whole)


@pytest.mark.parametrize("css", [UA.replace("::note-callback", "aside::note-callback"), UA + "\n::before { color: red }\n"])
def test_new_styles_of_weasyprint_are_not_guessed_at(css: str) -> None:
    with pytest.raises(NewStyles, match="html5_ua"):
        light_styles(css)


def test_page_references_follow_the_pages() -> None:
    engine.weasyprint()
    pdf = pydyf.PDF()
    assert pdf.page_references == ()
    for count in (1, 2):
        pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
        assert len(pdf.page_references) == count
    assert pdf.page_references is pdf.page_references
    assert pydyf.PDF().page_references == ()
