"""Small work on words: folding, shortening and quoting, so that messages can suggest and show."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_MAX_ID = 60


def fold(word: str) -> str:
    """Return ``word`` as it is compared with other words: without case, accents, ``_``, ``-`` and spaces.

    æ, ø and å count as ae, oe and aa, because both spellings are in use in ids and file names.
    """
    return re.sub("[_ -]", "", _plain(word))


def fold_id(text: str) -> str | None:
    """Return the id that ``text`` would have: ``"Børn & Familie"`` → ``"boern-familie"``. None if it has no letters."""
    ident = re.sub(r"[^a-z0-9]+", "-", _plain(text)).strip("-")[:_MAX_ID].strip("-")
    return ident or None


def _plain(text: str) -> str:
    """``text`` in lower case, with æ, ø and å as ae, oe and aa, and without accents."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(_DANISH)
    return "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))


def shorten(value: Any, limit: int = 40) -> str:
    """Return ``value`` as one printable line of at most ``limit`` characters, for use inside a message."""
    if isinstance(value, dict):
        return "flere felter"
    if isinstance(value, (list, tuple)):
        return "en liste"
    text = str(value)[: limit * 20]
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def yaml_quoted(text: str) -> str:
    """Return ``text`` in the quotation marks that YAML needs to read it as it stands."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def yaml_value(text: str) -> str:
    """Return ``text`` as an editor would write it after a colon: with quotation marks only where YAML needs them."""
    plain = re.fullmatch(r"[^\W_](?:[^:#\n]|:(?=\S)|(?<=\S)#)*", text)
    return text if plain and text == text.strip() else yaml_quoted(text)


def either(words: list[str]) -> str:
    """Return the words as a Danish list of choices: ``a, b eller c``."""
    return " eller ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
