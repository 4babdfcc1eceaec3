"""Every mistake of the golden files gets exactly the answer that stands there."""

from __future__ import annotations

import pytest
from handleplan.model.baggrund import Svar
from handleplan.model.handling import Trin
from handleplan.model.kommune import Farver, Kommune
from handleplan.model.opslag import Alder, Kontakt, Ressource
from handleplan.model.parts import Punkt
from handleplan.model.types import Id
from handleplan.read.messages import sort_messages
from handleplan.read.validate import validate
from handleplan.read.yaml_reader import parse_yaml

from tests.read.golden_cases import FILE, Case, cases

MODELS = {
    "kontakter": dict[Id, Kontakt], "Alder": Alder, "Farver": Farver, "Kommune": Kommune, "Punkt": Punkt,
    "Ressource": Ressource, "Svar": Svar, "Trin": Trin,
}


def answer(case: Case) -> list[str]:
    """Return what the editor is told."""
    source = parse_yaml(case.text.encode(), FILE)
    messages = list(source.messages)
    if case.model and source.data is not None:
        value, found = validate(MODELS[case.model], source.data, source)
        messages += found
        assert (value is None) == bool(messages)
    return [str(message) for message in sort_messages(messages)]


@pytest.mark.parametrize("case", [*cases("syntaks.txt"), *cases("felter.txt")], ids=lambda case: case.name)
def test_answer(case: Case) -> None:
    assert answer(case) == case.answer
