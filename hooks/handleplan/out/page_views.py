"""What templates ask of an edition that is more than a look-up: gathered tasks, back links, coverage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from pydantic import BaseModel

from ..edition.edition import LOCAL_FOLDER, Edition
from ..edition.text_references import references
from ..model.kinds import KINDS
from ..model.parts import Bemærkning, Punkt
from ..model.types import Reference
from ..model.walk import leaves
from ..read.places import DataPath


class Task(NamedTuple):
    """A bullet of a step that a role acts on."""

    trin: str
    path: DataPath
    punkt: Punkt


class PageViews:
    """Read-only questions about one edition, for templates."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    def forslag(self, *path: Any) -> bool:
        """Whether the thing or part at ``path`` is marked "redaktionens forslag"."""
        return self.edition.is_forslag(path)

    def alle_forslag(self, path: DataPath, punkter: dict[str, Punkt]) -> bool:
        """Whether every bullet below ``path`` is the editors' suggestion: then the heading says it once."""
        return bool(punkter) and all(self.edition.is_forslag((*path, ident)) for ident in punkter)

    def kontakter_ud_over_teksten(self, punkt: Punkt) -> list[str]:
        """The bullet's contacts that its text does not dial already (or name, when there is no number)."""
        return [ident for ident in punkt.kontakter if not self._is_reached(ident, punkt.tekst)]

    def _is_reached(self, kontakt: str, text: str) -> bool:
        functions = {ref.function for ref in references(text) if (ref.kind, ref.ident) == ("kontakter", kontakt)}
        return "tlf" in functions or ("kontakt" in functions and not self.edition.kontakter[kontakt].telefon)

    def love_ud_over_teksten(self, part: Punkt | Bemærkning) -> list[str]:
        """The laws of a bullet or a remark that its text does not name already."""
        named = {ref.ident for ref in references(part.tekst) if ref.kind == "love"}
        return [ident for ident in part.love if ident not in named]

    @staticmethod
    def på_kortet(punkter: dict[str, Punkt]) -> dict[str, Punkt]:
        """The bullets that stand on the actioncard."""
        return {ident: punkt for ident, punkt in punkter.items() if punkt.på_kortet}

    @staticmethod
    def tal(text: str | None) -> set[int]:
        """The whole numbers a line names."""
        return {int(number) for number in re.findall(r"\d+", text or "")}

    def opgaver_i_trin(self, rolle: str) -> dict[str, list[Task]]:
        """The bullets of the steps' sections that name ``rolle`` as actor, by step, in the steps' order.

        What two sections of a step both say comes once.
        """
        tasks: dict[str, list[Task]] = {}
        for path, part in self.edition.parts("trin"):
            if isinstance(part, Punkt) and rolle in part.hvem and "afsnit" in path:
                of_step = tasks.setdefault(str(path[1]), [])
                if all(task.punkt.tekst != part.tekst for task in of_step):
                    of_step.append(Task(str(path[1]), path, part))
        return tasks

    def kun_forslag(self, tasks: dict[str, list[Task]]) -> bool:
        """Whether all of a role's tasks in the steps are the editors' suggestions; also when there are none."""
        return all(self.edition.is_forslag(task.path) for of_step in tasks.values() for task in of_step)

    def rollens_steder(self, rolle: str) -> list[tuple[str, str, list[str]]]:
        """Where else a role has a part, as ``(heading, kind, ids)``; headings without ids are left out."""
        fields = (
            ("Handler i", "trin", "handler"),
            ("Beslutter i", "trin", "beslutter"),
            ("Får besked i", "trin", "informeres"),
            ("Tager samtalen", "samtaler", "hvem"),
            ("Beslutter", "beslutninger", "beslutter"),
            ("Spørges til råds om", "beslutninger", "høres"),
            ("Får besked om", "beslutninger", "informeres"),
        )
        places = (
            (words, kind, [i for i, thing in self.edition.things(kind).items() if rolle in getattr(thing, field)])
            for words, kind, field in fields
        )
        return [place for place in places if place[2]]

    def henvisninger_til(self, kind: str, ident: str) -> list[tuple[str, str]]:
        """Back links: the things ``(kind, id)`` that point to a thing, by field or in a text, in page order."""
        return self._sources.get((kind, ident), [])

    @cached_property
    def _sources(self) -> dict[tuple[str, str], list[tuple[str, str]]]:
        found: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
        for source, target in self._find_links():
            if source != target:
                found.setdefault(target, {})[source] = None
        return {target: list(sources) for target, sources in found.items()}

    def _find_links(self) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
        for kind in ("trin", "samtaler", "beslutninger", "udkast", "roller", "begreber", "forebyggelse", "akut"):
            for path, text, mark in leaves(self.edition.things(kind), (kind,)):
                source = (str(path[0]), str(path[1]))
                if isinstance(mark, Reference):
                    yield source, (mark.kind, text)
                else:
                    for ref in references(text):
                        yield source, (ref.kind, ref.ident)

    def titel(self, kind: str, ident: str) -> str:
        """The heading of a thing, whatever its kind."""
        thing = self.edition.things(kind)[ident]
        return getattr(thing, "titel", None) or getattr(thing, "navn", None) or thing.tekst

    def dækning(self, ident: str) -> tuple[list[tuple[str, str]], list[str]]:
        """What meets a recommendation in *this* edition: ``(things that are here, targets that are not)``."""
        here, gone = [], []
        for target in self.edition.anbefalinger[ident].dækket_af:
            kind, _, name = target.partition("/")
            if kind == "side" or name in self.edition.things(kind):
                here.append((kind, name))
            else:
                gone.append(target)
        return here, gone

    def bemærkninger(self) -> list[tuple[str, str, Bemærkning]]:
        """Every editorial remark of the edition with the thing ``(kind, id)`` it stands on, in page order.

        The same words about the same thing (on its card text and in its section) come once.
        """
        found: dict[tuple[str, str, str], Bemærkning] = {}
        for kind in KINDS:
            for path, part in self.edition.parts(kind):
                if isinstance(part, Bemærkning):
                    found.setdefault((kind, str(path[1]), part.kort or part.tekst), part)
        return [(kind, ident, part) for (kind, ident, _), part in found.items()]

    def lokalt(self) -> list[tuple[str, list[tuple[str, str, str, int]]]]:
        """What is the municipality's own: ``(kind, [(title, "tilføjet" or "ændret", file, line)])``."""
        groups = []
        for kind in KINDS.values():
            rows = []
            for ident in self.edition.things(kind.name):
                if own := self.edition.local_places.get((kind.name, ident)):
                    _, place = own[0]
                    whole = self.edition.place((kind.name, ident))
                    how = "tilføjet" if whole is not None and whole.file.startswith(LOCAL_FOLDER) else "ændret"
                    rows.append((self.titel(kind.name, ident), how, place.file, place.line))
            if rows:
                groups.append((kind.what, rows))
        return groups

    def udeladt(self) -> list[tuple[str, str, str, int]]:
        """The shared things that the municipality leaves out: ``(kind, id, file, line)``."""
        rows = []
        for path in self.edition.hidden:
            place = self.edition.place(("skjul", *path))
            if len(path) == 2 and path[0] in KINDS and place is not None:
                rows.append((KINDS[path[0]].what, path[1], place.file, place.line))
        return rows

    def ubekræftet(self, kind: str, ident: str) -> bool:
        """Whether a fact that can go stale has been confirmed by nobody."""
        thing: BaseModel = self.edition.things(kind)[ident]
        return KINDS[kind].can_stale and getattr(thing, "tjekket", None) is None
