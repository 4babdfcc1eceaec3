"""``handleplan tjek --links``: do the outside addresses in the data still answer? Never part of a build.

An address that is known not to answer to machines stands in ``data/undtagne-links.yml`` (address → reason) and is
left out.
"""

from __future__ import annotations

import concurrent.futures
import urllib.error
import urllib.request
from dataclasses import dataclass

from ..edition.edition import Edition
from ..edition.markdown_rules import links_in
from ..edition.references import edition_leaves
from ..model.kinds import KINDS
from ..project import Project
from ..read.messages import Message, sort_messages
from ..read.places import Place
from ..read.yaml_reader import read_yaml

EXCEPTIONS_FILE = "undtagne-links.yml"
ADDRESS_FIELDS = ("link", "url", "web", "chat", "tilgængelighedserklæring")
_HEADERS = {"User-Agent": "handleplan-linktjek", "Accept": "text/html,*/*"}
_GONE = {404: "siden findes ikke (404)", 410: "siden er fjernet (410)"}
_AT_ONCE = 8
_SECONDS = 20


@dataclass(frozen=True)
class Address:
    """One outside address and where it is written."""

    url: str
    place: Place


def addresses(edition: Edition) -> list[Address]:
    """Every outside address of the edition, each once, at the first place it is written."""
    found: dict[str, Address] = {}
    for kind in ("kommune", *KINDS):
        for path, thing in edition.parts(kind):
            for name in ADDRESS_FIELDS:
                url = getattr(thing, name, None)
                if isinstance(url, str) and url.startswith("http"):
                    found.setdefault(url, Address(url, edition.at((*path, name))))
    for path, text, _ in edition_leaves(edition):
        for url in links_in(text) if "http" in text else ():
            if url.startswith("http"):
                found.setdefault(url, Address(url, edition.at(path, value=True)))
    return sorted(found.values(), key=lambda address: address.place)


def exceptions(project: Project) -> tuple[dict[str, str], list[Message]]:
    """The addresses not to ask, with the reason, and what is wrong with the file."""
    file = project.data / EXCEPTIONS_FILE
    if not file.is_file():
        return {}, []
    source = read_yaml(file, project.shown(file))
    data = source.data if isinstance(source.data, dict) else {}
    advice = "skriv hvorfor efter adressen, for eksempel: afviser maskiner"
    missing = [
        Message(source.place((url,)), f"'{url}' har ingen begrundelse", advice)
        for url, reason in data.items()
        if not isinstance(reason, str) or not reason.strip()
    ]
    return {url: reason for url, reason in data.items() if isinstance(reason, str)}, [*source.messages, *missing]


def check(found: list[Address], skipped: dict[str, str], seconds: float = _SECONDS) -> list[Message]:
    """Ask every address that is not ``skipped``; a warning for each that does not answer as it should."""
    asked = [address for address in found if address.url not in skipped]
    with concurrent.futures.ThreadPoolExecutor(_AT_ONCE) as pool:
        answers = list(pool.map(lambda address: _problem(address.url, seconds), asked))
    advice = f"ret adressen, eller skriv den i data/{EXCEPTIONS_FILE} med en grund"
    return sort_messages(
        Message(address.place, f"{address.url}: {problem}", advice, "advarsel")
        for address, problem in zip(asked, answers, strict=True)
        if problem
    )


def _problem(url: str, seconds: float) -> str | None:
    """What is wrong with an address, in Danish, or None. Some servers refuse HEAD, so GET is the second try."""
    problem = None
    for method in ("HEAD", "GET"):
        try:
            request = urllib.request.Request(url, headers=_HEADERS, method=method)
            with urllib.request.urlopen(request, timeout=seconds):
                return None
        except urllib.error.HTTPError as error:
            if error.code in _GONE:
                return _GONE[error.code]
            problem = f"serveren svarer {error.code}"
        except TimeoutError:
            return f"intet svar på {seconds:.0f} sekunder"
        except (urllib.error.URLError, OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            slow = isinstance(reason, TimeoutError)
            return f"intet svar på {seconds:.0f} sekunder" if slow else "serveren kan ikke findes eller svarer ikke"
    return problem
