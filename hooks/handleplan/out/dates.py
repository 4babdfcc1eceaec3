"""Dates as a Danish reader writes them."""

from __future__ import annotations

import datetime

from ..model.opslag import DAGE

MÅNEDER = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
UGEDAGE = dict(zip(DAGE, ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"), strict=True))


def dansk_dato(date: datetime.date) -> str:
    """``date`` as "21. november 2026"."""
    return f"{date.day}. {MÅNEDER[date.month - 1]} {date.year}"


def epoch_of(date: datetime.date) -> int:
    """Noon of ``date`` in UTC, in seconds since 1970: ``SOURCE_DATE_EPOCH``, the same day in Denmark and in UTC."""
    return int(datetime.datetime.combine(date, datetime.time(12), datetime.UTC).timestamp())
