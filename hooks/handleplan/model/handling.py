"""What people do: akut, trin, roller, samtaler, beslutninger, udkast."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .parts import Afsnit, Del, Punkt, Ting
from .types import (
    BeslutningId,
    Id,
    JaNej,
    KontaktId,
    Linje,
    LovId,
    PunktId,
    RessourceId,
    RolleId,
    SamtaleId,
    Tekst,
    TrinId,
)


class Akut(Ting):
    """One block of the acute order: the frame around a municipality's own steps (front page and card)."""

    titel: Linje = Field(description="Blokkens overskrift, kort og i bydeform.")
    slags: Literal["fare", "altid", "aldrig", "ring", "derefter"] = Field(
        description="fare = 112/114; altid = gør straks; aldrig = gør aldrig; ring = hvem der ringes til; "
        "derefter = resten."
    )
    tekst: Tekst | None = Field(None, description="Kort tekst under overskriften.")
    punkter: dict[PunktId, Punkt] = Field({}, description="Punkterne: id og tekst. Højst 12 ord hver.")
    trin: TrinId | None = Field(
        None, description="Det trin, der siger mere. Udelades på kortet, hvis kommunen ikke har trinnet."
    )
    samtaler: list[SamtaleId] = Field([], description="Id'er fra samtaler.yml.")
    beslutninger: list[BeslutningId] = Field([], description="Id'er fra beslutninger.yml.")
    kontakter: list[KontaktId] = Field([], description="Id'er fra kontakter.yml.")
    på_kortet: JaNej = Field(True, description="nej = blokken er ikke med på actioncardet (fordi trinnene siger det).")


class Trin(Ting):
    """One step of the plan: card text (``kort``) and handbook text (``afsnit``), each its own text."""

    titel: Linje = Field(description="Trinnets navn, for eksempel 'Vurdér krænkelsen'.")
    indledning: Tekst | None = Field(None, description="Hvad trinnet går ud på, i en til tre sætninger.")
    handler: list[RolleId] = Field([], description="Hvem der handler i trinnet: id'er fra roller.yml.")
    beslutter: list[RolleId] = Field([], description="Hvem der beslutter: id'er fra roller.yml.")
    informeres: list[RolleId] = Field([], description="Hvem der skal have besked: id'er fra roller.yml.")
    på_kortet: JaNej = Field(True, description="nej = trinnet står i håndbogen, men er ikke et nummer på actioncardet.")
    kort: dict[PunktId, Punkt] = Field({}, description="Punkterne på actioncardet: korte, og en tekst for sig.")
    afsnit: dict[Id, Afsnit] = Field({}, description="Afsnittene i håndbogen.")
    love: list[LovId] = Field([], description="Id'er fra love.yml.")
    kontakter: list[KontaktId] = Field([], description="Id'er fra kontakter.yml.")
    samtaler: list[SamtaleId] = Field([], description="Samtaler, der hører til trinnet.")
    beslutninger: list[BeslutningId] = Field([], description="Beslutninger, der hører til trinnet.")
    materialer: list[RessourceId] = Field([], description="Materialer fra vidensbank.yml.")
    logbog: JaNej = Field(
        False, description="ja = trinnets side har en knap til logbogen (for eksempel trinnet, hvor I skriver ned)."
    )


class TrinOrden(Del):
    """``trin.yml``: the order of the steps. A municipality may also leave steps out."""

    orden: list[TrinId] = Field([], description="Trinnenes rækkefølge: id'er, som er filnavne i mappen trin/.")
    skjul: dict[Id, Linje] = Field({}, description="Trin, som kommunen ikke har, og hvorfor.")
    udgået: dict[Id, Linje] = Field({}, description="Trin, som ikke længere findes i den fælles del.")


class Rolle(Ting):
    """A role in the case: who it is and what it does."""

    titel: Linje = Field(description="Rollens navn, for eksempel 'Tryghedsperson'.")
    hvem: Linje | None = Field(None, description="Hvem der typisk har rollen.")
    indledning: Tekst | None = Field(None, description="Kort om rollen.")
    opgaver: dict[PunktId, Punkt] = Field({}, description="Rollens opgaver: id og tekst.")
    melder_til: list[RolleId] = Field([], description="Hvem rollen giver besked til: id'er fra roller.yml.")
    kontakter: list[KontaktId] = Field([], description="Hvem rollen kan ringe til: id'er fra kontakter.yml.")
    jeg_er: JaNej = Field(
        True, description="nej = rollen vises ikke under 'Jeg er …' på forsiden (for eksempel en chef i forvaltningen)."
    )


