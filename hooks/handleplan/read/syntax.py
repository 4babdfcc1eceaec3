"""What an editor did when YAML gives up: the place, the mistake and, where it can be guessed, the line as it was meant.

Each rule looks at the lines round the break, not only at YAML's own reason: that reason tells where
reading stopped, which is often the line after the mistake. The guessed lines let the reader go on and
find the rest of the file's mistakes in the same round.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..model.types import RESERVED_IDS
from .built import Built
from .diagnosis import Case, Diagnosis
from .lines import split_line
from .nesting import indentation, lone_dash_above, neighbour_above, open_columns, out_of_step_above, start_of_text
from .syntax_values import VALUE_RULES
from .words import shorten


def diagnose(lines: list[str], built: Built) -> Diagnosis:
    """Return what went wrong at ``built.broken``."""
    case = Case(lines, built.broken, built.last_quoted, built.open_bracket)
    for rule in _RULES:
        found = rule(case)
        if found is not None:
            return found
    return _unreadable(case)


def _directive(case: Case) -> Diagnosis | None:
    for number in (case.broken.line, case.broken.context_line or 0):
        if number < len(case.lines) and case.lines[number].startswith("%"):
            return Diagnosis(number, 0, "linjer, der begynder med %, kan ikke bruges", "slet linjen", {number: ""})
    return None


def _several_documents(case: Case) -> Diagnosis | None:
    number = min(case.broken.line, len(case.lines) - 1)
    if "document" not in case.broken.problem:
        return None
    for above in range(number, -1, -1):
        if re.match(r"(?:\.\.\.|---)(?: |$)", case.lines[above]):
            what = f"filen er delt i to med en linje '{case.lines[above][:3]}'"
            return Diagnosis(above, 0, what, "slet linjen, eller læg resten i en fil for sig", {above: ""})
    return None


def _field_inside_text(case: Case) -> Diagnosis | None:
    """``mapping values are not allowed`` at a line's own colon: the lines above are a text that it interrupts."""
    broken = case.broken
    line = case.line(broken.line)
    if "mapping values" not in broken.problem:
        return None
    number = start_of_text(case.lines, broken.line)
    if number is None:
        return None
    start = case.line(number)
    if start.key is None:
        return _not_a_field(case.lines, number)
    what = f"'{shorten(line.key or '')}:' er rykket ind under '{shorten(start.key)}:', som allerede har en tekst"
    advice = f"lad linjen begynde i kolonne {start.body_at + 1}"
    advice += ', eller sæt "anførselstegn" om hele teksten, hvis linjen hører til den'
    return Diagnosis(broken.line, line.body_at, what, advice, local=False)


def _missing_colon(case: Case) -> Diagnosis | None:
    broken = case.broken
    if "could not find expected ':'" not in broken.problem or broken.context_line is None:
        return None
    return _not_a_field(case.lines, broken.context_line)


def _not_a_field(lines: list[str], number: int) -> Diagnosis:
    line = split_line(lines[number])
    body, at = line.body, line.body_at
    close = re.match(r"""[^\s:"'#\[{]+:(?=[^\s/]|[\xa0\t\u2000-\u200a\u202f])""", body)
    if close:
        odd = body[close.end()].isspace()
        what = f"der {'står et usynligt tegn' if odd else 'mangler et mellemrum'} efter '{shorten(close[0])}'"
        fixed = close[0] + " " + body[close.end() + odd:]
        repairs = {number: line.text[:at] + fixed}
        return Diagnosis(number, at + close.end(), what, f"skriv {shorten(fixed, 60)}", repairs)
    dash = re.match(r"[-–—•·](?=\S)|[–—•·](?=\s)", body)
    if dash:
        fixed = "- " + body[1:].lstrip()
        what = f"'{shorten(body, 20)}' er ikke et punkt i en liste"
        advice = f"skriv en bindestreg og et mellemrum: {shorten(fixed, 60)}"
        return Diagnosis(number, at, what, advice, {number: line.text[:at] + fixed})
    below = number + 1 < len(lines) and split_line(lines[number + 1]).indent > line.indent
    if below and not line.has_dash and re.fullmatch(r"[\w-]+", body.rstrip()):  # the name of what is below
        what, repairs = f"der mangler et kolon efter '{shorten(body)}'", {number: line.text.rstrip() + ":"}
        return Diagnosis(number, at, what, f"skriv {shorten(body)}:", repairs)
    advice = "skriv navn: værdi, eller ryk linjen ind, hvis den hører til teksten ovenover"
    what = f"der mangler et kolon: '{shorten(body)}' er ikke et felt"
    return Diagnosis(number, at, what, advice, {} if below else {number: ""}, local=False)


