"""The search for the largest size, and the break into two columns."""

from __future__ import annotations

import math

import pytest
from handleplan.out.paper.fit import STEP, largest_size
from handleplan.out.paper.measure import TwoColumns
from hypothesis import given
from hypothesis import strategies as st

LOW, HIGH = 9.0, 12.0
SIZES = [round(LOW + index * STEP, 2) for index in range(round((HIGH - LOW) / STEP) + 1)]


@given(st.floats(0.1, 200), st.floats(-50, 300), st.floats(0, 12))
def test_finds_the_largest_size_that_fits(slope: float, at_low: float, line: float) -> None:
    """``line``: the slack falls in steps of this height, as it does where lines break."""
    asked = []

    def slack(size: float) -> float:
        asked.append(size)
        value = at_low - slope * (size - LOW)
        return math.floor(value / line) * line if line > 0.01 else value

    fitting = [size for size in SIZES if slack(size) >= 0]
    asked.clear()
    assert largest_size(slack, LOW, HIGH, slope=24) == (max(fitting) if fitting else None)
    assert len(asked) <= 14
    assert len(set(asked)) == len(asked), "each layout is slow: none twice"


def test_a_size_that_does_not_fit_costs_one_layout() -> None:
    asked = []
    assert largest_size(lambda size: asked.append(size) or -1.0, LOW, HIGH, slope=24) is None
    assert asked == [LOW]


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
