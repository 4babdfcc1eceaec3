"""Write the Danish holidays that the opening hours need, from the package ``holidays`` (in requirements-test.txt).

    python .ci/helligdage.py          writes overrides/tema/assets/data/helligdage.json
    python .ci/helligdage.py --vis    prints it

The file is kept in the project, so that no page and no build needs the package. Make it anew, with later years, before
the last year in it begins.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import holidays

YEARS = range(2026, 2031)
FILE = Path(__file__).parents[1] / "overrides" / "tema" / "assets" / "data" / "helligdage.json"


def helligdage() -> str:
    """The file's text.

    ``helligdage``: the holidays by law. ``kan_have_lukket``: other days when an office often is closed or closes early;
    no law says so, and a page may only say that it can be. Outside ``fra``–``til`` the file knows nothing.
    """
    by_law = _days("public")
    content = {
        "fra": f"{YEARS[0]}-01-01",
        "til": f"{YEARS[-1]}-12-31",
        "helligdage": by_law,
        "kan_have_lukket": {day: name for day, name in _days("optional").items() if day not in by_law},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _days(category: str) -> dict[str, str]:
    """Day → its name as it is written within a sentence: ``juledag``, but ``Kristi himmelfartsdag``."""
    found = holidays.Denmark(years=YEARS, language="da", categories=category)
    return {day.isoformat(): name if name.startswith("Kristi") else name.lower() for day, name in sorted(found.items())}


if __name__ == "__main__":
    if "--vis" in sys.argv:
        sys.stdout.write(helligdage())
    else:
        FILE.parent.mkdir(parents=True, exist_ok=True)
        FILE.write_text(helligdage(), encoding="utf-8")
