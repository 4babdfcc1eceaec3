"""Phone numbers, digit by digit: what a reader sees, and what a phone dials."""

from __future__ import annotations

import pytest
from handleplan.out.numbers import link_short_numbers, phone_uri, shown_phone


@pytest.mark.parametrize(
    ("written", "shown", "dialled"),
    [
        ("112", "112", "tel:112"),
        ("114", "114", "tel:114"),
        ("116111", "116 111", "tel:116111"),
        ("116 111", "116 111", "tel:116111"),
        ("25180276", "25 18 02 76", "tel:+4525180276"),
        ("25 18 02 76", "25 18 02 76", "tel:+4525180276"),
        ("2518 0276", "25 18 02 76", "tel:+4525180276"),
        ("+45 25 18 02 76", "25 18 02 76", "tel:+4525180276"),
        ("+4525180276", "25 18 02 76", "tel:+4525180276"),
        ("45 25 18 02", "45 25 18 02", "tel:+4545251802"),
    ],
)
def test_a_number_is_shown_in_pairs_and_dialled_whole(written: str, shown: str, dialled: str) -> None:
    assert shown_phone(written) == shown.replace(" ", "\u00a0"), "a number is never broken over two lines"
    assert phone_uri(written) == phone_uri(shown_phone(written)) == dialled


def test_112_and_114_in_a_line_are_links_and_no_other_number_is() -> None:
    assert link_short_numbers("Ring 112, ellers 114.") == "Ring [112](tel:112), ellers [114](tel:114)."
    assert link_short_numbers("113, 1145, 2112 og 11") == "113, 1145, 2112 og 11"
