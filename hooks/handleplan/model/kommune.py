"""``kommune.yml``: the one file that every municipality fills in."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from .addresses import Mail, Webadresse
from .opslag import Kilde
from .parts import Afsnit, Bemærkning, Del
from .types import Dato, Farve, Id, Linje, RolleId, Tekst


def _place(value: str) -> str:
    """What stands after it is put at its end: the pages' own addresses."""
    if "?" in value or "#" in value:
        raise ValueError("den skal være stedet, hvor håndbogen ligger. Slet ? eller # og det, der står efter")
    return value


Sted = Annotated[Webadresse, AfterValidator(_place)]


class Ejer(Del):
    """Who owns the edition and takes error reports."""

    funktion: Linje = Field(
        description="Funktionen, der ejer udgaven, for eksempel 'SSP-konsulenten'. Ingen personnavne."
    )
    mail: Mail | None = Field(None, description="Postkasse til 'Meld en fejl'.")


class Farver(Del):
    """The edition's colours."""

    primær: Farve = Field(
        "#0d3b4a", description="Mørk farve til top og overskrifter. Hvid tekst skal kunne læses på den."
    )
    accent: Farve = Field("#0f6b74", description="Farve til numre og links. Skal kunne læses på hvidt.")


class Logføring(Del):
    """Who keeps the log, and where it is filed."""

    føres_af: list[RolleId] = Field([], description="Hvem der skriver loggen: id'er fra roller.yml.")
    tekst: Tekst | None = Field(None, description="Hvad kommunens plan siger om log og notater.")
    opbevares: Tekst | None = Field(None, description="Hvor loggen lægges. Udelad, hvis planen ikke siger det.")
    bemærkning: Bemærkning | None = Field(
        None, description="Redaktionens bemærkning, for eksempel om det, planen ikke siger."
    )


class Kommune(Del):
    """One municipality's edition."""

    navn: Linje = Field(
        description="Kommunens navn uden ordet kommune, for eksempel Lyngby-Taarbæk.", examples=["Lyngby-Taarbæk"]
    )
    titel: Linje = Field("Når en elev krænkes digitalt", description="Håndbogens titel.")
    status: Literal["eksempel", "udkast", "godkendt"] = Field(description="eksempel, udkast eller godkendt.")
    godkendt_af: Linje | None = Field(None, description="Funktionen, der har godkendt udgaven.")
    godkendt_dato: Dato | None = Field(None, description="Dato for godkendelsen.")
    næste_eftersyn: Dato | None = Field(None, description="Dato, hvor udgaven skal ses efter igen.")
    # Files carry the date: ZIP knows none before 1980, and a date far away is a slip of the pen.
    dato: Dato = Field(
        description="Udgavens dato. Alle datoer på skærm og papir kommer herfra.",
        ge=datetime.date(2000, 1, 1), le=datetime.date(2100, 12, 31),
    )  # fmt: skip
    version: Linje | None = Field(
        None, max_length=40, description="Udgavens version, for eksempel 2026.1. Udelades den, bruges datoen."
    )
    ejer: Ejer = Field(description="Hvem der ejer udgaven.")
    # The QR code on paper holds address and version.
    adresse: Sted | None = Field(None, max_length=200, description="Adressen, hvor håndbogen ligger.")
    tilgængelighedserklæring: Webadresse | None = Field(
        None,
        description="Adressen på den tilgængelighedserklæring, kommunen selv har skrevet i WAS-Tool (was.digst.dk).",
    )
    kilder: dict[Id, Kilde] = Field({}, description="De planer og papirer, udgaven bygger på.")
    ord: dict[Id, Linje] = Field({}, description="Kommunens egne ord for dem i ord.yml, for eksempel sparring: SSP.")
    farver: Farver = Field(Farver(), description="Kommunens farver.")
    log: Logføring = Field(Logføring(), description="Hvem der fører log, og hvor den lægges.")
    enhed: Linje | None = Field(
        None, description="Enheden, skolen kan spørge til råds, for eksempel SSP. Bruges, når udgaverne sammenlignes."
    )
    egne_linjer: list[Linje] = Field(
        ["Skolens leder", "Tryghedsperson", "SSP-lærer"],
        description="De linjer på kortet, hvor skolen selv skriver navn og nummer. Brug kommunens egne ord for "
        "funktionerne.",
        min_length=1,
        max_length=5,
    )
    kort_indledning: Tekst | None = Field(None, description="Hvornår kortet bruges. Står øverst på kortet.")
    om: dict[Id, Afsnit] = Field(
        {}, description="Afsnit til siden Om: formål, sammenhæng med beredskabsplanen og andet."
    )
    særligt: Tekst | None = Field(
        None, description="Noget, læseren skal vide om udgaven på forsiden, for eksempel at kommunen ikke har sit "
        "eget kort endnu."
    )
