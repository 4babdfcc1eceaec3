"""A stranger's municipality: whatever its files hold, one gets Danish lines or a whole edition, soon, and nothing
elsewhere.

``make test`` tries 1,000 in all (``tests/read/test_fuzz.py`` several thousand more);
``make fuzz`` 20,000: ``HANDLEPLAN_FUZZ``.
"""

from __future__ import annotations

import copy
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from handleplan.edition.base import Base, load_base
from handleplan.prepare import prepare_edition
from handleplan.project import Project
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.run import here
from tests.small_project import AEROE, SLUG, SMALL, small_project, write

EXAMPLES = int(os.environ.get("HANDLEPLAN_FUZZ", "1000"))
SECONDS = 5.0
FILES = [
    "kommune.yml",
    "akut.yml",
    "kontakter.yml",
    "love.yml",
    "ord.yml",
    "roller.yml",
    "trin.yml",
    "trin/vurder.yml",
    "trin/stop.yml",
    "trin/eget.yml",
    "vidensbank.yml",
    "baggrund.yml",
    "begreber.yml",
    "samtaler.yml",
    "beslutninger.yml",
    "forebyggelse.yml",
]
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](data:text/html,x)",
    "{{ ''.__class__.__mro__ }}",
    "{% for a in range(10**9) %}{% endfor %}",
    "{{ tlf('politi') }}",
    "{{ lov('x' * 10**9) }}",
    "{#",
    "../../../etc/passwd",
    "\u202e",
    "\x00",
    "a" * 5000,
    "](",
    "```\n",
    "~~~",
    "{: onclick=alert(1) }",
    "{: #id .a }",
    "- - - -",
    "&lt;script&gt;",
    "&lt;/title&gt;&lt;meta http-equiv=refresh&gt;",
    "&#x202e;",
    "politi\n::error::x",
    "??? note",
    "_a_",
    "a" + "\u0f73\u0344" * 2000,
    "https://www.\u0430arhus.dk",
    "<!-- -->",
    "<style>*{}</style>",
    "![x](//ond.example/x.png)",
    "[^1]",
    "!!! note",
    "|a|b|\n|-|-|",
    "\\",
    "`",
    "æøå",
    "Ring 112",
    "ja",
    "nej",
    "2026-11-21",
    "12 34 56 78",
    "skal",
    "politi",
    "vurder",
    "stop",
    "https://a.dk",
    "*",
    "_",
    "#",
]
FIELDS = [
    "ret",
    "nye",
    "skjul",
    "orden",
    "navn",
    "titel",
    "tekst",
    "kort",
    "afsnit",
    "punkter",
    "telefon",
    "note",
    "hvem",
    "styrke",
    "hvis",
    "love",
    "kontakter",
    "bemærkning",
    "søgeord",
    "til",
    "web",
    "politi",
    "vurder",
    "stop",
    "eget",
    "alarm-112",
    "status",
    "dato",
    "ejer",
    "farver",
    "primær",
    "adresse",
    "kilder",
    "ord",
    "særligt",
    "åbent",
    "alder",
    "forslag",
]
# Whole things, to be right but for one value: what only a right field is asked.
WHOLE = {
    file.name: yaml.safe_load(file.read_text(encoding="utf-8"))
    for file in sorted((SMALL / "data" / "faelles").glob("*.yml"))
    if file.name in FILES
}
THINGS = [(name, ident) for name, things in WHOLE.items() for ident, thing in things.items() if isinstance(thing, dict)]
text = st.sampled_from(HOSTILE) | st.lists(st.sampled_from(HOSTILE), max_size=4).map(" ".join) | st.text(max_size=30)
value = st.recursive(
    text | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS) | text, inner, max_size=4),
    max_leaves=12,
)
files = st.dictionaries(
    st.sampled_from(FILES), st.dictionaries(st.sampled_from(FIELDS), value, min_size=1, max_size=4), max_size=3
)
# What must never reach a reader's browser as markup, wherever it was written.
DANGEROUS = re.compile(
    r"<script|<style|<img|<iframe|\]\((?:javascript|data|vbscript):|\{:[^}\n]*\bon\w+=|\{\{|\{%", re.IGNORECASE
)


def as_yaml(data: object, depth: int = 0) -> str:
    """``data`` as YAML that holds every text whatever is in it (quoted, with escapes)."""
    pad = "  " * depth
    if isinstance(data, dict):
        return "".join(f"{pad}{quoted(key)}:{_below(item, depth)}" for key, item in data.items()) or f"{pad}{{}}\n"
    if isinstance(data, list):
        return "".join(f"{pad}-{_below(item, depth)}" for item in data) or f"{pad}[]\n"
    return f"{pad}{quoted(data)}\n"


