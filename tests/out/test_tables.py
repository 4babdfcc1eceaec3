"""The tables for spreadsheets: every row of the edition, and no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from handleplan.out.exports.tables import contact_table, resource_table, safe_cell
from handleplan.out.numbers import shown_phone

from tests.out.editions import SLUGS, edition, small

SIGNS = {"udgave", "status", "udgavens dato", "udgavens version", "kilde", "bekræftet", "id"}


def rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf"), "without the mark Excel reads æøå wrong"
    assert content.count(b"\r\n") == content.count(b"\n")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))


@pytest.mark.parametrize("slug", SLUGS)
def test_every_contact_has_its_row(slug: str) -> None:
    one = edition(slug)
    found = {row["id"]: row for row in rows(contact_table(one))}
    assert list(found) == [*one.lokale_kontakter, *one.nationale_kontakter]
    for ident, k in one.kontakter.items():
        row = found[ident]
        assert row["navn"] == k.navn and row["mail"] == (k.mail or "") and row["web"] == (k.web or "")
        assert row["telefon"] == ", ".join(shown_phone(n) for n in k.telefon).replace("\u00a0", " ")
        assert row["type"] == k.type and (row["bekræftet"] == "ikke bekræftet") == (k.tjekket is None)
        assert bool(row["åbent"]) == bool(k.åbent) and bool(row["alder"]) == bool(k.alder)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_material_and_title_has_its_row(slug: str) -> None:
    one = edition(slug)
    found = rows(resource_table(one))
    assert [r["id"] for r in found if r["slags"] == "materiale"] == list(one.vidensbank)
    assert [r["id"] for r in found if r["slags"] == "litteratur"] == list(one.litteratur)
    for row in found:
        things = one.vidensbank if row["slags"] == "materiale" else one.litteratur
        assert row["titel"] == things[row["id"]].titel
        assert "{{" not in "".join(row.values()) and "**" not in "".join(row.values())


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("table", [contact_table, resource_table])
def test_every_row_says_what_it_is(slug: str, table) -> None:
    one = edition(slug)
    for row in rows(table(one)):
        assert SIGNS <= set(row) and None not in row
        assert row["udgave"] == one.fuldt_navn and row["status"].endswith("ikke kommunens officielle plan")
        assert row["udgavens dato"] == one.kommune.dato.isoformat() and row["kilde"]


CONTACT = """
nye:
  linjen:
    navn: Linjen
    telefon: ["12345678", "116111"]
    sms: "+45 87 65 43 21"
    mail: linjen@aeroe.example
    web: https://linjen.example
    chat: https://linjen.example/chat
    målgruppe: [Unge, Forældre]
    alder: {fra: 14, til: 17}
    åbent: {man-ons: 8.00-15.30, tor: 8.00-17.00}
    uden_for_åbningstid: Ring 114.
    note: Når du er i tvivl.
    udbyder: Ærø Kommune
    trykt_adresse: [linjen.dk, aeroe.dk/linjen]
    tjekket: 2026-11-20
    bemærkning: {tekst: "Ring **også** til {{ kontakt('politi') }}.", kort: Ring også til politiet.}
"""
MATERIALS = """
nye:
  spil:
    titel: Spillet
    til: [personale, forældre]
    målgruppe: Familier
    alder: [{fra: 10, til: 12}, {fra: 13}]
    skoletrin: [mellemtrin, udskoling]
    form: Et spil
    formål: "Tal om **deling** med {{ kontakt('ssp') }}."
    udbyder: Rådet
    url: https://raadet.example/spil
    kilde: planen
  ring:
    titel: Ring
    til: [ledelse]
    kontakt: linjen
    ufuldstændig: teksten er afbrudt
