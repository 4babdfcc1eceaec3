"""From YAML's events to plain data, with the place of every key and value.

Events are read instead of YAML's own objects: every scalar stays text, nothing is ever expanded, the
depth is known before anything is built, and what stands before a syntax error is still seen.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import yaml

from .built import Break, Built, Frame, Stop
from .characters import UNWANTED, describe, remove_unwanted
from .files import SPLIT
from .messages import Report
from .places import DataPath, Place
from .words import shorten

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 30
#: A file of 1 MB can hold half a million values, which would take minutes all the way to pages; ten times the largest
#: shipped file.
MAX_VALUES = 10_000
_EMPTY = ("", "~", "null")
_SWALLOWED = re.compile(r"\s*(#[^\s#]\S*)")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}$")


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
        if self.built.broken is not None:
            self.built.open_bracket = next((frame.line for frame in self.stack if frame.flow), None)
        return self.built

    def _event(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.AliasEvent):
            self._shortcut(event, "*" + event.anchor)
            self._value_or_key("*" + event.anchor, event, plain=True)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
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
            value = self._unescaped(value, event)
        if plain and "#" in self.lines[min(event.end_mark.line, len(self.lines) - 1)]:
            self._check_comment(event)
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
            what = f"'{shorten(key)}' står to gange (første gang i linje {frame.seen[key] + 1})"
            self._say(event, what, "slet den ene, eller giv den et andet navn")
        else:
            frame.seen[key] = event.start_mark.line
            if frame.path is not None:
                frame.child = (*frame.path, key)
                self.built.places[frame.child] = self._at(event)

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

    def _check_comment(self, event: yaml.ScalarEvent) -> None:
        """Warn when part of a text is read as a comment: ``titel: Sag #4``."""
        line, column = event.end_mark.line, event.end_mark.column
        match = _SWALLOWED.match(self.lines[line], column) if line < len(self.lines) else None
        if match is None:
            return
        what = f"'{shorten(match[1])}' læses som en kommentar, fordi det begynder med #, og kommer ikke med"
        if not event.value:  # all of the text is gone, and with it the field's value
            self.report.add(line, match.start(1), what, f'skriv "{shorten(match[1])}"')
        else:
            advice = 'sæt "anførselstegn" om hele teksten, eller sæt et mellemrum efter #, hvis det er en kommentar'
            self.report.add(line, match.start(1), what, advice, "advarsel")

    def _unescaped(self, value: str, event: yaml.Event) -> str:
        """Look again at text in "…", where ``\\u202e`` may stand for what the file itself may not hold."""
        found = UNWANTED.search(value)
        if found:
            what = f"i teksten er skrevet {describe(found[0])[0]}"
            self._say(event, what, "slet tegnet, der er skrevet med en skråstreg")
            value = remove_unwanted(value)
        return unicodedata.normalize("NFC", value)

    def _say(self, event: yaml.Event, what: str, advice: str) -> None:
        self.report.add(event.start_mark.line, event.start_mark.column, what, advice)

    def _at(self, event: yaml.Event) -> Place:
        return Place(self.report.file, event.start_mark.line + 1, event.start_mark.column + 1)
