"""The lighter style sheet gives the same pages as WeasyPrint's own, and is not made of one that nobody has looked at."""

from __future__ import annotations

import pytest
import weasyprint
from handleplan.out.paper import engine
from handleplan.out.paper.default_styles import NewStyles, light_styles
from handleplan.project import Project
from weasyprint.html import UA

PROJECT = Project.find()
LIST = """<!doctype html><html lang="da"><head><title>x</title></head><body>
<ol><li>En</li><li>To<ul><li>Tre</li></ul></li></ol><p>Fire <b>fem</b><br>seks</p></body></html>"""


def test_the_lighter_styles_draw_the_same() -> None:
    papir = PROJECT.papir.resolve()
    light = engine.lay_out(LIST, papir)
    whole = weasyprint.HTML(string=LIST).render(font_config=engine._setting(papir)["font_config"], **engine.PDF_OPTIONS)
    assert engine.pdf_bytes(light) == engine.pdf_bytes(whole)


@pytest.mark.parametrize("css", [UA.replace("::note-callback", "aside::note-callback"), UA + "\n::before { color: red }\n"])
def test_new_styles_of_weasyprint_are_not_guessed_at(css: str) -> None:
    with pytest.raises(NewStyles, match="html5_ua"):
        light_styles(css)
