"""What ``handleplan tjek`` says about how hard the pages and the card are to read."""

from __future__ import annotations

from collections.abc import Iterator

from ..edition.edition import LOCAL_FOLDER
from ..out.lix import CARD_LIMIT, FEWEST_SENTENCES, PAGE_LIMIT, Lix, card_lix, card_texts, hardest, page_lix, page_texts
from ..prepare import Prepared
from ..read.messages import Message, shorten
from ..read.places import Place

_ADVICE = "skriv kortere sætninger og kortere ord. Den sværeste er:"
_LONGEST_QUOTE = 200


def lix_line(prepared: Prepared) -> str:
    """One line for an edition: the LIX of the card and of each page. "" for an edition with errors."""
    if prepared.edition is None:
        return ""
    card = f"kortet {_shown(card_lix(prepared.edition))}"
    pages = (f"{_name(page.path)} {_shown(page_lix(page))}" for page in prepared.pages)
    return f"LIX {prepared.slug} (kort under {CARD_LIMIT}, sider højst {PAGE_LIMIT}): " + ", ".join([card, *pages])


def lix_details(prepared: Prepared) -> Iterator[str]:
    """The hardest sentence of the card and of each page, a line each."""
    if prepared.edition is not None:
        yield f"{prepared.slug}, kortet: {hardest(card_texts(prepared.edition))}"
        for page in prepared.pages:
            yield f"{prepared.slug}, {_name(page.path)}: {hardest(page_texts(page))}"


def lix_messages(prepared: Prepared) -> Iterator[Message]:
    """A warning for a card that is too hard, a piece of advice for each page. None of them stops a build."""
    if prepared.edition is None:
        return
    card = card_lix(prepared.edition)
    if (card.value or 0) >= CARD_LIMIT:
        place = Place(f"{LOCAL_FOLDER}{prepared.slug}/kommune.yml", 1, 1)
        what = f"kortet er for svært at læse: LIX er {_shown(card)} og skal være under {CARD_LIMIT}"
        yield Message(place, what, f"{_ADVICE} {_quote(card_texts(prepared.edition))}", "advarsel")
    for page in prepared.pages:
        found = page_lix(page)
        if found.sentences >= FEWEST_SENTENCES and (found.value or 0) > PAGE_LIMIT:
            what = f"siden '{page.title}' er svær at læse: LIX er {_shown(found)} og bør højst være {PAGE_LIMIT}"
            yield Message(Place(page.source_file, 1, 1), what, f"{_ADVICE} {_quote(page_texts(page))}", "råd")


def _quote(texts: Iterator[str]) -> str:
    return f"”{shorten(hardest(texts), _LONGEST_QUOTE)}”"


def _shown(found: Lix) -> str:
    """Rounded up, so that a text over a limit never looks as if it were on it."""
    return "–" if found.value is None else str(-int(-found.value // 1))


def _name(path: str) -> str:
    return "forside" if path == "index.md" else path.removesuffix(".md")
