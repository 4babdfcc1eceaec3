"""Characters that do harm in a handbook: invisible ones, broken ones, and those only one font knows.

They come from PDFs and web pages by copy and paste. They turn words round, hide them from search and
break PDFs, so every one of them is refused at its place.
"""

from __future__ import annotations

import re
import unicodedata

from .messages import Report

#: No text field may hold these. Tab and line feed are not among them.
UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\uffff"
    "\ue000-\uf8ff\ud800-\udfff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
_KINDS = (
    (
        "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
        "et usynligt tegn, der vender skriveretningen",
        "slet tegnet, eller skriv ordene igen",
    ),
    (
        "\ue000-\uf8ff\U000f0000-\U0010ffff",
        "et tegn, som kun én skrifttype kender, ofte et punkttegn fra en PDF",
        "slet tegnet",
    ),
    ("\xad", "en usynlig blød bindestreg", "slet tegnet, eller skriv ordet igen"),
    (
        "\u180e\u200b-\u200d\u2060-\u2064\ufeff",
        "et usynligt mellemrum uden bredde",
        "slet tegnet, eller skriv ordet igen",
    ),
    ("\ufffc\ufffd", "et ødelagt tegn", "skriv det rigtige bogstav i stedet"),
    (
        "\x0b\x0c\x85\u2028\u2029",
        "et usynligt linjeskift",
        "slet tegnet, og brug Enter, hvis der skal være en ny linje",
    ),
)
_KINDS_COMPILED = tuple((re.compile(f"[{chars}]"), what, advice) for chars, what, advice in _KINDS)
_LINE_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")

#: UTF-8 that a program has read as Windows' encoding and saved again: "BÃ¸rn" for "Børn".
_BROKEN = {
    letter.encode().decode("cp1252"): letter
    for letter in "æøåÆØÅéÉèüÜöÖäÄ–—’‘“…•§´°½"
}
_BROKEN_RE = re.compile("|".join(map(re.escape, _BROKEN)))

#: More marks on one letter no language has (Unicode's Stream-Safe Text Format, UAX #15).
MOST_MARKS = 30
_NO_LATIN = re.compile(f"[^\x00-\u02ff]{{{MOST_MARKS + 1},}}")


def piled_marks(text: str) -> int | None:
    """Where more than ``MOST_MARKS`` marks stand on one letter, or None.

    To bring them in order (NFC) takes time with the square of their number: minutes for a file of them.
    """
    for run in _NO_LATIN.finditer(text):
        marks = 0
        for at, sign in enumerate(run[0], run.start()):
            marks = marks + 1 if unicodedata.category(sign).startswith("M") else 0
            if marks > MOST_MARKS:
                return at
    return None


def tell_piled_marks(line: int, column: int, report: Report) -> None:
    """The message about them."""
    what = f"her står mere end {MOST_MARKS} accenter oven på hinanden"
    report.add(line, column, what, "slet tegnene, og skriv teksten igen")


def describe(character: str) -> tuple[str, str]:
    """Return what an unwanted character is and what to do about it, in Danish."""
    for kind, what, advice in _KINDS_COMPILED:
        if kind.match(character):
            return f"{what} (U+{ord(character):04X})", advice
    return f"et usynligt styretegn (U+{ord(character):04X})", "slet tegnet, og skriv teksten igen"


def remove_unwanted(text: str) -> str:
    """Return ``text`` without the unwanted characters, as it most likely was meant."""
    return UNWANTED.sub("", _LINE_BREAKS.sub(" ", text))


def clean_characters(lines: list[str], report: Report) -> list[str]:
    """Report every unwanted character (each kind once a line) and return the lines without them."""
    return [_clean_line(number, line, report) for number, line in enumerate(lines)]


def _clean_line(number: int, line: str, report: Report) -> str:
    if line.isascii() and line.isprintable():
        return line
    found: dict[str, list[int]] = {}
    for match in UNWANTED.finditer(line):
        found.setdefault(match[0], []).append(match.start())
    for character, columns in found.items():
        what, advice = describe(character)
        times = f", {len(columns)} steder i linjen" if len(columns) > 1 else ""
        report.add(number, columns[0], f"her står {what}{times}", advice)
    line = remove_unwanted(line) if found else line
    broken = _BROKEN_RE.search(line)
    if broken is None:
        return line
    letter = _BROKEN[broken[0]]
    report.add(
        number, broken.start(), f"'{broken[0]}' er et ødelagt '{letter}'",
        f"skriv {letter}, eller hent teksten igen, og gem den som UTF-8",
    )
    return _BROKEN_RE.sub(lambda match: _BROKEN[match[0]], line)
