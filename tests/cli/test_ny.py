"""A new municipality: the name is checked, what comes out is valid, and what is missing is said."""

from __future__ import annotations

import datetime
import errno
import re
import shutil
from pathlib import Path

import pytest
from handleplan.cli.answers import Wishes
from handleplan.cli.ny import known_name, new_files, run
from handleplan.cli.tjek import run as tjek
from handleplan.edition.base import load_base
from handleplan.edition.drift import find_drift
from handleplan.edition.local import load_local
from handleplan.edition.names import kommune_names
from handleplan.model.kinds import KINDS
from handleplan.prepare import prepare_edition
from handleplan.project import Project

from tests.small_project import ROOT

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
        ("Bornholms Regionskommune", "Bornholm"),
        ("Vesthimmerland", "Vesthimmerlands"),
        ("Nordfyn", "Nordfyns"),
        ("lyngbytaarbæk", "Lyngby-Taarbæk"),
        ("Lyngby/Taarbæk", "Lyngby-Taarbæk"),
        ("  LYNGBY-TAARBÆK KOMMUNE. ", "Lyngby-Taarbæk"),
        ("Kommunen Odense", "Odense"),
        ("Hoeje Taastrup", "Høje-Taastrup"),
        ("Hjøring", None),
        ("Christiansø", None),
        ("Kommune", None),
        ("", None),
        ("Malmø", None),
    ],
)
def test_names_as_people_write_them(typed: str, found: str | None) -> None:
    assert known_name(typed, NAMES) == found


def test_every_municipality_is_known_by_its_own_names() -> None:
    assert len(NAMES) == 98
    for name, full in NAMES.items():
        assert known_name(name, NAMES) == known_name(full, NAMES) == name


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("Hjøring", "mente du 'Hjørring'?"),
        ("Faaborg", "mente du 'Faaborg-Midtfyn'?"),
        ("Ringkøbing", "mente du 'Ringkøbing-Skjern'?"),
        ("Brønderslev-Dronninglund", "mente du 'Brønderslev'?"),
        ("Sonderborg Komune", "mente du 'Sønderborg'?"),
        ("Christiansø", "navnene står i data/kommuner.csv"),
        ("", "navnene står i data/kommuner.csv"),
    ],
)
def test_a_typing_error_gets_a_suggestion_and_no_folder(
    project: Project, capsys: pytest.CaptureFixture[str], typed: str, advice: str
) -> None:
    assert run(project, typed) == 1
    assert capsys.readouterr().err == f"'{typed}' er ikke en af de 98 kommuner – {advice}\n"
    assert not list(project.kommuner.iterdir())


def test_where_nothing_can_be_written_a_line_says_so(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.kommuner.rmdir()
    project.kommuner.write_text("en fil i vejen", encoding="utf-8")
    assert run(project, "Odense") == 1
    assert "kan ikke læses eller skrives" in capsys.readouterr().err


def test_half_a_folder_is_never_left(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write = Path.write_text

    def full_disk(path: Path, *args: str, **words: str) -> int:
        if path.name == "love.yml":
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, *args, **words)

    monkeypatch.setattr(Path, "write_text", full_disk)
    assert run(project, "Odense") == 1
    assert "disken er fuld – ret det, og prøv igen." in capsys.readouterr().err
    assert not list(project.kommuner.iterdir())


def test_what_is_shared_today_is_what_the_municipality_has_seen(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """News is told from the first day; a field changed later has its shared text recorded by ``forskel --godkend``."""
    assert run(project, "Odense") == 0
    drift = find_drift(load_base(project), load_local(project, "odense"), project)
    assert drift.set_før and not (drift.rettelser or drift.nye or drift.udgåede)
    assert tjek(Project(project.root), ("odense",), Wishes()) == 0
    assert "ikke noteret" not in capsys.readouterr().out
    (project.kommuner / "odense" / "kontakter.yml").write_text("ret:\n  politi:\n    note: Ring altid\n", encoding="utf-8")
    assert tjek(Project(project.root), ("odense",), Wishes()) == 0
    assert (
        "kontakter.yml:3:5: råd: 1 felt, I retter, er ikke noteret, det første her – "
        "kør: handleplan forskel odense --godkend, så får I besked, når den fælles tekst ændres"
    ) in capsys.readouterr().out


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
        "advarsel: her mangler funktionen, der ejer udgaven, for eksempel SSP-konsulenten – skriv det i stedet for hele sætningen her",
        "advarsel: her mangler funktionen, der fører log i en sag – skriv det i stedet for hele sætningen her",
        "advarsel: her mangler stedet, hvor loggen lægges – skriv det i stedet for hele sætningen her",
        "advarsel: her mangler mindst én lokal kontakt – skriv det, og slet linjen her",
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
        (folder / path).write_text(re.sub(r"^# ?(?!#)", "", text, flags=re.MULTILINE), encoding="utf-8")
    prepared = prepare_edition(Project(project.root), "odense")
    errors = [str(message) for message in prepared.messages if message.severity == "fejl"]
    assert not errors, "\n".join(errors)
    edition = prepared.edition
    assert edition is not None
    assert list(edition.kontakter)[:2] == ["ssp-konsulenten", "politi"] and "cyberhus" not in edition.kontakter
    assert edition.trin["vurder"].kort["tal-sammen"].styrke == "bør" and "vejleder" not in edition.roller


def test_there_is_an_example_for_every_file() -> None:
    files = set(new_files("Odense", "Odense Kommune", "odense", datetime.date(2026, 11, 21)))
    assert files == {"kommune.yml", "skoler.yml", "trin.yml", "trin/vurder.yml"} | {k.file for k in KINDS.values() if not k.shared_only and not k.folder}


def test_a_leap_day_gives_a_review_date() -> None:
    assert "2029-02-28" in new_files("Odense", "Odense Kommune", "odense", datetime.date(2028, 2, 29))["kommune.yml"]
