"""The kinds of value a field can have, and the marks that tell checks and pages what a value is.

Scalars reach the model as text (see ``handleplan.read``), so every type here starts from ``str`` and
raises ``ValueError`` with a Danish sentence that continues "'<felt>' er '<værdi>', men …".
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
RESERVED_IDS = frozenset({"ret", "nye", "skjul", "orden", "udgået"})


@dataclass(frozen=True)
class Reference:
    """Marks a value that must be the id of a thing.

    ``kind`` is the data file's name without ``.yml`` (``"kontakter"``, ``"trin"`` …).
    """

    kind: str


@dataclass(frozen=True)
class Markup:
    """Marks a text in Markdown that may hold references such as ``{{ tlf('politi') }}``."""


@dataclass(frozen=True)
class Plain:
    """Marks a text on one line without Markdown; only ``{{ ord.… }}`` may stand in it."""


def _not_reserved(value: str) -> str:
    if value in RESERVED_IDS:
        raise ValueError(f"'{value}' er et af de faste ord i filerne og kan ikke bruges som id")
    return value


def _one_line(value: str) -> str:
    if "\n" in value.strip():
        raise ValueError("teksten skal stå på én linje")
    if not value.strip():
        raise ValueError("den er tom")
    return value.strip()


def _text(value: str) -> str:
    if not value.strip():
        raise ValueError("den er tom")
    return value.strip("\n")


def _ja_nej(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    words = {"ja": True, "nej": False}
    if not isinstance(value, str) or value.strip().lower() not in words:
        raise ValueError("der skal stå ja eller nej")
    return words[value.strip().lower()]


def _date(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value.strip()):
        raise ValueError("en dato skrives år-måned-dag, for eksempel 2026-11-20")
    try:
        return datetime.date.fromisoformat(value.strip())
    except ValueError:
        raise ValueError("den dag findes ikke. skriv en dag, der er i kalenderen") from None


def _whole_number(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"-?[0-9]{1,9}", value.strip()):
            raise ValueError("der skal stå et helt tal, for eksempel 14")
        return int(value)
    return value


def _address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"'(){}]+(\([^\s<>\"'(){}]*\)[^\s<>\"'(){}]*)*", value):
        raise ValueError("en adresse begynder med https:// og er uden mellemrum")
    return value


def _mail(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", value):
        raise ValueError("en mailadresse skrives navn@eksempel.dk")
    return value


def _phone(value: str) -> str:
    digits = re.sub(r"[ \u00a0]", "", value)
    digits = digits.removeprefix("+45")
    if not re.fullmatch(r"[0-9]{8}|116[0-9]{3}|11[24]", digits):
        raise ValueError(
            "et telefonnummer skrives med 8 cifre, for eksempel 12 34 56 78 (eller 112, 114 og 116 111)"
        )
    return value.strip()


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ValueError("en farve skrives som # og seks tegn, for eksempel #0d3b4a")
    return value.lower()


def _editor(pattern: str, message: str) -> WithJsonSchema:
    """What an editor (VS Code) checks while typing; the validator beside it is the one that decides."""
    return WithJsonSchema({"type": ["string", "number"], "pattern": pattern, "patternErrorMessage": message})


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60), AfterValidator(_not_reserved)]
Tekst = Annotated[str, AfterValidator(_text), Markup()]
Linje = Annotated[str, AfterValidator(_one_line), Plain()]
JaNej = Annotated[bool, BeforeValidator(_ja_nej)]
Dato = Annotated[datetime.date, BeforeValidator(_date)]
Heltal = Annotated[int, BeforeValidator(_whole_number)]
Webadresse = Annotated[str, AfterValidator(_address), _editor(r"^https?://[^\s]+$", "En adresse begynder med https:// og er uden mellemrum.")]
Mail = Annotated[str, AfterValidator(_mail), _editor(r"^[^\s@]+@[^\s@]+\.[^\s@]+$", "En mailadresse skrives navn@eksempel.dk.")]
Telefon = Annotated[str, AfterValidator(_phone), _editor(r"^(\+45)?[0-9 ]{3,12}$", "Et telefonnummer skrives med 8 cifre, for eksempel 12 34 56 78.")]
Farve = Annotated[str, AfterValidator(_colour), _editor(r"^#[0-9a-fA-F]{6}$", "En farve skrives som # og seks tegn, for eksempel #0d3b4a.")]

RolleId = Annotated[str, Reference("roller")]
LovId = Annotated[str, Reference("love")]
KontaktId = Annotated[str, Reference("kontakter")]
KildeId = Annotated[str, Reference("kilder")]
TrinId = Annotated[str, Reference("trin")]
SamtaleId = Annotated[str, Reference("samtaler")]
BeslutningId = Annotated[str, Reference("beslutninger")]
RessourceId = Annotated[str, Reference("vidensbank")]
