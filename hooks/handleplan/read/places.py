"""Where in a file something stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import NamedTuple

#: The way from the top of a file to a value: ``("nye", "politi", "telefon", 0)``.
DataPath = tuple[str | int, ...]


class Place(NamedTuple):
    """A position in a data file, as an editor's text program counts it (both from 1).

    ``file`` is the path shown to the editor: posix, relative to the project's root. A tuple: reading makes thousands.
    """

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class PlaceTable(MutableMapping[DataPath, Place]):
    """Path → place, kept by the first two steps of the path: the thing a value belongs to.

    An edition holds over ten thousand places and changes a few hundred: a copy shares what neither side has
    changed since, and what lies below one path is found without asking all.
    """

    def __init__(self, places: Mapping[DataPath, Place] | None = None) -> None:
        self._things: dict[DataPath, dict[DataPath, Place]] = {}
        self._own: set[DataPath] = set()  # the things that no copy shares
        for path, place in (places or {}).items():
            self[path] = place

    def copy(self) -> PlaceTable:
        """The same places; a change to one table is not seen in the other."""
        new = PlaceTable()
        new._things = dict(self._things)
        self._own = set()
        return new

    def below(self, path: DataPath) -> Iterable[tuple[DataPath, Place]]:
        """What stands at or below ``path``."""
        length = len(path)
        for thing in (path[:2],) if length >= 2 else [thing for thing in self._things if thing[:length] == path]:
            found = self._things.get(thing, {})
            yield from found.items() if length <= 2 else [item for item in found.items() if item[0][:length] == path]

    def changed(self) -> Iterator[tuple[DataPath, Mapping[DataPath, Place]]]:
        """Each thing that is not as it was when this table was made as a copy, with all that stands in it."""
        return ((thing, found) for thing, found in self._things.items() if thing in self._own)

    def drop_below(self, path: DataPath) -> None:
        """Take out what stands at or below ``path``."""
        for old in [found for found, _ in self.below(path)]:
            del self[old]

    def _changed(self, path: DataPath) -> dict[DataPath, Place]:
        thing = path[:2]
        if thing not in self._own:
            self._things[thing] = dict(self._things.get(thing, ()))
            self._own.add(thing)
        return self._things[thing]

    def __getitem__(self, path: DataPath) -> Place:
        return self._things[path[:2]][path]

    def get(self, path: DataPath, default: Place | None = None) -> Place | None:  # type: ignore[override]
        found = self._things.get(path[:2])
        return default if found is None else found.get(path, default)

    def __setitem__(self, path: DataPath, place: Place) -> None:
        self._changed(path)[path] = place

    def __delitem__(self, path: DataPath) -> None:
        del self._changed(path)[path]

    def __contains__(self, path: object) -> bool:
        return isinstance(path, tuple) and path in self._things.get(path[:2], ())

    def __iter__(self) -> Iterator[DataPath]:
        return (path for found in self._things.values() for path in found)

    def __len__(self) -> int:
        return sum(map(len, self._things.values()))
