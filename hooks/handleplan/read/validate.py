"""Plain data from a file → the model's values, or Danish messages with the place of each mistake."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from . import shapes
from .choices import one_fault_a_choice
from .consequences import FIELD_FOR_ID, field_for_id, without_consequences
from .faults import Fault, Sentence, fault_from
from .field_sentences import empty, missing, unknown
from .messages import Message, errors, sort_messages
from .places import DataPath, Place
from .shape_sentences import wrong_shape
from .spots import walk
from .value_sentences import bad_id, not_a_choice, out_of_range, refused, something_else, wrong_length
from .yaml_reader import Source

MOST_FAULTS = 300


def validate(type_: Any, data: Any, source: Source, at: DataPath = ()) -> tuple[Any | None, list[Message]]:
    """Check ``data`` against a model and return the value, or None and what is wrong.

    ``type_`` is a model of ``handleplan.model`` or any type that pydantic knows (``dict[Id, Kontakt]``).
    ``data`` stands at ``at`` in the file ``source``; places are looked up there, and what has no place of its
    own gets that of the nearest thing round it. A line that ``source`` already has an error about is not
    complained of again. Raises nothing on bad data.
    """
    try:
        return shapes.adapter(type_).validate_python(data), []
    except ValidationError as error:
        count, found = error.error_count(), error.errors(include_url=False)[:MOST_FAULTS]
    faults = [fault_from(e, walk(type_, data, e["loc"], e["type"], at)) for e in found]
    faults = without_consequences(one_fault_a_choice(faults))
    known_lines = {(message.place.file, message.place.line) for message in errors(source.messages)}
    messages = []
    for fault in faults:
        place = _place(fault, source, at)
        if fault.type == "missing" or (place.file, place.line) not in known_lines:
            messages.append(Message(place, *_sentence(fault)))
    if count > MOST_FAULTS:  # each takes a search for what was meant; nobody reads more
        what = f"der er {count - MOST_FAULTS} fejl mere i filen"
        messages.append(Message(source.place(at), what, "ret de andre først, og prøv igen"))
    # All errors may stand on lines that have been reported: the value is None all the same.
    return None, sort_messages(messages)


_SHAPES = ("list_type", "tuple_type", "set_type", "dict_type", "string_type", "model_type", "model_attributes_type")
_SENTENCES: dict[str, Callable[[Fault], Sentence]] = {
    "missing": missing,
    "extra_forbidden": unknown,
    "literal_error": not_a_choice,
    "value_error": refused,
    FIELD_FOR_ID: field_for_id,
    "too_short": wrong_length,
    "too_long": wrong_length,
    "string_too_short": wrong_length,
    "string_too_long": wrong_length,
    **dict.fromkeys(("greater_than", "greater_than_equal", "less_than", "less_than_equal"), out_of_range),
    **dict.fromkeys(_SHAPES, wrong_shape),
}


def _sentence(fault: Fault) -> Sentence:
    if fault.type in ("missing", "extra_forbidden", FIELD_FOR_ID):
        return _SENTENCES[fault.type](fault)
    if fault.value is None:
        return empty(fault)
    type_ = fault.spot.key_type if fault.spot.is_key else fault.spot.type
    if fault.type == "string_pattern_mismatch" and shapes.is_id(type_):
        return bad_id(fault)
    if isinstance(fault.value, (list, dict)) and _is_scalar(fault.spot.type):
        return wrong_shape(fault)
    return _SENTENCES.get(fault.type, something_else)(fault)


def _is_scalar(type_: Any) -> bool:
    kinds = {shapes.kind(leaf) for leaf in shapes.alternatives(type_)}
    return bool(kinds) and kinds.isdisjoint({list, dict, None})


def _place(fault: Fault, source: Source, at: DataPath) -> Place:
    """Return the value's place where the value is wrong, the name's where the name is, the parent's where none is."""
    path = (*at, *fault.path)
    if fault.type == "missing":
        return source.place(path[:-1])
    about_name = fault.spot.is_key or fault.type in ("extra_forbidden", FIELD_FOR_ID)
    if not about_name and isinstance(fault.value, str) and path in source.value_places:
        return source.value_places[path]
    return source.place(path)
