"""Runs of eight words that a text shares with the sources, told by hashes: the sources' own text is not in the project.

A run is let through when it is mostly names and numbers; in YAML the lines of titles, names and addresses and the
comments are passed over. Those carry over from the sources, sentences do not.
"""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path

RUN = 8
#: 48 bits: among some 100,000 runs of ours, one in 250,000 checks would take a run for a source's by chance.
HEX_DIGITS = 12
HASHES = Path(__file__).with_name("kildernes_ordfoelger.txt")
YAML_PASSED_OVER = re.compile(r"\s*(#|(titel|navn|url|web|adresse|link):)")
NO_TEXT = re.compile(r"(?s)<(script|style).*?</\1>|<[^>]+>")
SUFFIXES = {".yml", ".yaml", ".md", ".html", ".txt", ".j2", ".csv"}


def words(text: str) -> list[str]:
    """The words as written; a word cut at a line's end is put together."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    text = re.sub(r"-\s*\n\s*", "", text)
    return re.findall(r"[^\W_]+(?:[./@:-][^\W_]+)*|§", html.unescape(text))


def hashed_runs(text: str) -> list[str]:
    """A short hash of each run of eight words, in order."""
    low = [word.lower() for word in words(text)]
    return [_hash(low[at : at + RUN]) for at in range(len(low) - RUN + 1)]


def shared_runs(text: str, hashes: Collection[str]) -> Iterator[str]:
    """The longest runs of ``text`` that the hashes know, without those that are mostly names and numbers."""
    written = words(text)
    known = [run in hashes for run in hashed_runs(text)]
    at = 0
    while at < len(known):
        if not known[at]:
            at += 1
            continue
        end = at
        while end < len(known) and known[end]:
            end += 1
        run = written[at : end - 1 + RUN]
        if not _mostly_names(run):
            yield " ".join(run)
        at = end - 1 + RUN


def own_text(path: Path) -> str:
    """What is checked of a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return NO_TEXT.sub(" ", text)
    if path.suffix in {".yml", ".yaml"}:
        return "\n".join(line for line in text.splitlines() if not YAML_PASSED_OVER.match(line))
    return text


def known_hashes() -> frozenset[str]:
    return frozenset(HASHES.read_text(encoding="ascii").split())


def _hash(run: list[str]) -> str:
    return hashlib.sha256(" ".join(run).encode()).hexdigest()[:HEX_DIGITS]


def _mostly_names(run: list[str]) -> bool:
    loud = sum(1 for w in run if w[0].isupper() or w[0].isdigit() or "." in w or "/" in w or w == "§")
    return loud * 2 >= len(run)
