"""The parts that things are built of: punkt, afsnit, bemærkning, hvis, bevis."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from .types import Dato, Id, JaNej, KildeId, KontaktId, Linje, LovId, PunktId, RolleId, Tekst


def _no_badge(value: str) -> str | None:
    return None if value == "ingen" else value


# "ingen" is for a municipality's ``ret``: without it a changed bullet keeps the shared bullet's badge.
Styrke = Annotated[Literal["skal", "bør", "kan", "overvej", "ingen"], AfterValidator(_no_badge)]


class Del(BaseModel):
    """Base of every model: unknown fields are errors, values do not change once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Bemærkning(Del):
    """Editorial remark: stands wherever a source conflicts with the law or with another source."""

    tekst: Tekst = Field(description="Hvad læseren skal vide, og hvorfor. Vises ved siden af teksten.")
    kort: Linje | None = Field(
        None, description="Kort form til actioncardet. Skal udfyldes, når teksten står på kortet."
    )
    kilde: Linje | None = Field(None, description="Hvor bemærkningen har sin viden fra.")
    love: list[LovId] = Field([], description="Id'er fra love.yml, som bemærkningen bygger på.")


class Hvis(Del):
    """When a piece of advice applies. Several fields: all must hold. Several values: one is enough."""

    krænker: Literal["kendt", "ukendt"] | None = Field(None, description="Om man ved, hvem der står bag.")
    situation: list[Literal["ubetænksom", "trusler", "voksen", "forælder"]] = Field(
        [],
        description="ubetænksom = tankeløs deling eller billeder taget frivilligt; trusler = trusler, afpresning, "
        "overgreb eller hævn; voksen = en voksen står bag; forælder = mistanke mod en forælder.",
    )
    myndig: Literal["umyndig", "myndig"] | None = Field(None, description="Om eleven er under 18 år eller fyldt 18.")
    strafbar_alder: Literal["under-15", "fyldt-15"] | None = Field(
        None, description="Om den, der står bag, er over den kriminelle lavalder på 15 år."
    )
    skole: Literal["samme", "flere"] | None = Field(
        None, description="Om begge parter går på samme skole, eller om flere skoler er involveret."
    )
    vej: Literal["intern", "politi"] | None = Field(
        None, description="Om skolen selv håndterer sagen, eller om den anmeldes til politiet."
    )
    modtaget: Literal["vist", "sendt", "skolens-enhed"] | None = Field(
        None, description="Om materialet er vist til dig, sendt til dig eller ligger på skolens udstyr."
    )
    andet: Linje | None = Field(None, description="En anden betingelse, skrevet som en kort bisætning: 'hvis …'.")


class Bevis(Del):
    """What a piece of advice on evidence says, so that an edition cannot say both save and do not save."""

    aktør: Literal["personale", "elev-og-forældre", "politi"] = Field(description="Hvem rådet gælder for.")
    materiale: list[Literal["seksuelt-billede", "besked", "oplysninger"]] = Field(
        description="Hvad rådet gælder: seksuelle billeder og film, beskeder og skærmbilleder af tekst, "
        "eller navne og tidspunkter.",
        min_length=1,
    )
    enhed: Literal["egen", "skolens", "alle"] = Field(
        "alle", description="Hvilken telefon eller computer rådet gælder."
    )
    handling: Literal["gem", "gem-ikke", "slet"] = Field(
        description="gem = skal gemmes; gem-ikke = må ikke gemmes; slet = skal slettes."
    )


class MayBeText(Del):
    """A part with the field ``tekst`` that may be written as that text alone: ``id: tekst``."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"tekst": value} if isinstance(value, str) else value


class Punkt(MayBeText):
    """One bullet."""

    tekst: Tekst = Field(description="Punktets tekst.")
    hvem: list[RolleId] = Field([], description="Hvem der handler: id'er fra roller.yml.")
    styrke: Styrke | None = Field(
        None,
        description="Hvor stærkt kilden siger det er: skal, bør, kan eller overvej. Siger den det ikke, så udelad "
        "linjen. ingen = fjern den fælles dels mærke, når punktet står under ret.",
    )
    hvis: Hvis | None = Field(None, description="Hvornår punktet gælder.")
    bevis: list[Bevis] = Field([], description="Udfyldes, når punktet siger noget om at gemme eller slette materiale.")
    på_kortet: JaNej = Field(True, description="nej = punktet er ikke med på actioncardet.")
    love: list[LovId] = Field([], description="Id'er fra love.yml.")
    kontakter: list[KontaktId] = Field([], description="Id'er fra kontakter.yml.")
    kilde: KildeId | None = Field(None, description="Id på den kilde, punktet bygger på.")
    forslag: JaNej | None = Field(
        None, description="ja = mærkes 'redaktionens forslag'. Udelades normalt: systemet finder selv ud af det."
    )
    bemærkning: Bemærkning | None = Field(None, description="Redaktionens bemærkning.")


class Ting(Del):
    """What every thing with an id of its own can carry."""

    kilde: KildeId | None = Field(None, description="Id på den kilde, oplysningen står i.")
    tjekket: Dato | None = Field(
        None, description="Dato, hvor nogen sidst har bekræftet oplysningen. Udelad, hvis ingen har."
    )
    forslag: JaNej | None = Field(
        None, description="ja = mærkes 'redaktionens forslag'. Udelades normalt: systemet finder selv ud af det."
    )
    bemærkning: Bemærkning | None = Field(None, description="Redaktionens bemærkning.")
    søgeord: list[Linje] = Field(
        [], description="Ord, som nogen kan finde på at søge med: slang, synonymer, forkortelser."
    )
    tidligere: list[Id] = Field([], description="Gamle id'er. Gamle adresser føres videre hertil.")


class Afsnit(Ting):
    """A section of a page: heading, text, bullets."""

    titel: Linje = Field(description="Overskrift.")
    tekst: Tekst | None = Field(None, description="Brødtekst før punkterne.")
    punkter: dict[PunktId, Punkt] = Field({}, description="Punkterne: id og tekst.")
    hvem: list[RolleId] = Field([], description="Hvem afsnittet er til: id'er fra roller.yml.")
    hvis: Hvis | None = Field(None, description="Hvornår afsnittet gælder.")
    love: list[LovId] = Field([], description="Id'er fra love.yml.")
    kontakter: list[KontaktId] = Field([], description="Id'er fra kontakter.yml.")
