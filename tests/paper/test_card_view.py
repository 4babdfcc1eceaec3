"""What is put on the card: branches, actors, signs, contacts, the order around the steps."""

from __future__ import annotations

from typing import Any

import pytest
from handleplan.edition.edition import Edition
from handleplan.out.addresses import shown_address
from handleplan.out.paper.bullets import Bullet, branches
from handleplan.out.paper.card_view import card_view
from handleplan.out.paper.contacts import contact_groups
from handleplan.out.paper.marks import Marks
from handleplan.out.paper.qr import qr_image, versioned
from handleplan.out.paper.templates import link_emergency_numbers

from tests.out.editions import SLUGS
from tests.out.editions import edition as real
from tests.paper import editions


def bullets(kort: dict[str, Any], **trin: Any) -> list[Bullet]:
    edition = editions.edition({}, {"trin": {"titel": "Trin", "kort": kort, **trin}}, {})
    return card_view(edition).forløb[0].punkter


def test_neighbours_with_the_same_condition_are_a_branch() -> None:
    found = branches(
        bullets(
            {
                "a": {"tekst": "**Kendt krænker:** kontakt dem.", "hvis": {"krænker": "kendt"}},
                "b": {"tekst": "Bed om sletning.", "hvis": {"krænker": "kendt", "vej": "intern"}},
                "c": {"tekst": "Ukendt krænker: Orientér SSP.", "hvis": {"krænker": "ukendt"}},
                "d": "Altid.",
            }
        )
    )
    assert [(branch.navn, [p.ren for p in branch.punkter]) for branch in found] == [
        ("Kendt krænker", ["Kontakt dem.", "Bed om sletning."]),
        ("", ["Orientér SSP.", "Altid."]),
    ]
    first, second, third, last = (p for branch in found for p in branch.punkter)
    assert first.før == ""
    assert second.før != "" and "Kendt" not in second.før
    assert third.før == "Ukendt krænker"
    assert last.før == ""


@pytest.mark.parametrize(
    ("tekst", "hvis", "før", "ren"),
    [
        ("Under 18 år: ring hjem.", {"myndig": "umyndig"}, "Under 18 år", "Ring hjem."),
        ("Sendt til dig? Ring.", {"modtaget": "sendt"}, "", "Sendt til dig? Ring."),
        ("Lederne taler sammen.", {"skole": "flere"}, "Flere skoler", "Lederne taler sammen."),
        ("Skriv log.", {"andet": "hvis mange er med"}, "Hvis mange er med", "Skriv log."),
        ("Er mange med, så skriv log.", {"andet": "hvis mange er med"}, "", "Er mange med, så skriv log."),
        ("Spørg: Hvem?", None, "", "Spørg: Hvem?"),
    ],
)
def test_a_condition_is_said_once(tekst: str, hvis: dict[str, Any] | None, før: str, ren: str) -> None:
    (bullet,) = bullets({"a": {"tekst": tekst, "hvis": hvis}})
    assert (bullet.før, bullet.ren) == (før, ren)


def test_a_question_that_is_a_condition_is_bold() -> None:
    (bullet,) = bullets({"a": {"tekst": "Sendt til dig? Ring.", "hvis": {"modtaget": "sendt"}}})
    assert bullet.tekst == "<strong>Sendt til dig?</strong> Ring."


@pytest.mark.parametrize(
    ("hvem", "tekst", "før"),
    [
        (["ledelse"], "Vurdér sanktioner.", "Skolens ledelse"),
        (["ledelse"], "Ledelsen vurderer sanktioner.", ""),
        (["foraeldre", "elev"], "Anmeld sagen.", "Forældrene og eleven"),
        (["foraeldre", "elev"], "Forældrene anmelder.", ""),
        (["laerer", "paedagog"], "Du skriver log.", ""),
        (["laerer", "ssp", "ledelse"], "Mød hinanden.", ""),
        ([], "Mød hinanden.", ""),
    ],
)
def test_an_actor_stands_when_nothing_else_names_it(hvem: list[str], tekst: str, før: str) -> None:
    (bullet,) = bullets({"a": {"tekst": tekst, "hvem": hvem}}, handler=["laerer", "paedagog"])
    assert bullet.før == før


def test_condition_and_actor_stand_together() -> None:
    (bullet,) = bullets({"a": {"tekst": "Flere skoler: Tal sammen.", "hvis": {"skole": "flere"}, "hvem": ["ledelse"]}})
    assert bullet.før == "Flere skoler – Skolens ledelse"


def test_a_step_names_its_actors_in_short() -> None:
    steps = {"a": {"titel": "A", "handler": ["laerer", "paedagog", "ssp", "ledelse"], "kort": {"x": "X."}}}
    assert card_view(editions.edition({}, steps, {})).forløb[0].hvem == "Lærer, pædagog, SSP og skolens ledelse"


def test_what_is_off_the_card_is_off_it() -> None:
    assert [p.ren for p in bullets({"a": "På.", "b": {"tekst": "Af.", "på_kortet": "nej"}})] == ["På."]


def test_the_steps_stand_where_the_frame_leaves_room() -> None:
    assert [blok.ident for blok in card_view(editions.dense()).forløb] == [
        "skriv-ned", *(f"trin-{number}" for number in range(1, 7)), "luk",
    ]  # fmt: skip


