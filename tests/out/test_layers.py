"""Data goes one way, and one package knows MkDocs: another engine is an adapter more, not a product more."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.small_project import ROOT

PACKAGE = ROOT / "hooks" / "handleplan"
ENGINE = {"mkdocs", "material", "mkdocs_print_site_plugin"}
# Folder → those it may not import from.
ABOVE = {
    "read": {"edition", "out", "cli", "mkdocs_adapter"},
    "model": {"edition", "out", "cli", "mkdocs_adapter"},
    "edition": {"out", "cli", "mkdocs_adapter"},
    "out": {"cli", "mkdocs_adapter"},
    "mkdocs_adapter": {"cli"},
}


def imports(file: Path) -> Iterator[str]:
    """The modules a file imports; our own as ``.folder``."""
    depth = len(file.relative_to(PACKAGE).parts)
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == depth:
            yield "." + (node.module or "").partition(".")[0]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_what_stands_before_it(file: Path) -> None:
    folder, found = file.relative_to(PACKAGE).parts[0], set(imports(file))
    if folder != "mkdocs_adapter":
        assert not found & ENGINE
    assert not found & {f".{above}" for above in ABOVE.get(folder, ())}


def test_the_test_reads_imports() -> None:
    found = {name for file in FILES for name in imports(file)}
    assert ENGINE <= found and {".edition", ".out", ".read"} <= found
