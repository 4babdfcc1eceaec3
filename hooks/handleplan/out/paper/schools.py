"""The actioncards of a municipality's own schools: the same card, with the school's numbers on its lines."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

from ...edition.edition import Edition
from ...pool import worker_pool
from .card import FittedCard
from .card_view import card_view
from .engine import pdf_bytes

# Below this many cards a second process costs more than it saves.
WORTH_A_PROCESS = 4


def school_file(ident: str) -> str:
    """Where a school's card lies in the edition's folder."""
    return f"skoler/{ident}/actioncard.pdf"


def school_source(edition: Edition, papir: Path, ident: str) -> str:
    """The card as HTML before it is fitted: all that it comes from."""
    return FittedCard(edition, papir, card_view(edition), edition.skoler[ident]).html_at_a_fixed_size()


def school_cards(edition: Edition, papir: Path, idents: list[str]) -> dict[str, bytes]:
    """The cards of the schools ``idents``, set in several processes when that pays. Raises ``PaperError``."""
    workers = min(os.cpu_count() or 1, len(idents) // WORTH_A_PROCESS)
    # A process that builds one of several editions has the other processors at work already.
    if workers < 2 or multiprocessing.parent_process() is not None:
        return _set(edition, papir, idents)
    with worker_pool(workers) as pool:
        parts = [pool.submit(_set, edition, papir, idents[start::workers]) for start in range(workers)]
        return {ident: content for part in parts for ident, content in part.result().items()}


def _set(edition: Edition, papir: Path, idents: list[str]) -> dict[str, bytes]:
    view = card_view(edition)
    return {
        ident: pdf_bytes(FittedCard(edition, papir, view, edition.skoler[ident]).laid_out()) for ident in idents
    }
