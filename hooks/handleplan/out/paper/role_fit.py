"""Which size to lay a role card out at next, until the largest one that fits its page is found: each layout is slow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from weasyprint.document import Page

# From the smallest: half points, and quarters where a page is nearly full.
SIZES = (9.0, 9.25, 9.5, 9.75, 10.0, 10.5, 11.0, 11.5, 12.0, 12.5, 13.0, 13.5, 14.0, 14.5, 15.0)
PAGE_HEIGHT = 297.0
# Measured on the shipped editions' cards: the tasks' letters that fill their column at 1 pt, and how a column grows
# with the size. Tasks grow in both directions; contacts have short lines, and the least sizes of their numbers.
LETTERS = 258_000
TASKS_GROW, CONTACTS_GROW = 2.0, 1.4


class Setting(NamedTuple):
    """How a card is set: its text size in pt, and whether help from elsewhere stands below the tasks."""

    størrelse: float
    delt: bool = False


class Measured(NamedTuple):
    """A card as it was laid out, in mm: what is left of its page (negative: too much), and its two columns."""

    slack: float
    venstre: float
    højre: float


@dataclass
class _Arrangement:
    """What is known of one arrangement: places in ``SIZES``: the largest that fits, the smallest that does not."""

    delt: bool
    fits: int = -1
    too_large: int = len(SIZES)

    @property
    def settled(self) -> bool:
        return self.too_large - self.fits <= 1

    def near(self, expected: int) -> Setting:
        """The setting to try next."""
        # What is expected to fit may be known already: then the next larger one has to be seen not to.
        return Setting(SIZES[min(max(expected, self.fits + 1), self.too_large - 1)], self.delt)


class RoleFit:
    """The search for one card's setting. ``page`` is the card at the best setting so far, laid out at ``størrelse``;
    ``slack`` is what is left of it.

    ``letters`` of its tasks tell where to begin. ``may_divide``: the card has help from elsewhere, which may stand
    below the tasks when that lets the text be larger.
    """

    def __init__(self, letters: int, may_divide: bool) -> None:
        self.page: Page | None = None
        self.størrelse = self.slack = 0.0
        self._usual = _Arrangement(delt=False)
        self._divided = _Arrangement(delt=True, too_large=len(SIZES) if may_divide else 0)
        self._expected = _largest(lambda size: letters * size**2 <= LETTERS)

    def following(self) -> Setting | None:
        """The setting to try next; None when there is nothing left to learn."""
        if not self._usual.settled:
            return self._usual.near(self._expected)
        # Divided, a card may be larger than undivided; at the same size it stays whole.
        self._divided.fits = max(self._divided.fits, self._usual.fits)
        return None if self._divided.settled else self._divided.near(self._expected)

    def tell(self, setting: Setting, found: Measured, page: Page) -> None:
        """What the card laid out with ``setting`` looks like."""
        tried = self._divided if setting.delt else self._usual
        place = SIZES.index(setting.størrelse)
        if found.slack >= 0:
            tried.fits, self.page, self.slack, self.størrelse = place, page, found.slack, setting.størrelse
        else:
            tried.too_large = place
        if found.slack + max(found.højre - found.venstre, 0) < 0:   # the tasks alone: more below them would not help
            self._divided.too_large = min(self._divided.too_large, place)
        room = found.slack + max(found.venstre, found.højre)
        self._expected = _largest(
            lambda size: found.venstre * (size / setting.størrelse) ** TASKS_GROW <= room
            and found.højre * (size / setting.størrelse) ** CONTACTS_GROW <= room
        )


def _largest(fits: Callable[[float], bool]) -> int:
    """The place in ``SIZES`` of the largest size that ``fits``; 0 when none does."""
    return max((place for place, size in enumerate(SIZES) if fits(size)), default=0)
