"""The search for a size that fills the page, and the break into two columns."""

from __future__ import annotations

import math

import pytest
from handleplan.out.paper.card import LARGEST, MOST_LEFT, NARROW_COLUMNS, SMALLEST, TIGHTEST, FittedCard
from handleplan.out.paper.card_view import card_view
from handleplan.out.paper.estimate import top_heights
from handleplan.out.paper.fit import STEP, Measured, filling_size
from handleplan.out.paper.measure import TwoColumns
from hypothesis import example, given
from hypothesis import strategies as st

from tests.out.editions import PROJECT, edition

LOW, HIGH = 8.0, 12.0


@example(slope=27.25, at_low=63.0, line=1.375, first=7.0, wrong=0.5)    # both ends crept towards each other
@given(st.floats(5, 60), st.floats(-50, 300), st.floats(0, 12), st.floats(7, 13), st.floats(0.5, 2))
def test_a_size_that_fits_is_found(slope: float, at_low: float, line: float, first: float, wrong: float) -> None:
    """``line``: the slack falls in leaps of this height, as it does where lines break; ``wrong``: the slope is not known."""
    asked = []

    def slack(size: float) -> float:
        value = at_low - slope * (size - LOW)
        return math.floor(value / line) * line if line > 0.01 else value

    def measure(size: float) -> Measured:
        asked.append(size)
        return Measured(slack(size), slack(size), slope * wrong)

    found = filling_size(measure, LOW, HIGH, first, most_left=8)
    assert all(LOW <= size <= HIGH for size in asked)
    assert len(asked) <= 12
    if slack(LOW) < 0:
        assert found is None
        return
    assert found is not None and slack(found) >= 0
    assert found in asked, "a size is returned with its layout"
    left = slack(found) <= 8 or found == HIGH
    assert left or slack(round(found + STEP, 2)) < 0, "much is left only where one step more is too much"


def test_a_size_that_does_not_fit_is_none() -> None:
    assert filling_size(lambda size: Measured(-1.0, -1.0, 24), LOW, HIGH, LOW, 8) is None


def test_better_breaks_are_tried_before_another_size() -> None:
    found = iter([Measured(-3, 4, 24), Measured(4, 4, 24)])
    assert filling_size(lambda size: next(found), LOW, HIGH, 9.5, 8) == 9.5


@pytest.mark.parametrize("slug", PROJECT.slugs)
def test_a_card_takes_few_layouts(slug: str) -> None:
    """Each costs about as much as the rest of the card: see ``make bench``."""
    card = FittedCard(edition(slug), PROJECT.papir.resolve(), card_view(edition(slug)))
    document = card.laid_out()
    assert card.layouts <= 5
    tops = top_heights(document, card._next.smal, NARROW_COLUMNS)
    assert tops[card._next.smal] <= min(tops.values()) + MOST_LEFT, "no hole beside one of the columns at the top"
    assert TIGHTEST < SMALLEST < LARGEST and MOST_LEFT < 10


@pytest.mark.parametrize(
    ("heights", "branches", "split"),
    [
        ((4, 4, 4, 4), ("", "", "", ""), 2),
        ((4, 4, 4), ("", "", ""), 2),
        ((12, 4, 4, 4), ("", "", "", ""), 1),
        ((4,), ("",), 1),
        # Breaking the branch costs a heading in both columns, but is lower still.
        ((4, 4, 4, 4, 4), ("A", "A", "A", "A", ""), 3),
        # Two branches side by side.
        ((4, 4, 4, 4), ("A", "A", "B", "B"), 2),
    ],
)
def test_best_split(heights: tuple[float, ...], branches: tuple[str, ...], split: int) -> None:
    columns = TwoColumns(heights, branches, heading=3)
    assert columns.best_split() == split
    assert columns.height(split) == min(columns.height(n) for n in range(1, len(heights) + 1))


def test_a_broken_branch_has_its_heading_in_both_columns() -> None:
    columns = TwoColumns((4, 4, 4), ("A", "A", ""), heading=3)
    assert columns.height(1) == 3 + 4 + 4
    assert columns.height(2) == 3 + 4 + 4


def test_the_heading_beside_the_columns_counts() -> None:
    assert TwoColumns((4,), ("",), heading=0, least=11).height(1) == 11
    assert TwoColumns((), (), heading=0, least=11).best_split() == 0
