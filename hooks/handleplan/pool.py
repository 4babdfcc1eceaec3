"""Processes beside this one, for the check and the build."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor


def worker_pool(number: int) -> ProcessPoolExecutor:
    """``number`` fresh processes ("spawn": the same on every system, and nothing inherited) that end with this one."""
    # Loaded here: one edition needs no second process, and the loading takes as long as reading the data.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=_end_with_the_parent)


def _end_with_the_parent() -> None:
    # Left alone, a worker would wait for ever, or swap its edition in while another build is at work.
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        threading.Thread(target=lambda: (parent.join(), os._exit(1)), daemon=True).start()
