"""Role cards where room is scarce: eight contacts with long names."""

from __future__ import annotations

import io

import pikepdf
from handleplan.out.paper.roles import SIZES, RoleCards

from tests.paper import stress

SLUG = "ringkoebing-skjern"


def test_many_contacts_fit_and_the_page_is_used() -> None:
    """A page a role, set larger than the least where the role's texts leave room."""
    cards = RoleCards(stress.edition(SLUG), stress.project().papir.resolve())
    settings = cards._largest_that_fit()
    assert settings.keys() == {kort.ident for kort in cards.kort}
    assert all(setting.størrelse > SIZES[0] for setting in settings.values())
    assert all(setting.luft < 60 for setting in settings.values())
    cards._largest_that_fit = lambda: settings  # as found above: it is what takes time
    with pikepdf.open(io.BytesIO(cards.make())) as pdf:
        assert len(pdf.pages) == len(cards.kort)
