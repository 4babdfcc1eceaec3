"""Whatever a file or a value is: no exception, one printable Danish line for each message, and soon.

``make test`` tries 1,000 in all, ``make fuzz`` 20,000: ``HANDLEPLAN_FUZZ``.
"""

from __future__ import annotations

import os
import time
from typing import Any

import pytest
from handleplan.model.baggrund import Baggrund
from handleplan.model.handling import Rolle, Trin
from handleplan.model.kommune import Kommune
from handleplan.model.opslag import Kontakt, Ressource
from handleplan.model.parts import Punkt
from handleplan.model.types import Id
from handleplan.read.validate import validate
from handleplan.read.yaml_reader import Source, parse_yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.read.danish import assert_danish

FILE = "fil.yml"
EXAMPLES = int(os.environ.get("HANDLEPLAN_FUZZ", "1000"))
PIECES = [
    "a", "navn", "æ", "tekst", "~", "null", ": ", ":", "\n", "\n  ", "\n    ", "\n- ", "- ", '"', "'", "[", "]", "{",
    "}", "{{", "}}", "#", " #", "|", ">", "*", "*x", "&x ", "!t ", "!!python/x ", "<<: ", ",", "? ", "%", "@",
    "`", "\\",
    "\\u202e", "\n---\n", "\n...\n", "=======", "\n<<<<<<< ", "\n>>>>>>> ", "\t", "\r", "\x00", "\x85", "\xa0",
    "\u200b", "\u2028", "\u202e", "\ue000", "\ufeff", "a\u030a", "Ã¸",
]
yaml_like = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
words = st.sampled_from(
    [
        "navn", "titel", "tekst", "telefon", "telefn", "alder", "fra", "til", "kort", "afsnit", "punkter", "hvem",
        "styrke", "skal", "hvis", "bevis", "ja", "2026-11-20", "114", "https://a.dk", "[key]", "Børn & unge", "ret", "",
        "Husk", "a-b", "Kontakt", "str", "\u202e", "-x", "a:b", "x" * 200,
    ]
) | st.text(max_size=20)
nested = st.recursive(
    st.none() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=4),
    max_leaves=25,
)
FIELDS = {model: sorted(model.model_fields) for model in (Kontakt, Trin, Kommune, Punkt, Ressource, Baggrund, Rolle)}


def _check(raw: bytes) -> None:
    start = time.process_time()
    source = parse_yaml(raw, FILE)
    assert time.process_time() - start < 1
    for message in source.messages:
        line = str(message)
        assert line.isprintable() and message.what and message.advice
        assert message.place.line >= 1 and message.place.column >= 1
    assert source.messages or source.data is not None
    if source.data is not None:
        for kontakter in (dict[Id, Kontakt], Trin):
            validate(kontakter, source.data, source)


@settings(max_examples=EXAMPLES // 10)
@given(st.binary(max_size=300))
def test_any_bytes(raw: bytes) -> None:
    _check(raw)


@settings(max_examples=EXAMPLES // 4)
@given(yaml_like)
def test_text_like_yaml(text: str) -> None:
    _check(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=EXAMPLES // 20)
@given(yaml_like, st.sampled_from(["utf-16", "cp1252", "utf-16-le", "latin-1"]))
def test_text_like_yaml_in_other_encodings(text: str, encoding: str) -> None:
    _check(text.encode(encoding, "replace"))


@settings(max_examples=EXAMPLES // 5)
@given(st.text(alphabet="ab:-[]{}\"'#&*!|>%@`,? \n\t\\ø", max_size=80))
def test_text_of_marks(text: str) -> None:
    _check(text.encode())


@pytest.mark.parametrize("model", FIELDS, ids=lambda model: model.__name__)
@settings(max_examples=EXAMPLES // 25, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_data(model: Any, data: st.DataObject) -> None:
    value = data.draw(nested | st.dictionaries(st.sampled_from(FIELDS[model]) | words, nested, max_size=6))
    type_ = data.draw(st.sampled_from([model, dict[Id, model], list[model], model | list[Id] | None]))
    at = data.draw(st.sampled_from([(), ("nye",), ("nye", "politi"), ("a", 0)]))
    found, messages = validate(type_, value, Source(FILE), at)
    assert found is None or not messages
    for message in messages:
        assert str(message).isprintable() and message.what and message.advice


@settings(max_examples=EXAMPLES // 20)
@given(nested)
def test_messages_hold_no_english(value: Any) -> None:
    """Only our own words as data: what is not Danish then comes from pydantic."""
    ours = _danish(value)
    for message in validate(dict[Id, Trin], {"a": {"kort": {"b": ours}, "afsnit": ours}}, Source(FILE))[1]:
        assert_danish(str(message))


def _danish(value: Any) -> Any:
    if isinstance(value, dict):
        return {f"felt-{number}": _danish(item) for number, item in enumerate(value.values())}
    if isinstance(value, list):
        return [_danish(item) for item in value]
    return value if value is None else "ord"
