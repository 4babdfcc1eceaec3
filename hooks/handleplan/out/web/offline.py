"""The service worker of an edition: which files a browser keeps, and which of them first.

What it does stands in ``overrides/uden_net/service-worker.js``; here it is told the edition's files with their
hashes, so that an update fetches only what has changed. It lies in the edition's folder and sees nothing outside it.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from ...edition.edition import Edition
from ...project import Project

SERVICE_WORKER = "service-worker.js"
SOURCE = f"overrides/uden_net/{SERVICE_WORKER}"
_FIRST_PAGES = ("", "actioncard/", "kontakter/")
_SEARCH = ("assets/javascripts/workers/", "assets/javascripts/lunr/")
# The letters that few pages have (skrift.css).
_RARE = ("assets/fonts/source-sans",)
_KEPT_ENDINGS = (".html", ".css", ".js", ".woff2", ".png", ".svg", ".ico", ".json")
# Large, and of no use on a phone without network.
_NOT_KEPT = ("print_page/index.html", SERVICE_WORKER, "handleplan.json", "handleplan.schema.json")
_ALSO_KEPT = ("actioncard.pdf",)


def write_service_worker(site: Path, edition: Edition, project: Project) -> None:
    """Write the edition's service worker for the files that now lie in ``site``."""
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    hashes = {
        name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for name, path in files.items() if _is_kept(name)
    }
    first_pages = {f"{page}index.html" for page in (*_FIRST_PAGES, *(f"trin/{ident}/" for ident in edition.trin))}
    first = [name for name in hashes if name in first_pages or name in _ALSO_KEPT or _is_frame(name)]
    told = json.dumps({"filer": hashes, "først": first}, ensure_ascii=False, sort_keys=True, indent=0)
    source = (project.root / SOURCE).read_text(encoding="utf-8")
    (site / SERVICE_WORKER).write_text(f"const UDGAVE = {told}\n{source}", encoding="utf-8", newline="\n")


def _is_kept(name: str) -> bool:
    return name in _ALSO_KEPT or (name.endswith(_KEPT_ENDINGS) and name not in _NOT_KEPT)


def _is_frame(name: str) -> bool:
    """Styles, scripts, fonts and icons that every page loads."""
    return not name.endswith((".html", ".json", ".pdf")) and not name.startswith(_SEARCH + _RARE)
