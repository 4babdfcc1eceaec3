"""How long an editor waits: from a saved YAML file until ``handleplan vis`` shows the changed page."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

STARTS_WITHIN = 120.0
_RELOAD = re.compile(r"livereload\([\d, ]+\)")  # differs each time a page is fetched


def waits(root: Path, slug: str, change: Callable[[int], None], times: int, env: dict[str, str]) -> list[float]:
    """Seconds from each ``change(turn)`` until the page of contacts is another; the preview is started and ended here."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "handleplan", "vis", slug, "--port", str(port)]
    process = subprocess.Popen(command, cwd=root, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/kontakter/"
    try:
        _until(lambda: bool(_page(address)))
        found = []
        for turn in range(times):
            before = _page(address)
            time.sleep(0.37 * (turn % 3))  # MkDocs looks twice a second: not always just before a save
            begun = time.monotonic()
            change(turn)
            _until(lambda before=before: _page(address) not in ("", before))
            found.append(time.monotonic() - begun)
        return found
    finally:
        process.terminate()
        process.wait()


def _page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=STARTS_WITHIN) as answer:
            return _RELOAD.sub("", answer.read().decode("utf-8"))
    except (urllib.error.URLError, OSError):
        return ""


def _until(holds: Callable[[], bool]) -> None:
    begun = time.monotonic()
    while not holds():
        if time.monotonic() - begun > STARTS_WITHIN:
            raise TimeoutError("forhåndsvisningen svarer ikke")
        time.sleep(0.02)


def own_environment(root: Path, hooks: Path) -> dict[str, str]:
    """What a command of ours is started with: the code of this checkout, on the project in ``root``."""
    own = {"HANDLEPLAN_ROD": str(root), "PYTHONPATH": str(hooks), "NO_MKDOCS_2_WARNING": "1"}
    # MkDocs' code was compiled when it was installed. Ours is when it first runs, unless Python is told not to keep it.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **own}
