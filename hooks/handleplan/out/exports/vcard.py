"""Writes vCard 3.0 (RFC 2426): the form that both phones and mail programs read.

Our own writer, because the library there is for Python (vobject) has had no release since 2024, escapes addresses that
must not be escaped, and writes no other version than this; the tests read the result back with it.
"""

from __future__ import annotations

from collections.abc import Iterable

LINE_OCTETS = 75  # RFC 2426, 2.6
NEWLINE = "\r\n"


def escaped(text: str) -> str:
    """``text`` as a value: backslash, comma, semicolon and line break marked (RFC 2426, 5)."""
    for plain, marked in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\n", "\\n")):
        text = text.replace(plain, marked)
    return text


def line(name: str, *values: str, uri: bool = False) -> str:
    """One property, folded, with its line break. ``name`` holds the parameters (``TEL;TYPE=WORK``).

    Several ``values`` are the parts of a structured one (``N``). ``uri``: an address, which is written as it is.
    """
    return folded(f"{name}:" + ";".join(value if uri else escaped(value) for value in values))


def folded(content: str) -> str:
    """A line of at most 75 octets; the rest follows on lines that begin with a space. Letters are not cut in two."""
    lines, current, size = [], "", 0
    for letter in content:
        octets = len(letter.encode("utf-8"))
        if size + octets > LINE_OCTETS:
            lines.append(current)
            current, size = " ", 1
        current += letter
        size += octets
    return NEWLINE.join([*lines, current]) + NEWLINE


def card(lines: Iterable[str]) -> str:
    """One whole card of finished ``lines``."""
    return "".join([line("BEGIN", "VCARD"), line("VERSION", "3.0"), *lines, line("END", "VCARD")])
