"""Danish for fields that are missing, unknown or empty."""

from __future__ import annotations

import itertools
import re

from ..model.other_names import OTHER_NAMES
from . import shapes
from .examples import by_use, description, example_line
from .faults import Fault, Sentence
from .messages import did_you_mean, suggestion
from .words import either, fold, shorten, yaml_quoted

_OTHER_NAMES = {fold(word): field for word, field in OTHER_NAMES.items()}


def missing(fault: Fault) -> Sentence:
    """A required field is not there."""
    spot = fault.spot
    name = str(spot.name)
    line, remark = example_line(name, spot.type, spot.field), description(spot.field)
    says_more = fold(remark.strip(" ()")) not in fold(line)
    return f"feltet '{name}' mangler{spot.where}", f"tilføj {line}{remark if says_more else ''}"


def empty(fault: Fault) -> Sentence:
    """A field, an id or an element has nothing after it."""
    spot = fault.spot
    what = f"{spot.label} er ikke udfyldt{spot.where}"
    if isinstance(spot.name, int):
        return what, "skriv noget der, eller slet punktet"
    if spot.name is None:
        return what, f"skriv noget{description(spot.field)}"
    if beside := own_fields_beside(fault):
        lines = f"linjen med '{beside[0]}:'" if len(beside) == 1 else f"linjerne fra '{beside[0]}:' til '{beside[-1]}:'"
        return what, f"ryk {lines} to mellemrum ind, under '{shorten(spot.name)}:'"
    required = spot.field is not None and spot.field.is_required()
    holds_fields = shapes.of_kind(spot.type, dict) is not None and not shapes.accepts_text(spot.type)
    line = example_line(str(spot.name), spot.type, spot.field) if holds_fields else f"noget {fault.after}"
    return what, f"skriv {line}" + description(spot.field) + ("" if required else ", eller slet linjen")


def own_fields_beside(fault: Fault) -> list[str]:
    """The lines just below an empty name that are its fields, and stand beside it instead of under it."""
    right_there = _fields(fault) if fault.spot.field is not None else []
    fields = {name for model in shapes.models(fault.spot.type) for name in model.model_fields} - set(right_there)
    below = itertools.dropwhile(lambda name: name != fault.spot.name, fault.spot.beside)
    return list(itertools.takewhile(lambda name: name in fields, itertools.islice(below, 1, None)))


def meant_field(fault: Fault) -> str | None:
    """Return the field that an unknown one most likely is a slip for."""
    name, fields = str(fault.spot.name), _fields(fault)
    meant = _joined(fault) or _OTHER_NAMES.get(fold(name))
    return meant if meant in fields else did_you_mean(name, fields)


def _joined(fault: Fault) -> str | None:
    """The field of ``{fra:0}`` or ``{fra 0}``, where YAML reads field and value as one name."""
    match = re.match(r"(\w+)[: ]", str(fault.spot.name))
    return match[1] if match and fault.value is None and match[1] in _fields(fault) else None


def unknown(fault: Fault) -> Sentence:
    """A field that the model does not have: what the first explanation that fits says of it."""
    rules = (_with_hidden_sign, _without_space, _misspelt, _outside_ret_and_nye, _misplaced, _text_with_colon)
    found = next(filter(None, (rule(fault) for rule in rules)), None)
    return found or (_not_there(fault), suggestion(str(fault.spot.name), _fields(fault)))


def _not_there(fault: Fault) -> str:
    return f"feltet '{shorten(fault.spot.name)}' findes ikke{fault.spot.where}"


def _with_hidden_sign(fault: Fault) -> Sentence | None:
    """A name that only looks right: "navn" with a hard space after it."""
    name = str(fault.spot.name)
    seen = " ".join(name.split())
    if seen == name or seen not in _fields(fault):
        return None
    return f"der står et usynligt tegn ved '{seen}'{fault.spot.where}", f"slet det, og skriv {seen}:"


def _without_space(fault: Fault) -> Sentence | None:
    field, name = _joined(fault), str(fault.spot.name)
    if field is None:
        return None
    lacking, value = "et mellemrum" if name[len(field)] == ":" else "et kolon", shorten(name[len(field) + 1 :])
    return f"der mangler {lacking} efter '{field}'{fault.spot.where}", f"skriv {field}: {value}"


