"""No edition shows another municipality's number, mail, address, unit or name: on no page, no paper, in no download."""

from __future__ import annotations

import functools
import gzip
import json
import shutil
from pathlib import Path

import pytest
from handleplan.out.paper.engine import lay_out, pdf_bytes

from tests.content import built
from tests.content.leaks import Mark, leaks, marks_of
from tests.out.editions import edition

PROJECT = built.PROJECT
NUMBER = Mark("a", "21 62 16 91")
UNIT = Mark("a", "Børn & Familie")


@functools.cache
def all_marks() -> frozenset[Mark]:
    return frozenset(mark for slug in PROJECT.slugs for mark in marks_of(edition(slug)))


@pytest.mark.bygget
@pytest.mark.parametrize("slug", PROJECT.slugs)
def test_an_edition_shows_only_its_own(slug: str) -> None:
    own = {mark.sought for mark in all_marks() if mark.slug == slug}
    others = {mark for mark in all_marks() if mark.slug != slug and mark.sought not in own}
    found = leaks(built.folder(slug), others)
    if found:
        pytest.fail(f"{len(found)} steder står noget, der er en anden kommunes:\n" + "\n".join(found), pytrace=False)


@pytest.mark.bygget
@pytest.mark.parametrize("slug", PROJECT.slugs)
def test_the_marks_are_found_where_they_belong(slug: str) -> None:
    """Each number, mail and name that is sought elsewhere does stand in its own edition, on pages and on paper."""
    own = {mark for mark in all_marks() if mark.slug == slug}
    found = leaks(built.folder(slug), own)
    assert {mark.shown for mark in own if not any(line.endswith(f": {mark.shown} ({slug})") for line in found)} == set()
    assert any(line.startswith("actioncard.pdf: ") for line in found)
    assert any(line.startswith("search/") for line in found)


def test_what_is_a_municipalitys_own_comes_from_its_data() -> None:
    shown = {slug: {mark.shown for mark in all_marks() if mark.slug == slug} for slug in PROJECT.slugs}
    assert {"25 18 02 05", "Børn & Familie", "Guldborgsund Kommune"} <= shown["guldborgsund"]
    assert {"89 40 63 00", "respekt@mbu.au.dk", "aarhus.dk", "Respekt for Grænser"} <= shown["aarhus"]
    assert {"21 62 16 91", "SSP og Ungeenheden", "Fagcheferne"} <= shown["broendby"]
    assert {"SSP Ballerup", "Ballerup Ungdomsskole"} <= shown["ballerup"]
    assert not {"SSP", "Ledelse", "skolen", "114"} & set().union(*shown.values())


@pytest.mark.parametrize(
    ("name", "text", "mark"),
    [
        ("index.html", "<p>Ring 21 62 16 91</p>", NUMBER),
        ("index.html", "<p>Ring 21 62 <b>16</b> 91</p>", NUMBER),
        ("index.html", '<p><a href="tel:+4521621691">Ring</a></p>', NUMBER),
        ("index.html", "<nav>B&oslash;rn &amp; Familie</nav>", UNIT),
        ("index.html", '<p hidden data-x="Børn &amp; familie">x</p>', UNIT),
        ("search/search_index.json", json.dumps({"docs": [{"text": "børn &amp; familie"}]}), UNIT),
        ("kontakter.csv", "Navn;Telefon\nX;21621691\n", NUMBER),
        ("kontakter.vcf", "TEL:+45-21-62-16-91\n", NUMBER),
        ("a/b/x.js", "var a = '21 62 16 91'", NUMBER),
    ],
)
def test_a_leak_is_found_in_any_file(name: str, text: str, mark: Mark, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert leaks(tmp_path, {mark}) == [f"{name}: {mark.shown} (a)"]
    assert leaks(tmp_path, {Mark("b", "21 62 16 92"), Mark("b", "Unge & Uddannelse")}) == []


def test_a_leak_is_found_in_a_zipped_file(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml.gz").write_bytes(gzip.compress(b"<loc>21621691</loc>"))
    assert len(leaks(tmp_path, {NUMBER})) == 1


@pytest.mark.parametrize(
    "body",
    [
        "<p>Ring 21 62 16 91</p>",
        "<p>x</p><p style='break-before: page'>Ring 21 62 <b>16 91</b></p>",
        "<p><a href='tel:+4521621691'>Ring</a></p>",
    ],
)
def test_a_leak_is_found_on_paper(body: str, tmp_path: Path) -> None:
    path = tmp_path / "kort.pdf"
    document = lay_out(f'<html lang="da"><title>x</title><body>{body}</body></html>', PROJECT.papir)
    path.write_bytes(pdf_bytes(document))
    assert leaks(tmp_path, {NUMBER}) == ["kort.pdf: 21 62 16 91 (a)"]
    assert leaks(tmp_path, {Mark("b", "21 62 16 92")}) == []


@pytest.mark.bygget
def test_one_number_in_a_whole_edition_is_found(tmp_path: Path) -> None:
    """The same call as above, on an edition into which one foreign number was pasted."""
    copy = tmp_path / "aarhus"
    shutil.copytree(built.folder("aarhus"), copy, ignore=shutil.ignore_patterns("assets"))
    page = copy / "om" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</h1>", "</h1><p>25180205</p>", 1), encoding="utf-8")
    foreign = {mark for mark in all_marks() if mark.slug == "guldborgsund"}
    assert leaks(copy, foreign) == ["om/index.html: 25 18 02 05 (guldborgsund)"]
