"""Phone numbers: as a Danish reader sees them, and as a phone dials them."""

from __future__ import annotations

import re

NO_BREAK_SPACE = "\u00a0"
EMERGENCY = re.compile(r"(?<!\d)(11[24])(?!\d)")


def _digits(phone: str) -> str:
    return re.sub(r"[\s\u00a0]", "", phone).removeprefix("+45")


def shown_phone(phone: str) -> str:
    """"25180276" and "25 18 02 76" become "25 18 02 76" with spaces that do not break; 112 stays 112."""
    digits = _digits(phone)
    size = {8: 2, 6: 3}.get(len(digits), len(digits))
    return NO_BREAK_SPACE.join(digits[i : i + size] for i in range(0, len(digits), size))


def phone_uri(phone: str) -> str:
    """The ``tel:`` address. Short numbers (112, 114, 116 111) are dialled without the country code."""
    digits = _digits(phone)
    return f"tel:{digits}" if len(digits) < 8 else f"tel:+45{digits}"


def link_short_numbers(line: str) -> str:
    """A plain line as Markdown with 112 and 114 as links."""
    return EMERGENCY.sub(lambda match: f"[{match[1]}]({phone_uri(match[1])})", line)
