"""Role cards: their size is found with few layouts, also where room is scarce (eight contacts with long names)."""

from __future__ import annotations

import dataclasses
import io
import re

import pikepdf
import pytest
from handleplan.model.handling import Rolle
from handleplan.out.paper.engine import PaperError
from handleplan.out.paper.role_fit import SIZES, Measured, RoleFit, Setting
from handleplan.out.paper.roles import RoleCards

from tests.paper import editions, stress

SLUG = "ringkoebing-skjern"


def test_many_contacts_fit_and_the_page_is_used() -> None:
    """A page a role, set larger than the least where the role's texts leave room."""
    cards = RoleCards(stress.edition(SLUG), stress.project().papir.resolve())
    fits = cards.fitted()
    assert fits.keys() == {kort.ident for kort in cards.kort}
    assert all(fit.størrelse > SIZES[0] for fit in fits.values())
    assert all(0 <= fit.slack < 60 for fit in fits.values())
    cards.fitted = lambda: fits  # as found above: it is what takes time
    with pikepdf.open(io.BytesIO(cards.make())) as pdf:
        assert len(pdf.pages) == len(cards.kort)


@pytest.mark.parametrize(
    ("letters", "divided", "sizes", "layouts"),
    [
        (1400, False, (13.0, 0), 3),    # 13, 13.5, and 14 too large
        (900, False, (15.0, 0), 1),     # nothing is larger
        (1400, False, (10.0, 0), 5),    # the contacts' column is too long
        (1400, True, (10.0, 11.0), 7),  # and shorter divided
        (1400, True, (0, 0), 8),        # fits nowhere
    ],
)
def test_the_largest_size_is_found_with_few_layouts(
    letters: int, divided: bool, sizes: tuple[float, float], layouts: int
) -> None:
    """``sizes``: the largest that fits, undivided and divided."""
    fit, tried = RoleFit(letters, divided), []
    while setting := fit.following():
        assert setting not in tried
        tried.append(setting)
        full = sizes[setting.delt] or 8.5
        højre = 250 * (setting.størrelse / full) ** 1.2
        fit.tell(setting, Measured(250 - højre, 100 * (setting.størrelse / 13) ** 2, højre), setting)
    assert fit.page == max((Setting(size, delt) for delt, size in enumerate(sizes[: 1 + divided]) if size), default=None)
    assert len(tried) <= layouts


def test_too_much_text_is_one_line_with_its_place() -> None:
    long = {f"opgave-{number}": "Tal med eleven, og skriv ned, hvad I aftaler. " * 8 for number in range(40)}
    edition = dataclasses.replace(editions.sparse(), roller={"laerer": Rolle(titel="Lærer", opgaver=long)})
    with pytest.raises(PaperError) as error:
        RoleCards(edition, stress.project().papir.resolve()).make()
    assert re.fullmatch(r"data/\S+:\d+:\d+: rollekortet for 'Lærer' kan ikke stå på én side .+ – gør .+", str(error.value))
