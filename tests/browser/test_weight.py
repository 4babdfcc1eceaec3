"""What a reader waits for: the weight of the first view, and a style sheet that is shorter but looks the same."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from handleplan.out.web.words import colours_css
from playwright.sync_api import Browser, Page, Route

from tests.browser.chromium import DESKTOP, PHONE, wait_until, what_stays
from tests.site.built import PROJECT, SITE, SLUGS, built, library_folder

pytestmark = [pytest.mark.bygget, pytest.mark.browser]

CEILING = 100_000
SEARCH = ("/search/", "/workers/", "/lunr/")


def _zipped(site: str, url: str) -> int:
    """The bytes of a file as a host sends it: fonts and pictures as they are, text with gzip."""
    path = urlsplit(url).path.lstrip("/")
    file = SITE / (f"{path}index.html" if path.endswith("/") or not path else path)
    raw = file.read_bytes()
    return len(raw) if file.suffix in (".woff2", ".png") else len(gzip.compress(raw, 9))


@pytest.mark.parametrize("slug", SLUGS)
def test_the_first_view_of_the_front_page_is_light(chromium: Browser, site: str, slug: str) -> None:
    context = chromium.new_context(viewport=PHONE, locale="da-DK", service_workers="block")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script("addEventListener('load', () => console.log('er hentet'))")
    with page.expect_console_message(lambda message: message.text == "er hentet"):
        page.goto(f"{site}{slug}/", wait_until="commit")
    before_load = list(asked)
    icon = page.locator("link[rel=icon]").evaluate("link => link.href")   # a browser with a window asks for it too
    wanted = {*before_load, icon, page.url}
    weights = {url: _zipped(site, url) for url in wanted if not any(part in url for part in SEARCH)}
    print(f"{slug}: {sum(weights.values())} bytes før load")
    assert sum(weights.values()) <= CEILING, sorted(weights.items(), key=lambda pair: -pair[1])
    assert any("/bundle." in url for url in weights) and any(".woff2" in url for url in weights)
    assert not [url for url in before_load if "search_index" in url], "the index waits until the browser is idle"
    context.close()


def test_the_search_index_comes_by_itself_when_the_page_is_idle(chromium: Browser, site: str) -> None:
    context = chromium.new_context(viewport=PHONE, locale="da-DK", service_workers="block")
    page = context.new_page()
    with page.expect_response(lambda response: "search_index.json" in response.url):
        page.goto(f"{site}{SLUGS[0]}/")
    context.close()


def _whole(slug: str, between: str = "") -> str:
    """The page's style sheet with nothing left out: the theme's, what stands ``between``, and ours."""
    theme = library_folder("material") / "templates" / "assets" / "stylesheets"
    its = [*theme.glob("main.*.css"), *theme.glob("palette.*.css")]
    ours = _own_styles(PROJECT.root / "overrides" / "tema" / "assets" / "css")
    assert len(its) == 2 and len(ours) > 3
    parts = [*map(_text, its), between, *map(_text, ours), colours_css(built(slug).edition)]
    return "\n".join(parts)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _own_styles(folder: Path) -> list[Path]:
    config = (PROJECT.root / "mkdocs.yml").read_text(encoding="utf-8")
    return [folder / name for name in re.findall(r"- assets/css/([\w.]+)", config)]


def _fulfil(text: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=text, content_type="text/css")


# What every element looks like, as a short number each (the texts themselves are megabytes), or the whole of one.
STYLES = """([scheme, one]) => {
  document.body.setAttribute('data-md-color-scheme', scheme);
  // The theme's scripts place some things by the size the header had when they asked: no style sheet decides those.
  document.querySelectorAll('[style]').forEach(one => { one.removeAttribute('style') });
  if (!document.adoptedStyleSheets.length) {
    const still = new CSSStyleSheet();
    still.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
    document.adoptedStyleSheets.push(still);
    document.querySelectorAll('details').forEach(one => { one.open = true });
  }
  const said = (element, part) => {
    const style = getComputedStyle(element, part);
    if (part && style.content === 'none') return '';
    const names = style.cssText ? [] : [...style].filter(name => !name.startsWith('--'));
    return style.cssText || names.map(name => name + ': ' + style.getPropertyValue(name)).join('; ');
  };
  const whole = element => [null, '::before', '::after'].map(part => said(element, part)).join('; | ');
  const number = text => {
    let sum = 5381;
    for (let at = 0; at < text.length; at++) sum = (sum * 33 ^ text.charCodeAt(at)) | 0;
    return sum;
  };
  const elements = [...document.querySelectorAll('body, body *')];
  if (one !== null) return elements[one].tagName + '.' + elements[one].className + ': ' + whole(elements[one]);
  return elements.map(element => number(whole(element)));
}"""
LOOKS = [(PHONE, "default", "screen"), (DESKTOP, "slate", "screen"), (DESKTOP, "default", "print")]


def test_every_element_looks_as_with_the_whole_style_sheet(open_page: Callable[..., Page], site: str) -> None:
    """On a phone, in the dark and on paper: each page is opened once with our style sheets and once with the theme's."""
    slug = SLUGS[0]
    trin = next(path for path in built(slug).promised if path.startswith("trin/"))
    ours, whole = (open_page(viewport=DESKTOP, service_workers="block") for _ in range(2))
    whole.route("**/assets/css/side.*.css", _fulfil(_whole(slug)))
    for path in ("", "actioncard/", "kontakter/", "vidensbank/", "om/", trin.removesuffix("index.html"), "404.html"):
        for page in (ours, whole):
            page.goto(f"{site}{slug}/{path}")
            if path == "":
                page.evaluate("for (const id of ['__search', '__drawer']) document.getElementById(id).checked = true")
                page.locator(".md-search__input").fill("politi xyzzy")
                page.locator(".md-search-result__item mark").first.wait_for(state="attached")
                page.locator(".md-search-result__terms del").first.wait_for(state="attached")
        for size, scheme, media in LOOKS:
            for page in (ours, whole):
                page.set_viewport_size(size)
                page.emulate_media(media=media, color_scheme="dark" if scheme == "slate" else "light")
            # Scripts move things for a while after load (the index comes, the header settles).
            assert not what_stays(ours, partial(_difference, ours, whole, scheme)), (path, scheme, media)


