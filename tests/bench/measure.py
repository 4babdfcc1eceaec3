"""How long builds take, as ratios to plain MkDocs on the same Markdown in the same run: ``make bench``.

``python -m tests.bench.measure [--kommuner 98] [--gange 5]``

A ratio says more than seconds: another computer changes both
sides. Each ratio is shown by the clock and by the processors' time, which other work on the computer disturbs far
less; by the
latter, b is what one processor does (two halve it). Papers are left out: ``tests/bench/cards.py`` measures those.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from handleplan.project import Project

from tests.bench.municipalities import generate

NEW_NUMBER = "\n# {0}\nnye:\n  bench-nummer:\n    navn: Nummer til måling\n    telefon: ['12 34 56 {0:02d}']\n"


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock and by the processors, with what the processes started here have used."""

    clock: float
    work: float

    def share_of(self, other: Spent, times: int = 1) -> str:
        """As "0,52 (arbejde 0,61)": this against ``times`` of the other."""
        found = f"{self.clock / other.clock / times:.3f} (arbejde {self.work / other.work / times:.3f})"
        return found.replace(".", ",")


def spent(do: Callable[[], None]) -> Spent:
    begun, used = time.monotonic(), os.times()
    do()
    now = os.times()
    work = now.children_user + now.children_system - used.children_user - used.children_system
    return Spent(time.monotonic() - begun, work)


def median(times: int, do: Callable[[], None], before: Callable[[], None] = lambda: None) -> Spent:
    found = []
    for _ in range(times):
        before()
        found.append(spent(do))
    return Spent(statistics.median(one.clock for one in found), statistics.median(one.work for one in found))


def command(root: Path, *args: str) -> None:
    hooks = Path(__file__).parents[2] / "hooks"
    own = {"HANDLEPLAN_ROD": str(root), "PYTHONPATH": str(hooks), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", *args], env={**os.environ, **own}, check=True, capture_output=True, cwd=root)


def change_number(project: Project, slug: str, turn: int) -> None:
    """One phone number of one municipality, as an editor changes it."""
    file = project.kommuner / slug / "kontakter.yml"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    numbers = list(re.finditer(r"(?m)^.*telefon.*\d", text))
    digits = numbers[-1].end() - 1 if numbers else None
    if digits is None:
        file.write_text(text + NEW_NUMBER.format(turn % 100), encoding="utf-8")
    else:
        file.write_text(f"{text[:digits]}{turn % 10}{text[digits + 1 :]}", encoding="utf-8")


def _seconds(one: Spent) -> str:
    return f"{one.clock:.1f} (arbejde {one.work:.1f})".replace(".", ",")


def weight(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def measure(folder: Path, number: int, times: int) -> list[tuple[str, str, str]]:
    """The rows of the table: what, the figure, the aim."""
    project = generate(Project.find(), folder / "mange", number)
    one = generate(Project.find(), folder / "en", 1)
    slug, root = one.slugs[0], one.root
    command(root, "handleplan", "markdown", slug, str(folder / "rent"))

    def plain() -> None:
        config, target = folder / "rent" / "mkdocs.yml", folder / "rent" / "site"
        command(root, "mkdocs", "build", "-q", "-f", str(config), "-d", str(target))

    def forget(which: Project) -> None:
        shutil.rmtree(which.cache / "byg", ignore_errors=True)

    plain()
    command(root, "handleplan", "byg", "--uden-pdf")  # warm caches
    site = ("handleplan", "byg", "--uden-pdf")
    one_plain = median(times, plain)
    one_ours = median(times, lambda: command(root, *site), lambda: forget(one))
    whole = median(max(1, times // 5), lambda: command(project.root, *site), lambda: forget(project))
    still = median(times, lambda: command(project.root, *site))
    check = median(max(1, times // 5), lambda: command(project.root, "handleplan", "tjek"))
    differences = median(times, lambda: command(project.root, "handleplan", "forskel", slug))
    turn = iter(range(1, 100))
    last = project.slugs[-1]
    small = median(times, lambda: command(project.root, *site), lambda: change_number(project, last, next(turn)))
    rows = [
        ("a: én udgave mod én almindelig mkdocs build", one_ours.share_of(one_plain), "≤ 1,0"),
        (f"b: {number} udgaver mod {number} almindelige", whole.share_of(one_plain, number), "≤ 0,30"),
        ("c: intet ændret, af det hele", still.share_of(whole), "≤ 0,03"),
        ("d: ét nummer ændret, af det hele", small.share_of(whole), "≤ 0,10"),
        (f"h: tjek over {number} (sekunder)", _seconds(check), "≤ 10 på to processorer"),
        ("i: forskel (sekunder)", _seconds(differences), "≤ 2"),
        ("   én almindelig, alle udgaver (sekunder)", f"{one_plain.clock:.1f}, {whole.clock:.0f}", ""),
    ]
    # The largest process of all that have been waited for; Linux counts in kilobytes, macOS in bytes.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    rows.append(("f: største proces", f"{peak / 1e6:.0f} MB", "< 600 MB"))
    rows.append(("g: én udgave uden PDF", f"{weight(one.site / slug) / 1e6:.2f} MB", "≤ 1,8 MB"))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kommuner", type=int, default=98)
    parser.add_argument("--gange", type=int, default=5)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = measure(Path(folder), wanted.kommuner, wanted.gange)
    load = f", belastning {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"{wanted.kommuner} kommuner, median af {wanted.gange}, {os.cpu_count()} processorer{load}")
    for what, figure, aim in rows:
        print(f"{what:48} {figure:28} mål {aim}")


if __name__ == "__main__":
    main()
