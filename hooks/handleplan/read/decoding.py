"""From bytes to text: the encodings that Danish editors' programs write, found and named.

Where the right letters can be guessed, reading goes on with them, so that the editor hears about
everything else in the file in the same round.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from .characters import piled_marks, tell_piled_marks
from .messages import Report

_SAVE_AS_UTF8 = "gem filen igen, og vælg tegnkodningen UTF-8"
_NOT_TEXT = {
    b"PK\x03\x04": "et Word-dokument, regneark eller zip-arkiv",
    b"\xd0\xcf\x11\xe0": "et ældre Word-dokument eller regneark",
    b"%PDF": "en PDF",
    b"{\\rtf": "et RTF-dokument",
}
_WIDE_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Python marks byte 0xNN that is not UTF-8 as U+DCNN; the encodings of Windows, old Macs and DOS say which letter was
#: meant.
_OLD = [
    {0xDC00 + b: bytes([b]).decode(encoding, "replace").replace("\ufffd", "?") for b in range(0x80, 0x100)}
    for encoding in ("cp1252", "mac-roman", "cp850")
]


def decode(raw: bytes, report: Report) -> str | None:
    """Return the file's text: NFC, lines ended by ``\\n``, without byte order mark; None if it is not text."""
    for start, kind in _NOT_TEXT.items():
        if raw.startswith(start):
            advice = "skriv den i et tekstprogram, og gem den som ren tekst (UTF-8)"
            report.add(0, 0, f"filen er {kind} og ikke ren tekst", advice)
            return None
    text = _decode_wide(raw, report) if _is_wide(raw) else _decode_utf8(raw, report)
    if text is None:
        return None
    if (at := piled_marks(text)) is not None:
        tell_piled_marks(*_line_and_column(text, at), report)
        return None
    return unicodedata.normalize("NFC", text)


def _line_and_column(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1


def _is_wide(raw: bytes) -> bool:
    sample = raw[:4096]
    return raw.startswith(tuple(bom for bom, _ in _WIDE_BOMS)) or sample.count(0) * 5 > len(sample)


def _decode_wide(raw: bytes, report: Report) -> str | None:
    for bom, encoding in _WIDE_BOMS:
        if raw.startswith(bom):
            report.add(0, 0, f"filen er gemt som {encoding.upper()}", _SAVE_AS_UTF8)
            try:
                return _unix_lines(raw.decode(encoding))
            except UnicodeDecodeError:
                return None
    report.add(0, 0, "filen er ikke ren tekst, eller den er gemt som UTF-16", _SAVE_AS_UTF8)
    return None


def _decode_utf8(raw: bytes, report: Report) -> str:
    text = _unix_lines(raw.decode("utf-8-sig", "surrogateescape"))
    foreign = re.search("[\udc80-\udcff]", text)
    if foreign is None:
        return text
    line, column = _line_and_column(text, foreign.start())
    table = max(_OLD, key=lambda one: sum(map(text.translate(one).count, "æøåÆØÅ")))  # Windows' when they say the same
    letter = foreign[0].translate(table)
    shown = f"'{letter}'" if letter.isprintable() else "et hårdt mellemrum eller et usynligt tegn"
    report.add(line, column, f"filen er ikke gemt som UTF-8: tegnet her er nok {shown}", _SAVE_AS_UTF8)
    return text.translate(table)


def _unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
