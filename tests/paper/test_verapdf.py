"""Every PDF of every edition passes PDF/UA-1 in veraPDF's own engine, where Java is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from handleplan.out.paper.engine import lay_out, pdf_bytes, weasyprint
from handleplan.project import Project

from tests.paper import verapdf

pytestmark = [pytest.mark.bygget, pytest.mark.skipif(verapdf.missing() is not None, reason=verapdf.missing() or "")]
PROJECT = Project.find()
SHEETS = ("actioncard.pdf", "actioncard-a3.pdf", "rollekort.pdf", "logbog.pdf")
BOOK = "haandbog.pdf"


def test_every_sheet_passes_and_a_poor_one_does_not(tmp_path: Path) -> None:
    """One run of the engine for all files: starting it costs more than a file does."""
    poor = tmp_path / "daarlig.pdf"
    weasyprint().HTML(string="<p>Uden mærker, sprog og titel.").write_pdf(poor)
    sound = tmp_path / "god.pdf"
    sound.write_bytes(pdf_bytes(lay_out('<html lang="da"><title>God</title><h1>God</h1><p>Tekst.', PROJECT.papir.resolve())))
    reports = verapdf.validate([poor, sound, *(PROJECT.site / slug / fil for slug in PROJECT.slugs for fil in SHEETS)])
    assert any(line.startswith("6.2-1 ") for line in reports.pop(poor).failed), "the engine must see what is wrong"
    assert {path.name: report.failed for path, report in reports.items() if report.failed} == {}
    assert all(report.checks > 20 for report in reports.values())


@pytest.mark.alt
def test_every_book_passes() -> None:
    """Over a million checks a book: half a minute each."""
    reports = verapdf.validate([PROJECT.site / slug / BOOK for slug in PROJECT.slugs])
    assert {path.parent.name: report.failed for path, report in reports.items() if report.failed} == {}
    assert all(report.checks > 100_000 for report in reports.values())
