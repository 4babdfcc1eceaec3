"""The contacts as vCard: read back with another library, and folded and escaped as RFC 2426 says."""

from __future__ import annotations

import pytest
import vobject
from handleplan.out.exports.contact_cards import contact_cards
from handleplan.out.exports.vcard import card, escaped, folded, line
from handleplan.out.numbers import phone_uri

from tests.out.editions import SLUGS, edition, small
from tests.out.test_tables import CONTACT, OWN

HARD = 'Ring; "nu", \\ ikke i morgen\nBørn, unge & ældre – ' + "æøå" * 40


def test_a_hard_value_comes_back() -> None:
    text = card([line("FN", HARD), line("N", HARD, "", "", "", ""), line("NOTE", HARD)])
    read = vobject.readOne(text)
    assert (read.fn.value, read.note.value, read.n.value.family) == (HARD, HARD, HARD)


@pytest.mark.parametrize(
    ("text", "written"),
    [("a,b;c", "a\\,b\\;c"), ("a\\nb", "a\\\\nb"), ("a\nb", "a\\nb"), ("a\r\nb", "a\\nb"), ("a:b", "a:b")],
)
def test_escaping(text: str, written: str) -> None:
    assert escaped(text) == written


@pytest.mark.parametrize("length", [0, 1, 74, 75, 76, 150, 151, 1000])
@pytest.mark.parametrize("letter", ["a", "ø", "–", "😀"])
def test_lines_have_75_octets_at_most_and_no_letter_is_cut(length: int, letter: str) -> None:
    written = folded(letter * length).encode("utf-8")
    lines = written.split(b"\r\n")
    assert lines.pop() == b"" and all(len(part) <= 75 for part in lines)
    assert all(part.decode("utf-8").strip() for part in lines[1:])
    assert written.replace(b"\r\n ", b"").decode("utf-8") == letter * length + "\r\n"
    assert len(lines) == 1 or len(lines[0]) > 75 - len(letter.encode()), "a line is folded only when it must be"


def test_an_address_is_written_as_it_is() -> None:
    assert line("URL", "https://a.dk/x;y,z", uri=True) == "URL:https://a.dk/x;y,z\r\n"


@pytest.mark.parametrize("slug", SLUGS)
def test_every_contact_is_there_with_its_ways_to_be_reached(slug: str) -> None:
    one = edition(slug)
    cards = list(vobject.readComponents(contact_cards(one).decode("utf-8")))
    contacts = {**one.lokale_kontakter, **one.nationale_kontakter}
    assert [c.uid.value for c in cards] == [f"handleplan-{slug}-{ident}" for ident in contacts]
    for read, k in zip(cards, contacts.values(), strict=True):
        assert read.version.value == "3.0" and read.fn.value == read.n.value.family == k.navn
        wanted = [phone_uri(n).removeprefix("tel:") for n in [*k.telefon, *([k.sms] if k.sms else [])]]
        assert [tel.value for tel in read.contents.get("tel", [])] == wanted
        assert [mail.value for mail in read.contents.get("email", [])] == [k.mail] * bool(k.mail)
        assert [url.value for url in read.contents.get("url", [])] == [u for u in (k.web, k.chat) if u]
        assert [org.value for org in read.contents.get("org", [])] == [[k.udbyder]] * bool(k.udbyder)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_card_says_what_it_is(slug: str) -> None:
    one = edition(slug)
    contacts = {**one.lokale_kontakter, **one.nationale_kontakter}
    for read, k in zip(vobject.readComponents(contact_cards(one).decode("utf-8")), contacts.values(), strict=True):
        note = read.note.value
        assert "ikke kommunens officielle plan" in note and one.fuldt_navn in note
        assert "2026" in note and "Kilde: " in note
        assert note.startswith("Bekræftet " if k.tjekket else "Ikke bekræftet.")
        assert ("Ingen har kontrolleret oplysningen." in note) == (k.tjekket is None)
        assert (k.bemærkning is None) == ("Redaktionens bemærkning" not in note)
        assert all(word in note for word in k.målgruppe) and (k.alder is None or f"{k.alder.fra}" in note)
        assert "{{" not in note


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert contact_cards(edition("aarhus")) == contact_cards(edition.__wrapped__("aarhus"))


def test_sms_and_chat_have_their_own_names(tmp_path) -> None:
    own = 'nye:\n  ung:\n    navn: "Ung; snak, trygt"\n    sms: "12 34 56 78"\n    chat: https://ung.dk/chat?a=1,2;3\n'
    own += "    web: https://ung.dk/a,b;c\n"
    one = small(tmp_path, {"kontakter.yml": own})
    read = next(vobject.readComponents(contact_cards(one).decode("utf-8")))
    assert read.fn.value == "Ung; snak, trygt"
    assert read.tel.value == "+4512345678" and read.tel.group == "sms"
    assert {(label.group, label.value) for label in read.contents["x-ablabel"]} == {("sms", "Sms"), ("chat", "Chat")}
    for address in ("https://ung.dk/chat?a=1,2;3", "https://ung.dk/a,b;c"):
        assert f"URL:{address}\r\n" in contact_cards(one).decode("utf-8")


def test_a_card_says_all_that_the_page_does(tmp_path) -> None:
    one = small(tmp_path, {"kontakter.yml": CONTACT})
    text = contact_cards(one).decode("utf-8")
    read = next(vobject.readComponents(text))
    assert [tel.value for tel in read.contents["tel"]] == ["+4512345678", "116111", "+4587654321"]
    assert read.rev.value == "2026-11-21" and read.categories.value == ["Ærø Kommune"]
    *lines, whole, newest = read.note.value.split("\n")
    assert lines == [
        "Bekræftet 20. november 2026.",
        "Når du er i tvivl.",
        "For: Unge, Forældre, 14–17 år",
        "Åbent: man–ons 8.00–15.30, tor 8.00–17.00",
        "Når der er lukket: Ring 114.",
        "Sms: +4587654321",
        "Redaktionens bemærkning: Ring også til Politiet.",
        f"Kilde: {OWN}",
    ]
    assert whole == "Fra Ærø Kommunes udgave af håndbogen, version 2026-11-21, 21. november 2026."
    assert newest.startswith("Eksempel – ikke kommunens officielle plan. Se efter, om der er en nyere: https://")
