"""What MkDocs warns of: its strict mode ends with their number only."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def complaints() -> Iterator[list[str]]:
    """A list that gets each warning and error of MkDocs while the block runs."""
    listener, mkdocs = _Listener(), logging.getLogger("mkdocs")
    mkdocs.addHandler(listener)
    try:
        yield listener.lines
    finally:
        mkdocs.removeHandler(listener)
