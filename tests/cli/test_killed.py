"""A build that is killed at any moment leaves every edition whole: the old one or the new one, never half of one."""

from __future__ import annotations

import random
import shutil
import signal
import time
from pathlib import Path

import pytest
from handleplan.pool import worker_pool

from tests.cli.run import run, start, tree
from tests.small_project import SMALL, whole_project, write

pytestmark = [pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")]

OTHER = "laesoe"
NUMBER = "nye:\n  ssp:\n    navn: SSP {0}\n    telefon: ['12 34 56 78']\n"


def two_editions(root: Path) -> Path:
    whole_project(root)
    other = root / "data" / "kommuner" / OTHER
    shutil.copytree(SMALL / "data" / "kommuner" / "aeroe", other)
    text = (other / "kommune.yml").read_text(encoding="utf-8")
    (other / "kommune.yml").write_text(text.replace("Ærø", "Læsø").replace("aeroe", OTHER), encoding="utf-8")
    return root


def change(root: Path, name: str) -> None:
    for slug in ("aeroe", OTHER):
        write(root, f"data/kommuner/{slug}/kontakter.yml", NUMBER.format(name))


def editions(root: Path) -> dict[str, dict[str, str]]:
    return {slug: tree(root / "site" / slug) for slug in ("aeroe", OTHER)}


def built(root: Path, name: str) -> dict[str, dict[str, str]]:
    change(root, name)
    result = run(root, "byg", "--uden-pdf")
    assert result.returncode == 0, result.stderr
    return editions(root)


def kill_and_look(root: Path, after: float) -> dict[str, dict[str, str]]:
    """Kill a build ``after`` so many seconds, and let a command tidy up whose data is broken; then what stands."""
    process = start(root, "byg", "--uden-pdf")
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    time.sleep(0.5)  # its worker processes see that it is gone
    good = (root / "data" / "kommuner" / "aeroe" / "kontakter.yml").read_text(encoding="utf-8")
    write(root, "kontakter.yml", "nye: [")
    assert run(root, "byg", "--uden-pdf").returncode == 1
    write(root, "kontakter.yml", good)
    left = [path.name for path in (root / "site").iterdir() if path.name in (".ny", ".gammel")]
    assert not left
    return editions(root)


def try_kills(root: Path, times: int) -> None:
    old = built(two_editions(root), "Gammel")
    begun = time.monotonic()
    new = built(root, "Ny")
    whole = time.monotonic() - begun
    assert old["aeroe"] != new["aeroe"]
    chance = random.Random(20261121)
    for _ in range(times):
        change(root, "Gammel")
        assert run(root, "byg", "--uden-pdf").returncode == 0
        change(root, "Ny")
        for slug, found in kill_and_look(root, chance.uniform(0.2, 1.0) * whole).items():
            assert found in (old[slug], new[slug]), f"{slug} er hverken den gamle eller den nye udgave"
    assert built(root, "Ny") == new, "the next build is as if nothing had happened"


def test_ctrl_c_is_for_the_first_process_alone() -> None:
    """The others would each show a traceback beside "Afbrudt."."""
    with worker_pool(1) as pool:
        assert pool.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN


def test_killed_at_two_moments(tmp_path: Path) -> None:
    try_kills(tmp_path, 2)


@pytest.mark.alt
def test_killed_at_twenty_moments(tmp_path: Path) -> None:
    try_kills(tmp_path, 20)
