"""References in texts: ``{{ tlf('politi') }}``, ``{{ ord.sparring }}`` … and nothing else.

The grammar is read by one regular expression instead of a template engine: a text from a stranger's pull
request can then neither reach into objects nor loop (CONTRIBUTING.md, "Tekster").
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from ..read.messages import suggestion

# What a text can call, and the kind of thing it then names ("side" names a page).
FUNCTIONS: dict[str, str] = {
    "tlf": "kontakter",
    "kontakt": "kontakter",
    "lov": "love",
    "trin": "trin",
    "rolle": "roller",
    "samtale": "samtaler",
    "beslutning": "beslutninger",
    "udkast": "udkast",
    "begreb": "begreber",
    "materiale": "vidensbank",
    "side": "side",
}
_BRACES = re.compile(r"\{\{(?P<inner>[^{}]{0,200})\}\}")
_CALL = re.compile(r"\s*(?P<name>[a-zæøå]+)\(\s*(?P<quote>['\"])(?P<ident>[^'\"]*)(?P=quote)\s*\)\s*")
# A call that stands outside its braces: the reader would see tlf('ssp') where a number should be.
_BARE = re.compile(rf"\b(?:{'|'.join(FUNCTIONS)})\(\s*['\"’‘“”][\w-]{{0,60}}['\"’‘“”]?\s*\)?")
_WORD = re.compile(r"\s*ord\.(?P<ident>[A-Za-z0-9_æøåÆØÅ-]+)\s*")


@dataclass(frozen=True)
class TextReference:
    """One reference: ``function`` is a key of ``FUNCTIONS`` or ``"ord"``, ``kind`` the data file it names."""

    function: str
    ident: str

    @property
    def kind(self) -> str:
        return "ord" if self.function == "ord" else FUNCTIONS[self.function]


@dataclass(frozen=True)
class Problem:
    """Something in a text that may not stand there, with advice, in Danish."""

    what: str
    advice: str


@functools.lru_cache(maxsize=20_000)
def parse(text: str) -> tuple[tuple[str | TextReference, ...], tuple[Problem, ...]]:
    """Split ``text`` into plain pieces and references; what is neither is a problem (and stays as text)."""
    if "{" not in text and "}" not in text:
        return (text,), _bare(text)
    pieces: list[str | TextReference] = []
    problems: list[Problem] = []
    end = 0
    for match in _BRACES.finditer(text):
        _plain(text[end : match.start()], pieces, problems)
        end = match.end()
        found = _reference(match["inner"])
        if isinstance(found, Problem):
            problems.append(found)
            pieces.append(match[0])
        else:
            pieces.append(found)
    _plain(text[end:], pieces, problems)
    return tuple(pieces), tuple(problems)


def _plain(text: str, pieces: list[str | TextReference], problems: list[Problem]) -> None:
    if not text:
        return
    if "{" in text or "}" in text:
        advice = "skriv henvisninger som {{ tlf('politi') }} med to klammer på hver side. Andre { og } kan ikke stå her"
        problems.append(Problem("der står en klamme, som ikke er en hel henvisning", advice))
    else:
        problems.extend(_bare(text))
    pieces.append(text)


def _bare(text: str) -> tuple[Problem, ...]:
    found = _BARE.search(text) if "(" in text else None
    if not found:
        return ()
    advice = "skriv {{ foran og }} efter, for eksempel {{ tlf('politi') }}"
    return (Problem(f"henvisningen {found[0]} står uden sine klammer", advice),)


def _reference(inner: str) -> TextReference | Problem:
    if match := _WORD.fullmatch(inner):
        return TextReference("ord", match["ident"])
    shown = "{{" + inner[:60] + "}}"
    match = _CALL.fullmatch(inner.replace("’", "'").replace("‘", "'").replace("”", '"').replace("“", '"'))
    if not match:
        names = ", ".join(FUNCTIONS)
        advice = f"skriv for eksempel {{{{ tlf('politi') }}}} eller {{{{ ord.sparring }}}}. Du kan bruge: {names}"
        return Problem(f"henvisningen {shown} kan ikke bruges", advice)
    if match["name"] not in FUNCTIONS:
        return Problem(f"henvisningen '{match['name']}' findes ikke", suggestion(match["name"], list(FUNCTIONS)))
    return TextReference(match["name"], match["ident"])


@functools.lru_cache(maxsize=20_000)  # rules, back links and bullets ask about the same texts
def references(text: str) -> tuple[TextReference, ...]:
    """The references of ``text``, in order."""
    return tuple(piece for piece in parse(text)[0] if isinstance(piece, TextReference))


def starts_sentence(before: str) -> bool:
    """Whether a word put after ``before`` begins a sentence."""
    stripped = before.rstrip(" \n*\"”»“(")
    return not stripped or stripped.endswith((".", "!", "?"))
