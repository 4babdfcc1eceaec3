"""Every page of every edition is valid HTML, says the Nu Html Checker (``.ci/vnu`` fetches it; it needs Java)."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from handleplan.out.web.valid import mended

from tests.site.built import PROJECT, SITE

# A file has no host of its own that its policy's 'self' could mean; the browser tests hold the pages against it.
_NO_HOST = "Resource violates Content Security Policy"
# The checker takes every <script> for one that runs, also data.
_NOT_A_SCRIPT = '<script id="__config" type="application/json">'
# print-site puts whole pages, each with its own h1, on one.
_ON_THE_PRINT_PAGE = ("Consider using the “h1” element", "Section lacks heading", "Article lacks heading")


def _checker() -> list[str]:
    jars = sorted((PROJECT.root / ".cache" / "vnu").glob("vnu-*.jar"))
    if not jars or not shutil.which("java"):
        pytest.skip("Nu Html Checker eller Java er her ikke: siderne er ikke prøvet (bash .ci/vnu henter den)")
    return ["java", "-Xss16m", "-jar", str(jars[-1]), "--format", "json", "--stdout", "--exit-zero-always"]


def _complaints(urls: list[str]) -> Iterator[tuple[str, str, str]]:
    answer = subprocess.run([*_checker(), *urls], capture_output=True, text=True, check=True)
    for message in json.loads(answer.stdout)["messages"]:
        yield message.get("url", ""), message["message"], message.get("extract", "")


def _is_known(url: str, message: str, extract: str) -> bool:
    if message.startswith(_NO_HOST) or (_NOT_A_SCRIPT in extract and message.startswith("Inline script violates")):
        return True
    return "/print_page/" in url and message.startswith(_ON_THE_PRINT_PAGE)


@pytest.mark.bygget
@pytest.mark.alt
def test_every_page_is_valid() -> None:
    pages = sorted(str(file) for file in SITE.rglob("*.html"))
    assert len(pages) > 80
    found = [one for one in _complaints(pages) if not _is_known(*one)]
    assert not found, f"{len(found)}: {found[:10]}"


@pytest.mark.alt
def test_the_checker_sees_what_is_wrong(tmp_path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<!doctype html><html lang=da><title>a</title><p><div id=a></div><i id=a></i>", encoding="utf-8")
    found = [message for _, message, _ in _complaints([str(page)])]
    assert any("Duplicate ID" in message for message in found), found


@pytest.mark.parametrize(
    ("written", "right"),
    [
        (
            '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">',
            '<input class="md-toggle" type="checkbox" id="__drawer">',
        ),
        ('<label class="md-nav__title" for="__toc">', '<label class="md-nav__title">'),
        (
            '<input id="__toc"><label class="md-nav__title" for="__toc">',
            '<input id="__toc"><label class="md-nav__title" for="__toc">',
        ),
        ('<section class="print-page" id="a" heading-number="3.1">', '<section class="print-page" id="a">'),
        ("<section class='print-page' heading-number='3'>", "<section class='print-page'>"),
        ('<input name="ord" autocomplete="off">', '<input name="ord" autocomplete="off">'),
    ],
)
def test_what_the_theme_writes_is_mended(written: str, right: str) -> None:
    assert mended(written) == right
