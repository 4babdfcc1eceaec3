"""What an edition is built from, as one number: unchanged inputs need no new build."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from ..project import Project
from ..read.files import is_plain_file
from .records import read_record, write_record

# All of requirements.txt that has a hand in what is built (tests/cli/test_fingerprint.py).
LIBRARIES = (
    "babel", "brotli", "cssselect2", "fonttools", "jinja2", "lxml", "markdown", "markupsafe", "mkdocs",
    "mkdocs-material", "mkdocs-material-extensions", "mkdocs-print-site-plugin", "pikepdf", "pillow", "pydantic",
    "pydantic-core", "pydyf", "pygments", "pymdown-extensions", "pyphen", "python-docx", "pyyaml", "segno", "tinycss2",
    "tinyhtml5", "weasyprint", "webencodings", "zopfli",
)  # fmt: skip
# What mkdocs.yml reads from outside: where "Rediger" leads.
_SURROUNDINGS = ("HANDLEPLAN_REDIGER",)
_SHARED = ("data/faelles", "data/kommuner.csv", "docs", "overrides", "hooks", "mkdocs.yml")

_LEFT_BY_COMPUTERS = (".DS_Store", "Thumbs.db", "desktop.ini")
_LARGEST = 10_000_000


def fingerprints(project: Project, slug: str, shared: dict[str, str]) -> dict[str, str]:
    """Group → hash of the inputs of one edition (``shared``: see below). ``--forklar`` shows the groups' names."""
    return {**shared, f"data/kommuner/{slug}": _hash(project.kommuner / slug)}


def shared_fingerprints(project: Project, with_pdf: bool) -> dict[str, str]:
    """Group → hash of what all editions are built from: read once, however many they are."""
    found = {path: _hash(project.root / path) for path in _SHARED}
    versions = [f"{name} {metadata.version(name)}" for name in LIBRARIES] + [sys.version.split()[0]]
    found["programmer"] = hashlib.sha256("\n".join(versions).encode()).hexdigest()
    found["med eller uden PDF"] = str(with_pdf)
    return found | {name: os.environ.get(name, "") for name in _SURROUNDINGS}


def changed_groups(project: Project, slug: str, now: dict[str, str]) -> list[str]:
    """Which inputs differ from the last whole build; empty when nothing does."""
    if not (project.site / slug / "index.html").is_file():
        return ["ikke bygget før"]
    last = read_record(project, slug)
    if not isinstance(last, dict):
        return ["ikke bygget før"]
    stands = {**now, **_stands(project, slug)}
    return [group for group, value in stands.items() if last.get(group) != value]


def remember(project: Project, slug: str, now: dict[str, str]) -> None:
    """Note that ``slug`` stands built from exactly these inputs."""
    write_record(project, slug, {**now, **_stands(project, slug)})


def _stands(project: Project, slug: str) -> dict[str, str]:
    """The edition's folder → the number of its files as the build left them.

    Another number: somebody has changed or deleted a file, MkDocs has built there by itself, or a build was killed
    between putting the edition there and noting it.
    """
    return {f"site/{slug}": files_number(files_below(project.site / slug))}


def files_below(folder: Path) -> Iterator[str]:
    """Every file in ``folder`` and the folders in it, in the order of their names."""
    for place, folders, files in os.walk(folder):
        folders.sort()
        yield from (os.path.join(place, name) for name in sorted(files))


def files_number(files: Iterable[str | Path]) -> str:
    """One number for ``files`` as they stand, by name, size and time: without reading them."""
    digest = hashlib.sha256()
    for file in files:
        found = os.lstat(file)
        digest.update(os.fsencode(os.path.basename(file)) + f"\0{found.st_size}\0{found.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if not _is_no_input(p.relative_to(path)))
    for file in files:
        if is_plain_file(file):  # data is hashed before it is checked: a link may lead to something without an end
            digest.update(os.fsencode(file.relative_to(path.parent).as_posix()) + b"\0" + _content(file) + b"\0")
    return digest.hexdigest()


def _content(file: Path) -> bytes:
    """What is in the file; of one larger than any input, the size and how it begins: it is not checked yet."""
    with file.open("rb") as opened:
        begins = opened.read(_LARGEST)
        return begins if len(begins) < _LARGEST else begins + str(os.fstat(opened.fileno()).st_size).encode()


def _is_no_input(path: Path) -> bool:
    """What Python and computers leave in folders by themselves."""
    return "__pycache__" in path.parts or path.name in _LEFT_BY_COMPUTERS
