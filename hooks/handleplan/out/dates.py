"""Dates as a Danish reader writes them."""

from __future__ import annotations

import datetime

MÅNEDER = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip


def dansk_dato(date: datetime.date) -> str:
    """``date`` as "21. november 2026"."""
    return f"{date.day}. {MÅNEDER[date.month - 1]} {date.year}"
