"""Texts of the data → Markdown or HTML: references become links, for a page or for paper."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Protocol

import markdown
from markdown.extensions.sane_lists import SaneListExtension
from markupsafe import Markup

from ..edition.edition import Edition
from ..edition.text_references import TextReference, parse, starts_sentence
from .addresses import public_url, relative_link
from .numbers import phone_uri, shown_phone

# A later word with a capital, which is no abbreviation: only names have one in Danish.
_NAME = re.compile(r" [A-ZÆØÅ][a-zæøå]")

# "9. klasse …" begins as a list does. One number alone is none, and as a list paper would say "1. klasse".
_NUMBER = re.compile(r"^([ \t]*\d+)\.(?=[ \t])", re.MULTILINE)
_MARKUP = re.compile(r"\*\*|\[([^\]]*)\]\([^)]*\)")
_PLACE = re.compile(r" (?:i|på|fra|ved) .*")
_AFTER_Z = str.maketrans("æøå", "{|}")
SIDE_NAVNE = {
    "actioncard": "actioncardet",
    "samtaler": "samtalerne",
    "beslutninger": "lederens beslutninger",
    "udkast": "udkast til beskeder",
    "roller": "rollerne",
    "lov": "lovsiden",
    "kontakter": "kontakterne",
    "vidensbank": "vidensbanken",
    "begreber": "begreberne",
    "forebyggelse": "forebyggelse",
    "baggrund": "baggrunden",
    "om": "om håndbogen",
}


class Linker(Protocol):
    """Turns a thing into a link's address, and its title into the words of the link."""

    def link(self, kind: str, ident: str) -> str: ...

    def words(self, titel: str) -> str: ...


class PageLinker:
    """Links from one page of the site: relative, to the Markdown file, so that MkDocs can check them."""

    def __init__(self, page: str) -> None:
        self.page = page

    def link(self, kind: str, ident: str) -> str:
        return relative_link(kind, ident, self.page)

    def words(self, titel: str) -> str:
        return titel


class PaperLinker:
    """Links from paper: whole addresses on the published site."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    def link(self, kind: str, ident: str) -> str:
        return public_url(self.edition, kind, ident)

    def words(self, titel: str) -> str:
        """In quotes: on the screen the link's colour says that the words are a title, on paper nothing else does."""
        return f"”{titel}”"


class TextRenderer:
    """Renders the texts of one edition for one place (a page, or paper)."""

    def __init__(self, edition: Edition, linker: Linker) -> None:
        self.edition = edition
        self.linker = linker

    def markdown(self, text: str | None) -> str:
        """``text`` as Markdown, references as links."""
        written = self._written(text, lambda words, address: f"[{words}]({address})" if address else words)
        return _NUMBER.sub(r"\1\\.", written) if len(_NUMBER.findall(written)) == 1 else written

    def html(self, text: str | None) -> Markup:
        """``text`` as block HTML. The data holds no raw HTML (checked), so the result is safe."""
        return Markup(_to_html(self.markdown(text)))

    def inline(self, text: str | None) -> Markup:
        """``text`` as inline HTML: one paragraph without its ``<p>``; several are parted by a line break."""
        html = _to_html(self.markdown(text))
        return Markup(re.sub(r"</p>\s*<p>", "<br>", html).removeprefix("<p>").removesuffix("</p>"))

    def plain(self, text: str | None) -> str:
        """``text`` without markup or addresses."""
        return _MARKUP.sub(r"\1", self._written(text, lambda words, address: words)).strip()

    def _written(self, text: str | None, shown: Callable[[str, str], str]) -> str:
        """``text`` with each reference as ``shown`` writes it, from its words and the address behind them."""
        done = words = ""
        for piece in parse(text)[0] if text else ():
            if isinstance(piece, str):
                done += _after(words, piece)
                words = ""
            else:
                words, address = self._reference(piece, starts_sentence(done))
                done += shown(words, address)
        return done.strip()

    def _reference(self, ref: TextReference, first: bool) -> tuple[str, str]:
        """The words shown for a reference, and the address behind them."""
        case: Callable[[str], str] = upper_first if first else lower_first
        if ref.kind == "side":
            return case(SIDE_NAVNE[ref.ident]), self.linker.link("side", ref.ident)
        thing = self.edition.things(ref.kind)[ref.ident]
        if ref.function == "tlf":
            return shown_phone(thing.telefon[0]), phone_uri(thing.telefon[0])
        link = self.linker.link(ref.kind, ref.ident)
        if ref.function == "lov":
            return " ".join(filter(None, (case(thing.lov), thing.paragraf))), link
        if ref.function == "kontakt":
            return thing.navn, link
        if ref.function in ("rolle", "begreb"):
            return case(thing.titel), link
        return self.linker.words(thing.titel), link


def words_in_sentence(words: list[str], last: str = ", ") -> str:
    """"Elever, Forældre" as it reads in a sentence: "Elever, forældre" (SSP stays SSP). ``last``: before the last."""
    small = [*words[:1], *map(lower_first, words[1:])]
    return last.join(filter(None, [", ".join(small[:-1]), *small[-1:]]))


def without_place(titel: str) -> str:
    """A role's title without the place, which its own page gives ("Pædagog i SFO eller klub" → "Pædagog")."""
    return _PLACE.sub("", titel)


def role_names(edition: Edition, idents: list[str]) -> str:
    """Role titles as one phrase: "Lærer, pædagog og skolens ledelse"."""
    return words_in_sentence([without_place(edition.roller[ident].titel) for ident in idents], " og ")


def danish_order(word: str) -> str:
    """What to sort words by, so that æ, ø, å (and aa) come last and capitals beside small letters."""
    return word.casefold().replace("aa", "å").translate(_AFTER_Z)


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """``text`` as it stands inside a sentence: an abbreviation ("SSP …") or a name ("Respekt for Grænser") stays."""
    return text if text[1:2].isupper() or _NAME.search(text) else text[:1].lower() + text[1:]


def _after(words: str, piece: str) -> str:
    """``piece`` as it follows the words of a reference: a title that ends in "?" takes no full stop after it."""
    return piece[1:] if words.endswith(("?", "!")) and piece.startswith(".") else piece


@functools.lru_cache(maxsize=20_000)
def _to_html(text: str) -> str:
    return markdown.markdown(text, extensions=[SaneListExtension()], output_format="html") if text else ""
