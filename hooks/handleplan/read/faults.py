"""One error of pydantic's, looked up in the data and the model, and ready to be put into Danish."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .places import DataPath
from .spots import Spot
from .words import shorten

#: What is wrong, and what to do about it.
Sentence = tuple[str, str]


@dataclass
class Fault:
    """An error at a spot."""

    type: str  # pydantic's name of the error
    spot: Spot
    reason: str = ""  # the sentence of a validator of ours
    context: dict = field(default_factory=dict)

    @property
    def value(self) -> Any:
        """What stands in the data."""
        return self.spot.value

    @property
    def path(self) -> DataPath:
        return self.spot.path

    @property
    def parent(self) -> DataPath:
        return self.spot.path[:-1]

    @property
    def after(self) -> str:
        """Where to write, as advice puts it: ``efter 'telefon:'``."""
        if isinstance(self.spot.name, str):
            return f"efter '{shorten(self.spot.name)}:'"
        return f"i {self.spot.label}" if self.spot.name is None else "der"

    @property
    def mend(self) -> str:
        """The plainest advice there is."""
        return f"ret {self.spot.label}" if isinstance(self.spot.name, int) else f"ret det, der står {self.after}"


def fault_from(error: dict, spot: Spot) -> Fault:
    """Make a fault of one of pydantic's error dictionaries."""
    context = error.get("ctx") or {}
    return Fault(error["type"], spot, str(context.get("error", "")), context)
