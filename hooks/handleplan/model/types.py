"""The kinds of value a field can have, and the marks that tell checks and pages what a value is.

Scalars reach the model as text (see ``handleplan.read``), so every type here starts from ``str`` and
raises ``ValueError`` with a Danish sentence that continues "'<felt>' er '<værdi>', men …".
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, StringConstraints

from .addresses import editor_pattern

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
RESERVED_IDS = frozenset({"ret", "nye", "skjul", "orden", "udgået"})
# Ids become names of files and folders, and Windows opens these as devices.
_WINDOWS_NAMES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})
#: Seven times the longest of the first four editions.
MAX_LINE = 1_000
#: Eight times the longest text of the first four editions. Asked before words are filled in, which can make it grow.
MAX_TEXT = 6_000


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
    if taken := why_taken(value):
        raise ValueError(f"'{value}' {taken}")
    return value


def _not_a_field(value: str) -> str:
    if value in ("tekst", "styrke"):
        advice = "Skriv punktets id på en linje for sig, og ryk tekst: og styrke: to mellemrum ind under det"
        raise ValueError(f"'{value}' er et felt, men står, hvor der skal stå et punkts id. {advice}")
    return value


def why_taken(ident: str) -> str | None:
    """Why ``ident`` cannot be the id of anything, or None."""
    if ident in RESERVED_IDS:
        return "er et af de faste ord i filerne og kan ikke bruges som id"
    if ident in _WINDOWS_NAMES:
        return "er et navn, som Windows bruger til noget andet, og kan ikke bruges som id"
    return None


def _one_line(value: str) -> str:
    line = value.strip()
    if "\n" in line:
        raise ValueError("teksten skal stå på én linje")
    if not line:
        raise ValueError("den er tom")
    if len(line) > MAX_LINE:
        raise ValueError(f"den er på {len(line)} tegn, og grænsen er {MAX_LINE}. Skriv den kortere")
    return line


def _text(value: str) -> str:
    if not value.strip():
        raise ValueError("den er tom")
    if len(value) > MAX_TEXT:
        raise ValueError(f"den er på {len(value)} tegn, og grænsen er {MAX_TEXT}. Del den i flere punkter eller afsnit")
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


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ValueError("en farve skrives som # og seks tegn, for eksempel #0d3b4a")
    return value.lower()


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60), AfterValidator(_not_reserved)]
#: The id of what may be written as ``id: tekst``. A bullet whose id is lost would else be read as two, and one of
#: them print "bør".
PunktId = Annotated[Id, AfterValidator(_not_a_field)]
Tekst = Annotated[str, AfterValidator(_text), Markup()]
Linje = Annotated[str, AfterValidator(_one_line), Plain()]
JaNej = Annotated[bool, BeforeValidator(_ja_nej)]
Dato = Annotated[datetime.date, BeforeValidator(_date)]
Heltal = Annotated[int, BeforeValidator(_whole_number)]
Farve = Annotated[
    str,
    AfterValidator(_colour),
    editor_pattern(r"^#[0-9a-fA-F]{6}$", "En farve skrives som # og seks tegn, for eksempel #0d3b4a."),
]

RolleId = Annotated[str, Reference("roller")]
LovId = Annotated[str, Reference("love")]
KontaktId = Annotated[str, Reference("kontakter")]
KildeId = Annotated[str, Reference("kilder")]
TrinId = Annotated[str, Reference("trin")]
SamtaleId = Annotated[str, Reference("samtaler")]
BeslutningId = Annotated[str, Reference("beslutninger")]
RessourceId = Annotated[str, Reference("vidensbank")]
