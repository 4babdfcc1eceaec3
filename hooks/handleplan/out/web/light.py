"""Which words an edition's pages and scripts hold, and its style sheets without the rules for any others."""

from __future__ import annotations

import contextlib
import functools
import re
from pathlib import Path

from ..kept import Kept
from ..whole_files import read_whole, write_whole
from .script_words import written_words

_FOLDERS = ("assets/stylesheets", "assets/css", "assets/indlejret", "css")
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_WORD = re.compile(r"[\w-]+")
_VARIABLE = re.compile(r"--[\w-]+")
_READ = re.compile(r"var\(\s*(--[\w-]+)")


def lighten(site: Path, tags: set[str], cache: Path) -> None:
    """Rewrite the style sheets of the theme, of print-site and our own for pages that hold ``tags``.

    ``cache``: the same style sheet and words are worked out once.
    """
    pages = known_words(site, tags)
    for file in sorted(file for folder in _FOLDERS for file in site.glob(f"{folder}/*.css")):
        css = file.read_text(encoding="utf-8")
        words = pages | _read_elsewhere(site, file)
        met = _words_of_styles(css) & words
        kept = cache / f"{Kept.key('stil', css, *sorted(met))}.css"
        light = read_whole(kept)
        if light is None:
            from .styles import used_rules  # the CSS parser is loaded when there is something to parse

            light = used_rules(css, words).encode("utf-8")
            with contextlib.suppress(OSError):
                write_whole(kept, light)
        file.write_bytes(light)


def _read_elsewhere(site: Path, file: Path) -> set[str]:
    """The variables that the site's other style sheets read."""
    others = (other.read_text(encoding="utf-8") for other in site.rglob("*.css") if other != file)
    return {name for css in others for name in _READ.findall(css)}


def tags_of(html: str) -> set[str]:
    """The tags of a page, each as it is written."""
    return set(_TAG.findall(html))


def known_words(site: Path, tags: set[str]) -> set[str]:
    """Every word in ``tags``, and those that the site's scripts may write (a script may make elements)."""
    words = set(_WORD.findall("\n".join(tags)))
    return words.union(*(_words_of_script(script.read_bytes()) for script in site.rglob("*.js")))


@functools.lru_cache(maxsize=64)
def _words_of_script(script: bytes) -> frozenset[str]:
    return written_words(script.decode("utf-8"))


@functools.lru_cache(maxsize=64)
def _words_of_styles(css: str) -> frozenset[str]:
    """The words that selectors name, and the variables: what ``used_rules`` asks for. Other editions ask the same."""
    selectors = " ".join(part.rpartition("}")[2] for part in css.split("{"))
    return frozenset((*_WORD.findall(selectors), *_VARIABLE.findall(css)))