def _structure(case: Case) -> Diagnosis | None:
    """The line's beginning does not fit the lines above it."""
    number = min(case.broken.line, len(case.lines) - 1)
    line = case.line(number)
    if line.is_blank:
        return None
    if line.key == "" or line.body.startswith(":"):
        advice = "skriv et navn foran kolonet, eller slet linjen"
        return Diagnosis(number, line.body_at, "der mangler et feltnavn foran kolonet", advice, {number: ""})
    columns, above = open_columns(case.lines, number), neighbour_above(case.lines, number)
    if line.indent not in columns:
        odd = out_of_step_above(case.lines, number)
        if odd is not None:
            what = "linjen er rykket forkert ind"
            advice = f"lad den begynde i kolonne {line.indent + 1}, som linjerne nedenunder"
            at_top = all(case.line(above).is_blank for above in range(odd))
            if at_top and case.line(odd).key not in RESERVED_IDS:  # it may be right, and the line above it gone
                advice += ". Mangler linjen over den, for eksempel nye:, så skriv den"
            return Diagnosis(odd, case.line(odd).indent, what, advice, local=False)
        if line.indent == 0 and line.key in RESERVED_IDS:
            top = next(above for above, text in enumerate(case.lines) if not split_line(text).is_blank)
            what = "linjen er rykket ind, men der er ingen linje over den, som den hører til"
            advice = "skriv den linje, der mangler, for eksempel nye: (uden # foran)"
            return Diagnosis(top, case.line(top).indent, what, advice, local=False)
        what, advice = indentation(columns)
    elif line.has_dash:
        what = "her står et punkt med bindestreg, hvor der skal stå et felt"
        advice = "slet bindestregen, eller flyt punktet ind under det felt, det hører til"
    elif above is not None and above.has_dash and above.indent == line.indent:
        dash = lone_dash_above(case.lines, number)
        if dash is not None:
            advice = "slet bindestregen, eller ryk linjerne nedenunder to mellemrum ind, hvis de hører til punktet"
            what = "her står en bindestreg foran et felt, og linjerne nedenunder har ingen"
            return Diagnosis(dash, case.line(dash).indent, what, advice, local=False)
        what = "linjen står i en liste, men har ingen bindestreg"
        advice = "sæt en bindestreg og et mellemrum foran, eller ryk linjen"
    else:
        return None
    return Diagnosis(number, line.indent, what, advice, local=False)


def _unreadable(case: Case) -> Diagnosis:
    number = min(case.broken.line, len(case.lines) - 1)
    column = min(case.broken.column, len(case.lines[number]))
    if case.line(number).body.startswith(('"', "'")) and case.line(number - 1).body.startswith(('"', "'")):
        what = "her begynder en tekst mere under samme felt"
        advice = 'er det en liste, så skriv en bindestreg og et mellemrum foran hver: - "…"'
        return Diagnosis(number, column, what, advice, local=False)
    advice = "sammenlign med linjerne ovenover: et felt skrives navn: værdi"
    return Diagnosis(number, column, "linjen kan ikke læses", advice, local=False)


_RULES: tuple[Callable[[Case], Diagnosis | None], ...] = (
    _directive, _several_documents, *VALUE_RULES, _field_inside_text, _missing_colon, _structure,
)
