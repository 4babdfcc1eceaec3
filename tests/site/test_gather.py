"""One style sheet and two scripts a page, in the order they stood; and the small fonts that go with them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from handleplan.out.web.gather import MovedAddress, gather

from tests.site.built import PRINT_PAGE, PROJECT, SLUGS, built

ASSETS = PROJECT.root / "overrides" / "tema" / "assets"
BUNDLE = '<script src="../assets/javascripts/bundle.1.min.js"></script>\n'


def _site(folder: Path, pages: dict[str, tuple[list[str], list[str]]], **texts: str) -> list[Path]:
    """A site of pages with (styles, scripts); each file holds its own name, or what ``texts`` says."""
    for styles, scripts in pages.values():
        for name in (*styles, *scripts):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(texts.get(file.stem, f"/*{file.stem}*/"), encoding="utf-8")
    for page, (styles, scripts) in pages.items():
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        head = "".join(f'<link rel="stylesheet" href="../{name}">\n<meta name="m">\n' for name in styles)
        body = BUNDLE + "".join(f'<script src="../{name}"></script>\n' for name in scripts)
        (folder / page).write_text(f"<head>{head}</head><body>{body}</body>", encoding="utf-8")
    return [folder / page for page in pages]


def _read(pages: list[Path]) -> dict[Path, str]:
    return {page: page.read_text(encoding="utf-8") for page in pages}


def _files(page: Path, pattern: str) -> list[list[str]]:
    return [
        (page.parent / address).resolve().read_text(encoding="utf-8").split()
        for address in re.findall(pattern, page.read_text(encoding="utf-8"))
        if "bundle" not in address
    ]


def test_files_are_gathered_in_order_and_their_sources_go(tmp_path: Path) -> None:
    js, css = "assets/javascripts", "assets/css"
    one, two = _site(
        tmp_path,
        {
            "a/index.html": (["assets/stylesheets/main.css", f"{css}/a.css"], [f"{js}/x.js", f"{js}/y.js", f"{js}/z.js"]),
            "b/index.html": (["assets/stylesheets/main.css", f"{css}/a.css"], [f"{js}/x.js", f"{js}/y.js"]),
        },
    )
    gather(tmp_path, _read([one, two]))
    assert _files(one, r'href="([^"]+)"') == [["/*main*/", "/*a*/"]] == _files(two, r'href="([^"]+)"')
    assert _files(one, r'src="([^"]+)"') == [["/*x*/", "/*y*/"], ["/*z*/"]]
    assert _files(two, r'src="([^"]+)"') == [["/*x*/", "/*y*/"]]
    assert sorted(file.name[:5] for file in tmp_path.rglob("*.*s")) == ["side."] * 3
    assert one.read_text(encoding="utf-8").count('<meta name="m">') == 2


def test_a_page_with_a_style_sheet_of_its_own_shares_the_others(tmp_path: Path) -> None:
    css, scripts = "assets/css", ["assets/javascripts/x.js"]
    one, two = _site(
        tmp_path,
        {
            "a/index.html": ([f"{css}/a.css", f"{css}/b.css"], scripts),
            "b/index.html": ([f"{css}/a.css", f"{css}/own.css", f"{css}/b.css"], scripts),
        },
    )
    gather(tmp_path, _read([one, two]))
    assert _files(one, r'href="([^"]+)"') == [["/*a*/", "/*b*/"]]
    assert _files(two, r'href="([^"]+)"') == [["/*own*/"], ["/*a*/", "/*b*/"]], "b still comes after own"


def test_an_address_that_would_change_its_meaning_is_refused(tmp_path: Path) -> None:
    pages = _site(tmp_path, {"a/index.html": (["assets/stylesheets/main.css"], ["assets/javascripts/x.js"])}, main="a{b:url(c.png)}")
    with pytest.raises(MovedAddress, match=r"main\.css"):
        gather(tmp_path, _read(pages))


@pytest.mark.bygget
@pytest.mark.parametrize("slug", SLUGS)
def test_every_page_has_the_same_style_sheet_and_its_files_are_there(slug: str) -> None:
    one = built(slug)
    styles, shared = set(), set()
    for path in one.all_pages:
        page = one.page(path)
        *own, style = page.xpath("//head/link[@rel='stylesheet']/@href")
        assert all("assets/css/side." in address for address in (style, *own))
        assert len(own) == (path == PRINT_PAGE)
        scripts = [src for src in page.xpath("//script/@src") if "javascripts/side." in src]
        assert 1 <= len(scripts) <= 2, path
        styles.add(style.rpartition("/")[2])
        if path != PRINT_PAGE:
            shared.add(scripts[0].rpartition("/")[2])
    assert len(shared) == len(styles) == 1, "what every page needs is fetched once"


def _ranges() -> list[set[int]]:
    """The code points of each face of ``skrift.css``."""
    found = []
    for text in re.findall(r"unicode-range: ([^;]+);", (ASSETS / "css" / "skrift.css").read_text(encoding="utf-8")):
        points: set[int] = set()
        for part in text.split(","):
            first, _, last = part.strip().removeprefix("U+").partition("-")
            points |= set(range(int(first, 16), int(last or first, 16) + 1))
        found.append(points)
    return found


def test_the_small_fonts_hold_the_letters_that_the_style_sheet_says() -> None:
    small, small_bold, rest, rest_bold = _ranges()
    assert small == small_bold and rest == rest_bold and not small & rest
    assert set(map(ord, "abcæøåÆØÅéÉüöäñ»«–’”…§0123456789")) - small == {ord("ñ")} <= rest
    for weight in (400, 700):
        font = TTFont(ASSETS / "fonts" / f"handleplan-sans-{weight}.woff2")
        whole = TTFont(ASSETS / "fonts" / f"source-sans-3-latin-{weight}-normal.woff2")
        assert set(font.getBestCmap()) == small and rest <= set(whole.getBestCmap())
        names = {record.nameID: record.toUnicode() for record in font["name"].names if record.nameID}
        assert names[1] == "Handleplan Sans" and "Source" not in " ".join(names.values())
