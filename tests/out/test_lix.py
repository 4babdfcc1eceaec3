"""LIX as Björnsson defines it, of what is running text; and that the shipped cards are easy to read."""

from __future__ import annotations

import dataclasses
import math

import pytest
from click.testing import CliRunner
from handleplan.cli.answers import Answer, Wishes, answer
from handleplan.cli.lix_report import lix_report
from handleplan.cli.main import main
from handleplan.out.lix import CARD_LIMIT, Lix, card_texts, hardest, lix, page_lix, page_texts, sentences
from handleplan.out.pages import Page
from handleplan.prepare import Prepared

from tests.out.editions import PROJECT, prepared


def page(markdown: str) -> Page:
    return Page("x.md", "X", markdown, "data/x.yml")


def test_words_a_sentence_plus_percentage_of_long_words() -> None:
    # 9 words in 2 sentences; only "forældrene" has more than six letters.
    found = lix(["Ring til en af os nu. Tal med forældrene."])
    assert found == Lix(2, 9, 1)
    assert found.value == pytest.approx(9 / 2 + 100 / 9)


def test_six_letters_are_not_long_and_seven_are() -> None:
    assert lix(["Skolen."]).long_words == 0
    assert lix(["Skolens."]).long_words == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring nu. Vent ikke!", ["Ring nu.", "Vent ikke!"]),
        ("Spørg: hvem og hvor?", ["Spørg:", "hvem og hvor?"]),
        ("Det er fx. en film, bl.a. den 1. juli.", ["Det er fx. en film, bl.a. den 1. juli."]),
        ("Se § 8, stk. 2, nr. 2. Ring så.", ["Se § 8, stk. 2, nr. 2.", "Ring så."]),
        ("Det var i 2022. Nu er det nu.", ["Det var i 2022.", "Nu er det nu."]),
        ("Ring 114. Vent.", ["Ring 114.", "Vent."]),
        ("Sig: ”Tak.” Vent.", ["Sig:", "”Tak.”", "Vent."]),
        ("Ring nu. Vent", ["Ring nu.", "Vent"]),
        ("Skolens ledelse", []),
        ("Åbent 8.00–15.30", []),
        ("https://a.dk/b.html?c", []),
        ("", []),
    ],
)
def test_where_a_sentence_ends(text: str, found: list[str]) -> None:
    assert sentences(text) == found


def test_figures_and_addresses_are_no_words_and_a_hyphen_joins() -> None:
    assert lix(["Ring 25 18 02 05 eller skriv til a@kommunen.dk i SSP-teamet."]) == Lix(1, 6, 1)


def test_a_text_without_a_sentence_has_no_lix() -> None:
    assert lix(["Ledelse", ""]).value is None


def test_only_running_text_of_a_page_counts() -> None:
    texts = list(
        page_texts(
            page(
                "# Overskrift med mange besværlige bogstavkombinationer.\n\n"
                "Et afsnit.\ni to linjer.\n\n"
                '- <span class="hp-styrke hp-styrke--skal">skal</span> Et [punkt](a.md#b). ([barnets lov § 133](lov.md#x))'
                " · [Politiet](kontakter.md#politi) [114](tel:114){: .hp-tlf }\n"
                "- **Telefon:** [114](tel:114)\n"
                "- [Skal der mægles?](a.md), [Hvem taler?](b.md)\n\n"
                '!!! bemaerkning "Redaktionens bemærkning"\n\n    En bemærkning.\n\n    Kilde: Redaktionen\n\n'
                "<table>\n<tr><th>Titel.</th>\n<td>En <em>celle</em>.</td></tr>\n<td>Navn</td>\n</table>\n"
            )
        )
    )
    assert [text for text in texts if sentences(text)] == ["Et afsnit. i to linjer.", "Et punkt.", "En bemærkning.", "En  celle ."]


def test_the_sentence_that_weighs_most_is_named() -> None:
    easy, hard = "Ring nu til os.", "Forældremyndighedsindehavere orienteres efterfølgende skriftligt."
    assert hardest([f"{easy} {hard}", easy]) == hard
    assert hardest(["Ledelse"]) == ""


@pytest.mark.parametrize("slug", PROJECT.slugs)
def test_the_cards_are_easy_to_read(slug: str) -> None:
    edition = prepared(slug).edition
    assert edition is not None
    found = lix(card_texts(edition))
    assert found.sentences > 50, "the whole card is counted"
    assert found.value is not None
    assert found.value < CARD_LIMIT, hardest(card_texts(edition))


@pytest.mark.parametrize("slug", PROJECT.slugs)
def test_every_page_has_a_lix(slug: str) -> None:
    for one in prepared(slug).pages:
        value = page_lix(one).value
        assert value is not None, one.path
        assert 15 < value < 60, one.path


def test_tjek_tells_the_lix_of_each_page() -> None:
    result = CliRunner().invoke(main, ["tjek", "broendby"])
    assert result.exit_code == 0
    (line,) = [line for line in result.output.splitlines() if line.startswith("LIX ")]
    edition = prepared("broendby").edition
    assert edition is not None
    assert f"kortet {math.ceil(lix(card_texts(edition)).value or 0)}," in line
    for one in prepared("broendby").pages:
        name = "forside" if one.path == "index.md" else one.path.removesuffix(".md")
        assert f", {name} {math.ceil(page_lix(one).value or 0)}" in line


def test_tjek_can_show_the_hardest_sentences() -> None:
    plain, long = (CliRunner().invoke(main, ["tjek", "broendby", *more]).output for more in ([], ["--lix"]))
    assert hardest(page_texts(prepared("broendby").pages[3])) in long
    assert len(long.splitlines()) == len(plain.splitlines()) + 1 + len(prepared("broendby").pages)


def test_a_hard_page_is_advice_and_stops_nothing() -> None:
    hard = "Forældremyndighedsindehavere orienteres efterfølgende skriftligt. " * 5
    pages = [page(hard), page("Ring nu til os. " * 5), page(hard.split(".")[0] + ".")]
    found = list(lix_report(dataclasses.replace(prepared("broendby"), pages=pages)).messages())
    assert [(message.severity, message.place.file) for message in found] == [("råd", "data/x.yml")]
    assert "Forældremyndighedsindehavere" in found[0].advice
    assert "højst være 40" in found[0].what


def test_a_hard_card_is_a_warning() -> None:
    one = prepared("broendby")
    assert one.edition is not None
    kommune = one.edition.kommune.model_copy(update={"kort_indledning": "Forældremyndighedsindehavere orienteres. " * 200})
    hard = dataclasses.replace(one, edition=dataclasses.replace(one.edition, kommune=kommune), pages=[])
    (message,) = lix_report(hard).messages()
    assert (message.severity, message.place.file) == ("advarsel", "data/kommuner/broendby/kommune.yml")


def test_an_edition_with_errors_has_none() -> None:
    assert answer(Prepared("x", None), Wishes()) == Answer([])
