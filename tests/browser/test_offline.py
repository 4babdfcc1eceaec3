"""Without network: card, contacts and steps are there after one visit, and a kept page says how old it is."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from handleplan.out.pak import write_zip
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.chromium import PHONE, wait_until
from tests.local_host import serve
from tests.site.built import PROJECT, SITE, SLUGS, built

pytestmark = [pytest.mark.bygget, pytest.mark.browser]

SLUG, OTHER = SLUGS[0], SLUGS[-1]
KEPT = """async () => (await (await caches.open('handleplan:' + HOME)).keys())
  .map(request => new URL(request.url).pathname.slice(HOME.length))"""
KEPT_ADDRESSES = f"async () => (await (await caches.open('handleplan:/{SLUG}/')).keys()).map(request => request.url)"
KEPT_CONTACTS = f"""async () => {{
  const store = await caches.open('handleplan:/{SLUG}/');
  const [key] = (await store.keys()).filter(request => new URL(request.url).pathname.endsWith('kontakter/index.html'));
  return (await store.match(key)).text();
}}"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).map(one => new URL(one.scope).pathname)"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport=PHONE, locale="da-DK", timezone_id="Europe/Copenhagen")
    yield context
    context.close()


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """A host's folder with two editions, which a test may publish anew."""
    for slug in (SLUG, OTHER):
        shutil.copytree(SITE / slug, tmp_path / slug)
    return tmp_path


def kept(page: Page, slug: str) -> set[str]:
    return set(page.evaluate(KEPT.replace("HOME", f"'/{slug}/'")))


def visit(context: BrowserContext, address: str, wanted: Callable[[set[str]], bool], slug: str = SLUG) -> Page:
    """Open a page and wait until the browser has kept what ``wanted`` asks for."""
    page = context.new_page()
    page.goto(address)
    wait_until(page, lambda: wanted(kept(page, slug)))
    return page


def all_of(slug: str) -> Callable[[set[str]], bool]:
    pages = set(built(slug).promised)
    return lambda found: pages <= found and "search/search_index.json" in found


def test_after_one_visit_every_page_and_the_search_work_without_network(context: BrowserContext, host: Path) -> None:
    with serve(host) as site:
        page = visit(context, f"{site}{SLUG}/", all_of(SLUG))
    context.set_offline(True)
    for path in built(SLUG).promised:
        page.goto(f"{site}{SLUG}/{path.removesuffix('index.html')}")
        expect(page.locator(".hp-uden-net")).to_be_visible()
        expect(page.locator("article h1").first).not_to_be_empty()
    page.locator(".md-header button[for=__search]").first.click()
    page.locator(".md-search__input").press_sequentially("politi")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_an_address_that_is_not_kept_leads_on_without_network(context: BrowserContext, host: Path) -> None:
    with serve(host) as site:
        page = visit(context, f"{site}{SLUG}/", lambda found: "404.html" in found)
    context.set_offline(True)
    for path in ("findes/ikke/", "print_page/"):
        page.goto(f"{site}{SLUG}/{path}")
        expect(page.locator(".hp-uden-net")).to_be_visible()
        expect(page.locator("[data-kun-uden-net]")).to_be_visible()
        expect(page.locator("article a[href='tel:112']")).to_be_visible()
    page.get_by_role("link", name="Kontakter", exact=True).last.click()
    page.wait_for_url(f"**/{SLUG}/kontakter/")
    expect(page.locator("article h1")).to_contain_text("Kontakter")


def test_card_contacts_and_steps_are_kept_first(host: Path) -> None:
    script = (host / SLUG / "service-worker.js").read_text(encoding="utf-8")
    first = set(re.findall(r'"([^"]+)"', script[script.index('"først"') :].partition("]")[0])) - {"først"}
    steps = {path for path in built(SLUG).promised if path.startswith("trin/")}
    assert {"index.html", "actioncard/index.html", "kontakter/index.html", *steps} <= first
    assert "assets/fonts/handleplan-sans-400.woff2" in first and not any("source-sans" in name for name in first)
    assert steps and not [name for name in first if name.startswith(("baggrund", "print_page", "search"))]


def test_a_kept_page_says_when_it_was_fetched(context: BrowserContext, host: Path) -> None:
    with serve(host) as site:
        page = visit(context, f"{site}{SLUG}/kontakter/", all_of(SLUG))
        expect(page.locator(".hp-uden-net")).to_be_hidden()
    context.set_offline(True)
    later = context.new_page()
    later.add_init_script("const now = Date.now; Date.now = () => now() + 3 * 86400000 + 60000")
    later.goto(f"{site}{SLUG}/kontakter/")
    notice = later.locator(".hp-uden-net")
    when = r"gemt på denne enhed \d{1,2}\. \w+ \d{4} kl\. \d\d[.:]\d\d \(for 3 dage siden\)"
    for said in (re.compile(when), "kan være ændret", "112"):
        expect(notice).to_contain_text(said, use_inner_text=True)


