"""An engine that skips the hooks, or does half their work, must not pass for a handbook.

Each test builds in a copy of the project, with the same commands as an editor.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from handleplan.out.web.finish import PRINT_PAGE

from tests.cli.run import PATIENCE
from tests.site.built import NOT_FOUND_PAGE, article, built, parsed, shown_text
from tests.small_project import SLUG, copy_of_project, whole_project

pytestmark = pytest.mark.bygget

REAL = "guldborgsund"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The small project with theme and hooks, not built: what is broken here breaks every edition."""
    return whole_project(tmp_path)


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """The project as it is, without its built site."""
    return copy_of_project(tmp_path, (REAL,))


def mkdocs_build(root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return _run(root, "mkdocs", "build", "--strict", **environment)


def handleplan_byg(root: Path) -> subprocess.CompletedProcess[str]:
    return _run(root, "handleplan", "byg", SLUG, "--uden-pdf", HANDLEPLAN_ROD=str(root))


def _run(root: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("KOMMUNE", "HANDLEPLAN_ROD")}
    package = {"PYTHONPATH": str(root / "hooks"), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=root, env={**clean, **package, **environment},
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip


def _without_hooks(root: Path) -> None:
    config = root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert "hooks:\n  - hooks/mkdocs_hooks.py\n" in text
    config.write_text(text.replace("hooks:\n  - hooks/mkdocs_hooks.py\n", ""), encoding="utf-8")


def _with_idle_hooks(root: Path) -> None:
    (root / "hooks" / "mkdocs_hooks.py").write_text('"""Loaded, but nothing happens."""\n', encoding="utf-8")


def _with_a_page_lost(root: Path) -> None:
    """The events run, but one page never reaches MkDocs, and nav does not name it either."""
    hooks = root / "hooks" / "mkdocs_hooks.py"
    text = hooks.read_text(encoding="utf-8")
    lost = (
        "    files = adapter.add_pages(files, config)\n"
        "    files.remove(files.get_file_from_path('kontakter.md'))\n"
        "    return files\n"
    )
    text = text.replace("    return adapter.add_pages(files, config)\n", lost)
    text = text.replace(
        "    return adapter.configure(config)\n",
        "    config = adapter.configure(config)\n"
        "    config.nav = [entry for entry in config.nav if 'kontakter.md' not in entry.values()]\n"
        "    config.validation.links.not_found = config.validation.links.anchors = 10\n"
        "    return config\n",
    )
    hooks.write_text(text, encoding="utf-8")


BROKEN = {"no hooks": _without_hooks, "idle hooks": _with_idle_hooks, "a page lost": _with_a_page_lost}


@pytest.mark.parametrize("broken", BROKEN)
def test_mkdocs_alone_fails_when_the_hooks_do_not_work(copy: Path, broken: str) -> None:
    BROKEN[broken](copy)
    done = mkdocs_build(copy, KOMMUNE=SLUG)
    assert done.returncode != 0
    assert "hooks" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("broken", BROKEN)
def test_byg_fails_and_leaves_the_old_site_when_the_hooks_do_not_work(copy: Path, broken: str) -> None:
    old = copy / "site" / SLUG / "index.html"
    old.parent.mkdir(parents=True)
    old.write_text("den gamle", encoding="utf-8")
    BROKEN[broken](copy)
    done = handleplan_byg(copy)
    assert done.returncode == 1, done.stdout
    assert "blev ikke bygget" in done.stderr
    assert "Traceback" not in done.stderr
    assert old.read_text(encoding="utf-8") == "den gamle"


def _without_downloads(page: object) -> str:
    """What a page says, but for the papers to fetch: plain MkDocs makes none."""
    content = article(page)
    for buttons in content.xpath('.//*[contains(@class, "hp-hent")]'):
        buttons.getparent().remove(buttons)
    return shown_text(content)


def test_plain_mkdocs_builds_the_same_pages_as_byg(real: Path) -> None:
    done = mkdocs_build(real, KOMMUNE=REAL)
    assert done.returncode == 0, done.stderr
    plain, one = real / "site" / REAL, built(REAL)
    assert sorted(file.relative_to(plain).as_posix() for file in plain.rglob("*.html")) == one.all_pages
    for path in one.all_pages:
        assert _without_downloads(parsed(plain / path)) == _without_downloads(one.page(path)), path
    index = Path("search") / "search_index.json"
    assert (plain / index).read_bytes() == (one.folder / index).read_bytes()
    assert PRINT_PAGE in one.all_pages and NOT_FOUND_PAGE in one.all_pages


@pytest.mark.parametrize(
    ("environment", "advice"),
    [({}, "KOMMUNE=aeroe mkdocs build"), ({"KOMMUNE": "aeroo"}, "mente du 'aeroe'")],
)
def test_without_a_known_municipality_one_danish_line_says_so(
    copy: Path, environment: dict[str, str], advice: str
) -> None:
    done = mkdocs_build(copy, **environment)
    assert done.returncode != 0
    assert advice in done.stderr + done.stdout, done.stderr
    assert "Traceback" not in done.stderr
    assert not (copy / "site").exists()
