"""The marks that a reader trusts, on the built pages: whose advice it is, what is confirmed, what the editors remark."""

from __future__ import annotations

import pytest
from handleplan.edition.edition import Edition
from handleplan.model.parts import Bemærkning, Punkt
from handleplan.out import addresses
from handleplan.out.dates import dansk_dato
from handleplan.out.text import PageLinker, TextRenderer
from lxml.html import HtmlElement

from tests.site.built import SLUGS, article, built, shown_text

pytestmark = pytest.mark.bygget
SUGGESTION = "contains(@class, 'hp-maerke--forslag')"
UNCONFIRMED = ".//span[contains(@class, 'hp-maerke--ubekraeftet')]"
# A role's page is for the most part gathered from the steps; the rest of the kinds cannot be suggestions.
SUGGESTED = ("trin", "akut", "samtaler", "beslutninger", "udkast", "logbog", "begreber", "forebyggelse")


def _heading(slug: str, kind: str, ident: str) -> HtmlElement:
    page = built(slug).page(addresses.file_of(addresses.page_of(kind, ident)))
    anchor = addresses.anchor_of(kind, ident)
    (heading,) = page.xpath("//*[@id=$id]", id=anchor) if anchor else page.xpath("//h1")
    return heading


@pytest.mark.parametrize("kind", SUGGESTED)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_heading_says_that_all_below_it_is_a_suggestion(slug: str, kind: str) -> None:
    edition = built(slug).edition
    marked = [i for i in edition.things(kind) if _heading(slug, kind, i).xpath(f"boolean(.//span[{SUGGESTION}])")]
    assert marked == [ident for ident in edition.things(kind) if edition.is_forslag((kind, ident))]


@pytest.mark.parametrize("slug", SLUGS)
def test_each_bullet_of_a_step_is_marked_when_it_is_a_suggestion_and_only_then(slug: str) -> None:
    one = built(slug)
    wrong, seen = [], set()
    for path, part in one.edition.parts("trin"):
        if not isinstance(part, Punkt) or path[2] != "afsnit":
            continue
        page = article(one.page(f"trin/{path[1]}/index.html"))
        tekst = _tight(one.edition, part.tekst)
        bullets = [li for li in page.xpath(".//li") if tekst in _shown(li)]
        assert bullets, path
        for bullet in bullets:
            above = bullet.xpath("preceding::*[self::h2 or self::h3][1] | preceding::h1")
            marked = any(e.xpath(f"boolean(.//span[{SUGGESTION}])") for e in (bullet, *above))
            seen.add(marked)
            if marked != one.edition.is_forslag(path):
                wrong.append((path, marked))
    assert not wrong and seen == {True, False}


def _tight(edition: Edition, text: str) -> str:
    """A text of the data as a page shows it, without spaces: markup puts some around a link."""
    return "".join(TextRenderer(edition, PageLinker("")).plain(text).split())


def _shown(element: HtmlElement) -> str:
    return "".join(shown_text(element).split())


WHO = {"handler": "Handler:", "beslutter": "Beslutter:", "høres": "Spørges til råds:", "informeres": "Får besked:"}


@pytest.mark.parametrize("slug", SLUGS)
def test_who_acts_decides_and_is_told_is_marked_field_by_field(slug: str) -> None:
    edition, seen = built(slug).edition, set()
    for kind in ("trin", "beslutninger"):
        for ident, thing in edition.things(kind).items():
            whole = edition.is_forslag((kind, ident))
            fields = [field for field in WHO if getattr(thing, field, None)]
            box = "following::div[contains(@class, 'hp-hvem-boks')][1]//li"
            rows = {shown_text(row): row for row in _heading(slug, kind, ident).xpath(box)}
            for field in fields:
                (row,) = (row for words, row in rows.items() if words.startswith(WHO[field]))
                assert all(edition.roller[rolle].titel in shown_text(row) for rolle in getattr(thing, field))
                marked = row.xpath(f"boolean(.//span[{SUGGESTION}])")
                assert marked == (not whole and edition.is_forslag((kind, ident, field))), (kind, ident, field)
                seen.add(marked)
    assert False in seen


@pytest.mark.parametrize("slug", SLUGS)
def test_a_fact_says_whether_it_is_confirmed(slug: str) -> None:
    edition = built(slug).edition
    said = set()
    for kind in ("kontakter", "love"):
        for ident, thing in edition.things(kind).items():
            heading = _heading(slug, kind, ident)
            below = heading.xpath("following-sibling::*[preceding-sibling::h3[1][@id=$id]]", id=ident)
            signs = [e for part in below for e in part.xpath(UNCONFIRMED)]
            dated = f"Bekræftet {dansk_dato(thing.tjekket)}" if thing.tjekket else "Bekræftet "
            assert bool(signs) == (thing.tjekket is None), (kind, ident)
            assert any(dated in shown_text(part) for part in below) == (thing.tjekket is not None), (kind, ident)
            said.add(bool(signs))
    assert said == {True, False}


@pytest.mark.parametrize("page", ["index.html", "actioncard/index.html"])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_number_to_call_first_says_when_nobody_has_tried_it(slug: str, page: str) -> None:
    one = built(slug)
    (listed,) = one.page(page).xpath("//article//*[contains(@class, 'hp-ringeliste')]")
    rows, contacts = listed.xpath("./ul/li"), list(one.edition.kontakter_på_kortet.values())
    assert len(rows) == max(1, len(contacts)), "without a number of the municipality's own a line says so"
    for row, kontakt in zip(rows, contacts, strict=bool(contacts)):
        assert kontakt.navn in shown_text(row)
        assert bool(row.xpath(UNCONFIRMED)) == (kontakt.tjekket is None), kontakt.navn


@pytest.mark.parametrize("slug", SLUGS)
def test_every_remark_stands_on_its_page(slug: str) -> None:
    one = built(slug)
    missing, found = [], 0
    for kind in ("trin", "akut", "roller", "samtaler", "beslutninger", "love", "kontakter", "vidensbank"):
        for path, part in one.edition.parts(kind):
            if isinstance(part, Bemærkning):
                found += 1
                own = addresses.file_of(addresses.page_of(kind, str(path[1])))
                page = one.page("actioncard/index.html" if "kort" in path else own)
                missing += [path] * (_tight(one.edition, part.tekst) not in _shown(article(page)))
    assert not missing and found > 20
