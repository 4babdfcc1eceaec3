"""What each kind of value accepts, what it becomes, and what is said of the rest."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from handleplan.model.addresses import Mail, Telefon, Webadresse
from handleplan.model.baggrund import Anbefaling, Baggrund, Svar
from handleplan.model.kommune import Sted
from handleplan.model.opslag import Alder, Dage, Kontakt, Åbningstid
from handleplan.model.parts import Bevis, Hvis, Punkt
from handleplan.model.types import (
    Dato,
    Farve,
    Heltal,
    Id,
    JaNej,
    Linje,
    Tekst,
)  # fmt: skip
from pydantic import TypeAdapter, ValidationError

RIGHT: list[tuple[Any, str, Any]] = [
    (Dato, "2026-11-20", datetime.date(2026, 11, 20)),
    (Dato, " 2024-02-29 ", datetime.date(2024, 2, 29)),
    (Telefon, "12 34 56 78", "12 34 56 78"),
    (Telefon, "12345678", "12345678"),
    (Telefon, "+45 12 34 56 78", "+45 12 34 56 78"),
    (Telefon, "12\u00a034\u00a056\u00a078", "12\u00a034\u00a056\u00a078"),
    (Telefon, "112", "112"),
    (Telefon, "114", "114"),
    (Telefon, "116 111", "116 111"),
    (Id, "barnets-lov-133", "barnets-lov-133"),
    (Id, "112", "112"),
    (JaNej, "ja", True),
    (JaNej, " Nej ", False),
    (Heltal, "14", 14),
    (Heltal, "-1", -1),
    (Farve, "#0D3B4A", "#0d3b4a"),
    (Mail, "ssp@aeroe.example", "ssp@aeroe.example"),
    (Webadresse, "https://da.wikipedia.org/wiki/Ærø_(ø)", "https://da.wikipedia.org/wiki/Ærø_(ø)"),
    (Webadresse, "http://aeroe.example/?a=b&c=d#e", "http://aeroe.example/?a=b&c=d#e"),
    (Webadresse, "https://www.rødøvré.dk/", "https://www.rødøvré.dk/"),
    (Webadresse, "https://xn--rdovre-fya.dk/", "https://xn--rdovre-fya.dk/"),
    (Linje, "  Ring nu ", "Ring nu"),
    (Tekst, "\nRing nu\n\nRing igen\n", "Ring nu\n\nRing igen"),
    (Linje, "x" * 1000, "x" * 1000),
    (Tekst, "x" * 6000, "x" * 6000),
    (Id, "com", "com"),
    (Dage, "man-fre", "man-fre"),
    (Dage, "alle", "alle"),
    (Dage, "søn", "søn"),
    (Åbningstid, "8.00-15.30", "8.00-15.30"),
    (Åbningstid, "08:00 – 24:00", "08.00-24.00"),
    (Åbningstid, "døgnet rundt", "døgnet rundt"),
]
WRONG: list[tuple[Any, str, str]] = [
    (Dato, "20-11-2026", "en dato skrives år-måned-dag"),
    (Dato, "2026-02-30", "den dag findes ikke"),
    (Dato, "2026-11-20T10:00", "en dato skrives år-måned-dag"),
    (Dato, "", "en dato skrives år-måned-dag"),
    (Telefon, "12 34 56 7", "8 cifre"),
    (Telefon, "12 34 56 789", "8 cifre"),
    (Telefon, "12-34-56-78", "8 cifre"),
    (Telefon, "113", "8 cifre"),
    (Telefon, "+46 12 34 56 78", "8 cifre"),
    (Telefon, "tlf. 12345678", "8 cifre"),
    (Telefon, "１２３４５６７８", "8 cifre"),  # digits that a phone does not dial
    (Telefon, "12345678;ext=1", "8 cifre"),
    (Dato, "２０２６-11-20", "en dato skrives år-måned-dag"),
    (Åbningstid, "８.00-15.30", "en åbningstid skrives"),
    (JaNej, "yes", "der skal stå ja eller nej"),
    (JaNej, "", "der skal stå ja eller nej"),
    (Heltal, "14,5", "et helt tal"),
    (Heltal, "1_000", "et helt tal"),
    (Heltal, "9999999999", "et helt tal"),
    (Farve, "0d3b4a", "en farve skrives som #"),
    (Farve, "#0d3b4", "en farve skrives som #"),
    (Farve, "#0d3b4a;x", "en farve skrives som #"),
    (Mail, "ssp@aeroe", "en mailadresse skrives"),
    (Mail, "ssp@aeroe.example?bcc=x@y.dk", "en mailadresse skrives"),
    (Mail, "ssp aeroe@x.dk", "en mailadresse skrives"),
    (Webadresse, "aeroe.example", "begynder med https://"),
    (Webadresse, "https://www.\u0430arhus.dk/", "ikke et dansk bogstav"),
    (Webadresse, "https://aarhus.dk\u3002ond.example/", "ikke et dansk bogstav"),
    (Webadresse, "https://127.0x1/", "der mangler et navn"),
    (Sted, "https://aeroe.example/?a=b", "hvor håndbogen ligger"),
    (Sted, "https://aeroe.example/#a", "hvor håndbogen ligger"),
    (Webadresse, "javascript:alert(1)", "begynder med https://"),
    (Webadresse, "https://x.dk/a b", "begynder med https://"),
    (Webadresse, 'https://x.dk/"onclick="x', "begynder med https://"),
    (Webadresse, "https://x.dk/<b>", "begynder med https://"),
    (Webadresse, "https://x.dk/{{ x }}", "begynder med https://"),
    (Linje, "  ", "den er tom"),
    (Linje, "Ring\nnu", "på én linje"),
    (Tekst, " \n ", "den er tom"),
    (Dage, "fre-man", "dage skrives"),
    (Dage, "mandag", "dage skrives"),
    (Dage, "man-", "dage skrives"),
    (Åbningstid, "8-15", "en åbningstid skrives"),
    (Åbningstid, "25.00-26.00", "en åbningstid skrives"),
    (Åbningstid, "15.30-8.00", "der lukkes, før der åbnes"),
    (Åbningstid, "8.00-8.00", "der lukkes, før der åbnes"),
    *((Id, word, "et af de faste ord") for word in ("ret", "nye", "skjul", "orden")),
    *((Id, word, "som Windows bruger") for word in ("con", "prn", "aux", "nul", "com0", "com9", "lpt1")),
    (Linje, "x" * 1001, "grænsen er 1000"),
    (Tekst, "x" * 6001, "grænsen er 6000"),
]
NO_ID = ["", "Politi", "ssp_1", "ssp--1", "-ssp", "ssp-", "æble", "../x", "a b", "a/b", "a.b", "x" * 61, "ssp\n"]


@pytest.mark.parametrize(("type_", "text", "value"), RIGHT, ids=[repr(row[1][:40]) for row in RIGHT])
def test_right(type_: Any, text: str, value: Any) -> None:
    assert TypeAdapter(type_).validate_python(text) == value


@pytest.mark.parametrize(("type_", "text", "reason"), WRONG, ids=[repr(row[1][:40]) for row in WRONG])
def test_wrong(type_: Any, text: str, reason: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(type_).validate_python(text)
    (error,) = caught.value.errors()
    assert reason in str(error["ctx"]["error"])


@pytest.mark.parametrize("text", NO_ID, ids=repr)
def test_what_is_no_id(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(text)


def test_ages_are_whole_years_in_order() -> None:
    assert Alder(fra="12", til="17") == Alder(fra=12, til=17)
    assert Alder(fra="18").til is None
    for fra, til in (("18", "12"), ("-1", "12"), ("12", "121")):
        with pytest.raises(ValidationError):
            Alder(fra=fra, til=til)


def test_percentages_are_0_to_100() -> None:
    assert Svar(tekst="Ja", procent="100").procent == 100
    for wrong in ("101", "-1", "60 %"):
        with pytest.raises(ValidationError):
            Svar(tekst="Ja", procent=wrong)


def test_a_figure_has_question_base_and_answers() -> None:
    svar = {"ja": {"tekst": "Ja", "procent": "1"}}
    whole = {"titel": "T", "slags": "tal", "spørgsmål": "S?", "base": "B", "svar": svar}
    assert Baggrund.model_validate(whole)
    for name in ("spørgsmål", "base", "svar"):
        with pytest.raises(ValidationError, match="et tal skal have spørgsmål, base og svar"):
            Baggrund.model_validate({key: value for key, value in whole.items() if key != name})


def test_a_recommendation_points_at_parts_of_the_handbook() -> None:
    assert Anbefaling(titel="T", tekst="X", dækket_af=["trin/vurder", "side/actioncard"])
    for wrong in ("vurder", "kilder/x", "trin/", "/x"):
        with pytest.raises(ValidationError, match="en del af håndbogen skrives"):
            Anbefaling(titel="T", tekst="X", dækket_af=[wrong])


def test_a_bullet_may_be_text_only() -> None:
    assert Punkt.model_validate("Ring nu") == Punkt.model_validate({"tekst": "Ring nu"})


def test_evidence_names_actor_material_and_act() -> None:
    whole = {"aktør": "personale", "materiale": ["besked"], "handling": "gem"}
    assert Bevis.model_validate(whole).enhed == "alle"
    for name, wrong in (("aktør", "lærer"), ("materiale", []), ("handling", "gem ikke"), ("enhed", "min")):
        with pytest.raises(ValidationError):
            Bevis.model_validate({**whole, name: wrong})


def test_conditions_are_words_of_the_contract() -> None:
    hvis = Hvis.model_validate({"krænker": "ukendt", "situation": ["voksen", "trusler"], "myndig": "umyndig"})
    assert hvis.situation == ["voksen", "trusler"]
    for name, wrong in (("krænker", "måske"), ("situation", "voksen"), ("strafbar_alder", "14"), ("vej", "retten")):
        with pytest.raises(ValidationError):
            Hvis.model_validate({name: wrong})


def test_what_has_been_read_does_not_change() -> None:
    kontakt = Kontakt(navn="SSP")
    with pytest.raises(ValidationError):
        kontakt.navn = "Andet"
