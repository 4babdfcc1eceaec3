"""The Danish search file on its own: which words of an index a query asks for. Runs in Chromium, with a stand-in for lunr."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pytest
from handleplan.out.search_words import FUNCTION_WORDS, fold, stem
from playwright.sync_api import Browser, Error, Page

from tests.small_project import ROOT

pytestmark = pytest.mark.browser
SCRIPT = ROOT / "overrides/tema/assets/javascripts/lunr/min/lunr.da.min.js"
STAND_IN = """() => {
  function Index() {}
  Index.prototype.search = () => ["stock"]
  self.lunr = { Index, Pipeline: { registerFunction() {} }, tokenizer: { separator: /[\\s\\-]+/ }, Query: { wildcard: {} } }
}"""
VOCABULARY = ["25", "18", "02", "76", "114", "264", "d", "noegenbilleder", "billeddeling", "billede", "slettet", "krænker", "kraenkeren", "tavshedspligt", "forsikringsanmeldelse", "forsikring", "anmeldelse", "underretning", "underrette", "politianmeldelse", "politi", "doegn", "vagt", "vagten", "grooming", "foraeldre", "moede", "samtale"]


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    page = context.new_page()
    page.evaluate(STAND_IN)
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    yield page
    context.close()


def asked(page: Page, query: str) -> dict[str, list[str]]:
    """Word as typed → the index words asked for, strongest first."""
    units = page.evaluate(
        """([query, words]) => lunr.da.wordsFor({ invertedIndex: Object.fromEntries(words.map(w => [w, {}])) }, query)
            .map(unit => [unit.source, [...unit.terms].sort((a, b) => b[1] - a[1]).map(([term]) => term)])""",
        [query, VOCABULARY],
    )
    found: dict[str, list[str]] = {}
    for source, terms in units:
        found[source] = found.get(source, []) + terms
    return found


@pytest.mark.parametrize(
    ("query", "word", "first"),
    [
        ("nøgenbilleder", "nøgenbilleder", "noegenbilleder"),
        ("Noegenbilleder", "Noegenbilleder", "noegenbilleder"),
        ("nøgenbillede", "nøgenbillede", "noegenbilleder"),
        ("deling", "deling", "billeddeling"),
        ("tavsheds pligt", "tavsheds", "tavshedspligt"),
        ("politi anmeldelse", "politi", "politianmeldelse"),
        ("tavshedpligt", "tavshedpligt", "tavshedspligt"),
        ("groming", "groming", "grooming"),
        ("forsikringanmeldelse", "forsikringanmeldelse", "forsikringsanmeldelse"),
        ("underetning", "underetning", "underretning"),
        ("forældremøde", "forældremøde", "foraeldre"),
        ("døgnvagt", "døgnvagt", "doegn"),
        ("114", "114", "114"),
    ],
)
def test_a_word_leads_to_the_word_of_the_index(page: Page, query: str, word: str, first: str) -> None:
    assert asked(page, query)[word][0] == first


def test_decomposed_letters_are_the_same_word(page: Page) -> None:
    decomposed = unicodedata.normalize("NFD", "anmeldélse")
    assert asked(page, decomposed)[decomposed][0] == "anmeldelse"


def test_a_phone_number_without_spaces_is_found_in_groups(page: Page) -> None:
    assert asked(page, "25180276")["25180276"] == ["25", "18", "02", "76"]
    assert asked(page, "+45 25180276")["25180276"] == ["25", "18", "02", "76"]


@pytest.mark.parametrize("query", ["§264d", "264 d", "§ 264 d"])
def test_a_paragraph_is_found_however_it_is_written(page: Page, query: str) -> None:
    assert asked(page, query) == {"264": ["264"], "d": ["d"]}


def test_function_words_are_dropped_when_others_are_there(page: Page) -> None:
    assert list(asked(page, "hvad gør jeg med en underretning")) == ["underretning"]
    assert list(asked(page, "hvad gør jeg")) == ["hvad", "gør", "jeg"]


def test_half_of_a_word_is_no_answer_to_a_word_that_stands_there(page: Page) -> None:
    asks = """words => lunr.da.wordsFor({ invertedIndex: Object.fromEntries(words.map(w => [w, {}])) }, "budgetaftalen")
        .flatMap(unit => [...unit.terms.keys()])"""
    assert page.evaluate(asks, ["budgetaftalen", "aftalen"]) == ["budgetaftalen"]
    assert page.evaluate(asks, ["aftalen"]) == ["aftalen"]


def test_a_word_that_nothing_is_like_finds_nothing(page: Page) -> None:
    assert asked(page, "xylofonkoncert") == {"xylofonkoncert": []}


def test_lunrs_own_query_language_is_left_alone(page: Page) -> None:
    assert page.evaluate("new lunr.Index().search('title:underretning')") == ["stock"]
    assert page.evaluate("new lunr.Index().search('-underretning')") == ["stock"]
    with pytest.raises(Error, match="fields is not iterable"):  # not the stock search: the stand-in has no index to ask
        page.evaluate("Object.assign(new lunr.Index(), { invertedIndex: { 25: {}, 18: {}, 76: {} } }).search('+45 25181876')")


def test_python_compares_words_as_the_search_does(page: Page) -> None:
    """``handleplan tjek`` judges search words with a copy of the rules: it must not drift."""
    data = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "data").rglob("*.yml"))
    words = sorted({*re.findall(r"\w+", data), *FUNCTION_WORDS})
    assert len(words) > 4000
    expected = ["" if fold(word) in FUNCTION_WORDS else stem(fold(word)) for word in words]
    assert page.evaluate("words => words.map(lunr.da.plain)", words) == expected
    assert page.evaluate("words => words.filter(word => !lunr.da.plain(word))", words) == [w for w in words if fold(w) in FUNCTION_WORDS]


def test_a_family_of_words_is_one(page: Page) -> None:
    assert "anmeldelse" in asked(page, "anmeldte")["anmeldte"] and "underretning" in asked(page, "underretter")["underretter"]


def test_what_sounds_alike_is_near(page: Page) -> None:
    assert asked(page, "vagdt zamtale")["zamtale"][0] == "samtale"


def test_the_class_and_the_app_are_not_what_is_asked_about(page: Page) -> None:
    assert [*asked(page, "7. klasse billede snapchat")] == ["klasse", "billede"]
    assert [*asked(page, "snapchat")] == ["snapchat"]


def test_an_age_is_not_what_is_asked_about(page: Page) -> None:
    assert [*asked(page, "politi 12 år")] == ["politi", "12"]


def test_a_name_may_end_in_a_function_word(page: Page) -> None:
    """The two words "slet det" are SletDet."""
    found = page.evaluate(
        """() => lunr.da.wordsFor({ invertedIndex: { sletdet: {}, slet: {}, barnet: {} } }, "slet det")
            .map(unit => [[...unit.terms.keys()], unit.words])"""
    )
    assert [["sletdet"], [0]] in found


def test_a_compound_may_begin_with_a_function_word(page: Page) -> None:
    found = page.evaluate("""() => lunr.da.wordsFor({ invertedIndex: { afpresning: {}, presning: {} } }, "af presning")
        .map(unit => [...unit.terms.keys()])""")
    assert ["afpresning"] in found


def test_what_people_type_leads_to_what_the_pages_call_it(page: Page) -> None:
    """Also with a typing error, inside a longer word, and as two words with others between them."""
    words = ["afpresning", "foraeldre", "ungdomsuddannelse", "spredning", "billede"]
    asks = """([query, words]) => lunr.da.wordsFor({ invertedIndex: Object.fromEntries(words.map(w => [w, {}])) }, query)
        .flatMap(unit => [...unit.terms.keys()])"""
    for query, called in [
        ("blackmail", "afpresning"),
        ("paarorende", "foraeldre"),
        ("gymnasieskole", "ungdomsuddannelse"),
        ("lagt et billede ud", "spredning"),
    ]:
        assert called in page.evaluate(asks, [query, words]), query
    assert "spredning" not in page.evaluate(asks, ["et billede ud", words])


def test_a_doubled_consonant_is_another_form_of_the_word(page: Page) -> None:
    weights = page.evaluate(
        """() => Object.fromEntries(lunr.da.wordsFor({ invertedIndex: { klub: {}, klubmedlem: {} } }, "klubben")[0].terms)"""
    )
    assert weights["klub"] == 7
