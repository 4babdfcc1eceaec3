"""The signs on a sheet, and what they stand for at its foot: remarks, suggestions, unconfirmed facts."""

from __future__ import annotations

from collections.abc import Iterable

from ...edition.edition import Edition
from ...model.parts import Bemærkning
from ...read.places import DataPath


class Marks:
    """Gives out a sheet's signs in reading order, and remembers which of them are in use."""

    def __init__(self, edition: Edition, whole_remarks: bool = False) -> None:
        """``whole_remarks``: a remark without a short form stands whole, instead of not at all."""
        self.edition = edition
        self.whole_remarks = whole_remarks
        self.bemærkninger: dict[str, str] = {}
        self.har_forslag = False
        self.har_ubekræftet = False

    def bemærkning(self, remark: Bemærkning | None) -> str | None:
        """The letter of a remark's short form; equal remarks share one."""
        words = remark and (remark.kort or (remark.tekst if self.whole_remarks else None))
        if not words:
            return None
        return self.bemærkninger.setdefault(words, _letter(len(self.bemærkninger)))

    def forslag(self, path: DataPath) -> bool:
        """Whether ``path`` carries the sign for "redaktionens forslag"."""
        marked = self.edition.is_forslag(path)
        self.har_forslag |= marked
        return marked

    def alle_forslag(self, paths: Iterable[DataPath]) -> bool:
        """Whether one sign at the heading says it for all of ``paths``."""
        return all(map(self.forslag, paths))

    def ubekræftet(self, confirmed: object) -> bool:
        """Whether a fact without a ``tjekket`` date carries the sign for "ikke bekræftet"."""
        self.har_ubekræftet |= confirmed is None
        return confirmed is None


def _letter(index: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    first, last = divmod(index, 26)
    return (_letter(first - 1) if first else "") + chr(ord("a") + last)
