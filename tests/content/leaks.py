"""What belongs to one municipality alone, and where it stands in another's edition."""

from __future__ import annotations

import functools
import gzip
import html
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from handleplan.edition.edition import Edition

from tests.content.built import PROJECT
from tests.paper.pdf_image import page_texts

PICTURES_AND_FONTS = {".png", ".jpg", ".svg", ".ico", ".woff", ".woff2", ".ttf", ".map"}
TAG = re.compile(r"<[^>]*>")
_MARKS = re.compile(r"[\W_]+")
HOST = re.compile(r"https?://(?:www\.)?([^/]+)")


@dataclass(frozen=True)
class Mark:
    """Something that only ``slug`` may show; ``sought`` is it without spaces and marks."""

    slug: str
    shown: str

    @property
    def sought(self) -> str:
        return folded(self.shown)


def marks_of(edition: Edition) -> set[Mark]:
    """The edition's name, and the numbers, mails, addresses, units and roles it has of its own.

    Units and roles count when their name has a capital after its first letter, or a word no shared text has:
    "Ledelse" and "SSP" are everybody's.
    """
    found = {edition.fuldt_navn, edition.kommune.navn}
    for ident, kontakt in edition.lokale_kontakter.items():
        if edition.place(("kontakter", ident)).file.startswith("data/kommuner/"):
            found |= {*kontakt.telefon, kontakt.sms or "", kontakt.mail or "", kontakt.chat or "", kontakt.web or ""}
            found |= {match[1] for match in [HOST.match(kontakt.web or "")] if match}
            found |= {name for name in (kontakt.navn, kontakt.udbyder or "") if _is_own_name(name)}
    names = [word.tekst for word in edition.ord.values()] + [edition.kommune.enhed or ""]
    names += [rolle.titel for ident, rolle in edition.roller.items() if edition.is_local(("roller", ident, "titel"))]
    found |= {name for name in names if _is_own_name(name)}
    return {Mark(edition.slug, shown) for shown in found if len(folded(shown)) > 3}


def leaks(folder: Path, marks: set[Mark]) -> list[str]:
    """``file: what``, for each of ``marks`` that a file below ``folder`` shows."""
    return sorted(
        f"{path.relative_to(folder).as_posix()}: {mark.shown} ({mark.slug})"
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in PICTURES_AND_FONTS
        for text in [_folded_file(path, path.stat().st_mtime_ns)]
        for mark in marks
        if mark.sought in text
    )


def folded(text: str) -> str:
    """Only letters and figures: a number is the same with or without spaces, a word with or without a hyphen."""
    return _MARKS.sub("", unicodedata.normalize("NFC", text).casefold())


def _is_own_name(name: str) -> bool:
    return bool(name) and folded(name) not in _shared_text()


@functools.cache
def _shared_text() -> str:
    return "\n".join(folded(path.read_text(encoding="utf-8")) for path in sorted(PROJECT.faelles.rglob("*.yml")))


@functools.cache
def _folded_file(path: Path, changed: int) -> str:
    """All the file's texts (``changed``: a file that is written anew is read anew)."""
    return "\n".join(folded(text) for text in _texts(path))


def _texts(path: Path) -> Iterator[str]:
    if path.suffix == ".pdf":
        yield "\n".join(page_texts(path))
        yield "\n".join(_behind(path))
        return
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8", errors="replace")
    if path.suffix == ".json":
        text = json.dumps(json.loads(text), ensure_ascii=False)
    text = html.unescape(text)
    yield text
    if "<" in text:
        yield TAG.sub("", text)


def _behind(path: Path) -> Iterator[str]:
    """A PDF's links and metadata."""
    with pikepdf.open(path) as pdf:
        yield from (str(value) for value in pdf.docinfo.values())
        for one in pdf.pages:
            for annotation in one.get("/Annots", []):
                yield str(annotation.get("/A", {}).get("/URI", ""))
                yield str(annotation.get("/Contents", ""))
