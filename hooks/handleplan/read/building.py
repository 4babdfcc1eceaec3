"""From YAML's events to plain data, with the place of every key and value.

Events are read instead of YAML's own objects: every scalar stays text, nothing is ever expanded, the
depth is known before anything is built, and what stands before a syntax error is still seen.
"""

from __future__ import annotations

from typing import Any

import yaml

from ..model.types import RESERVED_IDS
from .built import Break, Built, Frame, Stop
from .files import SPLIT
from .messages import Report
from .places import DataPath, Place
from .scalars import warn_of_comment, without_hidden_signs
from .words import shorten

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 30
#: A file of 1 MB can hold half a million values, which would take minutes all the way to pages; ten times the largest
#: shipped file.
MAX_VALUES = 10_000
_EMPTY = ("", "~", "null")


class Builder:
    """Reads one text once. Messages go to ``report``."""

    def __init__(self, text: str, lines: list[str], report: Report) -> None:
        self.text, self.lines, self.report = text, lines, report
        self.built = Built()
        self.stack: list[Frame] = []
        self.documents = 0
        self.values = 0

    def build(self) -> Built:
        """Return what the text says."""
        try:
            for event in yaml.parse(self.text, Loader=LOADER):
                self._event(event)
        except Stop as stop:
            self.built.broken, self.built.usable = stop.broken, False
        except yaml.MarkedYAMLError as error:
            mark, context = error.problem_mark or error.context_mark, error.context_mark
            self.built.broken = Break(
                mark.line, mark.column, error.problem or "", error.context or "",
                context.line if context else None, context.column if context else 0,
            )
            self.built.usable = False
        except yaml.YAMLError as error:  # YAML's reader refuses a character that ``characters`` lets through
            self.built.broken, self.built.usable = Break(0, 0, str(error)), False
        for frame in self.stack:  # those that a break has left open
            self._tell_repeated(frame)
        if self.built.broken is not None:
            self.built.open_bracket = next((frame.line for frame in self.stack if frame.flow), None)
        return self.built

    def _event(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.AliasEvent):
            if not (self.stack and self.stack[-1].key == "<<"):  # that line has had its message
                self._shortcut(event, "*" + event.anchor)
            self._value_or_key("*" + event.anchor, event, plain=True)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._tell_repeated(self.stack.pop())
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if event.version or event.tags:
            self._say(event, "linjer, der begynder med %, kan ikke bruges", "slet linjen")
        if self.documents == 2:
            self._say(event, "filen er delt i to med en linje '---'", "slet linjen, eller læg resten i en fil for sig")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._marks(event)
        value, plain = event.value, event.style in (None, "")
        if event.style in ("'", '"') and event.end_mark.line > event.start_mark.line:
            self._check_closed(event)
        if event.style == '"':
            value = without_hidden_signs(event, self.report)
        if plain and "#" in self.lines[min(event.end_mark.line, len(self.lines) - 1)]:
            warn_of_comment(event, self.lines, self.report)
        self._value_or_key(value, event, plain)

    def _value_or_key(self, value: str, event: yaml.Event, plain: bool) -> None:
        frame = self.stack[-1] if self.stack else None
        if frame is not None and isinstance(frame.node, dict) and frame.key is None:
            self._key(frame, value, event, plain)
        else:
            self._place(frame, None if plain and value in _EMPTY else value, event)

    def _key(self, frame: Frame, key: str, event: yaml.Event, plain: bool) -> None:
        frame.key, frame.child = key, None
        if not key.strip():
            self._say(event, "der mangler et feltnavn foran kolonet", "skriv et navn foran kolonet, eller slet linjen")
        elif plain and key == "<<":
            self._say(event, "'<<' er en genvej, og genveje kan ikke bruges", "skriv felterne helt ud")
        elif key in frame.seen:
            if any(key == other for other, _ in frame.repeated):
                self._tell_repeated(frame)
            frame.repeated.append((key, event))
        else:
            self._tell_repeated(frame)
            frame.seen[key] = event.start_mark.line
            if frame.path is not None:
                frame.child = (*frame.path, key)
                self.built.places[frame.child] = self._at(event)

    def _tell_repeated(self, frame: Frame) -> None:
        """One message for names in a row that all stand there already: most likely they have lost the id above them."""
        if not frame.repeated:
            return
        first, event = frame.repeated[0]
        names = [f"'{shorten(key)}'" for key, _ in frame.repeated]
        shown = ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
        advice = "slet den ene. Er det to forskellige ting, så giv den ene et andet id"
        if first in RESERVED_IDS:
            advice = f"flyt det, der hører til, op under den første, og slet '{first}:' her"
        if len(names) > 1:
            advice = "slet dem det ene sted, eller skriv det id, der mangler på linjen over"
        self._say(event, f"{shown} står to gange (første gang i linje {frame.seen[first] + 1})", advice)
        frame.repeated = []

    def _tell_doubled(self, frame: Frame, value: str, event: yaml.Event) -> None:
        """A list says what holds, perhaps in which order: to say one thing twice means nothing, whatever it is."""
        if value in frame.seen and frame.path and isinstance(frame.path[-1], str):
            first = frame.seen[value]
            where = f" (første gang i linje {first + 1})" if first != event.start_mark.line else ""
            self._say(event, f"'{shorten(value)}' står to gange i '{shorten(frame.path[-1])}'{where}", "slet den ene")
        frame.seen.setdefault(value, event.start_mark.line)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        self._marks(event)
        frame = self.stack[-1] if self.stack else None
        line, column = event.start_mark.line, event.start_mark.column
        if frame is not None and isinstance(frame.node, dict) and frame.key is None:
            raise Stop(Break(line, column, "a field name is a collection"))
        if len(self.stack) >= MAX_DEPTH:
            self._say(event, f"filen har mere end {MAX_DEPTH} niveauer", "flyt indholdet ud til færre niveauer")
            raise Stop(None)
        node: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self._place(frame, node, event)
        flow = bool(event.flow_style)
        if flow:  # the text's own indentation means nothing in { } and [ ], so that of the block round it counts
            column = frame.column if frame is not None else -1
        self.stack.append(Frame(node, path, line, column, flow))

    def _place(self, frame: Frame | None, value: Any, event: yaml.Event) -> DataPath | None:
        """Put a value where it belongs; return its path, or None where it is left out."""
        self.values += 1
        if self.values > MAX_VALUES:
            self._say(event, f"filen har mere end {MAX_VALUES} felter", SPLIT)
            raise Stop(None)
        if frame is None:
            path: DataPath | None = () if self.documents == 1 else None
            if path is not None:
                self.built.data = value
                self.built.places[()] = Place(self.report.file, 1, 1)
        elif isinstance(frame.node, dict):
            path, key = frame.child, frame.key
            frame.key = None
            if path is not None:
                frame.node[key] = value
        else:
            path = None if frame.path is None else (*frame.path, len(frame.node))
            frame.node.append(value)
            if value and isinstance(event, yaml.ScalarEvent):
                self._tell_doubled(frame, value, event)
            if path is not None:
                self.built.places[path] = self._at(event)
        if path is not None:
            self.built.value_places[path] = self._at(event)
        return path

    def _marks(self, event: yaml.NodeEvent) -> None:
        """Refuse anchors and tags: they make a value mean something other than what it says."""
        if event.anchor is not None:
            self._shortcut(event, "&" + event.anchor)
        if event.tag is not None:
            tag = shorten(event.tag.replace("tag:yaml.org,2002:", "!!"))
            what = f"'{tag}' læses som en kode, fordi det begynder med et udråbstegn, og koder kan ikke bruges"
            self._say(event, what, f'slet {tag}, eller sæt "anførselstegn" om hele teksten')

    def _shortcut(self, event: yaml.Event, name: str) -> None:
        advice = f'skriv teksten helt ud, eller sæt "anførselstegn" om den, hvis den skal begynde med {name[0]}'
        self._say(event, f"'{shorten(name)}' læses som en genvej, og genveje kan ikke bruges", advice)

    def _check_closed(self, event: yaml.ScalarEvent) -> None:
        """Catch a quotation mark that swallows the fields below it until the next one closes it by accident."""
        first, last = event.start_mark.line, event.end_mark.line
        self.built.last_quoted = (first, event.start_mark.column, last)
        column = self.stack[-1].column if self.stack else -1
        for line in self.lines[first + 1: last + 1]:
            if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
                raise Stop(Break(first, event.start_mark.column, "unclosed quote"))

    def _say(self, event: yaml.Event, what: str, advice: str) -> None:
        self.report.add(event.start_mark.line, event.start_mark.column, what, advice)

    def _at(self, event: yaml.Event) -> Place:
        return Place(self.report.file, event.start_mark.line + 1, event.start_mark.column + 1)
