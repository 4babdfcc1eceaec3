"""What the page that compares the editions says of each."""

from __future__ import annotations

import pytest
from handleplan.out.landing import landing_row

from tests.out.editions import edition


@pytest.mark.parametrize(("slug", "shared"), [("ballerup", True), ("broendby", False), ("guldborgsund", False)])
def test_a_step_is_shared_unless_the_municipality_wrote_it(slug: str, shared: bool) -> None:
    """Ballerup's strategy has no steps: the bullets it adds to some do not make them its own."""
    assert {step["fælles"] for step in landing_row(edition(slug))["trin"]} == {shared}
