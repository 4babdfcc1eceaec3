"""The reference page names every file and every field of the models."""

from __future__ import annotations

from pathlib import Path

from handleplan.cli.felter import run
from handleplan.model.field_reference import file_reference
from handleplan.model.kinds import KINDS
from handleplan.model.kommune import Kommune
from handleplan.model.skole import Skole
from handleplan.project import Project

from tests.small_project import ROOT


def test_every_file_and_field_is_named_and_explained() -> None:
    files, parts = file_reference()
    rows = {file.fil: {row.navn: row for row in file.felter} for file in files}
    for kind in KINDS.values():
        if not kind.shared_only:
            file = "trin/<trin>.yml" if kind.folder else kind.file
            assert set(rows[file]) == set(kind.model.model_fields), file
    assert set(rows["kommune.yml"]) == set(Kommune.model_fields)
    assert set(rows["skoler.yml"]) == set(Skole.model_fields)
    for table in [*rows.values(), *({row.navn: row for row in part} for part in parts.values())]:
        assert table
        for row in table.values():
            assert row.beskrivelse and row.værdi, row


def test_what_may_stand_is_said_in_an_editors_words() -> None:
    files, parts = file_reference()
    kontakt = {row.navn: row for file in files if file.fil == "kontakter.yml" for row in file.felter}
    assert kontakt["telefon"].værdi == "liste: som 12 34 56 78"
    assert kontakt["på_kortet"].værdi == "ja eller nej"
    assert kontakt["tjekket"].værdi == "som 2026-11-20"
    assert kontakt["navn"].påkrævet and not kontakt["mail"].påkrævet
    assert kontakt["bemærkning"].værdi == "felterne under bemærkning" and "bemærkning" in parts
    assert {row.navn: row.værdi for row in parts["punkt"]}["styrke"].startswith("skal eller bør")


def test_the_page_holds_an_example_of_each_file(tmp_path: Path) -> None:
    project = Project(tmp_path)
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    assert run(project) == 0
    page = (tmp_path / "site" / "felter" / "index.html").read_text(encoding="utf-8")
    assert page.count("Eksempel:") == len(file_reference()[0])
    assert "ssp-konsulenten" in page and "##" not in page