class Samtale(Ting):
    """A conversation: what to say, avoid, ask and agree."""

    titel: Linje = Field(description="Samtalens navn, for eksempel 'Eleven, der er krænket'.")
    med: Linje = Field(description="Hvem samtalen er med.")
    indledning: Tekst | None = Field(None, description="Hvad samtalen skal opnå.")
    sig: dict[PunktId, Punkt] = Field({}, description="Det kan du sige.")
    undgå: dict[PunktId, Punkt] = Field({}, description="Det skal du undgå.")
    spørg: dict[PunktId, Punkt] = Field({}, description="Det kan du spørge om.")
    aftal: dict[PunktId, Punkt] = Field({}, description="Det skal I aftale.")
    husk: dict[PunktId, Punkt] = Field({}, description="Andet, du skal huske.")
    hvem: list[RolleId] = Field([], description="Hvem der har samtalen: id'er fra roller.yml.")
    love: list[LovId] = Field([], description="Id'er fra love.yml.")
    kontakter: list[KontaktId] = Field([], description="Id'er fra kontakter.yml.")


class Beslutning(Ting):
    """A decision of the leader's: who decides, who is heard, what to weigh."""

    titel: Linje = Field(description="Beslutningens navn, for eksempel 'Skal der ske politianmeldelse?'.")
    beslutter: list[RolleId] = Field([], description="Hvem der beslutter: id'er fra roller.yml.")
    høres: list[RolleId] = Field([], description="Hvem der spørges til råds: id'er fra roller.yml.")
    informeres: list[RolleId] = Field([], description="Hvem der skal have besked: id'er fra roller.yml.")
    indledning: Tekst | None = Field(None, description="Hvad der skal besluttes.")
    punkter: dict[PunktId, Punkt] = Field({}, description="Det, der skal vejes.")
    afsnit: dict[Id, Afsnit] = Field({}, description="Flere afsnit, hvis beslutningen har flere dele.")
    frist: Linje | None = Field(None, description="Frist, kun hvis en kilde eller en lov giver en.")
    love: list[LovId] = Field([], description="Id'er fra love.yml.")
    kontakter: list[KontaktId] = Field([], description="Id'er fra kontakter.yml.")


class Logfelt(Del):
    """A question of the log sheet, with room to write below it."""

    tekst: Linje = Field(description="Spørgsmålet.")
    plads: Literal["lidt", "meget"] = Field("meget", description="Hvor meget plads der er til at skrive.")


class Logafsnit(Ting):
    """A section of the log sheet: what to remember, and what is asked."""

    titel: Linje = Field(description="Afsnittets overskrift.")
    tekst: Tekst | None = Field(None, description="En linje under overskriften.")
    punkter: dict[PunktId, Punkt] = Field({}, description="Det, der skal huskes: id og tekst.")
    felter: dict[Id, Logfelt] = Field({}, description="Det, der spørges om: id og spørgsmål.")


class Udkast(Ting):
    """A draft that the leader edits and uses: a letter, words to say, an agreement."""

    titel: Linje = Field(description="Udkastets navn, for eksempel 'Besked til forældre'.")
    til: Linje = Field(description="Hvem teksten er til.")
    fra: list[RolleId] = Field([], description="Hvem der sender eller siger den: id'er fra roller.yml.")
    indledning: Tekst | None = Field(
        None, description="Til lederen: Hvordan udkastet bruges. Er ikke en del af teksten."
    )
    før: dict[PunktId, Punkt] = Field({}, description="Det, der skal være på plads, før teksten bruges.")
    afsnit: dict[Id, Afsnit] = Field({}, description="Selve teksten. Det, lederen udfylder, står i [kantede klammer].")
    samtaler: list[SamtaleId] = Field([], description="Id'er fra samtaler.yml.")
    beslutninger: list[BeslutningId] = Field([], description="Id'er fra beslutninger.yml.")
