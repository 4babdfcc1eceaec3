"""What leads out of the handbook: addresses on the web and of mail, and telephone numbers.

Each check takes a text and gives it back as it is kept, or raises ``ValueError`` with a Danish sentence (see
``types``).
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

MAX_ADDRESS = 1_000
_ADDRESS = re.compile(r"https?://[^\s<>\"'(){}]+(\([^\s<>\"'(){}]*\)[^\s<>\"'(){}]*)*")
# Readers have no use for a machine without a name (0x1 is a number too), and --links is not to ask the network it
# runs in.
_HOST = re.compile(
    r"https?://[^/?#:%]*[^/?#:.%]\."
    r"(?!0x[0-9a-f]*(?:[:/?#]|$))[a-zæøå0-9-]*[a-zæøå][a-zæøå0-9-]*(:[0-9]{1,5})?([/?#]|$)",
    re.IGNORECASE,
)
# All that a name under .dk can hold. A letter of another alphabet may look like one of them: аarhus.dk is not Aarhus.
_FOREIGN_LETTER = re.compile(r"https?://[^/?#]*?([^\x00-\x7fæøåäöüé])", re.IGNORECASE)
_WITH_USER = re.compile(r"https?://[^/?#]*@")
# Browsers write these as %5B and so on; in a page's Markdown they could end the link and begin another one.
_MARKS_IN_ADDRESS = re.compile(r"[\[\]`|\\^*]")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def _address(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise ValueError("en adresse begynder med https:// og er uden mellemrum")
    if len(value) > MAX_ADDRESS:
        raise ValueError(f"den er på {len(value)} tegn, og grænsen er {MAX_ADDRESS}. Brug en kortere adresse")
    if _WITH_USER.match(value):  # https://aarhus.dk@ond.example/ leads to ond.example
        raise ValueError("den fører til stedet efter @ og ikke til det, der står først. Slet det, der står før @")
    if foreign := _FOREIGN_LETTER.match(value):
        raise ValueError(
            f"tegnet {foreign[1]} i stedets navn er ikke et dansk bogstav, men kan ligne et. Skriv navnet igen med "
            "danske bogstaver, eller kopiér adressen fra browserens adresselinje"
        )
    if not _HOST.match(value):
        raise ValueError("der mangler et navn på et sted på nettet, for eksempel https://www.aarhus.dk")
    if refused := _MARKS_IN_ADDRESS.search(value):
        raise ValueError(
            f"tegnet {refused[0]} kan ikke stå i en adresse. Kopiér adressen fra browserens adresselinje"
        )
    if value[-1] in ".,;:!":  # copied with the end of its sentence; some servers then have no such page
        raise ValueError(f"den ender på tegnet {value[-1]}, som hører til sætningen")
    return value


def _mail(value: str) -> str:
    if len(value) > 254 or not _MAIL.fullmatch(value):  # 254: the longest address that mail can carry (RFC 5321)
        raise ValueError("en mailadresse skrives navn@eksempel.dk" + ", uden æ, ø og å" * (not value.isascii()))
    return value


def is_whole_link(link: str) -> bool:
    """Whether a link in a text is an address that a field could hold, a mail address or a number, and nothing more.

    ``mailto:`` with ``?bcc=…`` or ``tel:`` with a code would do more than it shows.
    """
    scheme, _, rest = link.partition(":")
    checks = {"mailto": _mail, "tel": _phone}
    try:
        checks.get(scheme.lower(), lambda _: _address(link))(rest)
    except ValueError:
        return False
    return True


def _phone(value: str) -> str:
    digits = re.sub(r"[ \u00a0]", "", value)
    digits = digits.removeprefix("+45")
    if not re.fullmatch(r"[0-9]{8}|116[0-9]{3}|11[24]", digits):
        raise ValueError(
            "et telefonnummer skrives med 8 cifre, for eksempel 12 34 56 78 (eller 112, 114 og 116 111)"
        )
    return value.strip()


def editor_pattern(pattern: str, message: str) -> WithJsonSchema:
    """What an editor (VS Code) checks while typing; the validator beside it is the one that decides."""
    return WithJsonSchema({"type": ["string", "number"], "pattern": pattern, "patternErrorMessage": message})


Webadresse = Annotated[
    str,
    AfterValidator(_address),
    editor_pattern(r"^https?://[^\s]+$", "En adresse begynder med https:// og er uden mellemrum."),
]
Mail = Annotated[
    str,
    AfterValidator(_mail),
    editor_pattern(r"^[^\s@]+@[^\s@]+\.[^\s@]+$", "En mailadresse skrives navn@eksempel.dk."),
]
Telefon = Annotated[
    str,
    AfterValidator(_phone),
    editor_pattern(r"^(\+45)?[0-9 ]{3,12}$", "Et telefonnummer skrives med 8 cifre, for eksempel 12 34 56 78."),
]
