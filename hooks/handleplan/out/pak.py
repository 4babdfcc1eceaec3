"""A ZIP of a built edition that works without a web server: from an intranet folder or a USB stick (``file://``).

Three things differ from the site: a link to a folder names its ``index.html``, the search index and the holidays are
scripts (a page on ``file://`` may not fetch), and a small shim stands in for the search worker. Files only a web server
uses are left out.
"""

from __future__ import annotations

import datetime
import json
import zipfile
from html.parser import HTMLParser
from pathlib import Path

from ..project import Project

SHIM = "assets/javascripts/iframe-worker.js"
INDEX, INDEX_SCRIPT = "search/search_index.json", "search/search_index.js"
HOLIDAYS, HOLIDAYS_SCRIPT = "assets/data/helligdage.json", "assets/data/helligdage.js"
# What only a web server uses, and what becomes a script.
LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz", "objects.inv", "service-worker.js", INDEX, HOLIDAYS)


def write_zip(site: Path, target: Path, project: Project, dato: datetime.date) -> int:
    """Pack the built edition in ``site`` into ``target``; returns the size in bytes. Same input, same bytes.

    Everything lies in one folder named as the edition, so that unpacking makes no mess. ``dato`` dates the files.
    """
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
    out = {name: _changed(name, content) for name, content in files.items() if name not in LEFT_OUT}
    out[INDEX_SCRIPT] = _index_script(files[INDEX])
    out[HOLIDAYS_SCRIPT] = b"var __helligdage = " + files[HOLIDAYS]
    out[SHIM] = (project.root / "overrides" / "pak" / "iframe-worker.js").read_bytes()
    temporary = target.with_suffix(".ny")
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(out):
            info = zipfile.ZipInfo(f"{site.name}/{name}", (max(dato.year, 1980), dato.month, dato.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, out[name])
    temporary.replace(target)
    return target.stat().st_size


def _changed(name: str, content: bytes) -> bytes:
    if not name.endswith(".html"):
        return content
    page = _FilePage("../" * name.count("/"))
    page.feed(content.decode("utf-8"))
    page.close()
    return "".join(page.out).encode("utf-8")


def _index_script(index: bytes) -> bytes:
    data = json.loads(index)
    for doc in data["docs"]:
        page, mark, anchor = doc["location"].partition("#")
        doc["location"] = with_index(page) + mark + anchor
    return b"var __index = " + json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def with_index(link: str) -> str:
    """A link into a folder with its file named: ``../trin/stop/#lov`` → ``../trin/stop/index.html#lov``.

    Links to other places and to files are returned as they are.
    """
    if link.startswith(("#", "/")) or ":" in link.split("/")[0]:
        return link
    path, mark, anchor = link.partition("#")
    if path.rpartition("/")[2] in ("", ".", ".."):
        path = f"{path}/index.html" if path and not path.endswith("/") else f"{path}index.html"
    return path + mark + anchor


class _FilePage(HTMLParser):
    """Copies a page as it is, but for the links and the shim before the other scripts."""

    def __init__(self, up: str) -> None:
        super().__init__(convert_charrefs=False)
        self.up = up
        self.out: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if ("http-equiv", "Content-Security-Policy") in attrs:
            return  # on file:// no file counts as the page's own, and every file is the reader's own copy
        text = self.get_starttag_text() or ""
        for name, value in attrs:
            if name == "href" and value and tag in ("a", "link") and (new := with_index(value)) != value:
                text = text.replace(f'"{value}"', f'"{new}"')
        self.out.append(text)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "head":
            self.out += [f'<script src="{self.up}{script}"></script>' for script in (SHIM, HOLIDAYS_SCRIPT)]
        self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.out.append(data)

    def handle_entityref(self, name: str) -> None:
        self.out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.out.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.out.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.out.append(f"<!{decl}>")
