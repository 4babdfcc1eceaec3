"""The four words laid over the base, at the top and one level down, and where each value then comes from."""

from __future__ import annotations

from pathlib import Path

import pytest
from handleplan.edition.assemble import load_edition
from handleplan.edition.edition import Edition
from handleplan.project import Project

from tests.small_project import AEROE, SLUG, SMALL, small_project

FAELLES = "data/faelles"


def edition(tmp_path: Path, **files: str) -> Edition:
    """Ærø's edition with files of its own; ``trin__vurder`` is the file ``trin/vurder.yml``. No message is allowed."""
    named = {name.replace("__", "/") + ".yml": text for name, text in files.items()}
    found, messages = load_edition(Project(small_project(tmp_path, named)), SLUG)
    assert [str(message) for message in messages] == []
    assert found is not None
    return found


def where(edition: Edition, *path: str | int, value: bool = False) -> str:
    place = edition.place(path, value)
    assert place is not None
    return str(place)


def test_nothing_of_its_own_is_the_base(tmp_path: Path) -> None:
    found = edition(tmp_path, kontakter="# intet\n", trin__vurder="# intet\n")
    assert list(found.kontakter) == ["alarm-112", "politi", "sletdet"]
    assert found.trin["vurder"].kort["ring"].tekst == "Ring til SSP."
    assert list(found.roller) == ["ledelse", "laerer"]
    assert found.lokale_kontakter == {}


def test_ret_changes_the_named_fields_only(tmp_path: Path) -> None:
    found = edition(tmp_path, kontakter="ret:\n  politi:\n    note: Ring altid.\n    målgruppe: [Skoler]\n")
    politi = found.kontakter["politi"]
    assert (politi.navn, politi.telefon) == ("Politiet", ["114"])
    assert (politi.note, politi.målgruppe) == ("Ring altid.", ["Skoler"])
    assert politi.type == "national"
    assert where(found, "kontakter", "politi", "note") == f"{AEROE}/kontakter.yml:3:5"
    assert where(found, "kontakter", "politi", "note", value=True) == f"{AEROE}/kontakter.yml:3:11"
    assert where(found, "kontakter", "politi", "målgruppe", 0, value=True) == f"{AEROE}/kontakter.yml:4:17"
    assert where(found, "kontakter", "politi", "navn") == f"{FAELLES}/kontakter.yml:6:3"
    assert found.is_local(("kontakter", "politi", "note")) and not found.is_local(("kontakter", "politi", "navn"))


def test_ret_replaces_a_list_whole(tmp_path: Path) -> None:
    base = 'alarm-112: {navn: Alarm, telefon: ["112"]}\npoliti: {navn: P, telefon: ["114", "12 34 56 78"]}\n'
    base += "sletdet: {navn: S, web: https://s.example}\n"
    local = 'ret:\n  politi:\n    telefon: ["114"]\n'
    root = small_project(tmp_path, {"data/faelles/kontakter.yml": base, "kontakter.yml": local})
    found, messages = load_edition(Project(root), SLUG)
    assert found is not None and messages == []
    assert found.kontakter["politi"].telefon == ["114"]
    # The base's second number is gone, and so is its place.
    assert ("kontakter", "politi", "telefon", 1) not in found.places


def test_nye_stands_last_and_is_the_municipality_s(tmp_path: Path) -> None:
    found = edition(tmp_path, kontakter="nye:\n  ssp:\n    navn: SSP\n    telefon: ['12 34 56 78']\n")
    assert list(found.kontakter) == ["alarm-112", "politi", "sletdet", "ssp"]
    assert found.kontakter["ssp"].type == "lokal" and list(found.kontakter_på_kortet) == ["ssp"]
    assert where(found, "kontakter", "ssp") == f"{AEROE}/kontakter.yml:2:3"
    assert where(found, "kontakter", "ssp", "telefon", 0, value=True) == f"{AEROE}/kontakter.yml:4:15"


def test_a_retired_id_may_be_used_again(tmp_path: Path) -> None:
    found = edition(tmp_path, kontakter="nye:\n  gammel-linje:\n    navn: L\n    telefon: ['12 34 56 78']\n")
    assert found.kontakter["gammel-linje"].type == "lokal"


def test_skjul_takes_the_thing_out_everywhere_and_keeps_the_reason(tmp_path: Path) -> None:
    own = (SMALL / AEROE / "kommune.yml").read_text(encoding="utf-8")
    files = {
        "kommune": own + "om:\n  hvem:\n    titel: Hvem\n    kontakter: [politi, sletdet]\n",
        "kontakter": "skjul:\n  sletdet: Vi henviser til SSP.\n",
        "trin__stop": "ret:\n  afsnit:\n    ret:\n      hjaelp:\n        tekst: Ring til SSP.\n",
    }
    found = edition(tmp_path, **files)
    assert "sletdet" not in found.kontakter
    assert found.hidden == {("kontakter", "sletdet"): "Vi henviser til SSP."}
    assert found.trin["stop"].kontakter == [], "hidden things leave lists silently"
    assert found.vidensbank["quiz"].kontakt is None
    assert found.kommune.om["hvem"].kontakter == ["politi"]
    assert where(found, "skjul", "kontakter", "sletdet") == f"{AEROE}/kontakter.yml:2:3"


