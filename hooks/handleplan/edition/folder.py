"""One layer's folder (``data/faelles/`` or a municipality's): reads its files, refuses what does not belong there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model.kinds import KINDS, KOMMUNE_FILE, TRIN_ORDER_FILE
from ..model.skole import SKOLER_FILE
from ..model.types import ID_PATTERN, why_taken
from ..project import Project
from ..read.files import is_plain_file, read_bytes
from ..read.messages import Message, Report, did_you_mean
from ..read.places import DataPath, Place
from ..read.validate import validate
from ..read.words import fold_id, shorten
from ..read.yaml_reader import Source, read_yaml

_EMPTY = "hent filens gamle indhold igen, eller slet filen"
MOST_NAMED = 20  # strange files that are told one by one
_FILES = {KOMMUNE_FILE, TRIN_ORDER_FILE, SKOLER_FILE, *(kind.file for kind in KINDS.values())}
_ALMOST_YML = (".yaml", ".txt", ".yml")
MOST_THINGS = 100  # the first four editions have six steps at most


@dataclass
class Folder:
    """Reads one layer's folder; every message ends in ``messages``."""

    project: Project
    path: Path
    messages: list[Message]

    def is_there(self, advice: str) -> bool:
        """Whether the folder is a real one; ``advice`` says what to do when there is none."""
        return self._real_folder(self.path, advice)

    def read(self, name: str, if_missing: str | None = None, if_empty: str = _EMPTY) -> Source:
        """Read one file. A missing one is empty, unless ``if_missing`` says what to do about it (then an error).

        A file without a single letter is an error, and so is a needed one with remarks only: ``if_empty`` says what
        to do. ``data`` is None where the file could not be read.
        """
        path = self.path / name
        shown = self.project.shown(path)
        if not path.exists() and not path.is_symlink():
            if if_missing is None:
                return Source(shown, {})
            others = (p.name for p in self.path.iterdir() if p.name not in _FILES and not p.name.startswith("."))
            files = sorted(_FILES)
            if name not in (did_you_mean(other, files) for other in others):  # kommune.yml.txt is told to be renamed
                self._error(path, "filen mangler", if_missing)
            return Source(shown)
        if path.is_symlink() or not path.resolve().is_relative_to(self.project.root.resolve()):
            self._error(path, "filen er en genvej til et andet sted", "læg filen selv her i stedet for genvejen")
            return Source(shown)
        source = read_yaml(path, shown)
        self.messages.extend(source.messages)
        if source.data == {} and not source.messages and (if_missing or not path.read_text("utf-8-sig").strip()):
            self._error(path, "filen er tom", if_empty)
            return Source(shown)
        return source

    def typed(self, type_: Any, data: Any, source: Source, at: DataPath = ()) -> Any | None:
        """``data`` (from ``source``) as the model's value; None after messages, or when the file could not be read."""
        if source.data is None or data is None:
            return None
        value, messages = validate(type_, data, source, at)
        self.messages.extend(messages)
        return value

    def things(self, name: str) -> list[Path]:
        """The files of a subfolder that holds one thing a file, by name; anything else in it is an error."""
        folder = self.path / name
        if not folder.exists() and not folder.is_symlink():
            return []
        if not self._real_folder(folder, f"lav en mappe, der hedder {name}, med en fil for hvert trin"):
            return []
        found: list[Path] = []
        files = sorted(p for p in folder.iterdir() if not p.name.startswith("."))
        if len(files) > MOST_THINGS:
            what = f"der er {len(files)} filer i mappen, og grænsen er {MOST_THINGS}"
            self._error(folder, what, "slet eller flyt dem, der ikke er trin")
            return []
        for path in files:
            ident = fold_id(path.stem)
            better = f"kald filen {ident}.yml" if ident and not why_taken(ident) else "giv filen et andet navn"
            if path.name in _FILES:
                self._error(path, f"'{path.name}' hører ikke til i mappen {name}", "flyt filen ud i mappen over")
            elif path.suffix != ".yml":
                advice = "slet eller flyt den: filerne her hedder trinnets id og .yml, for eksempel vurder.yml"
                if path.suffix.lower() in _ALMOST_YML and (ident := fold_id(path.name.split(".")[0])):
                    advice = f"omdøb den til {ident}.yml, hvis den er et trin"
                self._error(path, f"'{shorten(path.name)}' hører ikke til her", advice)
            elif taken := why_taken(path.stem):
                self._error(path, f"'{path.stem}' {taken}", better)
            elif not re.fullmatch(ID_PATTERN, path.stem):
                rule = "et id har kun små bogstaver a–z, tal og bindestreg"
                self._error(path, f"filnavnet '{shorten(path.stem)}' kan ikke bruges som id: {rule}", better)
            else:
                found.append(path)
        return found

    def refuse_unknown(self, known: set[str], machine_kept: frozenset[str] | set[str] = frozenset()) -> None:
        """An error for everything in the folder that is not called one of ``known``; ``machine_kept`` is left alone."""
        known_here = known | machine_kept
        strange = sorted(p for p in self.path.iterdir() if p.name not in known_here and not p.name.startswith("."))
        for path in strange[:MOST_NAMED]:
            kind = "mappenavn" if path.is_dir() else "filnavn"
            what = f"'{shorten(path.name)}' er ikke et kendt {kind}, så indholdet bliver ikke brugt"
            self._error(path, what, self._better_name(path, known))
        if len(strange) > MOST_NAMED:
            what = f"der er {len(strange) - MOST_NAMED} ukendte filer mere i mappen"
            self._error(self.path, what, "slet dem, eller flyt dem ud af mappen")

    def _better_name(self, path: Path, known: set[str]) -> str:
        if path.name == "kilder.yml":
            return f"skriv kilderne under kilder: i {KOMMUNE_FILE}, og slet filen"
        if (self.project.faelles / "trin" / path.name).is_file() or self._is_in_order(path):
            return "flyt den ind i mappen trin"
        meant = did_you_mean(path.name, sorted(known))
        if meant is None:
            return "slet den, eller flyt den ud af mappen. Filerne her kan hedde " + ", ".join(sorted(known))
        this = "mappen" if path.is_dir() else "filen"
        if (self.path / meant).exists():
            return f"mente du {meant}? Den findes allerede: flyt indholdet over i den, og slet {this} her"
        return f"mente du {meant}? Så omdøb {this}"

    def _is_in_order(self, path: Path) -> bool:
        """Whether the municipality's ``trin.yml`` names the file as a step."""
        order = self.path / TRIN_ORDER_FILE
        raw = read_bytes(order, Report(TRIN_ORDER_FILE)) if is_plain_file(order) else None
        words = re.findall(r"[a-z0-9-]+", (raw or b"").decode("utf-8", "replace"))
        return path.suffix == ".yml" and path.stem in words

    def _real_folder(self, path: Path, advice: str) -> bool:
        if path.is_symlink():
            self._error(path, "mappen er en genvej til et andet sted", "læg selve mappen her i stedet for genvejen")
        elif not path.exists():
            self._error(path, "mappen mangler", advice)
        elif not path.is_dir():
            self._error(path, "her er en fil, men der skal være en mappe", advice)
        else:
            return True
        return False

    def _error(self, path: Path, what: str, advice: str) -> None:
        self.messages.append(Message(Place(self.project.shown(path), 1, 1), what, advice))