@pytest.mark.parametrize("slug", SLUGS)
def test_a_shipped_card_has_every_block_once_in_the_order_of_the_acute_case(slug: str) -> None:
    """CONTRIBUTING.md, "Den akutte orden": danger, the first minute, never, call; then what follows, around the steps."""
    one = real(slug)
    view = card_view(one)
    assert [(slags, [blok.slags for blok in blocks]) for slags, blocks in view.ramme.items()] == [
        (slags, [slags] * sum(blok.slags == slags for blok in one.akut_på_kortet.values()))
        for slags in ("fare", "altid", "aldrig", "ring")
    ]
    shown = [blok.ident for blok in view.blocks()]
    assert sorted(shown) == sorted([*one.akut_på_kortet, *one.trin_på_kortet])
    assert [blok.ident for blok in view.forløb if blok.slags == "trin"] == list(one.trin_på_kortet)
    assert [blok.nummer for blok in view.forløb if blok.slags == "trin"] == [*range(1, len(one.trin_på_kortet) + 1)]
    assert [blok.slags for blok in view.forløb if blok.slags != "trin"] == ["derefter"] * (
        len(view.forløb) - len(one.trin_på_kortet)
    )


def test_without_a_block_off_the_card_the_frame_follows_the_steps() -> None:
    akut = {"a": {"titel": "A", "slags": "derefter", "punkter": {"x": "X."}}}
    steps = {"trin": {"titel": "Trin", "kort": {"x": "X."}}}
    assert [blok.ident for blok in card_view(editions.edition(akut, steps, {})).forløb] == ["trin", "a"]


def test_one_sign_at_the_heading_when_all_is_suggested() -> None:
    kort = {"a": "A.", "b": {"tekst": "B.", "forslag": "nej"}}
    mixed = card_view(editions.edition({}, {"t": {"titel": "T", "kort": kort}}, {})).forløb[0]
    assert (mixed.forslag, [p.forslag for p in mixed.punkter]) == (False, [True, False])
    view = card_view(editions.edition({}, {"t": {"titel": "T", "kort": {"a": "A.", "b": "B."}}}, {}))
    whole = view.forløb[0]
    assert (whole.forslag, [p.forslag for p in whole.punkter]) == (True, [False, False])
    assert view.mærker.har_forslag, "the foot says what the sign means"
    bare = card_view(editions.edition({"a": {"titel": "A", "slags": "derefter"}}, {}, {})).forløb[0]
    assert bare.forslag, "a block without bullets is judged itself"


def test_an_approved_edition_suggests_nothing() -> None:
    approval = {"status": "godkendt", "godkendt_af": "Chefen", "godkendt_dato": "2026-11-20"}
    view = card_view(editions.dense(**approval))
    assert not view.mærker.har_forslag
    assert not any(blok.forslag or p.forslag for blok in view.blocks() for p in blok.punkter)


def test_equal_remarks_share_a_letter() -> None:
    remark = {"tekst": "x", "kort": "Spørg politiet."}
    other = {"tekst": "x", "kort": "Noget andet."}
    found = bullets({i: {"tekst": "Gem.", "bemærkning": b} for i, b in (("a", remark), ("b", other), ("c", remark))})
    assert [bullet.bemærkning for bullet in found] == ["a", "b", "a"]


def test_contacts_with_the_same_hours_share_a_line() -> None:
    edition: Edition = editions.dense()
    marks = Marks(edition)
    groups = contact_groups(edition, marks)
    assert marks.har_ubekræftet and all(row.ubekræftet for group in groups for row in group.rækker)
    assert [[row.ident for row in group.rækker] for group in groups] == [
        ["boern", "unge"],
        ["ssp", "underretning", "linjen", "raad"],
    ]
    assert groups[0].åbent == "man–ons 8.00–15.30, tor 8.00–17.00, fre 8.00–12.30"
    assert [row.for_hvem for row in groups[0].rækker] == ["0–14 år", "15–17 år"]
    assert groups[1].rækker[1].for_hvem == "Skoler, klubber"


def test_a_confirmed_contact_has_no_sign() -> None:
    local = {"a": {"navn": "A", "telefon": ["11 22 33 44"], "type": "lokal", "tjekket": "2026-11-20"}}
    edition = editions.edition({}, {}, local)
    marks = Marks(edition)
    assert [row.ubekræftet for group in contact_groups(edition, marks) for row in group.rækker] == [False]
    assert not marks.har_ubekræftet


def test_contacts_in_the_texts_are_named_for_the_foot() -> None:
    assert [kontakt.navn for kontakt in card_view(editions.dense()).omtalt] == ["SletDet"]
    assert card_view(editions.sparse()).omtalt == []
    steps = {"t": {"titel": "T", "kort": {"a": "Spørg {{ kontakt('ssp') }} og {{ kontakt('sletdet') }}."}}}
    listed = {"ssp": {**editions.LOKALE["ssp"], "type": "lokal"}}
    omtalt = card_view(editions.edition({}, steps, listed)).omtalt
    assert [kontakt.navn for kontakt in omtalt] == ["SletDet"], "what the card lists has its number there"


def test_emergency_numbers_in_plain_lines_are_links() -> None:
    assert link_emergency_numbers("Ring 114 & 1145") == 'Ring <a href="tel:114">114</a> &amp; 1145'


def test_addresses_as_one_types_them() -> None:
    assert shown_address("https://www.aarhus.dk/hjaelp/") == "aarhus.dk/hjaelp"


def test_the_qr_code_holds_address_and_version() -> None:
    assert versioned("https://haandbog.example/x/", "2026.1") == "https://haandbog.example/x/?v=2026.1"
    assert qr_image("https://haandbog.example/x/?v=1").startswith("data:image/svg+xml")