def test_orden_puts_these_first_and_the_rest_as_in_the_base(tmp_path: Path) -> None:
    local = "nye:\n  ssp:\n    navn: SSP\n    telefon: ['12 34 56 78']\norden: [ssp, sletdet]\n"
    assert list(edition(tmp_path, kontakter=local).kontakter) == ["ssp", "sletdet", "alarm-112", "politi"]


def test_orden_of_the_base_holds_where_the_municipality_has_none(tmp_path: Path) -> None:
    assert list(edition(tmp_path, roller="nye:\n  ssp:\n    titel: SSP\n").roller) == ["ledelse", "laerer", "ssp"]


BULLETS = """
ret:
  kort:
    ret:
      spoerg:
        styrke: bør
    nye:
      politi: Ring til politiet.
    skjul:
      ring: Vi ringer ikke.
    orden: [politi]
"""


def test_the_four_words_one_level_down(tmp_path: Path) -> None:
    found = edition(tmp_path, trin__vurder=BULLETS)
    kort = found.trin["vurder"].kort
    assert list(kort) == ["politi", "spoerg"]
    assert (kort["spoerg"].tekst, kort["spoerg"].styrke) == ("Spørg eleven.", "bør")
    assert where(found, "trin", "vurder", "kort", "spoerg", "styrke") == f"{AEROE}/trin/vurder.yml:6:9"
    assert where(found, "trin", "vurder", "kort", "spoerg", "tekst") == f"{FAELLES}/trin/vurder.yml:4:3"
    assert where(found, "trin", "vurder", "kort", "politi") == f"{AEROE}/trin/vurder.yml:8:7"
    assert where(found, "skjul", "trin", "vurder", "kort", "ring") == f"{AEROE}/trin/vurder.yml:10:7"
    assert found.hidden == {}, "only things have references to them; bullets are just left out"
    assert found.trin["vurder"].titel == "Vurdér" and list(found.trin["vurder"].afsnit) == ["samtalen"]


def test_the_four_words_two_levels_down(tmp_path: Path) -> None:
    local = (
        "ret:\n  afsnit:\n    ret:\n      samtalen:\n        punkter:\n          ret:\n            skriv:\n"
        "              hvis: {skole: samme}\n          nye:\n            log: Skriv log.\n          orden: [log]\n"
    )
    found = edition(tmp_path, trin__vurder=local)
    punkter = found.trin["vurder"].afsnit["samtalen"].punkter
    assert list(punkter) == ["log", "lyt", "skriv"]
    skriv = punkter["skriv"]
    assert (skriv.tekst, skriv.styrke, skriv.hvem) == ("Skriv ned.", "skal", ["laerer"])
    assert skriv.hvis is not None
    assert (skriv.hvis.skole, skriv.hvis.krænker) == ("samme", None), "a field is replaced whole"
    path = ("trin", "vurder", "afsnit", "samtalen", "punkter", "skriv", "hvis", "skole")
    assert where(found, *path) == f"{AEROE}/trin/vurder.yml:8:22"
    assert (*path[:-1], "krænker") not in found.places


def test_a_bullet_written_as_text_only_comes_from_the_municipality(tmp_path: Path) -> None:
    found = edition(tmp_path, trin__vurder="ret:\n  kort:\n    ret:\n      ring: Ring til os.\n")
    path = ("trin", "vurder", "kort", "ring", "tekst")
    assert found.trin["vurder"].kort["ring"].tekst == "Ring til os."
    assert where(found, *path, value=True) == f"{AEROE}/trin/vurder.yml:4:13"
    assert found.is_local(path[:-1])


def test_text_only_over_a_bullet_with_fields_keeps_the_fields(tmp_path: Path) -> None:
    local = "ret:\n  afsnit:\n    ret:\n      samtalen:\n        punkter:\n          ret:\n"
    local += "            skriv: Skriv log.\n"
    found = edition(tmp_path, trin__vurder=local)
    skriv = found.trin["vurder"].afsnit["samtalen"].punkter["skriv"]
    assert (skriv.tekst, skriv.styrke, skriv.hvem) == ("Skriv log.", "skal", ["laerer"])
    path = ("trin", "vurder", "afsnit", "samtalen", "punkter", "skriv")
    assert where(found, *path, "tekst") == f"{AEROE}/trin/vurder.yml:7:13"
    assert where(found, *path, "tekst", value=True) == f"{AEROE}/trin/vurder.yml:7:20"
    assert found.is_local(path) and not found.is_local((*path, "styrke"))