"""
BOOK = """
nye:
  bog: {titel: Bogen, forfatter: N. Forfatter, udgiver: Forlaget, år: 2020, url: https://bog.example, note: God bog.}
"""
OWN = "Kommunens del af håndbogen, som bygger på: Kommunens plan (Ærø Kommune)"


def test_every_field_has_its_cell(tmp_path: Path) -> None:
    own = {"kontakter.yml": CONTACT + '  ssp: {navn: SSP, telefon: ["12 34 56 78"]}\n'}
    one = small(tmp_path, {**own, "vidensbank.yml": MATERIALS, "litteratur.yml": BOOK})
    of = {
        "udgave": "Ærø Kommune", "status": "Eksempel – ikke kommunens officielle plan", "udgavens dato": "2026-11-21",
        "udgavens version": "2026-11-21", "redaktionens bemærkning": "", "bekræftet": "ikke bekræftet", "kilde": OWN,
    }  # fmt: skip
    contact, *others = rows(contact_table(one))
    assert contact == {
        **of, "id": "linjen", "type": "lokal", "navn": "Linjen", "telefon": "12 34 56 78, 116 111",
        "sms": "87 65 43 21", "mail": "linjen@aeroe.example", "web": "https://linjen.example",
        "chat": "https://linjen.example/chat", "målgruppe": "Unge, Forældre", "alder": "14–17 år",
        "åbent": "man–ons 8.00–15.30, tor 8.00–17.00", "når der er lukket": "Ring 114.", "note": "Når du er i tvivl.",
        "udbyder": "Ærø Kommune", "adresse i kilderne": "linjen.dk, aeroe.dk/linjen",
        "redaktionens bemærkning": "Ring også til Politiet.", "bekræftet": "bekræftet 20. november 2026",
    }  # fmt: skip
    assert [(row["id"], row["kilde"]) for row in others if row["type"] == "national"] == [
        (ident, "Håndbogens fælles del") for ident in ("alarm-112", "politi", "sletdet")
    ]
    found = {row["id"]: row for row in rows(resource_table(one))}
    assert found["spil"] == {
        **of, "id": "spil", "slags": "materiale", "type": "lokal", "titel": "Spillet", "til": "personale, forældre",
        "målgruppe": "Familier", "alder": "10–12 år, fra 13 år", "skoletrin": "mellemtrin, udskoling",
        "form": "Et spil", "formål og indhold": "Tal om deling med SSP.", "udbyder": "Rådet", "forfatter": "",
        "år": "", "web": "https://raadet.example/spil", "telefon": "", "mail": "", "mangler": "",
        "kilde": "Kommunens plan (Ærø Kommune)",
    }  # fmt: skip
    ring = found["ring"]
    assert (ring["telefon"], ring["mail"], ring["web"], ring["mangler"]) == (
        "12 34 56 78, 116 111", "linjen@aeroe.example", "https://linjen.example", "teksten er afbrudt",
    )  # fmt: skip
    assert found["bog"] == {
        **of, **dict.fromkeys(("til", "målgruppe", "alder", "skoletrin", "form", "telefon", "mail", "mangler"), ""),
        "id": "bog", "slags": "litteratur", "type": "", "titel": "Bogen", "forfatter": "N. Forfatter",
        "udbyder": "Forlaget", "år": "2020", "web": "https://bog.example", "formål og indhold": "God bog.",
    }  # fmt: skip


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\n=", "\r+", " =", "＝", "＋", "－", "＠"])
def test_a_formula_is_only_text(start: str) -> None:
    written = safe_cell(f'{start}HYPERLINK("https://a.dk")')
    assert written.startswith("'") and not set(written) & set("\t\r\n")


@pytest.mark.parametrize("text", ["", "12 34 56 78", "112", "0–14 år", "Ring = godt", "æ", "'"])
def test_other_text_is_left_alone(text: str) -> None:
    assert safe_cell(text) == text


def test_hard_text_comes_back(tmp_path: Path) -> None:
    navn, note = "'=1+1;\"x\"'", "'@SUM(A1); og \"mere\"'"
    own = f'nye:\n  farlig:\n    navn: {navn}\n    telefon: ["+45 12 34 56 78"]\n    note: {note}\n'
    first = rows(contact_table(small(tmp_path, {"kontakter.yml": own})))[0]
    assert (first["navn"], first["telefon"], first["note"]) == ("'=1+1;\"x\"", "12 34 56 78", "'@SUM(A1); og \"mere\"")


@pytest.mark.parametrize("slug", SLUGS)
def test_no_cell_is_what_a_spreadsheet_turns_into_a_date(slug: str) -> None:
    """ "9-17" becomes 9 September; an age has its word with it, a phone number its spaces."""
    for row in rows(contact_table(edition(slug))) + rows(resource_table(edition(slug))):
        assert all(cell.endswith(" år") for cell in [row["alder"]] if cell)
