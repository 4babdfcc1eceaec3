"""Every line of a real file a little out of place, one at a time: what is said of it is Danish, and never a traceback."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from handleplan.read.yaml_reader import parse_yaml

from tests.read.danish import assert_danish
from tests.small_project import ROOT

LINES = (ROOT / "tests" / "fixtures" / "redaktoer" / "kontakter.yml").read_text(encoding="utf-8").splitlines()
SLIPS: dict[str, Callable[[str], str]] = {
    "et mellemrum for langt ind": lambda line: " " + line,
    "tre mellemrum for langt ind": lambda line: "   " + line,
    "et mellemrum for langt ud": lambda line: line.removeprefix(" "),
    "helt ud til kanten": str.lstrip,
    "bindestreg foran": lambda line: line[: len(line) - len(line.lstrip())] + "- " + line.lstrip(),
    "kolon glemt": lambda line: line.replace(":", "", 1),
    "halvt slettet": lambda line: line[: len(line) // 2],
    "anførselstegn for meget": lambda line: line + '"',
    "parentes for meget": lambda line: line + "]",
    "kun en bindestreg": lambda line: line[: len(line) - len(line.lstrip())] + "-",
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_each_line_of_a_real_file(slip: Callable[[str], str]) -> None:
    told = 0
    for number, line in enumerate(LINES):
        text = "\n".join([*LINES[:number], slip(line), *LINES[number + 1 :]])
        messages = parse_yaml(text.encode(), "kontakter.yml").messages
        told += bool(messages)
        for message in messages:
            assert_danish(str(message))
    assert told > len(LINES) / 3, "many a slip leaves a file that can be read, but not most of them"


@pytest.mark.parametrize("text", ["a:\n  - b: 1\n   c: 2\n", "a:\n  - b: 1\n   - c: 2\n", "a:\n  -  b: 1\n   c: 2\n"])
def test_a_line_between_a_dash_and_its_text(text: str) -> None:
    found = parse_yaml(text.encode(), "fil.yml").messages
    assert "linjen er rykket forkert ind" in str(found[0])
