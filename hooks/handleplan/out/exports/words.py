"""The words that follow a fact out of the site: whose it is, whether it is confirmed, where it comes from."""

from __future__ import annotations

from ...edition.edition import LOCAL_FOLDER, Edition
from ...model.kinds import KINDS
from ...model.opslag import Alder
from ...model.parts import Ting
from ..contact_words import DASH, age_text
from ..dates import dansk_dato
from ..text import PaperLinker, TextRenderer


def status_text(edition: Edition) -> str:
    """What the edition is. Everything that no municipality has approved says so (CONTRIBUTING.md, "Status")."""
    kommune = edition.kommune
    if edition.er_officiel:
        return f"Godkendt af {kommune.godkendt_af}"
    return f"{kommune.status.capitalize()} {DASH} ikke kommunens officielle plan"


def confirmed_text(kind: str, thing: Ting) -> str:
    """"ikke bekræftet", "bekræftet 20. november 2026", or "" for a kind that cannot go stale."""
    if thing.tjekket is not None:
        return f"bekræftet {dansk_dato(thing.tjekket)}"
    return "ikke bekræftet" if KINDS[kind].can_stale else ""


def source_text(edition: Edition, kind: str, ident: str) -> str:
    """Where a thing comes from: its own source, else the papers its layer builds on."""
    kilde = edition.things(kind)[ident].kilde
    if kilde is not None:
        return _named(edition, kilde)
    place = edition.place((kind, ident))
    if place is not None and place.file.startswith(LOCAL_FOLDER):
        own = "; ".join(_named(edition, ident) for ident in edition.kommune.kilder)
        return f"Kommunens del af håndbogen, som bygger på: {own}" if own else "Kommunens del af håndbogen"
    return "Håndbogens fælles del"


def _named(edition: Edition, ident: str) -> str:
    kilde = edition.kilder[ident]
    return f"{kilde.titel} ({kilde.udgiver}{f', {kilde.dato}' if kilde.dato else ''})"


def ages_text(ages: list[Alder]) -> str:
    """Ages: "10–12 år, 13–15 år". With the word, so that a spreadsheet does not take them for dates."""
    return ", ".join(age_text(age) for age in ages)


def plain(edition: Edition, text: str | None) -> str:
    """A text of the data as one line without markup, references as their words."""
    return " ".join(TextRenderer(edition, PaperLinker(edition)).plain(text).split())
