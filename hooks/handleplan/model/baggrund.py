"""Prevention and background: forebyggelse, baggrund, anbefalinger."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from .parts import Afsnit, Del, Punkt, Ting
from .types import Heltal, Id, KontaktId, Linje, LovId, PunktId, RolleId, Tekst


class Forebyggelse(Ting):
    """A piece of prevention: a level, an offer, a strategy, an initiative, the yearly checklist."""

    titel: Linje = Field(description="Overskrift.")
    slags: Literal["strategi", "niveau", "tilbud", "tiltag", "kendskab", "årshjul"] = Field(
        description="strategi = kommunens strategi; niveau = forebyggelsesniveau; tilbud = oplæg og besøg; tiltag = "
        "planlagt arbejde; kendskab = hvordan planen bliver kendt; årshjul = det, der gøres hvert år."
    )
    farve: Literal["grøn", "gul", "rød"] | None = Field(
        None, description="Farven på niveauet i forebyggelsestrekanten."
    )
    målgruppe: list[Linje] = Field([], description="Hvem det er for.")
    klassetrin: list[Linje] = Field([], description="Klassetrin, for eksempel 4. klasse.")
    periode: Linje | None = Field(None, description="Hvornår det gælder, når kilden siger det.")
    tekst: Tekst | None = Field(None, description="Brødtekst.")
    punkter: dict[PunktId, Punkt] = Field({}, description="Punkterne: id og tekst.")
    afsnit: dict[Id, Afsnit] = Field({}, description="Flere afsnit.")
    hvem: list[RolleId] = Field([], description="Hvem der har opgaven: id'er fra roller.yml.")
    love: list[LovId] = Field([], description="Id'er fra love.yml.")
    kontakter: list[KontaktId] = Field([], description="Id'er fra kontakter.yml.")


class Svar(Del):
    """One answer of a survey question."""

    tekst: Linje = Field(description="Svaret, for eksempel Ja.")
    procent: Heltal = Field(description="Andel i hele procent.", ge=0, le=100)


class Baggrund(Ting):
    """A piece of background: the survey, a figure, the legal frame, a finding or a quotation's point."""

    titel: Linje = Field(description="Overskrift.")
    slags: Literal["undersøgelse", "tal", "ramme", "fund"] = Field(
        description="undersøgelse = om en undersøgelse; tal = et spørgsmål med svar; ramme = krav og rammer; "
        "fund = et resultat."
    )
    tekst: Tekst | None = Field(None, description="Brødtekst.")
    punkter: dict[PunktId, Punkt] = Field({}, description="Punkterne: id og tekst.")
    spørgsmål: Linje | None = Field(None, description="Det, der blev spurgt om.")
    base: Linje | None = Field(None, description="Hvem der svarede, og hvor mange.")
    periode: Linje | None = Field(None, description="Den tid, svaret gælder.")
    svar: dict[Id, Svar] = Field({}, description="Svarene med procent.")
    forbehold: Tekst | None = Field(None, description="Afrunding, tvivl og andet, læseren skal vide om tallet.")
    love: list[LovId] = Field([], description="Id'er fra love.yml.")

    @model_validator(mode="after")
    def _figure_is_whole(self) -> Baggrund:
        if self.slags == "tal" and not (self.svar and self.spørgsmål and self.base):
            raise ValueError("et tal skal have spørgsmål, base og svar")
        return self


def _target(value: str) -> str:
    kind, _, ident = value.partition("/")
    if kind not in TARGET_KINDS or not ident:
        raise ValueError("en del af håndbogen skrives for eksempel trin/vurder, roller/ledelse eller side/actioncard")
    return value


TARGET_KINDS = (
    "trin", "roller", "samtaler", "beslutninger", "love", "kontakter", "forebyggelse", "begreber", "vidensbank", "side",
)  # fmt: skip


class Anbefaling(Ting):
    """A recommendation, and the parts of this handbook that meet it."""

    titel: Linje = Field(description="Anbefalingen i en kort sætning.")
    tekst: Tekst = Field(description="Hvad anbefalingen går ud på, og hvorfor.")
    dækket_af: list[Annotated[str, AfterValidator(_target)]] = Field(
        [], description="De dele af håndbogen, der opfylder den: trin/vurder, roller/ssp, side/actioncard …"
    )