def test_styrke_ingen_takes_the_shared_badge_away(tmp_path: Path) -> None:
    local = "ret:\n  afsnit:\n    ret:\n      samtalen:\n        punkter:\n          ret:\n"
    local += "            skriv: {tekst: Skriv log., styrke: ingen}\n"
    skriv = edition(tmp_path, trin__vurder=local).trin["vurder"].afsnit["samtalen"].punkter["skriv"]
    assert (skriv.tekst, skriv.styrke, skriv.hvem) == ("Skriv log.", None, ["laerer"])


def test_who_decides_said_again_is_the_municipality_s_own_word(tmp_path: Path) -> None:
    """Its own plan says the same as the base: no advice to delete the line, and no "redaktionens forslag" at it."""
    who = {"beslutter": "[ledelse]", "høres": "[ledelse]", "informeres": "[laerer]"}
    base = "".join(f"  {field}: {roller}\n" for field, roller in who.items())
    shared = {"data__faelles__beslutninger": f"presse:\n  titel: Pressen\n{base}  punkter: {{svar: Vælg én.}}\n"}
    path = ("beslutninger", "presse")
    inherited = edition(tmp_path / "arvet", **shared)
    assert all(inherited.is_forslag((*path, field)) for field in who)
    for field, roller in who.items():
        said = edition(tmp_path / field, **shared, beslutninger=f"ret:\n  presse:\n    {field}: {roller}\n")
        assert getattr(said.beslutninger["presse"], field) == getattr(inherited.beslutninger["presse"], field)
        assert [one for one in who if not said.is_forslag((*path, one))] == [field]
    step = edition(tmp_path / "trin", trin__vurder="ret:\n  handler: [laerer]\n")
    assert not step.is_forslag(("trin", "vurder", "handler"))


def test_steps_of_its_own_have_their_place_in_the_order(tmp_path: Path) -> None:
    local = {"trin": "orden: [stop, anmeld]\n", "trin__anmeld": "nye:\n  titel: Anmeld\n  kort:\n    ring: Ring.\n"}
    found = edition(tmp_path, **local)
    assert list(found.trin) == ["stop", "anmeld", "vurder"]
    assert [found.trin_nummer(ident) for ident in found.trin] == [1, 2, 3]
    assert where(found, "trin", "anmeld") == f"{AEROE}/trin/anmeld.yml:1:1"
    assert found.is_local(("trin", "anmeld")) and not found.is_local(("trin", "stop"))


def test_a_step_off_the_card_has_no_number_there(tmp_path: Path) -> None:
    local = "ret:\n  på_kortet: nej\n  kort:\n    skjul: {spoerg: Kun i håndbogen., ring: Kun i håndbogen.}\n"
    found = edition(tmp_path, trin__vurder=local)
    assert (found.kort_nummer("vurder"), found.kort_nummer("stop")) == (None, 1)
    assert found.trin_nummer("stop") == 2


def test_a_hidden_step_leaves_lists_and_numbers(tmp_path: Path) -> None:
    root = small_project(tmp_path, {"trin.yml": "skjul:\n  stop: Står på trin 1.\n"})
    found, messages = load_edition(Project(root), SLUG)
    assert found is not None and messages == []
    assert list(found.trin) == ["vurder"] and found.hidden == {("trin", "stop"): "Står på trin 1."}


def test_words_of_the_municipality_stand_in_all_texts(tmp_path: Path) -> None:
    kommune = (SMALL / AEROE / "kommune.yml").read_text("utf-8") + "ord:\n  sparring: vores SSP\n"
    found = edition(tmp_path, kommune=kommune, trin__vurder="ret:\n  indledning: '{{ ord.sparring }} hjælper.'\n")
    assert found.akut["ring-nu"].punkter["sparring"].tekst == "Ring til vores SSP."
    assert found.trin["vurder"].indledning == "Vores SSP hjælper.", "a sentence begins with a capital"
    assert found.ord["sparring"].tekst == "vores SSP"
    last = kommune.count("\n")
    assert where(found, "ord", "sparring", "tekst") == f"{AEROE}/kommune.yml:{last}:3"
    assert where(found, "ord", "sparring", "tekst", value=True) == f"{AEROE}/kommune.yml:{last}:13"


def test_sources_are_the_base_s_and_the_municipality_s_own(tmp_path: Path) -> None:
    found = edition(tmp_path)
    assert list(found.kilder) == ["raadet", "planen"]
    assert where(found, "kilder", "planen") == f"{AEROE}/kommune.yml:7:3"
    assert where(found, "kilder", "raadet") == f"{FAELLES}/kilder.yml:1:1"


@pytest.mark.parametrize("kind", ["kontakter", "roller", "vidensbank", "love", "begreber"])
def test_every_value_of_the_edition_has_a_place(tmp_path: Path, kind: str) -> None:
    found = edition(tmp_path)
    for ident, thing in found.things(kind).items():
        for name in thing.model_fields_set - {"type"}:
            place = found.places[(kind, ident, name)]
            text = (tmp_path / place.file).read_text("utf-8").splitlines()[place.line - 1]
            assert text[place.column - 1 :].startswith(f"{name}:")
