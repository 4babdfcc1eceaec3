"""What counts as found: whole words, near each other, in the page's own visible text."""

from __future__ import annotations

import unicodedata

import pytest

from tests.content.checklist import Entry
from tests.content.matcher import Text
from tests.content.page_text import read_blocks


def page(body: str, around: str = "{}") -> Text:
    article = f'<article class="md-content__inner md-typeset">{body}</article>'
    return Text.of_blocks(read_blocks(f"<html><body>{around.format(article)}</body></html>"))


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("politi", "Ring til politi og leder", True),
        ("politi", "Ring til politiet", False),
        ("politi*", "Ring til politiet", True),
        ("notat", "Skriv et kortnotat", False),
        ("*notat", "Skriv et kortnotat", True),
        ("*not*", "Skriv et kortnotat", True),
        ("kan", "De skal kunne det", False),
        ("5 %", "75 % af dem", False),
        ("75 %", "75\u00a0% af dem", True),
        ("75 %", "75 pct. af dem", False),
        ("8.00–15.30", "mandag 8.00-15.30", True),
        ("25 18 02 05", "Ring 25 18 02 05.", True),
        ("25 18 02 05", "Ring 25 18 02 50.", False),
        ("§ 264 d", "straffeloven § 264 d", True),
        ("§ 264 d", "straffeloven § 264 e", False),
        ("og/eller", "den krænkede og/eller forældrene", True),
        ("krænkede", "De KRÆNKEDE", True),
        ("kraenkede", "De krænkede", False),
        ("vurdér", "Vurder sagen", False),
        ("på", unicodedata.normalize("NFD", "på"), True),
        ("udvikling", "ud\u00advikling", True),
        ("hele sagen", "hele den sagen", False),
    ],
)
def test_words_are_whole(phrase: str, text: str, found: bool) -> None:
    assert bool(Text.of(text).places(phrase)) is found


def test_distance_is_counted_in_words_in_any_order() -> None:
    text = Text.of("a b c d e f a")
    assert text.nearest(["a", "c"]) == 3
    assert text.nearest(["c", "a"]) == 3
    assert text.nearest(["e", "a"]) == 3
    assert text.nearest(["a b", "f"]) == 6
    assert text.nearest(["a", "x"]) is None
    assert text.missing(["a", "x"]) == ["x"]


def test_an_entry_fails_when_a_word_is_gone_or_far_away() -> None:
    entry = Entry("a", "k", ("bør", "anmeldes"), 3, "om", False)
    assert entry.fault_in(Text.of("Det bør nok anmeldes.")) is None
    assert entry.fault_in(Text.of("Det kan nok anmeldes.")) == "mangler: bør"
    assert "4 ord" in (entry.fault_in(Text.of("Det bør nok ikke anmeldes.")) or "")


@pytest.mark.parametrize(
    ("styrke", "fault"),
    [("bør", None), ("skal", "fundet: bør"), ("kan", "fundet: bør"), ("ingen", "fundet: bør")],
)
def test_an_entry_fails_when_the_strength_is_another(styrke: str, fault: str | None) -> None:
    blocks = read_blocks(
        '<article class="md-content__inner"><ul><li><span class="hp-styrke hp-styrke--boer">bør</span> Ring nu.</li>'
        '<li><span class="hp-styrke hp-styrke--skal">skal</span> Vent.</li></ul></article>'
    )
    found = Entry("a", "k", ("ring", "nu"), 3, "om", False, styrke).strength_fault_in(blocks)
    assert found is None if fault is None else fault in (found or "")


def test_an_entry_without_a_mark_fails_when_any_bullet_marks_it() -> None:
    bare, marked = "<li>Ring nu.</li>", '<li><span class="hp-styrke hp-styrke--skal">skal</span> Ring nu.</li>'
    entry = Entry("a", "k", ("ring", "nu"), 3, "om", False, "ingen")
    for items, fault in ((bare, None), (marked, "fundet: skal"), (bare + marked, "fundet: ingen og skal")):
        found = entry.strength_fault_in(read_blocks(f'<article class="md-content__inner"><ul>{items}</ul></article>'))
        assert found is None if fault is None else fault in (found or "")


@pytest.mark.parametrize(
    "body",
    [
        "<p hidden>hemmelig</p>",
        '<p aria-hidden="true">hemmelig</p>',
        '<p style="display: none">hemmelig</p>',
        "<div hidden><p>hemmelig</p></div>",
        "<script>hemmelig</script>",
        "<style>hemmelig</style>",
        "<template><p>hemmelig</p></template>",
        '<p title="hemmelig">x</p>',
        "<!-- hemmelig -->",
        '<nav class="md-nav"><p>hemmelig</p></nav>',
        '<h1>x<a class="headerlink" href="#x">hemmelig</a></h1>',
        '<a class="md-content__button" href="https://hemmelig.dk/"><svg><title>hemmelig</title></svg></a>',
    ],
)
def test_what_a_reader_does_not_see_does_not_count(body: str) -> None:
    text = page(f"{body}<p>synlig</p>")
    assert text.places("synlig")
    assert not text.places("hemmelig")
    assert not text.places("hemmelig.dk")


@pytest.mark.parametrize(
    "around",
    [
        "<header>hemmelig</header>{}", "{}<footer>hemmelig</footer>", "<nav>hemmelig</nav>{}", "{}hemmelig",
        "<div class='md-sidebar'><p>hemmelig</p></div>{}",
    ],
)  # fmt: skip
def test_what_stands_around_the_page_does_not_count(around: str) -> None:
    text = page("<p>synlig</p>", around)
    assert text.places("synlig")
    assert not text.places("hemmelig")


def test_an_address_is_found_in_a_link_or_written_out() -> None:
    text = page('<p>Se <a href="https://www.politi.dk/anmeld/">her</a>, www.sletdet.dk og x@y.dk.</p>')
    assert text.places("politi.dk/anmeld")
    assert text.places("www.sletdet.dk")
    assert text.places("x@y.dk")
    assert not text.places("politi.dk/anm")
    assert not text.places("liti.dk/anmeld")
    assert text.nearest(["her", "politi.dk/anmeld"]) == 1
    assert page('<p><a href="https://b.dk/K%C3%B8n.pdf">x</a></p>').places("b.dk/Køn.pdf")
    assert not page('<p><a href="../politi.dk/anmeld">x</a></p>').places("politi.dk/anmeld"), "a link inside the site"


def test_words_of_two_blocks_are_not_one_word() -> None:
    assert page("<ul><li>kort</li><li>notat</li></ul>").words == ["kort", "notat"]
    assert page("<p>kort<br>notat <b>no</b>t</p>").words == ["kort", "notat", "not"]
