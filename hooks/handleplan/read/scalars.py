"""What one value may hide: a part that YAML reads as a comment, and signs that are written with a backslash."""

from __future__ import annotations

import re
import unicodedata

import yaml

from .characters import UNWANTED, describe, piled_marks, remove_unwanted, tell_piled_marks
from .messages import Report
from .words import shorten

_SWALLOWED = re.compile(r"\s*(#[^\s#]\S*)")


def warn_of_comment(event: yaml.ScalarEvent, lines: list[str], report: Report) -> None:
    """Tell when part of a text without quotation marks is read as a comment: ``titel: Sag #4``."""
    line, column = event.end_mark.line, event.end_mark.column
    match = _SWALLOWED.match(lines[line], column) if line < len(lines) else None
    if match is None:
        return
    what = f"'{shorten(match[1])}' læses som en kommentar, fordi det begynder med #, og kommer ikke med"
    if not event.value:  # all of the text is gone, and with it the field's value
        report.add(line, match.start(1), what, f'skriv "{shorten(match[1])}"')
    else:
        advice = 'sæt "anførselstegn" om hele teksten, eller sæt et mellemrum efter #, hvis det er en kommentar'
        report.add(line, match.start(1), what, advice, "advarsel")


def without_hidden_signs(event: yaml.ScalarEvent, report: Report) -> str:
    """The value of a text in "…", looked at again: ``\\u202e`` may stand for what the file itself may not hold."""
    found, value = UNWANTED.search(event.value), event.value
    if found:
        what, advice = f"i teksten er skrevet {describe(found[0])[0]}", "slet tegnet, der er skrevet med en skråstreg"
        report.add(event.start_mark.line, event.start_mark.column, what, advice)
        value = remove_unwanted(value)
    if piled_marks(value) is not None:
        tell_piled_marks(event.start_mark.line, event.start_mark.column, report)
        return ""
    return unicodedata.normalize("NFC", value)