def _below(item: object, depth: int) -> str:
    return "\n" + as_yaml(item, depth + 1) if isinstance(item, (dict, list)) else f" {quoted(item)}\n"


def quoted(item: object) -> str:
    if item is None:
        return "~"
    escaped = "".join(
        c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" if not 0xD800 <= ord(c) < 0xE000 else "?"
        for c in str(item)
    )
    return f'"{escaped}"'


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("fuzz") / "projekt")


@pytest.fixture(scope="module")
def own(root: Path) -> dict[str, bytes]:
    folder = root / AEROE
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def base(root: Path) -> Base:
    """The shared base, read once: no example changes it."""
    return load_base(Project(root))


def lay(root: Path, own: dict[str, bytes], given_files: dict[str, object]) -> None:
    folder = root / AEROE
    for path in folder.rglob("*"):
        if path.is_file():
            path.unlink()
    for name, content in own.items():
        (folder / name).write_bytes(content)
    for name, data in given_files.items():
        write(root, name, as_yaml(data))


@settings(max_examples=EXAMPLES // 2, suppress_health_check=list(HealthCheck))
@given(given_files=files)
def test_a_strangers_municipality_gets_lines_or_harmless_pages(
    root: Path, own: dict[str, bytes], base: Base, given_files: dict[str, object]
) -> None:
    lay(root, own, given_files)
    begun = time.process_time()
    one = prepare_edition(Project(root), SLUG, base)
    assert time.process_time() - begun < SECONDS
    for message in one.messages:
        assert str(message).isprintable() and message.what and message.advice
    assert (one.edition is None) == any(message.severity == "fejl" for message in one.messages)
    for page in one.pages:
        assert not Path(page.path).is_absolute() and ".." not in Path(page.path).parts
        assert not DANGEROUS.search(page.markdown), (page.path, DANGEROUS.search(page.markdown))


@settings(max_examples=EXAMPLES * 2 // 10, suppress_health_check=list(HealthCheck))
@given(which=st.sampled_from(THINGS), at=st.integers(0, 1000), hostile=st.sampled_from(HOSTILE) | value)
def test_one_hostile_value_in_a_thing_that_is_right(
    root: Path, own: dict[str, bytes], base: Base, which: tuple[str, str], at: int, hostile: object
) -> None:
    name, ident = which
    thing = copy.deepcopy(WHOLE[name][ident])
    spots = [(holder, key) for holder, key in _spots(thing) if key != "tidligere"]
    holder, key = spots[at % len(spots)]
    holder[key] = hostile
    test_a_strangers_municipality_gets_lines_or_harmless_pages.hypothesis.inner_test(
        root, own, base, {name: {"nye": {"eget": thing}}}
    )


def _spots(part: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in ``part`` where a value stands, as what holds it and its key there."""
    for key, child in part.items() if isinstance(part, dict) else enumerate(part):
        yield part, key
        if isinstance(child, (dict, list)):
            yield from _spots(child)


@settings(max_examples=EXAMPLES // 10, suppress_health_check=list(HealthCheck))
@given(raw=st.dictionaries(st.sampled_from(FILES), st.binary(max_size=200), min_size=1, max_size=2))
def test_files_of_any_bytes(root: Path, own: dict[str, bytes], base: Base, raw: dict[str, bytes]) -> None:
    lay(root, own, {})
    for name, content in raw.items():
        (root / AEROE / name).parent.mkdir(exist_ok=True)
        (root / AEROE / name).write_bytes(content)
    one = prepare_edition(Project(root), SLUG, base)
    assert one.edition is not None or any(message.severity == "fejl" for message in one.messages)


@settings(max_examples=EXAMPLES * 2 // 10, suppress_health_check=list(HealthCheck))
@given(
    args=st.lists(
        st.sampled_from(
            [
                "byg",
                "tjek",
                "ny",
                "forskel",
                "pak",
                "markdown",
                "--udgiv",
                "--format",
                "json",
                "--godkend",
                "--hjælp",
                "-x",
                "",
                "aeroo",
                "../aeroe",
                "/etc",
                "..",
                "--",
                "Ærø\x00",
                "\u202e",
                "--port",
                "999999999",
            ]
        )
        | st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=8),
        max_size=3,
    )
)
def test_any_command_line(root: Path, own: dict[str, bytes], args: list[str]) -> None:
    lay(root, own, {})
    if "vis" in args or any(command in args for command in ("skemaer", "felter")) or args[-2:-1] == ["markdown"]:
        return
    result = here(root, *args)
    assert result.exit_code in (0, 1, 2) and "Traceback" not in result.output
    outside = {path.name for path in root.parent.iterdir()} - {root.name}
    assert not outside, outside
