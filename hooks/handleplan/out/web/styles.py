"""The theme's style sheets without the rules that no page and no script of the edition can ever meet.

Material styles far more than a handbook uses (other languages' writing direction, code, tabs, 20 colours …), and
the style sheet is what a reader waits for. A rule stays unless its selector names an element, a class, an id or an
attribute's value that no page has and no script writes. ``tests/browser/test_weight.py`` compares every element's look
with the whole style sheet's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import tinycss2

_WORD = re.compile(r"[\w-]+")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_NESTED = ("media", "supports", "layer")
# A browser makes these where a page leaves them out.
_ALWAYS_THERE = frozenset({"html", "head", "body", "tbody", "colgroup"})
# And a script writes these without naming them (``setAttribute("aria-expanded", isOpen)``).
_ANY_SCRIPT = frozenset({"true", "false"})


def used_rules(css: str, words: set[str]) -> str:
    """``css`` with the rules that a page made of ``words`` can meet, and the variables that those rules read."""
    rules = _met(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), words)
    reads: dict[str, set[str]] = {"": set(words)}
    for declaration in _declarations(rules):
        name = _variable(declaration)
        reads.setdefault(name, set()).update(_READ.findall(tinycss2.serialize(declaration)))
    read, waiting = set(), [""]
    while waiting:
        new = reads.get(waiting.pop(), set()) - read
        read |= new
        waiting += new
    return _serialized(rules, read)


# A rule that stays: its selectors (or "@media …") as text, and its declarations or the rules in it; any other text
# has none.
_Rule = tuple[str, list[list[tinycss2.ast.Node]] | None, "list[_Rule] | None"]


def _met(rules: Iterable[tinycss2.ast.Node], words: set[str]) -> list[_Rule]:
    out: list[_Rule] = []
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [part for part in _split(rule.prelude, ",") if _can_match(part, words)]
            if selectors:
                text = ",".join(map(_text, selectors))
                out.append((text, [part for part in _split(rule.content, ";") if part], None))
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTED and rule.content is not None:
            inner = _met(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), words)
            if inner:
                out.append((f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}", None, inner))
        else:
            out.append((rule.serialize(), None, None))
    return out


def _declarations(rules: list[_Rule]) -> Iterator[list[tinycss2.ast.Node]]:
    for text, declarations, inner in rules:
        yield from declarations or []
        yield from _declarations(inner or [])
        if declarations is None and inner is None:
            yield tinycss2.parse_component_value_list(text)


def _variable(declaration: list[tinycss2.ast.Node]) -> str:
    """The variable that is set, or "" for any other declaration."""
    first = next((token for token in declaration if token.type not in ("whitespace", "comment")), None)
    return first.value if first is not None and first.type == "ident" and first.value.startswith("--") else ""


def _serialized(rules: list[_Rule], read: set[str]) -> str:
    out = []
    for text, declarations, inner in rules:
        if declarations is not None:
            wanted = [part for part in declarations if not _variable(part) or _variable(part) in read]
            text = f"{text}{{{';'.join(map(_declaration_text, wanted))}}}" if wanted else ""
        elif inner is not None:
            text = f"{text}{{{_serialized(inner, read)}}}"
        out.append(text)
    return "".join(out)


def _text(tokens: list[tinycss2.ast.Node]) -> str:
    """``tokens`` on one line. Only white space between tokens is changed, never a string or an address."""
    out: list[tinycss2.ast.Node] = []
    for token in tokens:
        if token.type == "whitespace":
            token.value = " "
        if token.type != "comment":
            out.append(token)
    return tinycss2.serialize(out).strip()


def _declaration_text(tokens: list[tinycss2.ast.Node]) -> str:
    """A declaration without space around its colon; a variable's value is anyone's and stays as it is."""
    text = _text(tokens)
    return text if _variable(tokens) else re.sub(r"^([\w-]+)\s*:\s*", r"\1:", text)


def _split(tokens: list[tinycss2.ast.Node], mark: str) -> list[list[tinycss2.ast.Node]]:
    """``tokens`` parted at their own ``mark`` (a comma in ``:is(…)`` lies inside a function)."""
    parts: list[list[tinycss2.ast.Node]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == mark:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _can_match(selector: list[tinycss2.ast.Node], words: set[str]) -> bool:
    """False when the selector names something that is nowhere. What stands in ``:not(…)`` and ``:is(…)`` is not
    asked."""
    for before, token in zip([None, *selector], selector, strict=False):
        if token.type == "hash" and token.value not in words:
            return False
        sign = before.value if before is not None and before.type == "literal" else ""
        is_element = token.type == "ident" and sign not in (".", ":")  # after ":" comes a state or a part of one
        if is_element and token.value not in words and token.value not in _ALWAYS_THERE:
            return False
        if token.type == "ident" and sign == "." and token.value not in words:
            return False
        if token.type == "[] block" and not _attribute_can_match(token.content, words):
            return False
    return True


def _attribute_can_match(content: list[tinycss2.ast.Node], words: set[str]) -> bool:
    """``[dir=rtl]``: whether the value is somewhere. Only whole words after ``=`` are asked."""
    sign = any(token.type == "literal" and token.value == "=" for token in content)
    value = content[-1]
    if not sign or value.type not in ("ident", "string") or not _WORD.fullmatch(value.value):
        return True
    return value.value in words or value.value in _ANY_SCRIPT or value.value.isdecimal()
