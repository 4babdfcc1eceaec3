"""Danish for a list where a text belongs, a text where a list belongs, and the like."""

from __future__ import annotations

import re
from typing import Any

from pydantic.fields import FieldInfo

from . import shapes
from .examples import as_list, as_value, by_use, description, example_line, item_lines
from .faults import Fault, Sentence
from .words import either, fold_id, shorten, yaml_quoted

_ONE_A_LINE = "hvert punkt på sin egen linje med en bindestreg foran"
_INDENTED = "rykket to mellemrum ind"
_LONGEST_EXAMPLE = 60
_DASHES = "-–—•·*"
#: The fields that hold a thing's text.
_TEXTS = ("tekst", "note")
#: The fields that say what a thing is called.
_NAMES = ("id", "navn", "titel", "tekst")


def wrong_shape(fault: Fault) -> Sentence:
    """What stands there is of another kind than what belongs there."""
    wanted = list(dict.fromkeys(filter(None, map(shapes.kind, shapes.alternatives(fault.spot.type)))))
    got = {list: "er en liste", dict: "har felter under sig"}.get(type(fault.value), "er en tekst")
    what = f"{fault.spot.label} {got}, men skal {_needs(fault, wanted)}{fault.spot.where}"
    return what, _advice(fault, wanted[0] if wanted else None)


def _needs(fault: Fault, wanted: list[type]) -> str:
    nouns = [shapes.KINDS[kind] for kind in wanted if kind is not dict]
    if shapes.accepts_text(fault.spot.type):
        nouns.append("en tekst")
    needs = ["være " + either(nouns)] if nouns else []
    if dict in wanted:
        needs.append("have punkter under sig, hvert med sit id" if _keyed_by_id(fault) else "have felter under sig")
    return either(needs) or "være noget andet"


def _keyed_by_id(fault: Fault) -> bool:
    types = shapes.key_and_value_types(fault.spot.type)
    return types is not None and shapes.is_id(types[0])


def _advice(fault: Fault, wanted: type | None) -> str:
    if wanted is list:
        return _list_advice(fault)
    if wanted is dict:
        return _model_advice(fault) if shapes.models(fault.spot.type) else _mapping_advice(fault)
    return _text_advice(fault)


def _list_advice(fault: Fault) -> str:
    name, value = fault.spot.name, fault.value
    if isinstance(value, str) and value[:1] in _DASHES and value[1:].strip():
        ask = "sæt et mellemrum efter bindestregen"
        if value[0] != "-":
            ask = "brug en almindelig bindestreg og et mellemrum"
        return f"{ask}: - {shorten(value[1:].strip())}"
    holds_models = bool(shapes.models(shapes.item_type(fault.spot.type)))
    if isinstance(value, dict) and holds_models:
        first = next(iter(value), "…")
        return f"sæt en bindestreg foran det første felt, og ryk de andre ind under det: - {shorten(first)}: …"
    if isinstance(value, str) and not holds_models:
        if shapes.is_id(shapes.item_type(fault.spot.type)):  # ids one below the other, without dashes
            value = ",".join(value.split())
        return f"skriv {shorten(name) + ': ' if isinstance(name, str) else ''}{as_list(item_lines(value))}"
    if isinstance(value, dict) and value and not holds_models:
        words = [text if isinstance(text, str) else str(key) for key, text in value.items()]
        return f"skriv {as_list(words)}, eller {_ONE_A_LINE}"
    return f"skriv {_ONE_A_LINE}"


def _mapping_advice(fault: Fault) -> str:
    name, value = shorten(fault.spot.name or ""), fault.value
    if isinstance(value, str):
        joined = re.match(r"(\S+?):(\S|\s)", value)
        if joined and not value.startswith("http"):
            return f"sæt et almindeligt mellemrum efter '{shorten(joined[1])}:'"
    if not _keyed_by_id(fault):
        remark = description(fault.spot.field)
        return f"skriv hvert felt på sin egen linje under '{name}:', {_INDENTED}{remark}"
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(first, str) and len(ids := re.split(r",\s*|\s+og\s+", first)) > 1 and ids == list(map(fold_id, ids)):
        first = ids[0]  # "cyberhus, datatilsynet"
    ident, text = _id_and_text(first)
    write = f"for eksempel {ident}: {text}" if text else f"for eksempel {ident}:"
    if isinstance(value, list):
        return f"skriv et id foran hvert punkt i stedet for bindestregen, {write}"
    return f"skriv hvert punkt på sin egen linje under '{name}:' med et id foran, {write}"


def _id_and_text(value: Any) -> tuple[str, str]:
    """Return an id and a text to show for one element."""
    if isinstance(value, dict) and len(value) == 1:  # "- sparring: SSP": the id is there already
        key, text = next(iter(value.items()))
        if isinstance(text, str) and fold_id(key) == key and key not in _NAMES:
            return key, as_value(text)
    if isinstance(value, dict):
        named = next((value[key] for key in _NAMES if isinstance(value.get(key), str)), "")
        return _short_id(named), ""
    text = value if isinstance(value, str) else ""
    ident = _short_id(text)
    return ident, as_value(text) if text and text != ident else "…"


def _short_id(text: str) -> str:
    return fold_id(" ".join(re.findall(r"\w+", text)[:3])) or "et-id"


def _model_advice(fault: Fault) -> str:
    name, value = fault.spot.name, fault.value
    if isinstance(value, list):
        if shapes.accepts_text(fault.spot.type):
            return "skriv ét punkt for hvert id, uden bindestreg"
        if {"ret", "nye"} <= set(shapes.models(fault.spot.type)[0].model_fields):
            ident, text = _id_and_text(value[0] if value else "")
            instead = f"et id foran hvert punkt i stedet for bindestregen: {ident}: {text}".rstrip()
            return f"skriv nye: på linjen over, og {instead}"
        return "skriv felterne uden bindestreg foran og uden [ ]"
    fields = by_use(shapes.models(fault.spot.type)[0])
    fields = {name: fields[name] for name in (*_TEXTS, *fields) if name in fields}
    required = [item for item in fields.items() if item[1].is_required()]
    fitting = [item for item in required or fields.items() if _fits(item[1], value)]
    field, info = next(iter(fitting or required or fields.items()))
    line = example_line(field, shapes.field_type(info), info)
    if _fits(info, value):
        line = f"{field}: {as_value(value) if len(value) <= _LONGEST_EXAMPLE else '…'}"
    under = f"under '{shorten(name)}:', {_INDENTED}" if isinstance(name, str) else "på hver sin linje"
    return f"skriv felterne {under}, for eksempel {line}"


def _fits(info: FieldInfo, value: Any) -> bool:
    return isinstance(value, str) and shapes.accepts(shapes.field_type(info), value)


def _text_advice(fault: Fault) -> str:
    name, value = fault.spot.name, fault.value
    prefix = f"{shorten(name)}: " if isinstance(name, str) else ""
    if isinstance(value, list):
        texts = [item for item in value if isinstance(item, str)]
        if len(value) == 1 and texts:
            return f"skriv det uden bindestreg og [ ]: {prefix}{as_value(texts[0])}"
        return "skriv det som én tekst, uden bindestreger og [ ]"
    if isinstance(value, dict) and len(value) == 1:
        key, content = next(iter(value.items()))
        text = f"{key}: {content}" if isinstance(content, str) else f"{key}:"
        return f"er det et kolon inde i teksten, så sæt anførselstegn om den: {prefix}{yaml_quoted(shorten(text, 60))}"
    return f"skriv én tekst {fault.after}"
