"""Where a rule's line is drawn: a day that has come is no day of the future, and what only touches does not overlap."""

from __future__ import annotations

import datetime
import types
from pathlib import Path

import pytest
from handleplan.edition import checks, publish
from handleplan.edition.assemble import load_edition
from handleplan.project import Project

from tests.small_project import AEROE, SLUG, small_project

TODAY, TOMORROW, YESTERDAY = "2030-06-15", "2030-06-16", "2030-06-14"


class Clock(datetime.date):
    """A calendar that stands still."""

    @classmethod
    def today(cls) -> datetime.date:
        return datetime.date.fromisoformat(TODAY)


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (checks, publish):
        monkeypatch.setattr(module, "datetime", types.SimpleNamespace(date=Clock))


def told(folder: Path, **fields: str) -> list[str]:
    """What the rules say of Ærø with these dates: fields of ``kommune.yml``, and ``tjekket`` of a contact."""
    tjekket = fields.pop("tjekket", YESTERDAY)
    kommune = {"navn": "Ærø", "status": "eksempel", "dato": YESTERDAY, "ejer": "{funktion: Redaktionen}", **fields}
    files = {
        "kommune.yml": "".join(f"{name}: {value}\n" for name, value in kommune.items()),
        "kontakter.yml": f"nye:\n  ssp: {{navn: SSP, telefon: ['12 34 56 78'], tjekket: {tjekket}}}\n",
    }
    return [message.what for message in load_edition(Project(small_project(folder, files)), SLUG)[1]]


APPROVED = {"status": "godkendt", "godkendt_af": "Chefen"}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"tjekket": TODAY}, ""),
        ({"tjekket": TOMORROW}, f"tjekket er {TOMORROW}, men den dag er ikke kommet endnu"),
        ({"tjekket": TOMORROW, "dato": TOMORROW}, ""),  # the clock of the computer is behind
        ({**APPROVED, "godkendt_dato": TODAY}, ""),
        ({**APPROVED, "godkendt_dato": TOMORROW}, f"godkendt_dato er {TOMORROW}, men den dag er ikke kommet endnu"),
        ({"næste_eftersyn": TOMORROW}, ""),
        ({"næste_eftersyn": TODAY}, ""),
        ({"næste_eftersyn": YESTERDAY}, f"udgaven skulle ses efter den {YESTERDAY}"),
    ],
)
def test_days_are_compared_with_today(tmp_path: Path, fields: dict[str, str], words: str) -> None:
    assert told(tmp_path, **fields) == [words] * bool(words)


def test_a_base_without_the_police_is_told_of_and_not_a_traceback(tmp_path: Path) -> None:
    """Nobody has hidden the contact, so there is no line to point at: the municipality's own file is pointed at."""
    base = "alarm-112: {navn: Alarm, telefon: ['112']}\nsletdet: {navn: S, web: https://s.example}\n"
    messages = load_edition(Project(small_project(tmp_path, {"data/faelles/kontakter.yml": base})), SLUG)[1]
    (police,) = (message for message in messages if message.what.startswith("kontakten 'politi' mangler"))
    assert str(police.place).startswith(f"{AEROE}/kommune.yml:")


def test_a_hidden_thing_of_the_same_id_as_an_emergency_number_is_told_of(tmp_path: Path) -> None:
    """The decision on the police may be hidden; the contact may not, and its own rule says so."""
    files = {
        "beslutninger.yml": "skjul:\n  politi: Står i planen.\n",
        "trin/stop.yml": "ret:\n  indledning: \"Se {{ beslutning('politi') }}.\"\n",
    }
    messages = load_edition(Project(small_project(tmp_path, files)), SLUG)[1]
    hidden = "'politi' er skjult, men teksten i data/kommuner/aeroe/trin/stop.yml:2 nævner den"
    assert [message.what for message in messages if "nævner" in message.what] == [hidden]
