"""One YAML file → plain data, the place of everything in it, and every mistake that can be found."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from .building import Builder
from .built import Built
from .characters import clean_characters
from .decoding import decode
from .files import MAX_BYTES, read_bytes
from .layout import clean_indentation, has_conflict
from .messages import Message, Report, sort_messages
from .places import DataPath, Place
from .syntax import diagnose

#: After so many the editor has enough to do; the rest is counted.
MAX_MESSAGES = 50
_MAX_ROUNDS = 25


@dataclass
class Source:
    """One file as read.

    ``data`` holds text, None (nothing written), lists and mappings with text keys. An empty file gives ``{}``.
    It is None where the file could not be read as a whole; where single mistakes could be read as they were
    meant, the data is there too, so that it can be checked further in the same round. Whether a file is
    right is told by ``messages`` alone.

    ``places[path]`` is the key's (or list element's) place, ``value_places[path]`` where the value begins.
    """

    file: str
    data: dict | None = None
    places: dict[DataPath, Place] = field(default_factory=dict)
    value_places: dict[DataPath, Place] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)

    def place(self, path: DataPath) -> Place:
        """Return the place of ``path``, or of the nearest thing round it that has one."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path) or Place(self.file, 1, 1)


def read_yaml(path: Path, shown_as: str) -> Source:
    """Read the file at ``path``; ``shown_as`` is its name in messages. Raises nothing: a missing file is a message."""
    report = Report(shown_as)
    raw = read_bytes(path, report)
    return Source(shown_as, messages=report.messages) if raw is None else parse_yaml(raw, shown_as)


def parse_yaml(raw: bytes, shown_as: str) -> Source:
    """Read a file's bytes; like ``read_yaml``."""
    report = Report(shown_as)
    text = decode(raw, report)
    if text is None:
        return Source(shown_as, messages=report.messages)
    lines = clean_indentation(clean_characters(text.split("\n"), report), report)
    built = None if has_conflict(lines, report) else _build(lines, report)
    source = Source(shown_as)
    if built is not None:
        source.places, source.value_places = built.places, built.value_places
        if built.usable and _is_mapping(built, report):
            source.data = {} if built.data is None else built.data
    source.messages = _capped(report)
    return source


def _build(lines: list[str], report: Report) -> Built:
    """Read the lines, repairing what breaks them until they can be read or no repair is left."""
    lines, before, mended = list(lines), report.lines(), set()
    rounds = min(_MAX_ROUNDS, 1 + MAX_BYTES // (1 + sum(map(len, lines))))
    usable = True
    while True:
        this_round = Report(report.file)
        built = Builder("\n".join(lines), lines, this_round).build()
        if built.broken is None:
            break
        found = diagnose(lines, built)
        # Odd indentation explains every break in the layout below it; a mended line has had its message.
        explained = not found.local and any(line <= found.line for line in before)
        if found.line not in before | mended and not explained:
            report.add(found.line, found.column, found.what, found.advice)
        repairs = found.repairs if mended.isdisjoint(found.repairs) else {}
        usable = usable and bool(repairs) and found.local
        repairs = repairs or _without_block(lines, found.line)
        mended |= {found.line, *repairs}
        rounds -= 1
        if rounds < 0 or all(lines[n] == line for n, line in repairs.items()):
            break
        for number, line in repairs.items():
            lines[number] = line
    built.usable = built.usable and usable
    already = report.lines() - before
    report.messages += [m for m in this_round.messages if m.place.line - 1 not in already]
    report.left_out += this_round.left_out
    return built


def _without_block(lines: list[str], number: int) -> dict[int, str]:
    """Return repairs that blank the field at the left margin that holds the line: the rest can still be checked."""
    def begins(at: int) -> bool:
        return lines[at][:1] not in ("", " ", "#")

    first = next((at for at in range(number, -1, -1) if begins(at)), 0)
    last = next((at for at in range(number + 1, len(lines)) if begins(at)), len(lines))
    return dict.fromkeys(range(first, last), "")


def _is_mapping(built: Built, report: Report) -> bool:
    if built.data is None or isinstance(built.data, dict):
        return True
    place = built.value_places[()]
    what = "filen er en liste" if isinstance(built.data, list) else "filen er en løs tekst"
    if not report.lines():  # else the text may have become so by being mended
        advice = "begynd hver linje med et feltnavn og et kolon: navn: værdi"
        report.add(place.line - 1, place.column - 1, f"{what}, men skal bestå af felter", advice)
    return False


def _capped(report: Report) -> list[Message]:
    messages = sort_messages(report.messages)
    rest = len(messages) + report.left_out - MAX_MESSAGES
    if rest <= 0:
        return messages
    place = messages[min(MAX_MESSAGES, len(messages) - 1)].place
    last = Message(place, f"der er {rest} fejl mere i filen", "ret dem ovenfor først, og prøv igen")
    return [*messages[:MAX_MESSAGES], last]
