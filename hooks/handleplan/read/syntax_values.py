"""Syntax rules for one value: quotation marks, brackets, first characters and colons.

Each returns a ``Diagnosis`` when the mistake is of its kind, else None. All of them can repair the line:
the value as a whole was most likely meant as text.
"""

from __future__ import annotations

import re

from .diagnosis import Case, Diagnosis
from .lines import Line, quote_advice
from .words import shorten, yaml_quoted

_SPECIAL = "*&!|>@`%{[,?}]"
_WORDS_MARKS = "“”„"  # Word's, which YAML reads as letters


def _unclosed_quote(case: Case) -> Diagnosis | None:
    broken = case.broken
    if "quote" in broken.problem:
        number, column = broken.line, broken.column
    elif "quoted scalar" in broken.context and ("end of stream" in broken.problem or "document" in broken.problem):
        number, column = broken.context_line or 0, broken.context_column
    elif case.last_quoted and case.last_quoted[2] == broken.line:
        number, column, _ = case.last_quoted
    else:
        return None
    text = case.lines[number].rstrip()
    mark = text[column: column + 1]
    advice = f"sæt et {mark} efter teksten"
    if mark == '"' and text[-1] in _WORDS_MARKS and sum(map(text.count, _WORDS_MARKS)) % 2:  # "Sig: ”Hej” has two
        advice, text = f"skriv {mark} i stedet for {text[-1]} efter teksten", text[:-1]
    return Diagnosis(number, column, "anførselstegnet her bliver aldrig lukket", advice, {number: text + mark})


def _escape(case: Case) -> Diagnosis | None:
    if "escape" not in case.broken.problem and "hexdecimal" not in case.broken.problem:
        return None
    number = case.broken.context_line or 0
    line = case.line(number)
    value = line.value[1:-1] if line.value.endswith('"') and len(line.value) > 1 else line.value[1:]
    single = "'" + value.replace("'", "''") + "'"
    shown = line.show(single)
    return Diagnosis(
        number, case.broken.context_column, "skråstregen \\ kan ikke stå frit mellem \"anførselstegn\"",
        "brug 'enkelte anførselstegn' i stedet" + (f": {shown}" if shown else ""), {number: line.with_value(single)},
    )


def _text_after_quote(case: Case) -> Diagnosis | None:
    broken, line = case.broken, case.line(case.broken.line)
    if broken.column <= line.value_at or line.value[:1] not in ("'", '"') or "flow" in broken.context:
        return None
    advice, repaired = quote_advice(line)
    what = f"{line.owner} går videre efter det anførselstegn, der slutter den"
    return Diagnosis(broken.line, broken.column, what, advice, {broken.line: repaired})


def _flow(case: Case) -> Diagnosis | None:
    """``[`` or ``{``: a list that is not closed or not separated, or a text that begins so."""
    broken = case.broken
    opened = broken.context_line if "flow" in broken.context and case.open_bracket is None else case.open_bracket
    number = broken.line if opened is None else opened
    line = case.line(number)
    mark = line.value[:1]
    if mark not in ("[", "{") or (opened is None and broken.column < line.value_at):
        return None
    close = "]" if mark == "[" else "}"
    extra = re.fullmatch(r"(\[[^\[\]]*\]|\{[^{}]*\})([],;}]+)", line.value)
    if extra:
        what = f"her står '{extra[2]}' for meget efter {close}"
        repairs = {number: line.with_value(extra[1])}
        return Diagnosis(number, line.value_at + extra.start(2), what, f"slet {extra[2]}", repairs)
    is_text = opened is None or line.value.startswith("{{")
    if not is_text and close not in line.value:
        below = case.line(number + 1)
        repairs = {number: line.with_value(line.value + close)} if below.is_blank or below.indent <= line.indent else {}
        what, advice = f"'{mark}' bliver ikke lukket", f"sæt {close} efter det sidste"
        return Diagnosis(number, line.value_at, what, advice, repairs, local=bool(repairs))
    advice, quoted = quote_advice(line)
    if not is_text and line.value.endswith(close):
        what = f"det, der står mellem {mark} og {close}, er ikke skrevet rigtigt"
        example = '["a", "b"]' if mark == "[" else '{navn: "a", note: "b"}'
        advice = f"skriv det med komma imellem, for eksempel {example}"
    else:
        what = f"{line.owner} begynder med '{mark}' og læses som en {'liste' if mark == '[' else 'kode'}"
    return Diagnosis(number, line.value_at, what, advice, {number: quoted})


def _first_character(case: Case) -> Diagnosis | None:
    broken = case.broken
    line = case.line(broken.line)
    first = line.value[:1]
    if not first or first not in _SPECIAL or broken.column < line.value_at:
        return None
    below = case.line(broken.line + 1)
    if first in "|>" and not below.is_blank and below.indent > line.indent:
        sign = line.value.split()[0]
        what = f"{line.owner} begynder på samme linje som {sign}"
        advice = f"skriv kun {sign} her, og begynd teksten på næste linje"
        return Diagnosis(broken.line, line.value_at, what, advice, {broken.line: line.with_value(first)})
    if line.key is None and re.match(r"\* +\S", line.value):
        fixed = "- " + line.value[1:].lstrip()
        what, advice = "et punkt i en liste begynder ikke med en stjerne", "skriv en bindestreg og et mellemrum"
        return Diagnosis(
            broken.line, line.value_at, what, f"{advice}: {shorten(fixed, 60)}", {broken.line: line.with_value(fixed)}
        )
    advice, repaired = quote_advice(line)
    if first == "|":
        advice += ", eller skriv den på næste linje, rykket ind"
    what = f"{line.owner} begynder med '{first}', og det kan en tekst ikke uden anførselstegn"
    return Diagnosis(broken.line, line.value_at, what, advice, {broken.line: repaired})


def _dash_in_value(case: Case) -> Diagnosis | None:
    broken = case.broken
    line = case.line(broken.line)
    if line.key is None or not re.match(r"-(?: |$)", line.value) or broken.column < line.value_at:
        return None
    what = f"punktet med bindestreg står på samme linje som '{shorten(line.key)}:'"
    repaired = line.with_value(yaml_quoted(line.value))
    advice = "flyt det ned på næste linje, rykket ind"
    return Diagnosis(broken.line, line.value_at, what, advice, {broken.line: repaired})


def _colon_in_text(case: Case) -> Diagnosis | None:
    broken = case.broken
    line = case.line(broken.line)
    if "mapping values" not in broken.problem or line.key is None or broken.column < line.value_at:
        return None
    if line.has_dash and (" " in line.key or line.key[:1].isupper()):  # "- Husk: ring: nu" has no field named "Husk"
        line = Line(line.text, line.indent, line.body_at, None, line.body, line.body_at)
    if not line.has_dash and re.fullmatch(r"[a-zæøå0-9_-]+:", line.value):
        what = f"'{shorten(line.value)}' står på samme linje som '{shorten(line.key)}:'"
        advice = "flyt det ned på næste linje, rykket to mellemrum ind"
        return Diagnosis(broken.line, line.value_at, what, advice, local=False)
    advice, repaired = quote_advice(line)
    what = f"{line.owner} har et kolon inde i sig"
    return Diagnosis(broken.line, broken.column, what, advice, {broken.line: repaired})


VALUE_RULES = (_unclosed_quote, _escape, _text_after_quote, _flow, _first_character, _dash_in_value, _colon_in_text)
