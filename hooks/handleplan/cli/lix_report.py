"""What ``handleplan tjek`` says about how hard the pages and the card are to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..edition.edition import Edition
from ..out.lix import CARD_LIMIT, FEWEST_SENTENCES, PAGE_LIMIT, Lix, card_texts, hardest, lix, page_lix, page_texts
from ..out.pages import Page
from ..prepare import Prepared
from ..read.messages import Message
from ..read.places import Place
from ..read.words import shorten

_ADVICE = "skriv kortere sætninger og kortere ord. Den sværeste er:"
_LONGEST_QUOTE = 200


@dataclass(frozen=True)
class LixReport:
    """The LIX of one edition's card and pages, measured once."""

    edition: Edition
    card_texts: list[str]
    card: Lix
    pages: list[tuple[Page, Lix]]

    def line(self) -> str:
        """One line: the LIX of the card and of each page."""
        shown = [f"kortet {_shown(self.card)}", *(f"{_name(page.path)} {_shown(found)}" for page, found in self.pages)]
        return f"LIX {self.edition.slug} (kort under {CARD_LIMIT}, sider højst {PAGE_LIMIT}): " + ", ".join(shown)

    def details(self) -> Iterator[str]:
        """The hardest sentence of the card and of each page, a line each."""
        yield f"{self.edition.slug}, kortet: {hardest(self.card_texts)}"
        for page, _ in self.pages:
            yield f"{self.edition.slug}, {_name(page.path)}: {hardest(page_texts(page))}"

    def messages(self) -> Iterator[Message]:
        """A warning for a card that is too hard, a piece of advice for each page. None of them stops a build."""
        if (self.card.value or 0) >= CARD_LIMIT:
            what = f"kortet er for svært at læse: LIX er {_shown(self.card)} og skal være under {CARD_LIMIT}"
            yield Message(self.edition.at(()), what, f"{_ADVICE} {_quote(self.card_texts)}", "advarsel")
        for page, found in self.pages:
            if found.sentences >= FEWEST_SENTENCES and (found.value or 0) > PAGE_LIMIT:
                what = f"siden '{page.title}' er svær at læse: LIX er {_shown(found)} og bør højst være {PAGE_LIMIT}"
                yield Message(Place(page.source_file, 1, 1), what, f"{_ADVICE} {_quote(page_texts(page))}", "råd")


def lix_report(prepared: Prepared) -> LixReport:
    """Measure an edition without errors."""
    assert prepared.edition is not None
    texts = list(card_texts(prepared.edition))
    return LixReport(prepared.edition, texts, lix(texts), [(page, page_lix(page)) for page in prepared.pages])


def _quote(texts: Iterable[str]) -> str:
    return f"”{shorten(hardest(texts), _LONGEST_QUOTE)}”"


def _shown(found: Lix) -> str:
    """Rounded up, so that a text over a limit never looks as if it were on it."""
    return "–" if found.value is None else str(-int(-found.value // 1))


def _name(path: str) -> str:
    return "forside" if path == "index.md" else path.removesuffix(".md")
