"""Make the two small web fonts that every page loads, with fontTools (it comes with WeasyPrint).

    python .ci/skrift.py          writes overrides/tema/assets/fonts/handleplan-sans-{400,700}.woff2

They hold the letters that Danish text is written with, half the size of Source Sans 3's Latin files. A page with
another letter (a name with "ñ") loads the Latin file too: ``skrift.css`` says which letters are where, and a test holds
the two lists together. Changed versions may not be called "Source" (OFL.txt), so these are named Handleplan Sans.
"""

from __future__ import annotations

import re
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ASSETS = Path(__file__).parents[1] / "overrides" / "tema" / "assets"
WEIGHTS = {400: "Regular", 700: "Bold"}
_RANGE = re.compile(r"handleplan-sans-400.*?unicode-range: ([^;]+);")


def letters() -> list[int]:
    """The code points that ``skrift.css`` gives to the small fonts. Raises ``AssertionError`` when it names none."""
    found = _RANGE.search((ASSETS / "css" / "skrift.css").read_text(encoding="utf-8"))
    assert found is not None, "skrift.css uden unicode-range"
    points: list[int] = []
    for part in found[1].split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        points += range(int(first, 16), int(last or first, 16) + 1)
    return points


def make(weight: int) -> None:
    """Write the small font of one weight (a key of ``WEIGHTS``)."""
    font = TTFont(ASSETS / "fonts" / f"source-sans-3-latin-{weight}-normal.woff2")
    options = subset.Options(layout_features=["kern", "liga"], hinting=False, name_IDs=[0, 5])
    options.drop_tables += ["STAT", "BASE"]
    cut = subset.Subsetter(options)
    cut.populate(unicodes=letters())
    cut.subset(font)
    style = WEIGHTS[weight]
    full = f"Handleplan Sans {style}"
    for ident, text in {1: "Handleplan Sans", 2: style, 3: f"{full} 1", 4: full, 6: full.replace(" ", "")}.items():
        font["name"].setName(text, ident, 3, 1, 0x409)
    font.flavor = "woff2"
    font.recalcTimestamp = False
    font.save(ASSETS / "fonts" / f"handleplan-sans-{weight}.woff2")


if __name__ == "__main__":
    for each in WEIGHTS:
        make(each)
