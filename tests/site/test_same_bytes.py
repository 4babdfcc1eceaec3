"""Same input, same bytes: wherever, whenever and however the site is built."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from handleplan.cli.byg import run
from handleplan.project import Project

from tests.cli.run import run as run_process
from tests.cli.run import tree
from tests.site.built import SLUGS
from tests.small_project import SLUG, copy_of_project, whole_project

pytestmark = pytest.mark.bygget

# Everything about a computer that might find its way into a file.
HERE = {"TZ": "Europe/Copenhagen", "PYTHONHASHSEED": "1", "LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": "1000000000"}
THERE = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242", "LANG": "da_DK.UTF-8", "HOME": "/nonexistent"}


def aged(target: Path) -> Path:
    """The project in ``target`` with files as old as a clone's."""
    for file in target.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    return target


def copy(target: Path, slugs: tuple[str, ...]) -> Path:
    return aged(copy_of_project(target, slugs))


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def build(root: Path, *args: str, **surroundings: str) -> dict[str, str]:
    result = run_process(root, "byg", *args, **surroundings)
    assert result.returncode == 0, result.stderr
    return tree(root / "site")


def test_an_edition_is_the_same_from_another_folder_zone_and_seed(tmp_path: Path) -> None:
    """The small edition here; the shipped ones with their PDFs in ``make test-alt``, below."""
    one = build(aged(whole_project(tmp_path / "en")), "--uden-pdf", **HERE)
    other_root = aged(whole_project(tmp_path / "et" / "helt andet sted"))
    other = build(other_root, "--uden-pdf", **THERE)
    assert f"{SLUG}/sitemap.xml.gz" in one and f"{SLUG}/search/search_index.json" in one
    assert not differences(one, other)
    (other_root / ".cache" / "byg" / f"{SLUG}.json").unlink()
    assert not differences(one, build(other_root, "--uden-pdf", **THERE)), "the same with warm caches"


@pytest.mark.alt
def test_the_whole_site_with_pdfs_is_the_same_in_one_process_or_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = build(copy(tmp_path / "en", SLUGS), **HERE)
    root = copy(tmp_path / "to", SLUGS)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert run(Project(root), SLUGS, with_pdf=True, explain=False) == 0
    one = tree(root / "site")
    assert {f"{slug}/actioncard.pdf" for slug in SLUGS} <= many.keys()
    assert not differences(many, one)


@pytest.mark.alt
@pytest.mark.parametrize("slug", SLUGS)
def test_the_zip_copy_is_the_same(tmp_path: Path, slug: str) -> None:
    copies = []
    for name, surroundings in (("en", HERE), ("to", THERE)):
        root = copy(tmp_path / name, (slug,))
        assert run_process(root, "pak", slug, **surroundings).returncode == 0
        copies.append((root / "site" / f"handleplan-{slug}.zip").read_bytes())
    assert copies[0] == copies[1]


def test_the_comparison_sees_one_changed_byte(tmp_path: Path) -> None:
    for name, text in (("en", "a"), ("to", "b")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "fil").write_text(text, encoding="utf-8")
    assert differences(tree(tmp_path / "en"), tree(tmp_path / "to")) == ["fil"]
