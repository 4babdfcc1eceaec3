"""Find a text size at which a sheet fills its page, with as few layouts as can be: each is slow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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
    fits: float | None = None
    too_big: float | None = None
    size = _rounded(min(max(first, low), high))
    for _ in range(MOST_LAYOUTS):
        found = measure(size)
        if found.slack >= 0 and (found.slack <= most_left or size >= high) and found.best_slack - found.slack < 1:
            return size
        if found.slack >= 0:
            fits = max(size, fits or size)
        elif found.best_slack < 0:
            if size <= low:
                return fits
            too_big = min(size, too_big or size)
        wanted = size + (found.best_slack - most_left / 2) / found.slope
        if 0 <= found.best_slack <= most_left or (size >= high and found.best_slack >= 0):
            wanted = size    # the same again, with the columns broken in their best places
        following = _between(wanted, fits, too_big, low, high)
        if following is None or (following == size and found.slack == found.best_slack):
            break
        size = following
    return fits


def _between(wanted: float, fits: float | None, too_big: float | None, low: float, high: float) -> float | None:
    """``wanted``, held inside what is known; None when nothing is left to try."""
    least = low if fits is None else fits
    most = high if too_big is None else _rounded(too_big - STEP)
    if most < least:
        return None
    if too_big is not None and fits is not None and not least < wanted < most:
        wanted = (least + most) / 2
    return _rounded(min(max(wanted, least), most))


def _rounded(size: float) -> float:
    return round(round(size / STEP) * STEP, 2)
