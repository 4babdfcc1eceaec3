"""Find the largest text size at which a sheet fits."""

from __future__ import annotations

from collections.abc import Callable

STEP = 0.1


def largest_size(slack: Callable[[float], float], low: float, high: float, slope: float) -> float | None:
    """The largest size from ``low`` to ``high``, in steps of ``STEP``, whose ``slack`` is not negative.

    ``slack(size)`` is what is left over (or, negative, too much), and falls as the size grows: by about
    ``slope`` for each 1 of size. A layout is slow, so the next size to try is mostly where the line through the
    nearest two would cross zero. ``None``: not even ``low`` fits.
    """
    known = {0: slack(low)}
    if known[0] < 0:
        return None
    fits, too_big = 0, round((high - low) / STEP) + 1
    while too_big - fits > 1:
        index = _next(known, fits, too_big, slope * STEP)
        known[index] = slack(round(low + index * STEP, 2))
        if known[index] >= 0:
            fits = index
        else:
            too_big = index
    return round(low + fits * STEP, 2)


def _next(known: dict[int, float], fits: int, too_big: int, slope: float) -> int:
    """An index between ``fits`` and ``too_big`` (neither included), near where the slack crosses zero."""
    if len(known) == 1:
        index = fits + round(known[fits] / slope)
    elif too_big in known and len(known) % 3:
        index = fits + round(known[fits] / (known[fits] - known[too_big]) * (too_big - fits))
    else:
        # The slack falls in steps, where lines break: halve now and then, so that a flat stretch ends.
        index = (fits + too_big) // 2
    return min(max(index, fits + 1), too_big - 1)
