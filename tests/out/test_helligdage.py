"""The holidays that the opening hours read: what the package says, and what the almanac says."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys

import holidays

from tests.out.editions import SLUGS, edition
from tests.small_project import ROOT

FILE = ROOT / "overrides" / "tema" / "assets" / "data" / "helligdage.json"


def data() -> dict:
    return json.loads(FILE.read_text(encoding="utf-8"))


def test_the_file_is_what_the_script_writes() -> None:
    command = [sys.executable, str(ROOT / ".ci" / "helligdage.py"), "--vis"]
    shown = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    assert shown.stdout == FILE.read_text(encoding="utf-8"), "kør: make helligdage"


def test_it_knows_the_package_s_holidays_of_its_years_and_no_other_day() -> None:
    found = data()
    first, last = (datetime.date.fromisoformat(found[end]) for end in ("fra", "til"))
    by_law = holidays.country_holidays("DK", years=range(first.year, last.year + 1))
    for number in range((last - first).days + 1):
        day = first + datetime.timedelta(number)
        assert (day.isoformat() in found["helligdage"]) == (day in by_law), day
    assert not set(found["helligdage"]) & set(found["kan_have_lukket"])


def test_days_that_everybody_knows() -> None:
    """From the almanac, not from the package."""
    found = data()
    known = {
        "2026-04-05": "påskedag", "2026-05-14": "Kristi himmelfartsdag", "2027-03-28": "påskedag",
        "2027-05-17": "anden pinsedag", "2026-12-25": "juledag", "2030-04-21": "påskedag",
    }  # fmt: skip
    assert known.items() <= found["helligdage"].items()
    assert "2026-05-01" not in found["helligdage"], "store bededag has been a working day since 2024"
    assert found["kan_have_lukket"]["2026-06-05"] == "grundlovsdag"
    assert found["kan_have_lukket"]["2026-12-24"] == "juleaftensdag"


def test_the_editions_dates_are_within_its_years() -> None:
    found = data()
    for slug in SLUGS:
        assert found["fra"] <= edition(slug).kommune.dato.isoformat() <= found["til"], "kør make helligdage med nye år"
