"""How long builds take, as ratios to plain MkDocs on the same Markdown in the same run: ``make bench``.

``python -m tests.bench.measure [--kommuner 98] [--gange 5]`` (or ``make bench KOMMUNER=12 GANGE=3``)

A ratio says more than seconds: another computer changes both sides. Each is shown by the clock, and by the work of the
processors, which other programs disturb far less: for b, the work is shared by the processes. All of the editions are
built once with empty caches and once with full ones. Papers are left out: ``tests/bench/papers.py`` measures those.
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
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from handleplan.project import Project

from tests.bench.memory import peak_mb
from tests.bench.municipalities import generate
from tests.bench.plain import plain_project
from tests.bench.preview import own_environment, waits
from tests.small_project import ROOT

HOOKS = ROOT / "hooks"
NEW_NUMBER = "\n# {0}\nnye:\n  bench-nummer:\n    navn: Nummer til måling\n    telefon: ['12 34 56 {0:02d}']\n"


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock and by the processors, with what the processes started here have used."""

    clock: float
    work: float

    def share_of(self, other: Spent, times: int = 1, processes: int = 1) -> str:
        """As "0,52 (arbejde 0,61)": this against ``times`` of the other. ``processes`` share this one's work."""
        found = f"{self.clock / other.clock / times:.3f} (arbejde {self.work / other.work / times / processes:.3f})"
        return found.replace(".", ",")


def spent(do: Callable[[], None]) -> Spent:
    """What ``do`` takes, counting the processes it starts and waits for."""
    begun, used = time.monotonic(), os.times()
    do()
    now = os.times()
    work = now.children_user + now.children_system - used.children_user - used.children_system
    return Spent(time.monotonic() - begun, work)


def median(times: int, do: Callable[[], None], before: Callable[[], None] = lambda: None) -> Spent:
    """The median of ``times`` runs of ``do``; ``before`` each of them, uncounted."""
    found = []
    for _ in range(times):
        before()
        found.append(spent(do))
    return Spent(statistics.median(one.clock for one in found), statistics.median(one.work for one in found))


def command(root: Path, *args: str) -> None:
    """``python -m …`` on the project in ``root``; raises ``CalledProcessError`` when it fails."""
    environment = own_environment(root, HOOKS)
    subprocess.run([sys.executable, "-m", *args], env=environment, check=True, capture_output=True, cwd=root)


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
    """The bytes of all files below ``folder``."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def measure(folder: Path, number: int, times: int) -> Iterator[tuple[str, str, str]]:
    """The rows of the table as they are found: what, the figure, the aim."""
    project = generate(Project.find(), folder / "mange", number)
    one = generate(Project.find(), folder / "en", 1)
    slug, root = one.slugs[0], one.root
    command(root, "handleplan", "markdown", slug, str(folder / "rent"))
    config, target = plain_project(one, slug, folder / "rent"), folder / "rent" / "site"
    site = ("handleplan", "byg", "--uden-pdf")
    turn = iter(range(1, 1000))

    def plain() -> None:
        command(root, "mkdocs", "build", "-q", "-f", str(config), "-d", str(target))

    def build(which: Project) -> Callable[[], None]:
        return lambda: command(which.root, *site)

    def forget(which: Project) -> None:
        shutil.rmtree(which.cache / "byg", ignore_errors=True)

    plain()
    build(one)()  # warm caches
    one_plain = median(times, plain)
    yield "   én almindelig mkdocs build (sekunder)", f"{one_plain.clock:.1f} (arbejde {one_plain.work:.2f})", ""
    found = median(times, build(one), lambda: forget(one))
    yield "a: én udgave mod én almindelig mkdocs build", found.share_of(one_plain), "≤ 1,0"
    found = median(times, build(one), lambda: change_number(one, slug, next(turn)))
    yield "   det samme, når et nummer er rettet", found.share_of(one_plain), ""
    processes = min(number, os.cpu_count() or 1)
    whole = spent(build(project))
    yield f"b: {number} udgaver mod {number} almindelige, tomme gemmer", whole.share_of(one_plain, number, processes), "≤ 0,30"
    forget(project)
    whole = spent(build(project))
    yield f"b: {number} udgaver mod {number} almindelige, fulde gemmer", whole.share_of(one_plain, number, processes), "≤ 0,30"
    yield "   alle udgaver, fulde gemmer (sekunder)", f"{whole.clock:.0f} (arbejde {whole.work:.0f})", ""
    yield "c: intet ændret, af det hele", median(times, build(project)).share_of(whole), "≤ 0,03"
    last = project.slugs[-1]
    found = median(times, build(project), lambda: change_number(project, last, next(turn)))
    yield "d: ét nummer ændret, af det hele", found.share_of(whole), "≤ 0,10"
    yield from _checks(project, last, times, turn)
    found = median(times, lambda: command(project.root, "handleplan", "forskel", slug))
    yield "i: forskel (sekunder)", _seconds(found), "≤ 2"
    peak = peak_mb(resource.RUSAGE_CHILDREN)
    yield from _preview(one, slug, times, turn)
    yield "f: største proces", f"{peak:.0f} MB", "< 600 MB"
    yield "g: én udgave uden PDF", f"{weight(one.site / slug) / 1e6:.2f} MB", "≤ 1,8 MB"


def _checks(project: Project, slug: str, times: int, turn: Iterator[int]) -> Iterator[tuple[str, str, str]]:
    """``tjek`` of all: nothing kept from last time, the same once more, and with a number changed in ``slug``."""

    def tjek() -> None:
        command(project.root, "handleplan", "tjek")

    shutil.rmtree(project.cache / "tjek", ignore_errors=True)
    yield f"h: tjek over {len(project.slugs)}, intet gemt (sekunder)", _seconds(spent(tjek)), "≤ 10 på to processorer"
    yield "   intet ændret siden sidste tjek (sekunder)", _seconds(median(times, tjek)), "≤ 10"
    changed = median(times, tjek, lambda: change_number(project, slug, next(turn)))
    yield "   ét nummer ændret siden sidste tjek (sekunder)", _seconds(changed), "≤ 10"


def _preview(one: Project, slug: str, times: int, turn: Iterator[int]) -> Iterator[tuple[str, str, str]]:
    """The wait by the clock, and the work of one rebuild: what more rebuilds cost beyond a preview's start."""
    environment = own_environment(one.root, HOOKS)
    found: list[float] = []

    def show(number: int) -> Callable[[], None]:
        return lambda: found.extend(
            waits(one.root, slug, lambda _: change_number(one, slug, next(turn)), number, environment)
        )

    start, more = spent(show(1)), spent(show(times + 1))
    work = (more.work - start.work) / times
    figure = f"{statistics.median(found):.2f} s (arbejde {work:.2f} s)".replace(".", ",")
    yield "e: fra gemt fil til vist side", figure, "< 1 s"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kommuner", type=int, default=98)
    parser.add_argument("--gange", type=int, default=5)
    wanted = parser.parse_args()
    load = f", belastning {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"{wanted.kommuner} kommuner, median af {wanted.gange}, {os.cpu_count()} processorer{load}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for what, figure, aim in measure(Path(folder), wanted.kommuner, wanted.gange):
            print(f"{what:56} {figure:28} {f'mål {aim}' if aim else ''}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
