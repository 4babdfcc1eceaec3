"""How lines of YAML stand to one another: which columns a line may begin in, and where a text began."""

from __future__ import annotations

from collections.abc import Iterator

from .lines import Line, split_line
from .words import either


def _above(lines: list[str], number: int) -> Iterator[tuple[int, Line]]:
    for above in range(min(number, len(lines)) - 1, -1, -1):
        line = split_line(lines[above])
        if not line.is_blank or line.has_dash:
            yield above, line


def open_columns(lines: list[str], number: int) -> list[int]:
    """Return the columns (from 0) that the line could begin in, as far as the lines above tell."""
    columns: list[int] = []
    for _, line in _above(lines, number):
        for column in (line.body_at, line.indent):
            if not columns or column < columns[-1]:
                columns.append(column)
        if columns[-1] == 0:
            break
    return sorted(columns)


def neighbour_above(lines: list[str], number: int) -> Line | None:
    """Return the nearest line above that begins in the same column or further out."""
    indent = split_line(lines[number]).indent
    return next((line for _, line in _above(lines, number) if line.indent <= indent), None)


def out_of_step_above(lines: list[str], number: int) -> int | None:
    """Return the field above that the line cannot stand beside, when that one is wrong and not the line.

    A thing whose first field is a space too deep breaks at its second field. The column that more of the thing's fields
    begin in is the right one; with as many in each, the one two spaces further in than what holds the thing.
    """
    indent = split_line(lines[number]).indent
    column = min((column for column in open_columns(lines, number) if column > indent), default=None)
    if column is None:
        return None
    deeper, holder = [], -2
    for above, line in _above(lines, number):
        if line.indent < indent:
            holder = line.indent
            break
        if line.indent == column:
            if line.key is None or line.has_dash:  # a text or a list of its own
                return None
            deeper.append(above)
    if not deeper:
        return None
    beside = sum(1 for line in _block(lines, number, indent) if line.indent == indent)
    if beside > len(deeper) or (beside == len(deeper) and indent == holder + 2):
        return deeper[-1]
    return None


def lone_dash_above(lines: list[str], number: int) -> int | None:
    """Return the line above whose dash makes a list of a thing's fields, when it is the dash that is too much.

    At the margin no file is a list; elsewhere there must be more fields without a dash than with one.
    """
    indent = split_line(lines[number]).indent
    dashes = []
    for above, line in _above(lines, number):
        if line.indent < indent:
            break
        if line.indent == indent and line.has_dash:
            dashes.append((above, line))
    beside = [line for line in _block(lines, number, indent) if line.indent == indent and not line.has_dash]
    if not all(line.key for line in beside) or not all(line.key for _, line in dashes):  # texts: a list it is
        return None
    return dashes[-1][0] if indent == 0 or len(beside) > len(dashes) else None


def _block(lines: list[str], number: int, indent: int) -> Iterator[Line]:
    """The line and those below it that do not begin further out."""
    for text in lines[number:]:
        line = split_line(text)
        if not line.is_blank and line.indent < indent:
            return
        if not line.is_blank:
            yield line


def start_of_text(lines: list[str], number: int) -> int | None:
    """Return the line where the plain text began that the line interrupts.

    It has a field name and a text and stands further out; or it is a line without a name where a field belongs.
    """
    limit = split_line(lines[number]).body_at if number < len(lines) else 0
    first_without_key = None
    for above, line in _above(lines, number):
        if line.key is None:
            first_without_key = above
        elif line.value and line.body_at < limit:
            return above
        else:
            return first_without_key
    return first_without_key


def indentation(columns: list[int]) -> tuple[str, str]:
    """Return what to say about a line that begins in none of ``columns``."""
    choices = either([str(column + 1) for column in columns[-4:]])
    return "linjen er rykket forkert ind", f"lad den begynde i kolonne {choices or 1}, som linjerne ovenover"
