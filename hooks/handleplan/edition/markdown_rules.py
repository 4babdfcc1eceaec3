"""What Markdown a text may hold: paragraphs, emphasis, lists and links. No HTML, headings, pictures or tables.

The rules read the HTML that Python-Markdown makes of the text, so that what is checked is what is shown.
"""

from __future__ import annotations

import functools
import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import markdown

from .text_references import Problem

MAX_TEXT = 20_000
ALLOWED_SCHEMES = frozenset({"https", "http", "mailto", "tel"})
_ALLOWED_TAGS = frozenset({"p", "strong", "em", "ul", "ol", "li", "a", "br"})
_RAW_HTML = re.compile(r"<(?!https?://|mailto:)[A-Za-z!/?]")
_PLAIN_REFUSED = re.compile(r"[`*<>\[\]|\\]")
_TAG_NAMES = {
    **{f"h{n}": "en overskrift (# eller streger under linjen)" for n in range(1, 7)},
    "img": "et billede",
    "hr": "en streg på tværs",
    "code": "tekst i skæve anførselstegn `…`, eller en linje der er rykket fire mellemrum ind",
    "pre": "en linje, der er rykket fire mellemrum ind",
    "blockquote": "en linje, der begynder med >",
}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


@functools.lru_cache(maxsize=20_000)
def problems_in_markdown(text: str) -> tuple[Problem, ...]:
    """What in ``text`` (references already taken out) may not stand in a text field."""
    if len(text) > MAX_TEXT:
        return (Problem(f"teksten er på {len(text)} tegn, og grænsen er {MAX_TEXT}", "del den i flere punkter eller afsnit"),)
    if _RAW_HTML.search(text):
        advice = "skriv uden < og >. Fed skrift laves med **to stjerner**, links som [tekst](https://adresse)"
        return (Problem("der står HTML-kode i teksten", advice),)
    try:
        html = markdown.markdown(text)
    except RecursionError:
        return (Problem("teksten har for mange niveauer inde i hinanden", "skriv den enklere"),)
    parser = _Tags()
    parser.feed(html)
    found = [
        Problem(f"teksten indeholder {_TAG_NAMES.get(tag, 'opmærkning, der ikke kan bruges')}", "skriv almindelig tekst, eller lav et punkt mere")
        for tag in sorted(parser.tags - _ALLOWED_TAGS)
    ]
    for link in parser.links:
        cleaned = re.sub(r"[\x00-\x20]", "", link)
        if urlsplit(cleaned).scheme.lower() not in ALLOWED_SCHEMES:
            advice = "brug en hel adresse, der begynder med https://, eller en henvisning som {{ trin('vurder') }}"
            found.append(Problem(f"linket '{link[:60]}' kan ikke bruges", advice))
    return tuple(found)


def problems_in_plain(text: str) -> tuple[Problem, ...]:
    """What in a one-line ``text`` would be taken for markup where it is shown."""
    if match := _PLAIN_REFUSED.search(text):
        return (Problem(f"tegnet {match[0]} kan ikke stå i dette felt", "skriv almindelig tekst uden tegn til opmærkning"),)
    return ()