@pytest.mark.alt  # ten thousand elements, four times
def test_the_print_page_looks_as_with_its_style_sheets_whole_and_in_their_order(
    open_page: Callable[..., Page], site: str
) -> None:
    """print-site's own style sheet is moved before the theme's: with the rules there are, that changes nothing."""
    slug = SLUGS[0]
    folder = library_folder("mkdocs_print_site_plugin") / "css"
    print_site = _text(folder / "print-site.css") + _text(folder / "print-site-material.css")
    html = _text(SITE / slug / "print_page" / "index.html")
    own, shared = re.findall(r'<link rel="stylesheet" href="\.\./(assets/css/side\.[^"]+)">', html)
    ours, whole = (open_page(viewport=DESKTOP, service_workers="block") for _ in range(2))
    whole.route(f"**/{own}", _fulfil(""))
    whole.route(f"**/{shared}", _fulfil(_whole(slug, print_site)))
    for page in (ours, whole):
        page.goto(f"{site}{slug}/print_page/")
    for size, media in ((PHONE, "screen"), (DESKTOP, "print")):
        for page in (ours, whole):
            page.set_viewport_size(size)
            page.emulate_media(media=media, color_scheme="light")
        assert not what_stays(ours, partial(_difference, ours, whole, "default")), media


def _difference(ours: Page, whole: Page, scheme: str) -> str:
    """The first element that does not look the same on both pages, and how; "" when all do."""
    one, other = (page.evaluate(STYLES, [scheme, None]) for page in (ours, whole))
    if not len(one) == len(other) > 100:
        return f"{len(one)} elementer i stedet for {len(other)}"
    differs = next((at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]), None)
    if differs is None:
        return ""
    return _first_difference(*(page.evaluate(STYLES, [scheme, differs]) for page in (ours, whole)))


def _first_difference(ours: str, whole: str) -> str:
    pairs = zip(ours.split("; "), whole.split("; "), strict=False)
    return ours.partition(": ")[0] + ": " + next((f"{a} i stedet for {b}" for a, b in pairs if a != b), "længden")


def test_what_is_typed_before_the_index_has_come_is_answered_when_it_comes(
    open_page: Callable[..., Page], site: str
) -> None:
    page = open_page(service_workers="block")
    waiting: list[Route] = []
    # A function of our own: Playwright writes on the one it is given, and a built-in cannot be written on.
    page.route("**/search/search_index.json", lambda route: waiting.append(route))
    page.goto(f"{site}{SLUGS[0]}/")
    page.locator(".md-header button[for=__search]").first.click()
    page.locator(".md-search__input").press_sequentially("politi")
    wait_until(page, lambda: waiting)
    assert not page.locator(".md-search-result__item").count()
    waiting[0].continue_()
    page.locator(".md-search-result__item").first.wait_for()
