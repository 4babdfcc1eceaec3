"""Which step's page has the button to the log sheet: the data says it (``logbog:``), whatever the step is called."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from handleplan.out.pages import render_pages

from tests.out.editions import PROJECT, SLUGS, edition, small

PAPERS = {"logbog.pdf": SimpleNamespace(sider=4, størrelse="80 kB")}
OWN = {
    "trin.yml": "orden: [skriv-ned-selv, vurder, stop]\n",
    "trin/skriv-ned-selv.yml": "nye:\n  titel: Skriv ned\n  logbog: ja\n  kort:\n    straks: Skriv straks.\n",
}


def with_button(pages: list) -> list[str]:
    return [page.path for page in pages if page.path.startswith("trin/") and "logbog.pdf" in page.markdown]


def test_a_municipalitys_own_step_can_have_it(tmp_path: Path) -> None:
    assert with_button(render_pages(small(tmp_path, OWN), PROJECT, PAPERS)) == ["trin/skriv-ned-selv.md"]


def test_a_municipality_can_move_it_to_another_shared_step(tmp_path: Path) -> None:
    one = small(tmp_path, {"trin/stop.yml": "ret:\n  logbog: ja\n"})
    assert with_button(render_pages(one, PROJECT, PAPERS)) == ["trin/stop.md"]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_shipped_editions_have_it_where_one_documents(slug: str) -> None:
    assert with_button(render_pages(edition(slug), PROJECT, PAPERS)) == ["trin/dokumenter.md"]
