"""Every mistake gets exactly the lines that stand in its golden file, and every message has such a mistake.

After a sentence has been changed on purpose: ``HANDLEPLAN_SKRIV=1 pytest tests/edition/test_fejl.py`` writes the
golden files anew; read what differs before it is committed.
"""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import handleplan
import pytest
from click.testing import Result
from handleplan.edition import checks, references, text_references
from handleplan.edition.checks import RULES
from handleplan.edition.edition import Edition
from handleplan.read.messages import Message

from tests.edition.fejl_cases import CASES, GOLDEN, broken_project, tjek, without_lix
from tests.read.danish import assert_danish

# The modules whose messages need a fixture each, and the calls that make one in them.
PACKAGE = Path(handleplan.__file__).parent
# What publish.py says is asked for with --udgiv and tested in tests/cli/test_udgiv.py.
MODULES = sorted({*(PACKAGE / "edition").glob("*.py"), PACKAGE / "prepare.py", PACKAGE / "out" / "search_check.py"} - {PACKAGE / "edition" / "publish.py"})
MAKERS = {"Message", "Problem", "error", "_error"}
Spot = tuple[str, int]


@dataclass
class Run:
    """What came of all cases: the answers, the lines of code that made a message, the rules that did."""

    results: dict[str, Result] = field(default_factory=dict)
    lines: set[Spot] = field(default_factory=set)
    rules: set[str] = field(default_factory=set)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Every case, run once."""
    found = Run()
    files = {str(module) for module in MODULES}

    def note(frame: FrameType | None) -> None:
        while frame is not None:
            if frame.f_code.co_filename in files:
                found.lines.add((frame.f_code.co_filename, frame.f_lineno))
            frame = frame.f_back

    def watched(rule: checks.Rule) -> checks.Rule:
        def watch(edition: Edition) -> Iterator[Message]:
            for message in rule(edition):
                found.rules.add(rule.__name__)
                yield message

        return watch

    def init_of(made: type) -> Callable[..., None]:
        original = made.__init__

        def init(self: object, *args: object, **kwargs: object) -> None:
            note(sys._getframe(1))
            original(self, *args, **kwargs)

        return init

    for cached in (text_references.parse, references.examine):
        cached.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "RULES", tuple(watched(rule) for rule in RULES))
        for made in (Message, text_references.Problem):
            patch.setattr(made, "__init__", init_of(made))
        for case in CASES:
            found.results[case.name] = tjek(broken_project(case, tmp_path_factory.mktemp("fejl")))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_golden_lines(case: Path, run: Run) -> None:
    result = run.results[case.name]
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    output = without_lix(result.output)
    if os.environ.get("HANDLEPLAN_SKRIV"):
        (case / GOLDEN).write_text(output, encoding="utf-8")
    assert output == (case / GOLDEN).read_text(encoding="utf-8")
    lines = output.splitlines()
    assert len(lines) > 1, "nothing was said"
    assert result.exit_code == (1 if " fejl" in lines[-1] else 0)
    for line in lines:
        assert_danish(line)
    for line in lines[:-1]:
        place, _, rest = line.partition(": ")
        assert place.count(":") == 2 and place.startswith("data/") and " – " in rest, line


def test_every_rule_has_a_case(run: Run) -> None:
    missing = {rule.__name__ for rule in RULES} - run.rules
    assert not missing, f"no folder in tests/fixtures/fejl breaks: {sorted(missing)}"


def test_every_message_has_a_case(run: Run) -> None:
    missing = [
        f"{Path(file).name}:{first}"
        for (file, first), last in _spots().items()
        if not any((file, line) in run.lines for line in range(first, last + 1))
    ]
    assert not missing, f"no folder in tests/fixtures/fejl gives the message made at: {missing}"


def _spots() -> dict[Spot, int]:
    """Every place in the code that makes a message: (file, first line) → last line."""
    found = {}
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
            if name in MAKERS:
                found[(str(module), node.lineno)] = node.end_lineno or node.lineno
    return found
