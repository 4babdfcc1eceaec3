"""WeasyPrint is imported only for paper, and what is missing is said in one line."""

from __future__ import annotations

import builtins
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from handleplan.out.paper import engine
from handleplan.out.paper.engine import PaperError
from handleplan.project import Project

from tests.paper import editions


@pytest.fixture
def broken_weasyprint(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Exception], None]]:
    """Makes ``import weasyprint`` raise."""
    real_import = builtins.__import__

    def use(error: Exception) -> None:
        def fail(name: str, *args: object, **kwargs: object) -> object:
            if name == "weasyprint":
                print("English help")
                raise error
            return real_import(name, *args, **kwargs)

        monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
        monkeypatch.setattr(builtins, "__import__", fail)

    for cached in (engine.weasyprint, engine._setting, engine._style_sheet):
        cached.cache_clear()
    yield use
    monkeypatch.undo()
    for cached in (engine.weasyprint, engine._setting, engine._style_sheet):
        cached.cache_clear()


def test_missing_pango_is_one_line_that_says_what_to_install(
    broken_weasyprint: Callable[[Exception], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken_weasyprint(OSError("cannot load library 'libpango-1.0-0'"))
    with pytest.raises(PaperError) as error:
        editions.write_card(editions.sparse(), tmp_path / "kort.pdf")
    message = str(error.value)
    assert "pango" in message
    assert all(word in message for word in ("apt install", "brew install", "Windows", "--uden-pdf"))
    assert "\n" not in message
    assert capsys.readouterr().out == "", "WeasyPrint's own help is not shown"


def test_missing_package_is_one_line(broken_weasyprint: Callable[[Exception], None], tmp_path: Path) -> None:
    broken_weasyprint(ModuleNotFoundError("No module named 'weasyprint'"))
    with pytest.raises(PaperError, match="weasyprint mangler"):
        editions.write_card(editions.sparse(), tmp_path / "kort.pdf")


def test_importing_the_papers_does_not_import_weasyprint() -> None:
    code = "import sys, handleplan.out.paper.papers; assert 'weasyprint' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": str(Project.find().root / "hooks")})


def test_nothing_is_fetched_from_the_net(caplog: pytest.LogCaptureFixture) -> None:
    html = '<html lang="da"><title>x</title><p><img src="https://example.com/x.png" alt="x">Hej</p>'
    with caplog.at_level("WARNING", logger="weasyprint"):
        engine.lay_out(html, Project.find().papir)
    assert "disallowed protocol" in caplog.text


def test_the_card_is_set_without_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("WARNING", logger="weasyprint"):
        editions.write_card(editions.dense(), tmp_path / "kort.pdf")
    assert caplog.text == ""


def test_a_style_sheet_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading them anew was a twentieth of the time of the cards; what they say still holds."""
    papir = Project.find().papir.resolve()
    html = '<html lang="da"><title>x</title><link rel="stylesheet" href="papir.css"><p class="hold">Tekst.'
    engine.lay_out(html, papir)
    monkeypatch.setattr(engine.weasyprint(), "CSS", None)
    page = engine.lay_out(html, papir).pages[0]._page_box
    styles = {box.style["white_space"] for box in page.descendants() if box.element_tag == "p"}
    assert styles == {"nowrap"}
