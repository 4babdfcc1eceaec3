"""``handleplan.json``: the whole edition and nothing else, in the form its schema says."""

from __future__ import annotations

import copy
import json
import os
from pathlib import Path
from typing import Any

import pytest
from handleplan.edition.edition import Edition
from handleplan.model.kinds import KINDS
from handleplan.model.parts import Punkt, Ting
from handleplan.model.walk import leaves, models
from handleplan.out.exports import export_files
from handleplan.out.exports.document import FORM_VERSION, document, document_bytes
from handleplan.out.exports.document_schema import document_schema, schema_bytes
from handleplan.out.page_views import PageViews
from jsonschema import Draft202012Validator

from tests.out.editions import SLUGS, edition, small

GOLDEN = Path(__file__).parent / "golden" / f"handleplan-{FORM_VERSION}.schema.json"
VALIDATOR = Draft202012Validator(document_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def read(slug: str) -> dict[str, Any]:
    return json.loads(document_bytes(edition(slug)))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(schema_bytes()))


@pytest.mark.parametrize("slug", SLUGS)
def test_the_document_follows_the_schema(slug: str) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(read(slug))] == []


@pytest.mark.parametrize(
    "harm",
    [
        lambda d: d.pop("udgave"),
        lambda d: d["udgave"].pop("status"),
        lambda d: d.update(form="0.9"),
        lambda d: d.update(ekstra=1),
        lambda d: d["kontakter"]["politi"].update(telefon="114"),
        lambda d: d["kontakter"]["politi"].update(tjekket="i går"),
        lambda d: d["kontakter"]["politi"].update(mobil="114"),
        lambda d: d["kontakter"].update({"Æ ø": d["kontakter"]["politi"]}),
        lambda d: next(iter(d["love"].values())).update(emne="andet"),
    ],
)
def test_the_schema_refuses_what_is_not_a_document(harm) -> None:
    changed = copy.deepcopy(read("guldborgsund"))
    harm(changed)
    assert not VALIDATOR.is_valid(changed)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_document_is_the_edition(slug: str) -> None:
    """Read back into the models it is equal to the edition: every thing, every field, in order."""
    one, found = edition(slug), read(slug)
    for kind in KINDS.values():
        assert found["orden"][kind.name] == list(found[kind.name]) == list(one.things(kind.name))
        for ident, thing in one.things(kind.name).items():
            assert kind.model.model_validate(found[kind.name][ident]) == thing, (kind.name, ident)
    assert type(one.kommune).model_validate(found["kommune"]) == one.kommune
    assert set(found) == {"$schema", "form", "udgave", "mærker", "orden", "skjult", "kommune", "skoler", *KINDS}


@pytest.mark.parametrize("slug", SLUGS)
def test_the_document_says_what_it_is(slug: str) -> None:
    found = read(slug)["udgave"]
    one = edition(slug)
    assert found["slug"] == slug and found["kommune"] == one.fuldt_navn and found["officiel"] is False
    assert found["status"].endswith("ikke kommunens officielle plan") and found["dato"] == one.kommune.dato.isoformat()


@pytest.mark.parametrize("slug", SLUGS)
def test_unconfirmed_facts_are_the_ones_the_pages_mark(slug: str) -> None:
    one = edition(slug)
    vis = PageViews(one)
    marked = [f"{kind}/{ident}" for kind in KINDS for ident in one.things(kind) if vis.ubekræftet(kind, ident)]
    assert read(slug)["mærker"]["ikke_bekræftet"] == marked and marked


@pytest.mark.parametrize("slug", SLUGS)
def test_suggestions_are_marked_as_on_the_pages(slug: str) -> None:
    """A bullet, section or thing is at or below a marked path exactly when it or one around it is a suggestion."""
    one = edition(slug)
    marked = {tuple(path.split("/")) for path in read(slug)["mærker"]["redaktionens_forslag"]}
    assert all(one.is_forslag(path) for path in marked)
    assert not [p for p in marked if any(p[:size] in marked for size in range(2, len(p)))], "only the outermost"
    for kind in KINDS:
        for path, part in models(one.things(kind), (kind,)):
            if isinstance(part, (Punkt, Ting)):
                around = [path[:size] for size in range(2, len(path) + 1)]
                parts = [p for p in around if isinstance(_at(one, p), (Punkt, Ting))]
                assert any(p in marked for p in around) == any(one.is_forslag(p) for p in parts), path


