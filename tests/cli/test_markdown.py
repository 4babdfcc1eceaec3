"""``handleplan markdown``: the pages leave the house whole, and plain MkDocs builds them all."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from handleplan.out.addresses import file_of

from tests.cli.run import PATIENCE, here
from tests.site.built import PROJECT, SLUGS, article, parsed, prepared, shown_text
from tests.small_project import whole_project

SLUG = SLUGS[-1]


@pytest.fixture(scope="module")
def dumped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("markdown") / "ud"
    result = here(PROJECT.root, "markdown", SLUG, str(target))
    assert result.exit_code == 0 and result.stdout.startswith(f"Skrevet: {len(prepared(SLUG).pages)} sider i ")
    return target


@pytest.mark.parametrize(
    "engine", [("mkdocs", "build", "--strict"), ("zensical", "build", "--strict")], ids=lambda e: e[0]
)
def test_another_engine_builds_every_page_of_the_dumped_tree(dumped: Path, engine: tuple[str, ...]) -> None:
    """Plain MkDocs, and Zensical, which Material's authors make to follow it (where there is a package for it)."""
    pytest.importorskip(engine[0])
    command = [sys.executable, "-m", *engine, "-f", str(dumped / "mkdocs.yml")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    edition, pages = prepared(SLUG).edition, prepared(SLUG).pages
    for page in pages:
        text = shown_text(article(parsed(dumped / "site" / file_of(page.path))))
        title = edition.kommune.titel if page.path == "index.md" else page.title
        assert title in text, page.path
    assert len(pages) > 15
    shutil.rmtree(dumped / "site")


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "min.txt").write_text("vigtig", encoding="utf-8")
    result = here(PROJECT.root, "markdown", SLUGS[0], str(tmp_path))
    assert result.exit_code == 1 and "er ikke en tom mappe" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["min.txt"]


@pytest.mark.parametrize("name", ["Ærø\x00", "a" * 5000], ids=["sign", "long"])
def test_a_name_that_no_folder_can_have_gets_a_line(tmp_path: Path, name: str) -> None:
    """The first was found by ``make fuzz``."""
    result = here(PROJECT.root, "markdown", SLUGS[0], str(tmp_path / name))
    assert result.exit_code == 1 and "kan ikke skrives – vælg en anden mappe" in result.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("end", "place"), [(b"\ta: b: c\n", r"\d\d+:\d+"), (b"\xe6\xf8", "1:1"), (None, "1:1")])
def test_settings_that_cannot_be_read_are_told_in_danish(end: bytes | None, place: str, tmp_path: Path) -> None:
    root = whole_project(tmp_path / "projekt")
    settings = root / "mkdocs.yml"
    settings.unlink() if end is None else settings.write_bytes(settings.read_bytes() + end)
    result = here(root, "markdown", "aeroe", str(tmp_path / "ud"))
    assert result.exit_code == 1 and not (tmp_path / "ud").exists()
    assert re.match(rf"mkdocs\.yml:{place}: filen kan ikke læses som indstillinger – ", result.output), result.output
