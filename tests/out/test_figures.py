"""The figures of baggrund as bars: right widths, whole texts, name and description for those who cannot see them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from handleplan.model.baggrund import Baggrund, Svar
from handleplan.out.figures import BAR, LETTERS_A_LINE, LINE, bars
from handleplan.out.pages import render_pages

from tests.out.editions import PROJECT, SLUGS, edition

LONG = "Vi har en skriftlig praksis, som alle på skolen kender og har øvet sig på mindst én gang om året"


def answers(*given: tuple[str, int]) -> list[Svar]:
    return [Svar(tekst=text, procent=percent) for text, percent in given]


def test_one_bar_an_answer_each_of_its_own_whole() -> None:
    """Answers may sum to more than 100 %: nothing is scaled, and nothing is added."""
    laid = bars(answers(("Ja", 80), ("Nej", 70), ("Ved ikke", 0)))
    assert [bar.procent for bar in laid.søjler] == [80, 70, 0]


def test_a_long_answer_is_broken_and_kept_whole() -> None:
    laid = bars(answers((LONG, 10), ("Ja", 1)))
    lines = [text for _, text in laid.søjler[0].linjer]
    assert len(lines) > 2 and " ".join(lines) == LONG and all(len(text) <= LETTERS_A_LINE for text in lines)


@pytest.mark.parametrize("texts", [["Ja"], ["Ja", LONG, "Nej"], [LONG] * 5])
def test_nothing_overlaps_and_all_is_inside(texts: list[str]) -> None:
    laid = bars(answers(*((text, 50) for text in texts)))
    bottom = 0.0
    for bar in laid.søjler:
        for y, _ in bar.linjer:
            assert y - 0.85 >= bottom - 0.01, "a line's letters begin below what is above"
            bottom = y + 0.3
        assert bar.søjle_y >= bottom - 0.01
        steps = [round(b - a, 2) for (a, _), (b, _) in pairwise(bar.linjer)]
        assert steps == [LINE] * (len(bar.linjer) - 1)
        bottom = bar.søjle_y + BAR
    assert bottom < laid.højde < bottom + 0.5


def charts(slug: str) -> list[ET.Element]:
    text = next(page.markdown for page in render_pages(edition(slug), PROJECT) if page.path == "baggrund.md")
    return [ET.fromstring(found) for found in re.findall(r"<svg.*?</svg>", text, re.DOTALL)]


def figures(slug: str) -> list[Baggrund]:
    order = ("undersøgelse", "tal", "ramme", "fund")
    return sorted((b for b in edition(slug).baggrund.values() if b.svar), key=lambda b: order.index(b.slags))


@pytest.mark.parametrize("slug", SLUGS)
def test_each_figure_has_its_chart(slug: str) -> None:
    found, wanted = charts(slug), figures(slug)
    assert len(found) == len(wanted) > 10
    for svg, b in zip(found, wanted, strict=True):
        widths = [rect.get("width") for rect in svg.iter("rect") if rect.get("class") == "hp-figur__andel"]
        assert widths == [f"{svar.procent}%" for svar in b.svar.values()]
        assert [t.text for t in svg.iter("text") if t.get("class")] == [f"{svar.procent} %" for svar in b.svar.values()]
        shown = " ".join(t.text for t in svg.iter("text") if not t.get("class"))
        assert shown == " ".join(svar.tekst for svar in b.svar.values())


@pytest.mark.parametrize("slug", SLUGS)
def test_each_chart_has_a_name_of_its_own_and_says_base_and_time(slug: str) -> None:
    found = charts(slug)
    names = [svg.findtext("title") for svg in found]
    assert all(svg.get("role") == "img" and svg[0].tag == "title" for svg in found)
    for svg, name, b in zip(found, names, figures(slug), strict=True):
        assert b.spørgsmål in name
        described = svg.findtext("desc")
        assert b.base in described and (b.periode or "") in described
        assert all(f"{svar.tekst}: {svar.procent} %" in described for svar in b.svar.values())


@pytest.mark.parametrize("slug", SLUGS)
def test_a_strict_policy_allows_the_charts_and_ids_cannot_double_up(slug: str) -> None:
    for svg in charts(slug):
        assert not [e.tag for e in svg.iter() if e.get("style") or e.get("id")]
        assert {e.tag for e in svg.iter()} == {"svg", "title", "desc", "text", "rect"}
