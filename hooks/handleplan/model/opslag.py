"""What is looked up: love, kontakter, vidensbank, litteratur, begreber, ord, kilder."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from .addresses import Mail, Telefon, Webadresse
from .parts import Del, Punkt, Ting
from .types import Dato, Heltal, JaNej, KontaktId, Linje, LovId, PunktId, Tekst

DAGE = ("man", "tir", "ons", "tor", "fre", "lør", "søn")
_TID = r"([01]?[0-9]|2[0-3])[.:]([0-5][0-9])-(([01]?[0-9]|2[0-3])[.:]([0-5][0-9])|24[.:]00)"


def _days(value: str) -> str:
    first, _, last = value.partition("-")
    ok = value == "alle" or (first in DAGE and (not last or (last in DAGE and DAGE.index(first) < DAGE.index(last))))
    if not ok or value.endswith("-"):
        several = ". Skriv hver dag på sin egen linje med tiden efter" if re.search(r"[+,/]| og ", value) else ""
        raise ValueError(f"dage skrives {', '.join(DAGE)}, som man-fre eller som alle{several}")
    return value


def _hours(value: str) -> str:
    if value == "døgnet rundt":
        return value
    if value.strip().lower() == "lukket":
        raise ValueError("her står kun de dage, hvor der er åbent. slet linjen")
    match = re.fullmatch(_TID, value.replace(" ", "").replace("–", "-"))
    if not match:
        raise ValueError("en åbningstid skrives 8.00-15.30 eller 'døgnet rundt'")
    start = int(match[1]) * 60 + int(match[2])
    end = 24 * 60 if match[3].startswith("24") else int(match[4]) * 60 + int(match[5])
    if end <= start:
        raise ValueError(
            "der lukkes, før der åbnes. byt de to klokkeslæt om, eller del tiden ved midnat: "
            "22.00-24.00 den ene dag og 0.00-6.00 den næste"
        )
    return value.replace(" ", "").replace("–", "-").replace(":", ".")


def days_of(dage: str) -> set[int]:
    """The weekdays (0–6) that ``"man-ons"``, ``"fre"`` or ``"alle"`` names."""
    first, _, last = ("man-søn" if dage == "alle" else dage).partition("-")
    return set(range(DAGE.index(first), DAGE.index(last or first) + 1))


def minutes_of(tid: str) -> tuple[int, int]:
    """When ``"8.00-15.30"`` opens and closes, in minutes of the day."""
    if tid == "døgnet rundt":
        return 0, 24 * 60
    (opens, closes) = (time.split(".") for time in tid.split("-"))
    return int(opens[0]) * 60 + int(opens[1]), int(closes[0]) * 60 + int(closes[1])


Dage = Annotated[str, AfterValidator(_days)]
Åbningstid = Annotated[str, AfterValidator(_hours)]


class Alder(Del):
    """An age band in whole years, both ends included."""

    fra: Heltal = Field(description="Yngste alder i år.", ge=0, le=120)
    til: Heltal | None = Field(None, description="Ældste alder i år. Udelad, hvis der ikke er en grænse.", ge=0, le=120)

    @model_validator(mode="after")
    def _ordered(self) -> Alder:
        if self.til is not None and self.til < self.fra:
            raise ValueError(f"den ældste alder ({self.til}) er lavere end den yngste ({self.fra})")
        return self


class Kontakt(Ting):
    """Somebody to call or write to: a function, never a named employee."""

    navn: Linje = Field(description="Navnet på stedet eller funktionen. Aldrig en enkelt medarbejders navn.")
    telefon: list[Telefon] = Field([], description='Et eller flere numre, for eksempel ["12 34 56 78"].')
    sms: Telefon | None = Field(None, description="Nummer til sms.")
    mail: Mail | None = Field(None, description="Mailadresse.")
    web: Webadresse | None = Field(None, description="Hjemmeside. Begynder med https://.")
    chat: Webadresse | None = Field(None, description="Adresse på en chat.")
    trykt_adresse: list[Linje] = Field(
        [], description="Adresser, som kilden skriver dem, hvis linket er et andet. Vises, men er ikke links."
    )
    målgruppe: list[Linje] = Field([], description="Hvem kontakten er for, for eksempel Forældre.")
    alder: Alder | None = Field(None, description="Alder, som kontakten er for.")
    åbent: dict[Dage, Åbningstid] = Field({}, description="Åbningstid: dage og tid, for eksempel man-ons: 8.00-15.30.")
    uden_for_åbningstid: Linje | None = Field(None, description="Hvad man gør, når der er lukket.")
    note: Linje | None = Field(None, description="Hvad kontakten kan bruges til.")
    udbyder: Linje | None = Field(None, description="Hvem der står bag.")
    type: Literal["lokal", "national"] | None = Field(
        None, description="lokal eller national. I en kommunes egen fil er nye kontakter lokale, hvis intet står."
    )
    på_kortet: JaNej | None = Field(
        None, description="Lokale kontakter står på kortet, nationale gør ikke. Skriv ja eller nej for at ændre det."
    )


class Lov(Ting):
    """A legal reference: act, paragraph, what it means here, the official text."""

    titel: Linje = Field(description="Hvad reglen kaldes, for eksempel 'Underretningspligt for ansatte'.")
    lov: Linje = Field(description="Lovens navn, for eksempel 'Barnets lov'.")
    paragraf: Linje | None = Field(None, description="Paragraf og stykke, for eksempel '§ 133'.")
    bekendtgørelse: Linje | None = Field(
        None, description="Lovens nummer og dato, for eksempel 'LBK 282 af 17/03/2025'."
    )
    betydning: Tekst = Field(description="Hvad reglen betyder her, i almindeligt sprog.")
    link: Webadresse | None = Field(None, description="Den officielle tekst på retsinformation.dk.")
    gælder_fra: Dato | None = Field(None, description="Datoen, reglen gælder fra, når den er kendt.")
    emne: Literal["pligter", "tavshed", "skolen", "straf", "tilgængelighed"] = Field(
        description="Hvor på lovsiden reglen står."
    )


class Ressource(Ting):
    """A record of the vidensbank."""

    titel: Linje = Field(description="Materialets titel.")
    til: list[Literal["ledelse", "børn og unge", "forældre", "personale"]] = Field(
        description="De tabeller, materialet står i.", min_length=1
    )
    målgruppe: Linje | None = Field(None, description="Målgruppen, som kilden nævner den.")
    alder: list[Alder] = Field([], description="Aldersgrupper i år.")
    skoletrin: list[Literal["indskoling", "mellemtrin", "udskoling", "specialområdet"]] = Field(
        [], description="Skoletrin."
    )
    form: Linje | None = Field(None, description="Materialets form, for eksempel undervisningsmateriale.")
    formål: Tekst | None = Field(None, description="Hvad materialet skal, og hvad det handler om.")
    udbyder: Linje | None = Field(None, description="Hvem der står bag.")
    url: Webadresse | None = Field(
        None, description="Adressen. Udelad, hvis kilden ikke har en: siden siger, at den mangler."
    )
    kontakt: KontaktId | None = Field(None, description="Id fra kontakter.yml, når materialet er en rådgivning.")
    ufuldstændig: Linje | None = Field(None, description="Hvad der mangler i kilden, hvis teksten er afbrudt.")
    type: Literal["lokal", "national"] | None = Field(None, description="lokal eller national.")


class Litteratur(Ting):
    """A book, report or article."""

    titel: Linje = Field(description="Titel.")
    forfatter: Linje | None = Field(None, description="Forfatter.")
    udgiver: Linje | None = Field(None, description="Udgiver.")
    år: Heltal | None = Field(None, description="Udgivelsesår.", ge=1900, le=2100)
    url: Webadresse | None = Field(None, description="Adresse.")
    note: Tekst | None = Field(None, description="Kort om indholdet.")


class Begreb(Ting):
    """A notion: a definition, a kind of abuse, a reason, a sign or a word of the trade."""

    titel: Linje = Field(description="Begrebets navn.")
    slags: Literal["definition", "form", "årsag", "tegn", "ord"] = Field(
        description="definition = hvad digitale krænkelser er; form = en slags krænkelse; årsag = hvorfor det sker; "
        "tegn = tegn på mistrivsel; ord = ordforklaring."
    )
    tekst: Tekst | None = Field(None, description="Forklaringen.")
    punkter: dict[PunktId, Punkt] = Field({}, description="Eksempler: id og tekst.")
    love: list[LovId] = Field([], description="Id'er fra love.yml.")
    se_også: Linje | None = Field(None, description="Adresse eller henvisning, som kilden skriver den.")
    link: Webadresse | None = Field(None, description="Adresse på kilden.")


class Ord(Del):
    """A word that differs between municipalities: ``{{ ord.<id> }}`` in texts."""

    tekst: Linje = Field(description="Ordet, som det skal stå i teksten.")
    forklaring: Linje = Field(description="Hvad ordet bruges om, og hvordan det bøjes i teksten.")


class Kilde(Del):
    """A source that texts build on."""

    titel: Linje = Field(description="Kildens titel.")
    udgiver: Linje = Field(description="Hvem der har udgivet den.")
    dato: Linje | None = Field(None, description="Kildens dato, som den er kendt, for eksempel 2022 eller 31-07-2024.")
    url: Webadresse | None = Field(None, description="Adresse.")
    note: Tekst | None = Field(None, description="Hvad kilden er, og hvad der mangler i den.")
