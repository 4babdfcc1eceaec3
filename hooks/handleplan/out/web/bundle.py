"""One change to Material's own script: the search index is fetched when the browser is idle, not while the page loads.

The index is larger than all the rest of a page, and a reader in a hurry on a weak line seldom searches first.
"""

from __future__ import annotations

from pathlib import Path

_AT_ONCE = '$(location.protocol!=="file:")'
# A promise where RxJS takes an observable: it becomes true after `load`. On file:// Material waits until search is
# opened.
_WHEN_IDLE = (
    'location.protocol==="file:"?$(!1):new Promise(r=>addEventListener("load",()=>'
    "(window.requestIdleCallback||setTimeout)(()=>r(!0))))"
)


class ChangedUpstream(ValueError):
    """Material's script no longer holds the place that is changed here."""


def search_when_idle(site: Path) -> None:
    """Change the script in ``site``. Raises ``ChangedUpstream``."""
    for file in site.glob("assets/javascripts/bundle.*.min.js"):
        text = file.read_text(encoding="utf-8")
        if text.count(_AT_ONCE) == 1:
            file.write_text(text.replace(_AT_ONCE, _WHEN_IDLE), encoding="utf-8", newline="\n")
            return
    raise ChangedUpstream("Materials script henter søgningen på en anden måde end før: se out/web/bundle.py")
