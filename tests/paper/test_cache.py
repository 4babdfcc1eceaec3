"""Papers are kept by what they were made from: the same input is not set again, another one is."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from handleplan.edition.assemble import load_edition
from handleplan.out.paper import cache as cache_module
from handleplan.out.paper.cache import PaperCache
from handleplan.out.paper.papers import Built, build_papers
from handleplan.project import Project

from tests.paper import stress

SLUG, PAGES = stress.SHORT, stress.ONE_PAGE


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the short edition's checkout, built once."""
    root = tmp_path_factory.mktemp("rod") / "x"
    shutil.copytree(stress.project().root, root)
    return root


def build(root: Path) -> Built:
    return timed_build(root)[0]


def timed_build(root: Path) -> tuple[Built, float]:
    """The papers, and the processor's seconds they took (reading the data apart)."""
    edition, messages = load_edition(Project(root), SLUG)
    assert edition is not None, messages
    started = time.process_time()
    return build_papers(edition, PAGES, Project(root)), time.process_time() - started


@pytest.fixture(scope="module")
def first(root: Path) -> tuple[Built, float]:
    return timed_build(root)


def test_what_has_not_changed_is_not_set_again(root: Path, first: tuple[Built, float]) -> None:
    built, seconds = first
    assert built.nye == len(built.papirer) == 10
    again, seconds_again = timed_build(root)
    assert seconds_again < seconds / 10
    assert again.nye == 0
    assert again.papirer == built.papirer


def test_only_what_a_change_touches_is_set_again(root: Path, first: tuple[Built, float]) -> None:
    built, _ = first
    file = root / "data" / "kommuner" / SLUG / "kontakter.yml"
    file.write_text('nye:\n  ssp:\n    navn: SSP Læsø\n    telefon: ["11 22 33 44"]\n', encoding="utf-8")
    changed = build(root)
    differ = {fil for fil, paper in changed.papirer.items() if paper.indhold != built.papirer[fil].indhold}
    assert differ == {"actioncard.pdf", "actioncard-a3.pdf", "rollekort.pdf"}
    assert changed.nye == len(differ)
    file.unlink()
    assert build(root).papirer == built.papirer, "the same data gives the same bytes"


def test_a_style_a_font_or_the_engine_is_part_of_the_key(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(root)
    keys = {cache_module._surroundings(project.papir)}
    style = root / "overrides" / "papir" / "papir.css"
    style.write_text(style.read_text("utf-8") + "/* ny */", encoding="utf-8")
    cache_module._surroundings.cache_clear()
    keys.add(cache_module._surroundings(project.papir))
    monkeypatch.setattr(cache_module, "pango_version", lambda: "0")
    cache_module._surroundings.cache_clear()
    keys.add(cache_module._surroundings(project.papir))
    cache_module._surroundings.cache_clear()
    assert len(keys) == 3


def test_one_file_a_paper_is_kept(tmp_path: Path) -> None:
    shutil.copytree(stress.project().papir, tmp_path / "overrides" / "papir")
    kept = PaperCache(Project(tmp_path), SLUG)
    assert kept.get("a.pdf", "x") is None
    kept.put("a.pdf", "x", b"1")
    kept.put("a.pdf", "y", b"2")
    kept.put("udkast/b.docx", "x", b"3")
    assert (kept.get("a.pdf", "x"), kept.get("a.pdf", "y"), kept.get("udkast/b.docx", "x")) == (None, b"2", b"3")
    kept.forget_others(["a.pdf"])
    assert kept.get("udkast/b.docx", "x") is None
    assert len(list(kept.folder.iterdir())) == 1
