"""A template that is broken is told in one Danish line with its file and line, whichever command meets it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from handleplan.prepare import prepare_edition
from handleplan.project import Project

from tests.cli.run import here
from tests.small_project import SLUG, small_project, whole_project

LOV = "docs/lov.md.j2"
BROKEN = {
    "a tag that is not closed": ("{% endmacro %}", "", "docs/makroer.md.j2", "endmacro"),
    "a field that is not there": ("{{ md(l.betydning) }}", "{{ l.betydningen }}", LOV, "betydningen"),
    "a filter that is not there": ("{{ md(l.betydning) }}", "{{ l.betydning|pæn }}", LOV, "pæn"),
    "something that cannot be reckoned": ("{{ md(l.betydning) }}", "{{ l.link + 3 }}", LOV, "unsupported operand"),
    "a call with too much": ("{{ md(l.betydning) }}", "{{ md(l.betydning, 3) }}", LOV, "positional argument"),
    "a file that is not there": ("makroer.md.j2", "makro.md.j2", LOV, "makro.md.j2"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_template_of_the_pages(case: str, tmp_path: Path) -> None:
    old, new, file, reason = BROKEN[case]
    root = small_project(tmp_path / "projekt")
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    for args in (["tjek"], ["byg", "--uden-pdf"], ["vis"], ["markdown", SLUG, str(tmp_path / "ud")]):
        result = here(root, *args)
        (told,) = [told for told in result.output.splitlines() if told.startswith("docs/")]
        assert result.exit_code == 1 and "Traceback" not in result.output
        assert re.match(rf"{re.escape(file)}:\d+:1: skabelonen kan ikke bruges \(.*{reason}", told), told
        assert case == "a tag that is not closed" or told.startswith(f"{file}:{line}:")


@pytest.mark.parametrize("content", [None, b"\xe6\xf8\xe5"])
def test_a_page_without_its_template(content: bytes | None, tmp_path: Path) -> None:
    root = small_project(tmp_path)
    (root / LOV).unlink() if content is None else (root / LOV).write_bytes(content)
    result = here(root, "tjek")
    assert result.exit_code == 1 and result.output.startswith(f"{LOV}:1:1: skabelonen kan ikke bruges (")


def test_the_page_of_fields(tmp_path: Path) -> None:
    root = whole_project(tmp_path / "projekt")
    (root / "overrides" / "valg" / "felter.html.j2").write_text("\n{{ findes_ikke }}\n", encoding="utf-8")
    result = here(root, "felter")
    assert result.exit_code == 1
    told = "overrides/valg/felter.html.j2:2:1: skabelonen kan ikke bruges (Jinja siger: 'findes_ikke'"
    assert result.output.startswith(told)


def test_a_mistake_in_the_code_is_not_called_a_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It keeps its traceback: a template only happened to ask for it."""
    monkeypatch.setattr("handleplan.out.page_views.PageViews.titel", lambda self, kind, ident: {}["nej"])
    with pytest.raises(KeyError, match="nej"):
        prepare_edition(Project(small_project(tmp_path)), SLUG)
