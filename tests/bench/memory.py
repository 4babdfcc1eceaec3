"""The most memory a process has used, the same on every system."""

from __future__ import annotations

import resource
import sys


def peak_mb(who: int = resource.RUSAGE_SELF) -> float:
    """In MB. ``who``: this process, or ``RUSAGE_CHILDREN``: the largest of those that it has waited for."""
    # Linux counts in kilobytes, macOS in bytes.
    return resource.getrusage(who).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
