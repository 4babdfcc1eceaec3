"""Processes beside this one, for the check and the build."""

from __future__ import annotations

import functools
import gc
import os
import signal
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor


def worker_pool(number: int) -> ProcessPoolExecutor:
    """``number`` fresh processes ("spawn": the same on every system, and nothing inherited) that end with this one."""
    # Loaded here: one edition needs no second process, and the loading takes as long as reading the data.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    class Pool(ProcessPoolExecutor):
        def submit(self, *args: Any, **kwargs: Any) -> Any:
            # Ctrl+C reaches every process of a window; the first one says so and ends the others. A process is begun
            # here, and what is ignored here is ignored there from its first moment.
            before = signal.signal(signal.SIGINT, signal.SIG_IGN)
            try:
                return super().submit(*args, **kwargs)
            finally:
                signal.signal(signal.SIGINT, before)

    return Pool(number, mp_context=get_context("spawn"), initializer=_begin)


def collect_seldom() -> None:
    """Let Python look for objects that only refer to each other a thousand times more seldom than it does by itself.

    A build makes hundreds of thousands of objects and keeps most of them: looking took a twelfth of the time of a build
    of pages and a sixth of that of the papers. Only objects that are let go in rings wait a little longer.
    """
    gc.set_threshold(400_000, 20, 50)


def keep_what_is_read() -> None:
    """What this process has read stays till its work is done: Python need not look through it again and again."""
    gc.collect()
    gc.freeze()


def let_go() -> None:
    """Free what the last piece of work has left. What the first one has loaded stays (libraries, compiled templates).

    Of later work nothing more is kept: an edition that something still held would stay for ever, and 49 of them took
    300 MB.
    """
    gc.collect()
    _keep_what_is_loaded()


@functools.cache
def _keep_what_is_loaded() -> None:
    gc.freeze()


def _begin() -> None:
    collect_seldom()
    _end_with_the_parent()


def _end_with_the_parent() -> None:
    # Left alone, a worker would wait for ever, or swap its edition in while another build is at work.
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        threading.Thread(target=lambda: (parent.join(), os._exit(1)), daemon=True).start()
