"""``skoler.yml``: one actioncard a school, with the school's own numbers on the lines."""

from __future__ import annotations

import shutil
from pathlib import Path

import page
import pikepdf
import pytest
from handleplan.edition.assemble import load_edition
from handleplan.edition.publish import publish_messages
from handleplan.out.pages import render_pages
from handleplan.out.paper import papers, schools
from handleplan.out.paper.papers import build_papers
from handleplan.project import Project

from tests.paper import pdf_image, stress
from tests.paper.pdf_reader import PdfReader

SLUG, PAGES = stress.SHORT, stress.ONE_PAGE

SKOLER = """
byskolen:
  navn: Læsø Byskole
  numre:
    Skolens leder: "12 34 56 78"
    SSP-lærer: "+45 12345679"
  tjekket: 2026-11-20
strandskolen:
  navn: Skolen ved Stranden
  numre:
    Tryghedsperson: "12 34 56 80"
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The short stress edition's checkout with two made-up schools."""
    root = tmp_path_factory.mktemp("skoler") / "x"
    shutil.copytree(stress.project().root, root)
    (root / "data" / "kommuner" / SLUG / "skoler.yml").write_text(SKOLER, encoding="utf-8")
    return Project(root)


@pytest.fixture(scope="module")
def built(project: Project) -> papers.Built:
    edition, messages = load_edition(project, SLUG)
    assert edition is not None, messages
    return build_papers(edition, PAGES, project)


@pytest.fixture(params=["byskolen", "strandskolen"])
def card(request: pytest.FixtureRequest, built: papers.Built, tmp_path: Path) -> tuple[str, Path]:
    path = tmp_path / "kort.pdf"
    path.write_bytes(built.papirer[f"skoler/{request.param}/actioncard.pdf"].indhold)
    return request.param, path


def test_a_card_a_school_beside_the_municipalitys(built: papers.Built) -> None:
    assert [fil for fil in built.papirer if fil.startswith("skoler/")] == [
        "skoler/byskolen/actioncard.pdf", "skoler/strandskolen/actioncard.pdf",
    ]  # fmt: skip
    assert all(built.papirer[f"skoler/{ident}/actioncard.pdf"].sider == 1 for ident in ("byskolen", "strandskolen"))


def test_a_schools_card_holds_its_own_numbers_only(card: tuple[str, Path]) -> None:
    ident, path = card
    text = pdf_image.page_texts(path)[0].replace("\u00a0", " ")
    own = {"byskolen": ("Læsø Byskole", "12 34 56 78", "12 34 56 79"), "strandskolen": ("Skolen ved Stranden", "12 34 56 80")}
    for school, words in own.items():
        assert all((word in text) == (school == ident) for word in words), (school, text)
    with pikepdf.open(path) as pdf:
        assert own[ident][0] in str(pdf.docinfo["/Title"])
    assert page.is_pdf_compliant(path, profile="ua1")


def test_numbers_are_links_and_the_other_lines_are_written_on(card: tuple[str, Path]) -> None:
    ident, path = card
    reader = PdfReader(path)
    calls = {str(a.A.URI) for a in reader.annotations if a.Subtype == "/Link" and "/A" in a}
    labels = [str(a.TU) for a in reader.annotations if a.Subtype == "/Widget" and a.TU != "Kommunen"]
    if ident == "byskolen":
        assert {"tel:+4512345678", "tel:+4512345679"} <= calls and labels == ["Tryghedsperson", "Skift ud senest"]
    else:
        assert "tel:+4512345680" in calls and labels == ["Skolens leder", "SSP-lærer", "Skift ud senest"]
    shown = [run for run in reader.runs if run.text.replace("\u00a0", " ").startswith("12 34 56")]
    assert shown and all(run.size >= 12.995 for run in shown)


def test_a_number_that_nobody_has_called_says_so(card: tuple[str, Path]) -> None:
    ident, path = card
    assert ("°" in pdf_image.page_texts(path)[0]) == (ident == "strandskolen")


def test_only_the_school_that_changes_is_set_again(project: Project, built: papers.Built) -> None:
    file = project.kommuner / SLUG / "skoler.yml"
    file.write_text(SKOLER.replace("12 34 56 80", "12 34 56 81"), encoding="utf-8")
    edition, _ = load_edition(project, SLUG)
    changed = build_papers(edition, PAGES, project)
    file.write_text(SKOLER, encoding="utf-8")
    differ = {fil for fil, paper in changed.papirer.items() if paper.indhold != built.papirer[fil].indhold}
    assert differ == {"skoler/strandskolen/actioncard.pdf"} and changed.nye == 1


def test_several_processes_set_the_same_bytes(project: Project, built: papers.Built, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schools, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(schools.os, "cpu_count", lambda: 2)
    edition, _ = load_edition(project, SLUG)
    cards = schools.school_cards(edition, project.papir.resolve(), list(edition.skoler))
    assert {schools.school_file(i): c for i, c in cards.items()} == {
        fil: paper.indhold for fil, paper in built.papirer.items() if fil.startswith("skoler/")
    }


def test_the_cards_page_lists_the_schools(project: Project, built: papers.Built) -> None:
    edition, _ = load_edition(project, SLUG)
    text = {p.path: p.markdown for p in render_pages(edition, project, built.papirer)}["actioncard.md"]
    assert "[Læsø Byskole (PDF, 1 side, " in text and "(skoler/byskolen/actioncard.pdf)" in text
    bare = {p.path: p.markdown for p in render_pages(edition, project)}["actioncard.md"]
    assert "skoler/" not in bare


def test_unconfirmed_numbers_may_not_be_published(project: Project) -> None:
    edition, _ = load_edition(project, SLUG)
    wrong = [m.what for m in publish_messages(edition) if "Skolen ved Stranden" in m.what or "Byskole" in m.what]
    assert wrong == ["ingen har bekræftet numrene på kortet til Skolen ved Stranden"]