def test_with_network_the_newest_number_shows_at_once_and_is_what_is_kept(context: BrowserContext, host: Path) -> None:
    contacts = host / SLUG / "kontakter" / "index.html"
    with serve(host) as site:
        page = visit(context, f"{site}{SLUG}/kontakter/", all_of(SLUG))
        html = contacts.read_text(encoding="utf-8")
        contacts.write_text(html.replace("</h1>", " rettet</h1>", 1), encoding="utf-8")
        page.reload()
        expect(page.locator("h1").first).to_contain_text("rettet")
        wait_until(page, lambda: "rettet" in page.evaluate(KEPT_CONTACTS))
    context.set_offline(True)
    page.goto(f"{site}{SLUG}/kontakter/")
    expect(page.locator("h1").first).to_contain_text("rettet")


def test_a_new_edition_takes_over_and_the_old_files_go(context: BrowserContext, host: Path) -> None:
    worker = host / SLUG / "service-worker.js"
    pages = (host / SLUG / "index.html").read_text(encoding="utf-8")
    (name,) = re.findall(r'<link rel="stylesheet" href="([^"]+)">', pages)
    style = host / SLUG / name
    with serve(host) as site:
        page = visit(context, f"{site}{SLUG}/", all_of(SLUG))
        before = kept(page, SLUG)
        style.write_text(style.read_text(encoding="utf-8") + "\n.ny-udgave { color: red }\n", encoding="utf-8")
        text = worker.read_text(encoding="utf-8")
        changed = re.sub(rf'("{name}": )"\w+"', r'\1"0123456789abcdef"', text)
        assert changed != text
        worker.write_text(changed, encoding="utf-8")
        page.reload()
        page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
        new = f"{name}?h=0123456789abcdef"
        hashes = KEPT.replace("HOME", f"'/{SLUG}/'").replace(
            ").pathname.slice", ").href.slice(location.origin.length).slice"
        )
        wait_until(page, lambda: [one for one in page.evaluate(hashes) if name in one] == [new])
        assert kept(page, SLUG) == before
    context.set_offline(True)
    page.reload()
    assert "ny-udgave" in page.evaluate(f"fetch('{name}').then(answer => answer.text())")


def test_two_editions_on_one_host_leave_each_other_alone(context: BrowserContext, host: Path) -> None:
    with serve(host) as site:
        visit(context, f"{site}{SLUG}/", all_of(SLUG))
        page = visit(context, f"{site}{OTHER}/", all_of(OTHER), OTHER)
        assert set(page.evaluate(WORKERS)) == {f"/{SLUG}/", f"/{OTHER}/"}
    context.set_offline(True)
    for slug in (SLUG, OTHER):
        page.goto(f"{site}{slug}/kontakter/")
        expect(page).to_have_title(re.compile(re.escape(built(slug).edition.fuldt_navn)))
    page.goto("about:blank")
    with pytest.raises(Exception, match="ERR_"):
        page.goto(site)


def test_nothing_is_kept_of_a_reader(context: BrowserContext, host: Path) -> None:
    with serve(host) as site:
        page = visit(context, f"{site}{SLUG}/", all_of(SLUG))
        page.goto(f"{site}{SLUG}/kontakter/?h=sextortion#?vej=politi")
        expect(page.locator("h1").first).to_contain_text("Kontakter")
        addresses = page.evaluate(KEPT_ADDRESSES)
        assert len(addresses) > 20 and not [one for one in addresses if "sextortion" in one or "vej=" in one]
        stored = page.evaluate("[...Object.entries(localStorage), ...Object.entries(sessionStorage)].join()")
        assert "sextortion" not in stored and "vej" not in stored
        assert context.cookies() == []


def test_the_copy_for_a_usb_stick_has_no_worker(tmp_path: Path) -> None:
    write_zip(SITE / SLUG, tmp_path / "a.zip", PROJECT, built(SLUG).edition.kommune.dato)
    archive = zipfile.ZipFile(tmp_path / "a.zip")
    assert not [name for name in archive.namelist() if "service-worker" in name]
    assert b"Content-Security-Policy" not in archive.read(f"{SLUG}/index.html")
