"""How long builds take, as ratios to plain MkDocs on the same Markdown in the same run: ``make bench``.

``python -m tests.bench.measure [--kommuner 98] [--gange 5]``. A ratio says more than seconds: another computer, or a busy one,
changes both sides. Times are the clock's; papers are left out (``tests/bench/cards.py`` measures those).
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from handleplan.project import Project

from tests.bench.municipalities import generate

NEW_NUMBER = "\n# {0}\nnye:\n  bench-nummer:\n    navn: Nummer til måling\n    telefon: ['12 34 56 {0:02d}']\n"


def seconds(do: Callable[[], None]) -> float:
    begun = time.monotonic()
    do()
    return time.monotonic() - begun


def median(times: int, do: Callable[[], None], before: Callable[[], None] = lambda: None) -> float:
    found = []
    for _ in range(times):
        before()
        found.append(seconds(do))
    return statistics.median(found)


def command(root: Path, *args: str) -> None:
    hooks = Path(__file__).parents[2] / "hooks"
    own = {"HANDLEPLAN_ROD": str(root), "PYTHONPATH": str(hooks), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", *args], env={**os.environ, **own}, check=True, capture_output=True, cwd=root)


def change_number(project: Project, slug: str, turn: int) -> None:
    """One phone number of one municipality, as an editor changes it."""
    file = project.kommuner / slug / "kontakter.yml"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    digits = next((i for i in range(len(text) - 1, 0, -1) if text[i].isdigit() and "telefon" in text[text.rfind("\n", 0, i) : i]), None)
    if digits is None:
        file.write_text(text + NEW_NUMBER.format(turn % 100), encoding="utf-8")
    else:
        file.write_text(f"{text[:digits]}{turn % 10}{text[digits + 1:]}", encoding="utf-8")


def weight(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def measure(folder: Path, number: int, times: int) -> list[tuple[str, str, str]]:
    """The rows of the table: what, the figure, the aim."""
    project = generate(Project.find(), folder / "mange", number)
    one = generate(Project.find(), folder / "en", 1)
    slug, root = one.slugs[0], one.root
    command(root, "handleplan", "markdown", slug, str(folder / "rent"))

    def plain() -> None:
        command(root, "mkdocs", "build", "-q", "-f", str(folder / "rent" / "mkdocs.yml"), "-d", str(folder / "rent" / "site"))

    def forget(which: Project) -> None:
        shutil.rmtree(which.cache / "byg", ignore_errors=True)

    plain()
    command(root, "handleplan", "byg", "--uden-pdf")  # warm caches
    a_plain = median(times, plain)
    a_ours = median(times, lambda: command(root, "handleplan", "byg", "--uden-pdf"), lambda: forget(one))
    rows = [("a: én udgave mod én almindelig mkdocs build", f"{a_ours / a_plain:.2f} ({a_ours:.1f} s mod {a_plain:.1f} s)", "≤ 1,0")]
    whole = median(max(1, times // 5), lambda: command(project.root, "handleplan", "byg", "--uden-pdf"), lambda: forget(project))
    rows.append((f"b: {number} udgaver mod {number} almindelige", f"{whole / (number * a_plain):.2f} ({whole:.0f} s)", "≤ 0,30"))
    still = median(times, lambda: command(project.root, "handleplan", "byg", "--uden-pdf"))
    rows.append(("c: intet ændret, af det hele", f"{100 * still / whole:.1f} % ({still:.1f} s)", "≤ 3 %"))
    turn = iter(range(1, 100))
    last = project.slugs[-1]
    small = median(
        times, lambda: command(project.root, "handleplan", "byg", "--uden-pdf"), lambda: change_number(project, last, next(turn))
    )
    rows.append(("d: ét nummer ændret, af det hele", f"{100 * small / whole:.1f} % ({small:.1f} s)", "≤ 10 %"))
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
