"""The badges skal, bør, kan and overvej: a municipality's own words carry one only where its source says so.

What each source says is in the checklists (``styrke:``); here is what holds for every edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from handleplan.edition.edition import LOCAL_FOLDER, Edition
from handleplan.model.kinds import KINDS
from handleplan.model.parts import Punkt
from handleplan.model.walk import models

from tests.out.editions import PROJECT, edition

#: The paper card and the front page have no badges: the words themselves must say how strong a piece of advice is.
WORDS = {
    "skal": r"\b(skal|ikke|aldrig)\b",
    "bør": r"\b(bør|anbefale\w*)\b",
    "kan": r"\b(kan|eventuelt|med fordel)\b",
    "overvej": r"\b(overvej\w*)\b",
}


def bullets(things: dict[str, object], kind: str) -> Iterator[tuple[tuple, Punkt]]:
    for path, part in models(things, (kind,)):
        if isinstance(part, Punkt):
            yield path, part


def own(slug: str) -> Iterator[tuple[Edition, tuple, Punkt]]:
    """The bullets that the municipality's folder itself words."""
    one = edition(slug)
    for kind in KINDS:
        for path, punkt in bullets(one.things(kind), kind):
            if one.is_local(path) and not one.is_forslag(path):
                yield one, path, punkt


@pytest.mark.parametrize("slug", PROJECT.slugs)
def test_on_the_card_the_words_say_what_the_badge_says(slug: str) -> None:
    silent = [
        f"{'/'.join(map(str, path))} ({punkt.styrke}): {punkt.tekst}"
        for _, path, punkt in own(slug)
        if path[0] == "akut" or "kort" in path
        if punkt.på_kortet and punkt.styrke in WORDS
        if not re.search(WORDS[punkt.styrke], punkt.tekst.lower())
    ]
    assert silent == []


@pytest.mark.parametrize("slug", PROJECT.slugs)
def test_a_badge_is_not_handed_down_from_other_words(slug: str) -> None:
    """A ``ret`` that words a bullet anew keeps the shared badge: right only where the municipality's words carry it too."""
    handed_down = {
        "/".join(map(str, path))
        for edition, path, punkt in own(slug)
        if punkt.styrke and not edition.places[*path, "styrke"].file.startswith(LOCAL_FOLDER)
    }
    # "Skal ikke gemme" in the plans of Guldborgsund and Aarhus, "Gem aldrig" in Brøndby's.
    assert handed_down <= {"akut/goer-aldrig/punkter/gem-ikke"}