def _at(one: Edition, path: tuple[Any, ...]) -> Any:
    value: Any = one.things(path[0])
    for step in path[1:]:
        value = value[step] if isinstance(value, dict) else getattr(value, step)
    return value


@pytest.mark.parametrize("slug", SLUGS)
def test_every_text_and_reference_is_in_the_file_as_written(slug: str) -> None:
    text = json.dumps(read(slug), ensure_ascii=False)
    one = edition(slug)
    for kind in KINDS:
        for path, value, _ in leaves(one.things(kind), (kind,)):
            assert json.dumps(value, ensure_ascii=False)[1:-1] in text, path


def test_an_approved_edition_is_official_and_has_no_suggestions(tmp_path: Path) -> None:
    approved = (
        "navn: Ærø\nstatus: godkendt\ngodkendt_af: Skolechefen\ngodkendt_dato: 2026-11-20\ndato: 2026-11-21\n"
        "ejer: {funktion: SSP-konsulenten, mail: ssp@aeroe.example}\n"
    )
    found = document(small(tmp_path, {"kommune.yml": approved}))
    assert found["udgave"]["officiel"] is True and found["udgave"]["status"] == "Godkendt af Skolechefen"
    assert found["mærker"]["redaktionens_forslag"] == []
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(json.dumps(found)))] == []


def test_what_is_hidden_is_named_with_its_reason(tmp_path: Path) -> None:
    one = small(tmp_path, {"litteratur.yml": f"skjul:\n  {_small_books(tmp_path / 'x')[0]}: Vi bruger en anden bog\n"})
    ident = _small_books(tmp_path / "y")[0]
    assert document(one)["skjult"] == [{"slags": "litteratur", "id": ident, "hvorfor": "Vi bruger en anden bog"}]


def _small_books(folder: Path) -> list[str]:
    return list(small(folder, {}).litteratur)


def test_same_edition_same_bytes_and_five_files() -> None:
    first, second = export_files(edition("aarhus")), export_files(edition.__wrapped__("aarhus"))
    assert first == second
    tables = ["kontakter.vcf", "kontakter.csv", "vidensbank.csv"]
    assert list(first) == [*tables, "handleplan.json", "handleplan.schema.json"]


def test_programs_that_read_this_form_still_can() -> None:
    """The form may grow, but nothing in it may go or change meaning without a new version (``FORM_VERSION``).

    ``HANDLEPLAN_SKRIV=1`` writes the file of a new version.
    """
    if os.environ.get("HANDLEPLAN_SKRIV"):
        GOLDEN.write_text(json.dumps(document_schema(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert _lost(json.loads(GOLDEN.read_text(encoding="utf-8")), json.loads(schema_bytes())) == []


def _lost(old: Any, new: Any, path: str = "") -> list[str]:
    if isinstance(old, dict) and isinstance(new, dict):
        keys = [key for key in old if key not in ("description", "title")]
        gone = [f"{path}/{key}" for key in keys if key not in new]
        return gone + [line for key in keys if key in new for line in _lost(old[key], new[key], f"{path}/{key}")]
    if isinstance(old, list) and isinstance(new, list):
        return [] if all(item in new for item in old) else [path]
    return [] if old == new else [path]


def test_a_lost_or_changed_field_is_seen() -> None:
    old = json.loads(schema_bytes())
    for harm in (
        lambda s: s["$defs"]["Kontakt"]["properties"].pop("telefon"),
        lambda s: s["$defs"]["Kontakt"]["properties"]["telefon"].update(type="string"),
        lambda s: s["$defs"]["Kontakt"]["required"].remove("navn"),
        lambda s: s["$defs"]["Lov"]["properties"]["emne"]["enum"].pop(),
    ):
        new = copy.deepcopy(old)
        harm(new)
        assert len(_lost(old, new)) == 1
    grown = copy.deepcopy(old)
    grown["$defs"]["Kontakt"]["properties"]["fax"] = {"type": "string"}
    assert _lost(old, grown) == []
