"""Editions made by hand: a dense card, and one with as little as the model allows."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from handleplan.edition.edition import Edition
from handleplan.model.handling import Akut, Rolle, Trin
from handleplan.model.kinds import KINDS
from handleplan.model.kommune import Kommune
from handleplan.model.opslag import Kontakt, Lov
from handleplan.out.paper.card import FittedCard
from handleplan.out.paper.card_view import card_view
from handleplan.out.paper.engine import pdf_bytes
from handleplan.project import Project
from handleplan.read.places import PlaceTable

ROLLER = {
    "laerer": "Lærer",
    "paedagog": "Pædagog i SFO eller klub",
    "tryghedsperson": "Tryghedsperson",
    "ledelse": "Skolens ledelse",
    "klasseteam": "Klasseteam",
    "ssp": "SSP",
    "elev": "Eleven",
    "foraeldre": "Forældrene",
}
FARE = {
    "titel": "Er eleven i fare nu?",
    "slags": "fare",
    "punkter": {
        "fare-nu": "Fare nu: vold, overgreb eller tanker om selvmord? Ring {{ tlf('alarm-112') }}.",
        "ellers": "I tvivl, eller haster det mindre? Ring til politiet: {{ tlf('politi') }}.",
    },
}
ALDRIG = {
    "titel": "Gør aldrig",
    "slags": "aldrig",
    "tekst": "Gælder seksuelle billeder og film af børn og unge under 18 år.",
    "punkter": {
        "led-ikke": "Led ikke efter billedet. Kig ikke i elevens telefon.",
        "tag-ikke": "Tag ikke foto eller skærmbillede af billedet.",
        "send-ikke": "Send ikke billedet til nogen, heller ikke til lederen.",
        "gem-ikke": {
            "tekst": "Gem ikke billedet på nogen enhed, heller ikke skolens.",
            "bemærkning": {"tekst": "Jurist.", "kort": "Forsigtig regel. Kommunens jurist skal godkende den."},
        },
        "sendt": {
            "tekst": "Sendt til dig? Gem og del det ikke. Ring {{ tlf('politi') }}.",
            "hvis": {"modtaget": "sendt"},
        },
        "lov-ikke": "Lov ikke eleven at holde det hemmeligt.",
    },
}
AKUT: dict[str, Any] = {
    "fare": FARE,
    "foerste-minut": {
        "titel": "Det første minut",
        "slags": "altid",
        "punkter": {
            "bliv": "Bliv hos eleven. Vær rolig. Lyt.",
            "sig": "Sig: ”Tak, fordi du siger det. Det er ikke din skyld.”",
            "lov": "Sig, hvad der sker nu.",
        },
    },
    "goer-aldrig": ALDRIG,
    "ring-nu": {
        "titel": "Ring nu",
        "slags": "ring",
        "punkter": {
            "skolen": "Ring først til din leder eller skolens SSP-lærer.",
            "kommunen": "Bekymret? Vælg kommunens nummer efter elevens alder.",
            "lukket": "Har kommunen lukket? Ring til politiet på {{ tlf('politi') }}.",
        },
    },
    "skriv-ned": {
        "titel": "Skriv ned",
        "slags": "derefter",
        "punkter": {"skriv": "Skriv i ord: hvem, hvad, hvor, hvornår – og hvor mange har det?"},
    },
    "situation": {"titel": "Hvilken sag?", "slags": "derefter", "punkter": {"x": "Vurdér."}, "på_kortet": "nej"},
    "luk": {
        "titel": "Følg op, og luk",
        "slags": "derefter",
        "punkter": {"aftal": "Aftal, hvem der taler med eleven næste gang, og hvornår."},
    },
}
KONTAKTER: dict[str, Any] = {
    "alarm-112": {"navn": "Alarmcentralen", "telefon": ["112"], "type": "national", "tjekket": "2026-11-20"},
    "sletdet": {"navn": "SletDet", "web": "https://sletdet.redbarnet.dk/", "type": "national"},
    "politi": {"navn": "Politiet", "telefon": ["114"], "type": "national", "tjekket": "2026-11-20"},
}
ÅBENT = {"man-ons": "8.00-15.30", "tor": "8.00-17.00", "fre": "8.00-12.30"}
LUKKET = "Uden for telefontiden kan du ringe til politiet på 114"
LOKALE: dict[str, Any] = {
    "boern": {"navn": "Børn & Familie", "telefon": ["11 22 33 01"], "alder": {"fra": 0, "til": 14}},
    "unge": {"navn": "Unge & Uddannelse", "telefon": ["11 22 33 02"], "alder": {"fra": 15, "til": 17}},
    "ssp": {"navn": "SSP-konsulenten", "telefon": ["11 22 33 03", "11 22 33 04"]},
    "underretning": {"navn": "Underretningsenheden", "telefon": ["11 22 33 05"], "målgruppe": ["Skoler", "Klubber"]},
    "linjen": {"navn": "Institutionslinjen", "mail": "linjen@kommune.example", "målgruppe": ["Skoler"]},
    "raad": {"navn": "Rådgivningscenteret", "telefon": ["11 22 33 06"], "målgruppe": ["Forældre"]},
}


def edition(akut: dict[str, Any], trin: dict[str, Any], kontakter: dict[str, Any], **kommune: Any) -> Edition:
    """An edition of Lyngby-Taarbæk with these parts, written as in the YAML files."""
    things: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    things["akut"] = {ident: Akut(**value) for ident, value in akut.items()}
    things["trin"] = {ident: Trin(**value) for ident, value in trin.items()}
    things["roller"] = {ident: Rolle(titel=titel) for ident, titel in ROLLER.items()}
    things["kontakter"] = {ident: Kontakt(**value) for ident, value in {**KONTAKTER, **kontakter}.items()}
    things["love"] = {
        "lov-133": Lov(titel="Underretning", lov="Barnets lov", paragraf="§ 133", betydning="Pligt.", emne="pligter")
    }
    own = {"status": "eksempel", "ejer": {"funktion": "SSP-konsulenten"}, **kommune}
    return Edition(
        slug="lyngby-taarbaek",
        kommune=Kommune(navn="Lyngby-Taarbæk", dato=datetime.date(2026, 11, 21), **own),
        fuldt_navn="Lyngby-Taarbæk Kommune",
        places=PlaceTable(),
        value_places=PlaceTable(),
        **things,
    )


def dense(**kommune: Any) -> Edition:
    """Six steps of five bullets, branches, remarks, seven numbers: about what one page can hold."""
    hours = {"åbent": ÅBENT, "uden_for_åbningstid": LUKKET}
    local = {i: {**value, "type": "lokal", **(hours if "alder" in value else {})} for i, value in LOKALE.items()}
    steps = {f"trin-{number}": _dense_step(number) for number in range(1, 7)}
    indledning = "Brug kortet, når du som fagperson får viden om en digital krænkelse."
    return edition(AKUT, steps, local, **{"kort_indledning": indledning, **kommune})


def _dense_step(number: int) -> dict[str, Any]:
    kort: dict[str, Any] = {
        "spoerg": f"Spørg roligt i trin {number}: **hvem, hvad, hvor** og hvornår?",
        "ring": "Ring {{ tlf('politi') }}, eller se {{ lov('lov-133') }}, før I gør mere.",
        "hjaelp": {"tekst": "I bør vurdere, om der er brug for mere hjælp.", "hvem": ["ledelse"], "styrke": "bør"},
        "luk": "Skriv ned, hvad I aftaler.",
        "mere": "Aftal, hvem der gør hvad.",
    }
    if number == 2:
        remark = {"tekst": "Spørg først.", "kort": "Spørg politiet på 114 først."}
        kort["spoerg"] = {"tekst": kort["spoerg"], "bemærkning": remark}
    if number == 3:
        kort = {
            "kendt": {
                "tekst": "**Kendt krænker:** Kontakt krænkeren og forældrene.",
                "hvis": {"krænker": "kendt", "vej": "intern"},
            },
            "kendt-slet": {"tekst": "Bed om, at det bliver slettet.", "hvis": {"krænker": "kendt"}},
            "ukendt": {
                "tekst": "Støt eleven i at få det slettet: {{ kontakt('sletdet') }}.",
                "hvis": {"krænker": "ukendt"},
            },
            "ukendt-ssp": {"tekst": "Ukendt krænker: Orientér SSP.", "hvis": {"krænker": "ukendt"}},
            "skoler": {"tekst": "Lederne taler sammen.", "hvis": {"skole": "flere"}},
            "skjult": {"tekst": "Står kun i håndbogen.", "på_kortet": "nej"},
        }
    return {"titel": f"Trin nummer {number} i sagen", "handler": ["laerer", "paedagog", "ledelse"], "kort": kort}


def sparse(**kommune: Any) -> Edition:
    """One step with one bullet, and no contact of its own."""
    steps = {"gem": {"titel": "Vurdér", "kort": {"spoerg": "Spørg roligt."}}}
    return edition({"fare": FARE, "goer-aldrig": ALDRIG}, steps, {}, **kommune)


def overfull() -> Edition:
    """More than one page can hold, with two bullets that are longer than the others."""
    long = "Vurdér sammen med de andre fagfolk, hvad der skal ske nu, og hvem der gør hvad bagefter. "
    kort = {f"punkt-{n}": long for n in range(1, 12)} | {"laengst": long * 3, "naestlaengst": long * 2}
    return edition(AKUT, {f"trin-{n}": {"titel": "Vurdér", "kort": kort} for n in range(1, 5)}, LOKALE)


def write_card(edition: Edition, target: Path) -> None:
    """Write the card of ``edition`` to ``target``. Raises ``PaperError`` when it cannot be done."""
    card = FittedCard(edition, Project.find().papir.resolve(), card_view(edition))
    target.write_bytes(pdf_bytes(card.laid_out()))
