"""The layout of the lines: indentation made of anything but spaces, and unfinished merges."""

from __future__ import annotations

import re

from .messages import Report

_SPACES = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LEAD = re.compile(f"[{_SPACES}]*(?:-[{_SPACES}]+)*")
_ODD_SPACE = re.compile(f"[{_SPACES[1:]}]")
_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |$)|={7}$")
_TAB_WIDTH = 2
_MOST_LINES_NAMED = 5
_USE_SPACES = "brug mellemrumstasten i stedet: to mellemrum for hvert niveau"


def clean_indentation(lines: list[str], report: Report) -> list[str]:
    """Report tabs and odd spaces before a line's text, each kind once a file, and return the lines with spaces there.

    Blank lines and comments may begin with anything: nothing depends on their indentation.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    cleaned = []
    for number, line in enumerate(lines):
        lead = _LEAD.match(line)[0]
        rest = line[len(lead):]
        odd = _ODD_SPACE.search(lead)
        if not rest.strip() and "-" not in lead:
            line = ""
        elif odd:
            if not rest.startswith("#"):
                found.setdefault(odd[0], []).append((number, odd.start()))
            line = _ODD_SPACE.sub(" ", lead.replace("\t", " " * _TAB_WIDTH)) + rest
        cleaned.append(line)
    for character, spots in found.items():
        _report_indentation(character, spots, report)
    return cleaned


def _report_indentation(character: str, spots: list[tuple[int, int]], report: Report) -> None:
    name = {"\t": "et tabulatortegn", "\xa0": "et hårdt mellemrum (U+00A0)"}.get(
        character, f"et særligt mellemrum (U+{ord(character):04X})"
    )
    others = [str(number + 1) for number, _ in spots[1:]]
    also = ""
    if others:
        more = " og flere" if len(others) > _MOST_LINES_NAMED else ""
        also = f", også i linje {', '.join(others[:_MOST_LINES_NAMED])}{more}"
    report.add(*spots[0], f"linjen er rykket ind med {name}{also}", _USE_SPACES)


def has_conflict(lines: list[str], report: Report) -> bool:
    """Report every place where two people's changes have not been merged; True if there is one."""
    inside = found = False
    for number, line in enumerate(lines):
        if not _CONFLICT.match(line):
            continue
        if not inside:
            report.add(
                number, 0, f"to udgaver af teksten er ikke flettet færdigt (linjer med {line[:7]})",
                "behold den udgave, der er rigtig, og slet linjerne med <<<<<<<, ======= og >>>>>>>",
            )
        found = True
        inside = line[0] == "<" or (inside and line[0] != ">")
    return found
