"""An id that changed: the old page and the old anchors lead on, also without script, under the policy and from a folder."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from handleplan.out.pak import write_zip
from handleplan.out.web.policy import POLICY
from handleplan.project import Project
from playwright.sync_api import Browser, expect

from tests.browser.chromium import Watch, wait_until
from tests.cli.run import here
from tests.local_host import serve
from tests.site.built import PRINT_PAGE, parsed
from tests.small_project import SLUG, whole_project

FAELLES = "data/faelles"
#: file: (what stands there, what stands there after the ids have changed)
RENAMED = {
    "trin/vurder.yml": ("titel: Vurdér\n", "titel: Vurdér\ntidligere: [undersoeg, se-paa-det]\n"),
    "kontakter.yml": ("sletdet:\n", "sletdet:\n  tidligere: [slet-det]\n"),
    "samtaler.yml": ("elev:\n", "elev:\n  tidligere: [den-unge]\n"),
    "roller.yml": ("laerer:\n", "laerer:\n  tidligere: [underviser]\n"),
}
SECTION = ("    titel: Samtalen\n", "    titel: Samtalen\n    tidligere: [snakken]\n")


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small edition with four things renamed, built once."""
    root = whole_project(tmp_path_factory.mktemp("flyttet"))
    for name, change in RENAMED.items():
        file = root / FAELLES / name
        text = file.read_text(encoding="utf-8")
        assert change[0] in text
        text = text.replace(*change, 1)
        file.write_text(text.replace(*SECTION, 1) if name.startswith("trin/") else text, encoding="utf-8")
    result = here(root, "byg", "--uden-pdf")
    assert result.exit_code == 0, result.output
    return root / "site" / SLUG


@pytest.fixture(scope="module")
def address(edition: Path) -> Iterator[str]:
    with serve(edition) as address:
        yield address


@pytest.mark.parametrize("old", ["undersoeg", "se-paa-det"])
def test_an_old_page_names_the_new_one(edition: Path, old: str) -> None:
    file = edition / "trin" / old / "index.html"
    page = parsed(file)
    assert page.xpath("//main//a/@href")[0] == "../vurder/" and "Vurdér" in page.text_content()
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [POLICY]
    assert not re.search(r"<script(?![^>]* src=)|<style| style=| on\w+=", file.read_text(encoding="utf-8"))
    assert (edition / "assets" / "javascripts" / "flyttet.js").is_file()
    assert f'"trin/{old}/index.html"' in (edition / "service-worker.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("kontakter", "slet-det", "sletdet"),
        ("roller", "underviser", "laerer"),
        ("samtaler", "den-unge-sig", "elev-sig"),
        ("trin/vurder", "snakken", "samtalen"),
        ("trin/vurder", "trin-undersoeg", "trin-vurder"),
        ("actioncard", "kort-se-paa-det", "kort-vurder"),
    ],
)
def test_an_old_anchor_stands_at_the_new_heading(edition: Path, page: str, old: str, new: str) -> None:
    html = parsed(edition / page / "index.html")
    (anchor,) = html.xpath("//*[@id=$old]", old=old)
    assert anchor.xpath("following-sibling::*[not(self::span)]/@id")[0] == new and not anchor.text_content()
    ids = html.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert old not in parsed(edition / PRINT_PAGE).xpath("//@id")


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False], ids=["js", "uden-js"])
def test_a_reader_with_an_old_address_comes_to_the_new_place(chromium: Browser, address: str, script: bool) -> None:
    context = chromium.new_context(java_script_enabled=script)
    page = context.new_page()
    watch = Watch(page, address)
    page.goto(f"{address}trin/undersoeg/#snakken")
    page.wait_for_url(f"{address}trin/vurder/#snakken" if script else "**/trin/vurder/**")
    expect(page.locator("h1").first).to_contain_text("1. Vurdér")
    page.goto(f"{address}kontakter/#slet-det")
    top = "heading => heading.getBoundingClientRect().top"
    wait_until(page, lambda: 0 <= page.locator("#sletdet").evaluate(top) < 400, seconds=10)
    assert not watch.complaints and not watch.foreign
    context.close()


@pytest.mark.browser
def test_an_old_address_leads_on_in_the_copy_without_a_server(edition: Path, chromium: Browser, tmp_path: Path) -> None:
    write_zip(edition, tmp_path / "a.zip", Project(edition.parents[1]), datetime.date(2026, 11, 21))
    zipfile.ZipFile(tmp_path / "a.zip").extractall(tmp_path)
    page = chromium.new_page()
    page.goto((tmp_path / SLUG / "trin" / "se-paa-det" / "index.html").as_uri() + "#snakken")
    page.wait_for_url("**/trin/vurder/index.html#snakken")
    expect(page.locator("h1").first).to_contain_text("1. Vurdér")
    page.close()
