"""Screenshots of every kind of page, to look at: ``python -m tests.browser.screenshots FOLDER [SLUG …]``."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.browser.chromium import DESKTOP, PHONE, served_site, started_chromium
from tests.site.built import NOT_FOUND_PAGE, PRINT_PAGE, SLUGS, built


def _short(path: str) -> str:
    """``trin/vurder/index.html`` → ``trin-vurder``."""
    return path.removesuffix(".html").removesuffix("index").strip("/").replace("/", "-") or "forside"


def take(folder: Path, slugs: list[str]) -> int:
    """Write one picture a page, width and colour scheme into ``folder``; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with served_site() as site, started_chromium() as browser:
        for size in (PHONE, DESKTOP):
            for scheme in ("light", "dark"):
                page = browser.new_context(viewport=size, color_scheme=scheme, locale="da-DK").new_page()
                addresses = {"valg": ""} | {
                    f"{slug}-{_short(path)}": f"{slug}/{path}"
                    for slug in slugs
                    for path in (*built(slug).promised, NOT_FOUND_PAGE, PRINT_PAGE)
                }
                for name, address in addresses.items():
                    page.goto(site + address)
                    picture = folder / f"{name}-{size['width']}-{scheme}.png"
                    page.screenshot(path=picture, full_page=PRINT_PAGE not in address)
                    count += 1
    return count


if __name__ == "__main__":
    print(f"{take(Path(sys.argv[1]), sys.argv[2:] or list(SLUGS))} skærmbilleder i {sys.argv[1]}")
