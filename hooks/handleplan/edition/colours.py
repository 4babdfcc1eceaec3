"""Contrast of a colour against white, as WCAG counts it."""

from __future__ import annotations

MIN_CONTRAST = 4.5  # WCAG 2.1, 1.4.3 level AA, normal text


def contrast_with_white(colour: str) -> float:
    """The contrast ratio (1–21) of ``colour`` ("#0d3b4a") and white. Formula: WCAG 2.1, "contrast ratio"."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)
