"""Find a text size at which a sheet fills its page, with as few layouts as can be: each is slow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

STEP = 0.05
MOST_LAYOUTS = 12


@dataclass(frozen=True)
class Measured:
    """A sheet laid out at one size. ``slack``: what is left of the page in mm (negative: too much).

    ``best_slack``: the same, had its columns been broken in their best places; ``slope``: how many mm one step of 1
    of size takes from it.
    """

    slack: float
    best_slack: float
    slope: float


def filling_size(
    measure: Callable[[float], Measured], low: float, high: float, first: float, most_left: float
) -> float | None:
    """A size from ``low`` to ``high`` that fits and leaves at most ``most_left`` mm, tried from ``first`` on.

    Text breaks into lines, so the slack falls in leaps as the size grows. Where no size leaves so little, the largest
    one found that fits is taken. ``None``: not even ``low`` fits.
    """
    fits: _Tried | None = None
    too_big: _Tried | None = None
    size = _rounded(min(max(first, low), high))
    for _ in range(MOST_LAYOUTS):
        found = measure(size)
        if found.slack >= 0 and (found.slack <= most_left or size >= high) and found.best_slack - found.slack < 1:
            return size
        tried = _Tried(size, found.best_slack)
        if found.slack >= 0:
            fits = max(tried, fits or tried)
        elif found.best_slack < 0:
            if size <= low:
                break
            too_big = min(tried, too_big or tried)
        if 0 <= found.best_slack <= most_left or (size >= high and found.best_slack >= 0):
            following = size    # the same again, with the columns broken in their best places
        else:
            wanted = size + (found.best_slack - most_left / 2) / found.slope
            following = _between(wanted, most_left / 2, fits, too_big, low, high)
        if following is None or (following == size and found.slack == found.best_slack):
            break
        size = following
    return fits.size if fits else None


class _Tried(NamedTuple):
    size: float
    slack: float


def _between(
    wanted: float, aim: float, fits: _Tried | None, too_big: _Tried | None, low: float, high: float
) -> float | None:
    """``wanted``, held inside what is known; None when nothing is left to try.

    Between a size that fits and one that is too big, the two tell more than the slope that gave ``wanted``.
    """
    least = fits.size if fits else low
    most = _rounded(too_big.size - STEP) if too_big else high
    if most < least:
        return None
    if fits and too_big:
        wanted = fits.size + (fits.slack - aim) / (fits.slack - too_big.slack) * (too_big.size - fits.size)
        if not least < wanted < most:
            wanted = (least + most) / 2
    return _rounded(min(max(wanted, least), most))


def _rounded(size: float) -> float:
    return round(round(size / STEP) * STEP, 2)
