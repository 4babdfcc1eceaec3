"""What stands beside a text on the built pages: when it holds, who acts, laws, contacts, ages and hours."""

from __future__ import annotations

import pytest
from handleplan.edition.edition import Edition
from handleplan.model.parts import Afsnit, Hvis, Punkt
from handleplan.out import addresses
from handleplan.out.conditions import condition_labels
from handleplan.out.contact_words import age_text
from handleplan.out.numbers import phone_uri
from handleplan.out.text import PageLinker, TextRenderer, without_place
from lxml.html import HtmlElement

from tests.site.built import SLUGS, article, built, shown_text

pytestmark = pytest.mark.bygget
# Of a section: what stands between its heading and the next, and the marks in it that are no bullet's.
BELOW = "following-sibling::*[preceding-sibling::*[self::h2 or self::h3][1][@id=$id]]"
OWN_MARKS = ".//span[(@class='hp-hvis' or @class='hp-hvem') and not(ancestor::li)]"
every_edition = pytest.mark.parametrize("slug", SLUGS)


def _tight(text: str) -> str:
    """Without spaces (markup puts some around a link) and capitals (a condition can begin a sentence)."""
    return "".join(text.split()).casefold()


def _holds(edition: Edition, shown: str, links: set[str], part: Punkt | Afsnit) -> bool:
    """Whether ``shown`` and ``links`` have the part's conditions, actors, laws and contacts."""
    words = [*condition_labels(part.hvis), *(without_place(edition.roller[ident].titel) for ident in part.hvem)]
    if any(_tight(word) not in shown for word in words) or not {f"lov/#{ident}" for ident in part.love} <= links:
        return False
    ways = [
        {f"kontakter/#{ident}", *(phone_uri(number) for number in edition.kontakter[ident].telefon)}
        for ident in part.kontakter
    ]
    return all(way & links for way in ways)


def _links(elements: list[HtmlElement]) -> set[str]:
    found = [str(href) for element in elements for href in element.xpath(".//a/@href")]
    return {href.removeprefix("../").removeprefix("../") for href in found}


@every_edition
@pytest.mark.parametrize("kind", ["trin", "beslutninger"])
def test_a_bullet_has_its_conditions_actors_laws_and_contacts(slug: str, kind: str) -> None:
    edition, text = built(slug).edition, TextRenderer(built(slug).edition, PageLinker(""))
    lacking, seen = [], 0
    for path, part in edition.parts(kind):
        if not isinstance(part, Punkt) or "kort" in path or not (part.hvis or part.hvem or part.love or part.kontakter):
            continue
        page = article(built(slug).page(addresses.file_of(addresses.page_of(kind, str(path[1])))))
        wanted, seen = _tight(text.plain(part.tekst)), seen + 1
        for bullet in page.xpath(".//li"):
            shown = _tight(shown_text(bullet))
            # A condition that a whole section has is said at its heading.
            around = "".join(_tight(shown_text(e)) for e in bullet.xpath("ancestor::div[contains(@class, 'hp-gren')]"))
            if wanted in shown and _holds(edition, shown + around, _links([bullet]), part):
                break
        else:
            lacking.append(path)
    assert not lacking and seen > 5


@every_edition
def test_a_section_of_a_step_has_them_too(slug: str) -> None:
    edition = built(slug).edition
    lacking, seen = [], 0
    for path, part in edition.parts("trin"):
        if isinstance(part, Afsnit) and (part.hvis or part.hvem or part.love or part.kontakter):
            seen += 1
            (heading,) = built(slug).page(f"trin/{path[1]}/index.html").xpath("//*[@id=$id]", id=path[-1])
            below = heading.xpath(BELOW, id=path[-1])
            own = [heading, *(mark for one in below for mark in one.xpath(OWN_MARKS))]
            lines = [one for one in below if one.tag == "p"]  # a list's own links are its bullets' affair
            if not _holds(edition, _tight(" ".join(map(shown_text, own))), _links(lines), part):
                lacking.append(path)
    assert not lacking and seen


@every_edition
def test_the_numbers_to_call_first_have_age_and_hours(slug: str) -> None:
    one = built(slug)
    for page in ("index.html", "actioncard/index.html"):
        (listed,) = one.page(page).xpath("//article//*[contains(@class, 'hp-ringeliste')]")
        for row, (ident, k) in zip(listed.xpath("./ul/li"), one.edition.kontakter_på_kortet.items(), strict=False):
            shown = _tight(shown_text(row))
            wanted = [k.navn, *([age_text(k.alder)] if k.alder else []), k.uden_for_åbningstid or ""]
            wanted += [hours.replace("-", "–") for hours in k.åbent.values()]
            wanted += [k.bemærkning.kort] if k.bemærkning and k.bemærkning.kort else []
            assert [words for words in wanted if _tight(words) not in shown] == [], (page, ident)
            assert {phone_uri(number) for number in k.telefon} <= _links([row])


@every_edition
def test_a_contact_has_all_that_the_data_says_of_it(slug: str) -> None:
    one = built(slug)
    page = one.page("kontakter/index.html")
    for ident, k in one.edition.kontakter.items():
        (section,) = page.xpath("//h3[@id=$id]/..", id=ident)
        shown, links = _tight(shown_text(section)), _links([section])
        wanted = [k.navn, k.note, k.udbyder, k.uden_for_åbningstid, *k.målgruppe, *k.trykt_adresse]
        wanted += [age_text(k.alder)] if k.alder else []
        wanted += [hours.replace("-", "–") for hours in k.åbent.values()]
        assert [words for words in wanted if words and _tight(words) not in shown] == [], ident
        ways = {*map(phone_uri, k.telefon), *([f"mailto:{k.mail}"] if k.mail else []), k.web or k.chat or ""}
        assert ways - {""} <= links, ident


def test_the_test_sees_what_is_lacking() -> None:
    edition = built(SLUGS[0]).edition
    law, role = next(iter(edition.love)), next(iter(edition.roller))
    part = Punkt(tekst="Ring.", hvis=Hvis(myndig="umyndig"), hvem=[role], love=[law], kontakter=["politi"])
    shown, links = _tight("Under 18 år " + without_place(edition.roller[role].titel)), {f"lov/#{law}", "tel:114"}
    assert _holds(edition, shown, links, part)
    assert not _holds(edition, _tight("Under 18 år"), links, part) and not _holds(edition, shown[6:], links, part)
    assert not any(_holds(edition, shown, links - {link}, part) for link in links)
