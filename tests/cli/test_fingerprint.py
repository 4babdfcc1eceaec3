"""What an edition is built from: nothing that has a hand in it is forgotten, and what stands is what was built."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from handleplan.cli import fingerprint
from handleplan.cli.fingerprint import LIBRARIES, changed_groups, fingerprints, remember, shared_fingerprints
from handleplan.project import Project

from tests.small_project import AEROE, ROOT, SLUG, small_project

# In requirements.txt for other things than what is built: the command line, the preview, other programs' needs.
NO_HAND_IN_IT = {
    "annotated-types", "backrefs", "brotlicffi", "certifi", "cffi", "charset-normalizer", "click", "colorama",
    "ghp-import", "idna", "mergedeep", "mkdocs-get-deps", "packaging", "paginate", "pathspec", "platformdirs",
    "pycparser", "python-dateutil", "pyyaml-env-tag", "requests", "setuptools", "six", "typing-extensions",
    "typing-inspection", "tzdata", "urllib3", "watchdog",
}  # fmt: skip


def test_every_library_is_thought_of() -> None:
    pinned = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(pinned) - NO_HAND_IN_IT == set(LIBRARIES)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small project as a build left it."""
    project = Project(small_project(tmp_path))
    for name in ("index.html", "actioncard.pdf", "lov/index.html"):
        file = project.site / SLUG / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    remember(project, SLUG, now(project))
    assert why(project) == []
    return project


def now(project: Project, with_pdf: bool = True) -> dict[str, str]:
    return fingerprints(project, SLUG, shared_fingerprints(project, with_pdf))


def why(project: Project, with_pdf: bool = True) -> list[str]:
    return changed_groups(project, SLUG, now(project, with_pdf))


INPUTS = {
    "data/faelles/ord.yml": "data/faelles",
    "data/kommuner.csv": "data/kommuner.csv",
    f"{AEROE}/kommune.yml": AEROE,
    "docs/om.md.j2": "docs",
    "overrides/tema/main.html": "overrides",
    "hooks/handleplan/out/pages.py": "hooks",
    "mkdocs.yml": "mkdocs.yml",
}


@pytest.mark.parametrize(("path", "group"), INPUTS.items(), ids=INPUTS)
def test_what_an_edition_is_built_from_is_a_reason(project: Project, path: str, group: str) -> None:
    file = project.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as opened:
        opened.write("\n# rettet")
    assert why(project) == [group]
    remember(project, SLUG, now(project))
    file.rename(file.with_name("andet"))
    assert why(project) == [group], "a name is an input too"


@pytest.mark.parametrize(
    "path", ["data/kommuner/samsoe/kommune.yml", "docs/.DS_Store", "hooks/handleplan/__pycache__/x.pyc"]
)
def test_what_has_no_hand_in_it_is_none(project: Project, path: str) -> None:
    file = project.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("x", encoding="utf-8")
    assert why(project) == []


def test_another_version_of_a_library_is_a_reason(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    version = fingerprint.metadata.version
    for library in LIBRARIES:
        with monkeypatch.context() as patch:
            patch.setattr(fingerprint.metadata, "version", lambda name, one=library: version(name) + "x" * (name == one))
            assert why(project) == ["programmer"], library


def test_of_a_file_without_an_end_the_size_is_asked(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "_LARGEST", 4)
    file = project.root / "docs" / "om.md.j2"
    file.write_text("abcdef", encoding="utf-8")
    remember(project, SLUG, now(project))
    file.write_text("abcdefg", encoding="utf-8")
    assert why(project) == ["docs"]


def test_a_paper_that_was_deleted_is_made_again(project: Project) -> None:
    (project.site / SLUG / "actioncard.pdf").unlink()
    assert why(project) == [f"site/{SLUG}"]


def test_a_page_that_was_changed_by_hand_is_made_again(project: Project) -> None:
    page = project.site / SLUG / "lov" / "index.html"
    page.write_text("nu noget andet", encoding="utf-8")
    assert why(project) == [f"site/{SLUG}"]


def test_a_file_that_was_added_does_not_stay(project: Project) -> None:
    (project.site / SLUG / "lov" / "fremmed.html").write_text("", encoding="utf-8")
    assert why(project) == [f"site/{SLUG}"]


def test_an_edition_that_was_put_there_and_never_noted(project: Project) -> None:
    """A build killed just after its swap, and the change taken back: the note of before must not vouch for it."""
    new = project.site / ".ny"
    shutil.copytree(project.site / SLUG, new)
    os.utime(new / "index.html", ns=(1, 1))
    shutil.rmtree(project.site / SLUG)
    new.rename(project.site / SLUG)
    assert why(project) == [f"site/{SLUG}"]


def test_a_copy_with_its_times_is_the_same(project: Project, tmp_path: Path) -> None:
    copy = Project(shutil.copytree(project.root, tmp_path / "kopi", ignore=shutil.ignore_patterns("kopi")))
    assert why(copy) == []


def test_papers_or_none_and_the_address_of_rediger_are_reasons_of_their_own(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert why(project, with_pdf=False) == ["med eller uden PDF"]
    monkeypatch.setenv("HANDLEPLAN_REDIGER", "https://eksempel.dk/")
    assert why(project) == ["HANDLEPLAN_REDIGER"]
