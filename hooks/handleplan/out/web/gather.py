"""A page's style sheets as one file, and its own scripts as two: those of every page, and those of this one.

The print page has style sheets of its own. They are a file of their own, before the one that all pages share.

On a weak line each file more is a wait of its own, and the style sheets are what the first view waits for. The source
files stay apart in ``overrides/tema/``; what no page names any more is taken out of the site.
"""

from __future__ import annotations

import functools
import hashlib
import re
from pathlib import Path

from .policy import base_of

_HEAD_END = "</head>"
_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)">\n?')
_STYLES, _SCRIPTS = "assets/css/", "assets/javascripts/"
# Our own lie in the folder itself, libraries in folders of their own.
_SCRIPT = re.compile(rf'<script src="[^"]*?({_SCRIPTS}(?!bundle\.)[\w.-]+\.js)"></script>\n?')
_RELATIVE_URL = re.compile(r"url\(\s*[\"']?(?!data:|[\"'])")


class MovedAddress(ValueError):
    """A style sheet outside ``assets/css/`` names a file by a relative address, which would change its meaning."""


def gather(site: Path, htmls: dict[Path, str]) -> None:
    """Write the pages of the built ``site`` (file → HTML) with the gathered files.

    Raises ``MovedAddress``, or ``NoBase`` from ``base_of``.
    """
    everywhere = set.intersection(*(set(_SCRIPT.findall(html)) for html in htmls.values()))
    common = set.intersection(*(set(_styles(html)) for html in htmls.values()))
    gathered: set[str] = set()
    file = functools.cache(functools.partial(_file, site))  # most pages ask for the same
    for page, html in htmls.items():
        base = base_of(html)
        head, end, body = html.partition(_HEAD_END)
        styles = _styles(html)
        scripts = _SCRIPT.findall(body)
        shared, own = ([s for s in scripts if (s in everywhere) is wanted] for wanted in (True, False))
        # What only this page has stands first, whatever stood before it: ours still comes after it, and its rules name
        # the page's id, which outweighs the theme (tests/browser/test_weight.py compares every element's look).
        rows = ([name for name in styles if (name in common) is wanted] for wanted in (False, True))
        sheets = [file(_STYLES, ".css", tuple(row)) for row in rows if row]
        head = _replaced(_STYLE, head, [_link(base, name) for name in sheets])
        files = [file(_SCRIPTS, ".js", tuple(row)) for row in (shared, own) if row]
        body = _replaced(_SCRIPT, body, [f'<script src="{base}{name}"></script>\n' for name in files])
        # print-site writes a style sheet into its page of which nothing may be left.
        empty = {name for name in _STYLE.findall(body) if not (site / name.removeprefix(base)).stat().st_size}
        body = _STYLE.sub(lambda match, empty=empty: "" if match[1] in empty else match[0], body)
        gathered.update(name.removeprefix(base) for name in empty)
        page.write_text(head + end + body, encoding="utf-8", newline="\n")
        gathered.update(styles, scripts)
    for name in gathered:
        (site / name).unlink()


def _styles(html: str) -> list[str]:
    base = base_of(html)
    return [address.removeprefix(base) for address in _STYLE.findall(html.partition(_HEAD_END)[0])]


def _link(base: str, file: str) -> str:
    return f'<link rel="stylesheet" href="{base}{file}">\n'


def _replaced(pattern: re.Pattern[str], html: str, tags: list[str]) -> str:
    """``html`` with ``tags`` where the pattern's last match stood, and its other matches gone."""
    last = [match.start() for match in pattern.finditer(html)][-1]
    return pattern.sub(lambda match: "".join(tags) if match.start() == last else "", html)


def _file(site: Path, folder: str, ending: str, names: tuple[str, ...]) -> str:
    """The name of a file in ``folder`` that holds the files ``names``, in that order."""
    texts = [(site / name).read_text(encoding="utf-8").strip() for name in names]
    for name, text in zip(names, texts, strict=True):
        if ending == ".css" and not name.startswith(folder) and _RELATIVE_URL.search(text):
            raise MovedAddress(f"{name} henter en fil med en relativ adresse: se out/web/gather.py")
    whole = "\n".join(texts) + "\n"
    name = f"{folder}side.{hashlib.sha256(whole.encode()).hexdigest()[:8]}{ending}"
    (site / name).write_text(whole, encoding="utf-8", newline="\n")
    return name
