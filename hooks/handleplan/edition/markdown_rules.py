"""What Markdown a text may hold: paragraphs, emphasis, lists and links. No HTML, headings, pictures or tables.

The rules read the HTML that Python-Markdown makes of the text, so that what is checked is what is shown.
"""

from __future__ import annotations

import functools
import re
from html.parser import HTMLParser

import markdown

from ..model.addresses import is_whole_link
from ..model.types import MAX_TEXT
from .text_references import Problem

MAX_BRACKETS = 40  # Python-Markdown looks through the rest of the text for each: a page of longer ones took minutes
# No phone can break a longer one, and print-site's time grows with the square of it.
MAX_WORD = 200
_LONG_WORD = re.compile(rf"\S{{{MAX_WORD + 1},}}")
_LINK_TARGET = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|<https?://[^<>\s]*>")
_ALLOWED_TAGS = frozenset({"p", "strong", "em", "ul", "ol", "li", "a", "br"})
_RAW_HTML = re.compile(r"<(?!https?://|mailto:)[A-Za-z!/?]")
# A lone _ at the edge of a word may find its other half further on in the line, in an attribute of a heading even.
_PLAIN_REFUSED = re.compile(r"[`*<>\[\]|\\]|(?<![^\W_])_|_(?![^\W_])|~~~|^(?:!!!|\?\?\?)")
# What the reader would see is another character than what was checked: one that turns words round, or none at all.
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")
# Half a fence finds its other half in another text of the page, and everything between them becomes code.
_FENCE = re.compile(r"~~~|```")
# Boxes to fold out; their extension takes longer to load than the texts take to check.
_BOX = re.compile(r"^[ \t]*(?:(?:[-*+>]|\d+\.)[ \t]+)*\?\?\?", re.MULTILINE)
# `[word]: address` on a line of its own makes every [word] of the whole page a link, also in other texts.
# Also as the first words of a list's point.
_LINK_DEFINITION = re.compile(r"^[ \t]*(?:(?:[-*+>]|\d+\.)[ \t]+)*\[[^\[\]]*\]:", re.MULTILINE)
_TURNED_LINK = re.compile(r"\([^()]+\)\[(?:https?://|www\.)")
# Lists and quotes begun on one line: Python-Markdown needs minutes for thousands of them.
# Spaces belong to the sign after them only: shared between two signs they could be parted in countless ways.
_DEEP_LINE = re.compile(r"^(?:[ \t]*(?:[-*+>]|\d+\.)){7,}", re.MULTILINE)
# The pages' own extensions (mkdocs.yml), so that what they would make of a text is seen here.
_EXTENSIONS = ("admonition", "attr_list", "sane_lists", "tables", "toc")
# One line of prose, begun by a letter and without any sign that Markdown reads as markup: always one plain paragraph.
# Nine texts of ten are, and need no Markdown program to say so.
_PROSE = re.compile(r"[A-Za-zÆØÅæøåÉé”“»\"'(][^\x00-\x1f\x7f`*_<>\[\]\\|&{}~^=]*")
_TAG_NAMES = {
    **{f"h{n}": "en overskrift (# eller streger under linjen)" for n in range(1, 7)},
    "img": "et billede",
    "hr": "en streg på tværs",
    "code": "tekst i skæve anførselstegn `…`, eller en linje, der er rykket fire mellemrum ind",
    "blockquote": "en linje, der begynder med >",
    "table": "en tabel (linjer med | )",
    "div": "en boks (!!!) eller en indholdsfortegnelse ([TOC])",
}
_SPLIT = "del den i flere punkter eller afsnit"
MAX_LISTS = 5  # deeper lists cannot be read on a phone, and hundreds would break the page that holds them


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.deepest = self._lists = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._lists += tag in ("ul", "ol")
        self.deepest = max(self.deepest, self._lists)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_endtag(self, tag: str) -> None:
        self._lists -= tag in ("ul", "ol")


