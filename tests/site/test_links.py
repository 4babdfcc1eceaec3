"""Every link, fragment and asset of every page resolves inside the site; nothing is fetched from elsewhere."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
import tinycss2
import yaml
from handleplan.edition.edition import LOCAL_FOLDER
from handleplan.out.addresses import edition_url

from tests.site.built import NOT_FOUND_PAGE, PRINT_PAGE, PROJECT, SITE, SLUGS, article, built, parsed, shown_text

pytestmark = pytest.mark.bygget

LEAVES_THE_SITE = ("https://", "http://", "mailto:", "tel:", "sms:")
NOT_SHOWN = ("søgeord", "bevis", "skjul")
FETCHED = (
    "//script/@src | //link[not(@rel='canonical' or @rel='edit' or @rel='prev' or @rel='next')]/@href | //img/@src"
    " | //source/@src | //iframe/@src | //object/@data | //use/@href | //form/@action"
)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_link_resolves_inside_the_edition(slug: str) -> None:
    one = built(slug)
    broken = []
    for path in one.all_pages:
        for address in one.page(path).xpath("//@href | //@src"):
            if address.startswith(LEAVES_THE_SITE):
                continue
            target, fragment = _target(one.folder, path, address, edition_url(one.edition))
            is_there = target.is_file() and target.is_relative_to(one.folder)
            if not is_there or (fragment and target.suffix == ".html" and fragment not in _ids(target)):
                broken.append((path, address))
    assert not broken


def test_every_link_of_the_landing_page_resolves() -> None:
    page = parsed(SITE / "index.html")
    local = [a for a in page.xpath("//@href | //@src") if not a.startswith(LEAVES_THE_SITE)]
    assert {f"{slug}/index.html" for slug in SLUGS} <= set(local)
    assert not [address for address in local if not (SITE / address).is_file()]


def test_no_asset_comes_from_another_host() -> None:
    pages = [SITE / "index.html", *(built(slug).folder / path for slug in SLUGS for path in built(slug).all_pages)]
    foreign = [
        (p.relative_to(SITE).as_posix(), a) for p in pages for a in parsed(p).xpath(FETCHED) if urlsplit(a).netloc
    ]
    for sheet in SITE.rglob("*.css"):
        foreign += [(sheet.relative_to(SITE).as_posix(), url) for url in _css_urls(sheet.read_text(encoding="utf-8"))
                    if urlsplit(url).netloc]  # fmt: skip
    assert not foreign


def test_what_style_sheets_fetch_is_there() -> None:
    own = [sheet for sheet in SITE.rglob("*.css") if sheet.parent.name in ("css", "assets")]
    assert own
    missing = [(sheet.name, url) for sheet in own for url in _css_urls(sheet.read_text(encoding="utf-8"))
               if not url.startswith("data:") and not (sheet.parent / url).is_file()]  # fmt: skip
    assert not missing


@pytest.mark.parametrize("slug", SLUGS)
def test_edit_links_lead_to_the_yaml_file_that_holds_the_pages_text(slug: str) -> None:
    one = built(slug)
    for path in one.promised:
        page = one.page(path)
        (address,) = set(page.xpath("//a[@rel='edit']/@href"))
        file = PROJECT.root / address[address.index("data/") :]
        assert file.is_file() and file.suffix == ".yml", (path, address)
        shown = _words(shown_text(article(page)))
        texts = [_words(text) for text in _plain_texts(yaml.safe_load(file.read_text(encoding="utf-8")))]
        on_page = [text for text in texts if text in shown]
        assert on_page and len(on_page) >= len(texts) * _least_share(path), (path, file.name, len(on_page), len(texts))


@pytest.mark.parametrize("slug", SLUGS)
def test_steps_that_the_municipality_wrote_are_edited_in_its_own_folder(slug: str) -> None:
    one = built(slug)
    for ident in one.edition.trin:
        (address,) = set(one.page(f"trin/{ident}/index.html").xpath("//a[@rel='edit']/@href"))
        own = (PROJECT.kommuner / slug / "trin" / f"{ident}.yml").is_file()
        assert (LOCAL_FOLDER in address) == own, address


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize(("field", "page"), [("love", "lov/index.html"), ("kontakter", "kontakter/index.html")])
def test_laws_and_contacts_link_back_to_the_steps_that_use_them(slug: str, field: str, page: str) -> None:
    one = built(slug)
    used = [(trin, target) for trin, thing in one.edition.trin.items() for target in getattr(thing, field)]
    missing = []
    for trin, target in used:
        below = f"following-sibling::*[self::ul or self::details][preceding-sibling::h3[1]/@id='{target}']"
        links = one.page(page).xpath(f"//h3[@id='{target}']/{below}//a/@href")
        missing += [] if f"../trin/{trin}/" in links else [(target, trin)]
    assert not missing
    assert used


def test_the_style_reader_sees_an_address() -> None:
    assert _css_urls("a{background:url(https://x.example/y.png)} @import 'z.css';") == [
        "https://x.example/y.png",
        "z.css",
    ]


def _target(folder: Path, path: str, address: str, published: str) -> tuple[Path, str]:
    """The file that ``address`` on page ``path`` leads to, and the fragment."""
    plain, fragment = urldefrag(unquote(address))
    root = urlsplit(published).path
    if plain.startswith("/"):  # only the 404 page, which is shown at any depth
        assert path == NOT_FOUND_PAGE and plain.startswith(root), (path, address)
        target = folder / plain[len(root) :]
    else:
        target = folder / path if not plain else (folder / path).parent / plain
    target = Path(re.sub(r"/+$", "", str(target))).resolve()
    return (target / "index.html" if target.is_dir() else target), fragment


@functools.lru_cache(maxsize=256)
def _ids(file: Path) -> frozenset[str]:
    return frozenset(parsed(file).xpath("//@id | //a/@name"))


def _css_urls(css: str) -> list[str]:
    """Every address in a style sheet: ``url(…)`` quoted or not, and ``@import "…"``."""
    found: list[str] = []

    def walk(nodes) -> None:
        for node in nodes or []:
            if node.type == "url":
                found.append(node.value)
            elif node.type == "function" and node.lower_name == "url":
                found.extend(n.value for n in node.arguments if n.type == "string")
            elif node.type == "at-rule" and node.lower_at_keyword == "import":
                found.extend(n.value for n in node.prelude if n.type == "string")
            for part in ("prelude", "content", "arguments"):
                walk(getattr(node, part, None))

    walk(tinycss2.parse_stylesheet(css))
    return found


def _least_share(path: str) -> float:
    """How much of the file a page shows: the card is a selection (``på_kortet``), the others show most of it."""
    return 0 if path == "actioncard/index.html" else 0.6


def _plain_texts(value: object) -> list[str]:
    """The texts of a YAML file that readers see, in the pieces between references and markup."""
    if isinstance(value, dict):
        return [text for key, child in value.items() if key not in NOT_SHOWN for text in _plain_texts(child)]
    if isinstance(value, list):
        return [text for child in value for text in _plain_texts(child)]
    pieces = re.split(r"\{\{.*?\}\}|\*\*|\[|\]\([^)]*\)|\n\s*(?:\n|- )", value) if isinstance(value, str) else []
    return [piece for piece in pieces if len(piece.split()) >= 4]


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def test_the_print_page_has_no_path_of_the_404_page() -> None:
    for slug in SLUGS:
        assert not [a for a in built(slug).page(PRINT_PAGE).xpath("//@href | //@src") if a.startswith("/")]
