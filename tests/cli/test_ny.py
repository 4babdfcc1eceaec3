"""A new municipality: the name is checked, what comes out is valid, and what is missing is said."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest
from handleplan.cli.ny import known_name, new_files, run
from handleplan.edition.names import kommune_names
from handleplan.prepare import prepare_edition
from handleplan.project import Project

ROOT = Path(__file__).parents[2]
NAMES = kommune_names(Project(ROOT), [])


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the base with no municipality in it."""
    (tmp_path / "data" / "kommuner").mkdir(parents=True)
    shutil.copytree(ROOT / "data" / "faelles", tmp_path / "data" / "faelles")
    shutil.copy(ROOT / "data" / "kommuner.csv", tmp_path / "data")
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    return Project(tmp_path)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Lyngby-Taarbæk", "Lyngby-Taarbæk"),
        ("lyngby taarbæk", "Lyngby-Taarbæk"),
        ("Lyngby-Tårbæk Kommune", "Lyngby-Taarbæk"),
        ("Høje Taastrup", "Høje-Taastrup"),
        ("hoeje-taastrup", "Høje-Taastrup"),
        ("Københavns Kommune", "København"),
        ("Århus", "Aarhus"),
        ("Hjøring", None),
        ("Malmø", None),
    ],
)
def test_names_as_people_write_them(typed: str, found: str | None) -> None:
    assert known_name(typed, NAMES) == found


def test_every_municipality_is_known_by_its_own_names() -> None:
    assert len(NAMES) == 98
    for name, full in NAMES.items():
        assert known_name(name, NAMES) == known_name(full, NAMES) == name


def test_a_typing_error_gets_a_suggestion_and_no_folder(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "Hjøring") == 1
    assert capsys.readouterr().err == "'Hjøring' er ikke en af de 98 kommuner – mente du 'Hjørring'?\n"
    assert not list(project.kommuner.iterdir())


def test_a_folder_that_is_there_is_left_alone(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "Odense") == 0
    (project.kommuner / "odense" / "kommune.yml").write_text("navn: Odense\n", encoding="utf-8")
    assert run(project, "odense") == 1
    assert "findes allerede" in capsys.readouterr().err
    assert (project.kommuner / "odense" / "kommune.yml").read_text(encoding="utf-8") == "navn: Odense\n"


def test_the_new_folder_builds_at_once_and_says_what_is_missing(project: Project) -> None:
    assert run(project, "Lyngby-Taarbæk") == 0
    prepared = prepare_edition(Project(project.root), "lyngby-taarbaek")
    assert prepared.edition is not None, prepared.messages
    assert prepared.edition.kommune.status == "udkast" and not prepared.edition.er_officiel
    warnings = [str(message) for message in prepared.messages]
    assert [line.split(": ", 1)[1] for line in warnings] == [
        "advarsel: her mangler funktionen, der ejer udgaven, for eksempel SSP-konsulenten – skriv det, og slet ordet UDFYLD",
        "advarsel: her mangler hvem der fører log i en sag – skriv det, og slet ordet UDFYLD",
        "advarsel: her mangler hvor loggen lægges – skriv det, og slet ordet UDFYLD",
        "advarsel: her mangler mindst én lokal kontakt – skriv det, og slet ordet UDFYLD",
    ]
    assert warnings[0].startswith("data/kommuner/lyngby-taarbaek/kommune.yml:")
    om = next(page.markdown for page in prepared.pages if page.path == "om.md")
    assert "Mindst én lokal kontakt" in om
    assert not any("UDFYLD" in page.markdown for page in prepared.pages)


def test_every_example_is_valid_when_it_is_taken_into_use(project: Project) -> None:
    """Take away one ``# `` from every example line, as an editor would."""
    folder = project.kommuner / "odense"
    for path, text in new_files("Odense", "Odense Kommune", "odense", datetime.date(2026, 11, 21)).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(re.sub(r"^# ?(?!#)", "", text, flags=re.M), encoding="utf-8")
    prepared = prepare_edition(Project(project.root), "odense")
    errors = [str(message) for message in prepared.messages if message.severity == "fejl"]
    assert not errors, "\n".join(errors)
    edition = prepared.edition
    assert edition is not None
    assert list(edition.kontakter)[:2] == ["ssp-konsulenten", "politi"] and "cyberhus" not in edition.kontakter
    assert edition.trin["vurder"].kort["tal-sammen"].styrke == "bør" and "vejleder" not in edition.roller


def test_there_is_an_example_for_every_file(project: Project) -> None:
    from handleplan.model.kinds import KINDS

    files = set(new_files("Odense", "Odense Kommune", "odense", datetime.date(2026, 11, 21)))
    assert files == {"kommune.yml", "trin.yml", "trin/vurder.yml"} | {k.file for k in KINDS.values() if not k.shared_only and not k.folder}


def test_a_leap_day_gives_a_review_date() -> None:
    assert "2029-02-28" in new_files("Odense", "Odense Kommune", "odense", datetime.date(2028, 2, 29))["kommune.yml"]