def problems_in_markdown(text: str) -> tuple[Problem, ...]:
    """What in ``text`` (references already taken out) may not stand in a text field."""
    if len(text) > MAX_TEXT:
        return (Problem(f"teksten er på {len(text)} tegn, og grænsen er {MAX_TEXT}", _SPLIT),)
    if text.count("[") > MAX_BRACKETS:
        return (Problem(f"teksten har mere end {MAX_BRACKETS} firkantede klammer [", _SPLIT),)
    if _LONG_WORD.search(text) and (word := _LONG_WORD.search(_LINK_TARGET.sub(" ", text))):
        advice = "del det, eller lav en lang adresse til et link: [tekst](https://adresse)"
        return (Problem(f"teksten har et ord på {len(word[0])} tegn, og grænsen er {MAX_WORD}", advice),)
    if _RAW_HTML.search(text):
        advice = "skriv uden < og >. Fed skrift laves med **to stjerner**, links som [tekst](https://adresse)"
        return (Problem("der står HTML-kode i teksten", advice),)
    if match := _ENTITY.search(text):
        return (_as_code(match[0]),)
    if match := _FENCE.search(text):
        return (Problem(f"der står {match[0]}, som gør det næste til kode", "slet tegnene"),)
    if _BOX.search(text):
        return (Problem("en linje begynder med ???, som laver en boks", "slet tegnene, eller skriv dem efter et ord"),)
    if _LINK_DEFINITION.search(text):
        advice = "skriv linket dér, hvor det bruges: [tekst](https://adresse)"
        return (Problem("der står et link på en linje for sig ([1]: …)", advice),)
    if _TURNED_LINK.search(text):
        return (Problem("parenteser og klammer om linket er byttet om", "skriv [tekst](https://adresse)"),)
    if _PROSE.fullmatch(text):
        return ()
    parser = _Tags()
    if _DEEP_LINE.search(text):
        parser.deepest = MAX_LISTS + 1
    else:
        parser.feed(_to_html(text))
    if parser.deepest > MAX_LISTS:
        return (Problem("teksten har for mange lister inde i hinanden", "brug færre niveauer"),)
    # A tag without a name of its own (tr, td …) always stands inside one that has a name, and that one is told.
    names = {_TAG_NAMES.get(tag, "") for tag in parser.tags - _ALLOWED_TAGS}
    names = names - {""} or ({"opmærkning, der ikke kan bruges"} if names else names)
    advice = "skriv almindelig tekst, eller lav et punkt mere"
    found = [Problem(f"teksten indeholder {name}", advice) for name in sorted(names)]
    for link in parser.links:
        if not is_whole_link(link):
            advice = "brug en hel adresse, der begynder med https://, eller en henvisning som {{ trin('vurder') }}"
            found.append(Problem(f"linket '{link[:60]}' kan ikke bruges", advice))
    return tuple(found)


def links_in(text: str) -> list[str]:
    """The addresses that the links of ``text`` lead to."""
    parser = _Tags()
    parser.feed(_to_html(text))
    return parser.links


def _as_code(found: str) -> Problem:
    return Problem(f"der står et tegn som kode: {found[:20]}", "skriv tegnet selv")


@functools.cache
def _markdown() -> markdown.Markdown:
    return markdown.Markdown(extensions=_EXTENSIONS)


def _to_html(text: str) -> str:
    try:
        return _markdown().reset().convert(text)
    except Exception:
        _markdown.cache_clear()  # what it was in the middle of must not colour the next text
        raise


def problems_in_plain(text: str) -> tuple[Problem, ...]:
    """What in a one-line ``text`` would be taken for markup where it is shown.

    Codes for characters too: the theme reads them in a page's title, and ``&lt;/title&gt;`` would end it.
    """
    if match := _ENTITY.search(text):
        return (_as_code(match[0]),)
    if match := _PLAIN_REFUSED.search(text):
        advice = "skriv almindelig tekst uden tegn til opmærkning"
        return (Problem(f"tegnet '{match[0]}' kan ikke stå i dette felt", advice),)
    return ()
