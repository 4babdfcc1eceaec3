"""What an editor most likely meant by a value that is not right, tried on the model before it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from . import shapes
from .words import fold, fold_id

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_YES_NO = {"yes": "ja", "true": "ja", "1": "ja", "on": "ja", "no": "nej", "false": "nej", "0": "nej", "off": "nej"}
_DAYS = ("man", "tir", "ons", "tor", "fre", "lør", "søn")
_SPANS = {
    "hverdag": "man-fre", "hverdage": "man-fre", "weekend": "lør-søn", "weekender": "lør-søn",
    "dagligt": "alle", "hver dag": "alle", "alle dage": "alle",
}  # fmt: skip
_LONGEST = 300
#: Word's quotation marks, which YAML reads as letters.
_QUOTES = "“”„‟‘’‚»« "


def proposal(type_: Any, value: Any) -> str | None:
    """Return a text near ``value`` that ``type_`` accepts, None if none is found."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    tried = {value}
    for candidate in _candidates(value.strip()):
        if candidate not in tried and shapes.accepts(type_, candidate):
            return candidate
        tried.add(candidate)
    return None


def id_proposal(value: Any, taken: dict | None = None) -> str | None:
    """Return the id that a text would have, None if it has none or the id is taken."""
    ident = fold_id(value[:_LONGEST]) if isinstance(value, str) else None
    return None if ident is None or (taken is not None and ident in taken) else ident


def _candidates(text: str) -> Iterator[str]:
    text = text.strip(_QUOTES)
    yield text
    mails = re.findall(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", text)
    if len(mails) == 1:
        yield mails[0]
    yield " ".join(text.split())
    yield text.lower()
    yield from filter(None, (_YES_NO.get(text.lower()), _date(text)))
    yield _days(text)
    yield from _hours(text)
    yield from _phone(text)
    if not re.match(r"(?!https?:)[a-z][a-z0-9+.-]*:(?!\d)", text, re.IGNORECASE):  # not javascript: or mailto:
        yield "https://" + re.sub(r"^(?:https?:)?/*\s*", "", text)
    yield text.rstrip(".,;:!")
    if "@" not in text:
        yield text.replace(" ", "%20")
    yield text.replace(" ", "")
    yield "#" + text.lstrip("#")
    numbers = re.findall(r"\d+", text)
    if len(numbers) == 1:
        yield numbers[0]


def _date(text: str) -> str | None:
    match = re.fullmatch(r"(\d{1,2})[./ -]+(\d{1,2}|[a-zæøå]+)[./ -]+(\d{4}|\d{2})", text.lower())
    if match is None:
        match = re.fullmatch(r"(\d{4})[./ -](\d{1,2})[./ -](\d{1,2})", text)
        return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else None
    day, month, year = match.groups()
    number = month if month.isdecimal() else next((n for n, m in enumerate(_MONTHS, 1) if month.startswith(m)), 0)
    return f"{year if len(year) > 2 else '20' + year}-{int(number):02}-{int(day):02}"


def _days(text: str) -> str:
    """Return names of days as the data writes them: ``Mandag til torsdag`` → ``man-tor``.

    ``tir og ons`` stays as it is: a proposal that leaves a day out would close a door that is open.
    """
    if text.lower() in _SPANS:
        return _SPANS[text.lower()]
    parts = [part for part in re.split(r"\s*(?:-|–| til )\s*", text.lower()) if part]
    return "-".join(map(_day, parts))


def _day(part: str) -> str:
    one_word = re.fullmatch(r"[a-zæøå]+\.?", part)
    return next((day for day in _DAYS if one_word and fold(part).startswith(fold(day))), part)


def _hours(text: str) -> Iterator[str]:
    times = re.findall(r"\d{1,2}(?:[.:]\d{2})?", text)
    if len(times) == 2:
        yield "-".join(time if len(time) > 2 else time + ".00" for time in times)
    if "døgn" in text.lower() or text.replace(" ", "") in ("24/7", "0-24"):
        yield "døgnet rundt"


def _phone(text: str) -> Iterator[str]:
    digits = re.sub(r"\D", "", text)
    if len(digits) > 8 and digits.startswith(("45", "0045")):
        digits = digits.removeprefix("00").removeprefix("45")
    if len(digits) == 8:
        yield " ".join(digits[i: i + 2] for i in range(0, 8, 2))