def _misspelt(fault: Fault) -> Sentence | None:
    meant = meant_field(fault)
    if meant is None or (fold(meant) != fold(str(fault.spot.name)) and _misplaced(fault)):
        return None
    there = meant in _holder(fault)
    if there:
        return _not_there(fault), f"'{meant}' står her allerede: slet '{shorten(fault.spot.name)}'"
    return _not_there(fault), f"mente du '{meant}'?"


def _outside_ret_and_nye(fault: Fault) -> Sentence | None:
    if not {"ret", "nye"} <= set(_fields(fault)):
        return None
    what, holder = f"'{shorten(fault.spot.name)}' skal stå under ret: eller nye:{fault.spot.where}", _holder(fault)
    if "skjul" in holder and holder["skjul"] is None:
        return what.replace("ret: eller nye:", "skjul:"), "ryk linjen to mellemrum ind under skjul:"
    if above := [word for word in ("ret", "nye") if word in holder]:
        empty = [word for word in above if holder[word] is None]
        words = either([f"{word}:" for word in empty or above])
        advice = f"ryk linjen og det, der hører til den, to mellemrum ind under {words}"
        if "nye" not in holder:
            advice += ". Er det noget, I selv tilføjer, så skriv nye: på linjen over i stedet"
        return what, advice
    below = "på linjen over, og ryk det hele to mellemrum ind"
    return what, f"skriv ret: (noget fælles, I ændrer) eller nye: (noget, I selv tilføjer) {below}"


def _misplaced(fault: Fault) -> Sentence | None:
    """A field that is right, but stands one level too far out or in."""
    spot, name, what = fault.spot, fault.spot.name, _not_there(fault)
    beside_ids = len(spot.trail) > 1 and spot.trail[-2][1]
    if beside_ids and isinstance(fault.value, dict) and any(field in _fields(fault) for field in fault.value):
        beside = shorten(spot.trail[-2][0])
        return what, f"ryk linjen og det, der hører til den, længere ud, så den står ud for '{beside}'"
    for owner, holder in zip(spot.owners[-2::-1], spot.holders[-2::-1], strict=True):
        if name in owner.model_fields and name not in holder:
            return what, "ryk linjen længere ud, så den står under de andre felter, den hører til"
    above = meant_holder(fault)
    return (what, f"ryk linjen ind, hvis den hører under '{above}'") if above else None


def _text_with_colon(fault: Fault) -> Sentence | None:
    if not is_text_with_colon(fault):
        return None
    name = str(fault.spot.name)
    text = f"{name}: {fault.value}" if isinstance(fault.value, str) else f"{name}:"
    what = f"'{shorten(name)}:' læses som et felt på grund af kolonet{fault.spot.where}"
    return what, f"sæt anførselstegn om teksten: {yaml_quoted(shorten(text, 60))}"


def is_text_with_colon(fault: Fault) -> bool:
    """Return whether an unknown field is the beginning of a text: ``Husk: ring`` on a line of its own."""
    name = str(fault.spot.name)
    return (" " in name or name[:1].isupper()) and len(_holder(fault)) == 1 and meant_field(fault) is None


def _holder(fault: Fault) -> dict:
    """The data that the field stands in."""
    return fault.spot.holders[-1] if fault.spot.holders else {}


def _fields(fault: Fault) -> list[str]:
    return list(by_use(fault.spot.owners[-1])) if fault.spot.owners else []


def meant_holder(fault: Fault) -> str | None:
    """The field just above that an unknown one would be right under, had it stood further in."""
    spot, name = fault.spot, fault.spot.name
    names = list(_holder(fault))
    above = names[names.index(name) - 1] if name in names and names.index(name) else None
    field = spot.owners[-1].model_fields.get(above) if spot.owners else None
    if field is None:
        return None
    holds_ids = shapes.key_and_value_types(field.annotation) is not None and spot.holders[-1][above] is None
    return above if holds_ids or any(name in model.model_fields for model in shapes.models(field.annotation)) else None
