"""``tjek --udgiv``, ``--format``: what may not be published yet, what the lawyer must see, and forms for machines."""

from __future__ import annotations

import dataclasses
import datetime
import json

import pytest
from click.testing import CliRunner
from handleplan.cli.main import main
from handleplan.cli.message_forms import as_github, as_json
from handleplan.edition.edition import Edition
from handleplan.edition.publish import PUBLISH_RULES, for_the_lawyer, publish_messages
from handleplan.model.kinds import KINDS
from handleplan.model.kommune import Ejer
from handleplan.out.exports.document import document
from handleplan.read.messages import Message
from handleplan.read.places import Place

from tests.out.editions import SLUGS
from tests.out.editions import edition as shipped


@pytest.fixture
def edition() -> Edition:
    return shipped("guldborgsund")


def test_the_shipped_examples_may_not_be_published_and_are_told_why() -> None:
    result = CliRunner().invoke(main, ["tjek", "--udgiv"])
    assert result.exit_code == 1
    for slug in SLUGS:
        assert f"data/kommuner/{slug}/kommune.yml:3:1: udgaven er et eksempel og ikke godkendt" in result.output
        assert f"Det skal juristen godkende i {slug}:" in result.output
    assert CliRunner().invoke(main, ["tjek"]).exit_code == 0


def test_an_edition_in_order_passes_and_each_fault_is_found(edition: Edition) -> None:
    """Put everything right, then break one thing for each rule."""
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    kommune = edition.kommune.model_copy(
        update={
            "status": "godkendt", "godkendt_af": "Skolechefen", "godkendt_dato": edition.kommune.dato, "næste_eftersyn": tomorrow,
            "adresse": "https://skole.guldborgsund.dk/handleplan/", "ejer": Ejer(funktion="SSP", mail="ssp@guldborgsund.dk"),
        }
    )  # fmt: skip
    confirmed = {i: k.model_copy(update={"tjekket": datetime.date(2026, 11, 1)}) for i, k in edition.kontakter.items()}
    good = dataclasses.replace(edition, kommune=kommune, kontakter=confirmed)
    assert publish_messages(good) == []

    def with_kommune(**update: object) -> Edition:
        return dataclasses.replace(good, kommune=kommune.model_copy(update=update))

    broken = {
        "status_is_approved": with_kommune(status="udkast"),
        "numbers_on_the_card_are_confirmed": dataclasses.replace(good, kontakter=edition.kontakter),
        "everything_is_filled_in": dataclasses.replace(good, mangler=("ejeren",)),
        "review_is_planned": with_kommune(næste_eftersyn=datetime.date(2020, 1, 1)),
        "address_is_real": with_kommune(adresse="https://haandbog.example/x/"),
        "owner_can_be_reached": with_kommune(ejer=Ejer(funktion="SSP")),
    }
    assert set(broken) == {rule.__name__ for rule in PUBLISH_RULES}
    for rule in PUBLISH_RULES:
        assert publish_messages(broken[rule.__name__]) == list(rule(broken[rule.__name__])) != [], rule.__name__
    assert publish_messages(with_kommune(næste_eftersyn=None))
    assert publish_messages(with_kommune(adresse=None))
    assert publish_messages(with_kommune(adresse="https://www.eksempel.dk/handleplan/"))


def test_the_lawyers_list_has_every_remark_and_each_suggestion_once(edition: Edition) -> None:
    listed = list(for_the_lawyer(edition))
    remarks = [what for _, what in listed if what.startswith("bemærkning: ")]
    suggestions = [place for place, what in listed if what.startswith("redaktionens forslag: ")]
    assert len(remarks) > 20 and len(suggestions) > 30
    assert len(suggestions) == len(set(suggestions))
    marked = [tuple(path.split("/")) for path in document(edition)["mærker"]["redaktionens_forslag"]]
    parts = {path for kind in KINDS for path, _ in edition.parts(kind)}
    assert set(suggestions) == {edition.place(path) for path in marked if path in parts}
    assert any("loven" in what or "§" in what for what in remarks)


MESSAGE = Message(Place("data/a, b:c.yml", 4, 7), "100 % forkert\nher", "ret det", "advarsel")


def test_github_annotations_are_escaped() -> None:
    assert as_github([MESSAGE]) == "::warning file=data/a%2C b%3Ac.yml,line=4,col=7::100 %25 forkert her – ret det"


def test_json_can_be_read_by_a_program() -> None:
    assert json.loads(as_json([MESSAGE])) == {
        "meddelelser": [
            {"fil": "data/a, b:c.yml", "linje": 4, "kolonne": 7, "alvor": "advarsel", "hvad": "100 % forkert her", "råd": "ret det"}
        ]
    }


def test_the_whole_output_is_json_and_nothing_else() -> None:
    result = CliRunner().invoke(main, ["tjek", "guldborgsund", "--udgiv", "--format", "json"])
    assert len(json.loads(result.stdout)["meddelelser"]) >= 4 and result.exit_code == 1
