"""A Content-Security-Policy without ``unsafe-inline``: what a page may load and run, and what that asks of the files.

The policy stands in a ``meta`` tag of each page, so that it also holds on a host where nobody can set headers.
Material and print-site write scripts and styles into the page itself; those are moved to files, since the policy would
stop them.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

_RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # Material's icons are data: addresses in its style sheet
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
POLICY = "; ".join(f"{name} {value}" for name, value in _RULES.items())
# Only a header can say who may frame the page.
HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
MOVED = "assets/indlejret/"
_META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
_CHARSET = '<meta charset="utf-8">'
# The text of <script> and <style> ends at the first end tag, whatever it holds: no nesting to parse.
_SCRIPT = re.compile(r'<script(?: type="text/javascript")?>(.*?)</script>', re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_BASE = re.compile(r'src="([^"]*)assets/javascripts/bundle\.')


class NoBase(ValueError):
    """A page without Material's own script: the theme has changed, and its addresses cannot be told."""


def under_policy(html: str, site: Path) -> str:
    """``html`` with the policy in its head, and its inline scripts and styles as files below ``site``.

    The files are named by their content, so that pages share them. Raises ``NoBase``.
    """
    base = base_of(html)
    if _CHARSET not in html:
        raise NoBase("siden har ikke Materials eget tegnsæt")
    html = html.replace(_CHARSET, f"{_CHARSET}\n      {_META}", 1)
    html = _SCRIPT.sub(lambda m: f'<script src="{base}{_moved(m[1], ".js", site)}"></script>', html)
    return _STYLE.sub(lambda m: f'<link rel="stylesheet" href="{base}{_moved(m[1], ".css", site)}">', html)


def base_of(html: str) -> str:
    """What stands before ``assets/`` in the page's addresses (``"../"``). Raises ``NoBase``."""
    base = _BASE.search(html)
    if base is None:
        raise NoBase("siden har ikke Materials eget script")
    return base[1]


def _moved(text: str, ending: str, site: Path) -> str:
    name = MOVED + hashlib.sha256(text.encode()).hexdigest()[:12] + ending
    file = site / name
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return name
