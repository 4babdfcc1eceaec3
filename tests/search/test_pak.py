"""The ZIP copy: works from a folder without a server, every link leads to a file, and search gives the same hits."""

from __future__ import annotations

import datetime
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from handleplan.out.pak import with_index, write_zip
from playwright.sync_api import Browser

from tests.browser.chromium import Watch
from tests.local_host import serve
from tests.search.measure import HERE, ask, read_queries, search_page, sections_of
from tests.site.built import PROJECT, SITE

EDITION = SITE / "guldborgsund"
DATO = datetime.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("../trin/stop/", "../trin/stop/index.html"),
        ("../trin/stop/#lov", "../trin/stop/index.html#lov"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("", "index.html"),
        ("../..", "../../index.html"),
        ("#lov", "#lov"),
        ("../actioncard.pdf", "../actioncard.pdf"),
        ("assets/css/print.css", "assets/css/print.css"),
        ("tel:112", "tel:112"),
        ("mailto:a@b.dk", "mailto:a@b.dk"),
        ("https://www.redbarnet.dk/", "https://www.redbarnet.dk/"),
        ("kontakter/#ssp", "kontakter/index.html#ssp"),
    ],
)
def test_links_name_the_file(link: str, found: str) -> None:
    assert with_index(link) == found


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked copy's folder."""
    folder = tmp_path_factory.mktemp("pak")
    write_zip(EDITION, folder / "a.zip", PROJECT, DATO)
    zipfile.ZipFile(folder / "a.zip").extractall(folder)
    return folder / EDITION.name


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name in ("href", "src") and value]


@pytest.mark.bygget
def test_every_link_leads_to_a_file(copy: Path) -> None:
    pages = sorted(copy.rglob("*.html"))
    assert len(pages) > 15
    for page in pages:
        links = _Links()
        links.feed(page.read_text(encoding="utf-8"))
        for link in links.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            assert (page.parent / unquote(parts.path)).is_file(), f"{page.relative_to(copy)}: {link}"


@pytest.mark.bygget
def test_what_only_a_server_uses_is_left_out(copy: Path) -> None:
    names = {path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()}
    assert not names & {"404.html", "sitemap.xml", "search/search_index.json"}
    assert not {name for name in names if name.endswith(".map")} and "actioncard.pdf" in names


@pytest.mark.bygget
def test_the_same_edition_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("en.zip", "to.zip"):
        write_zip(EDITION, tmp_path / name, PROJECT, DATO)
    assert (tmp_path / "en.zip").read_bytes() == (tmp_path / "to.zip").read_bytes()


@pytest.mark.bygget
@pytest.mark.browser
def test_search_gives_the_same_hits_as_on_a_server(copy: Path, chromium: Browser) -> None:
    queries = read_queries(HERE / "kendte.yml", sections_of(EDITION))[::4]
    root = f"{copy.as_uri()}/"
    with search_page(chromium, root, "index.html") as page:
        from_file = [ask(page, root, query).cards for query in queries]
    with serve(EDITION) as url, search_page(chromium, url) as page:
        from_server = [ask(page, url, query).cards for query in queries]
    assert from_file == from_server and all(from_server)


@pytest.mark.bygget
@pytest.mark.browser
def test_the_copy_knows_the_holidays_and_complains_of_nothing(copy: Path, chromium: Browser) -> None:
    page = chromium.new_page(locale="da-DK")
    watch = Watch(page, copy.as_uri())
    page.clock.set_fixed_time("2026-12-25T09:00:00Z")
    page.goto(f"{copy.as_uri()}/kontakter/index.html")
    page.wait_for_function("document.querySelector('.hp-aabent').textContent.startsWith('I dag er det juledag')")
    assert not watch.complaints and not watch.foreign
    page.close()
