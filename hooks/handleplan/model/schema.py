"""JSON Schemas of the data files, for editors such as VS Code: they complete a field, explain it and mark a mistake.

Written from the models, so they cannot say anything else than ``handleplan tjek``. What differs from pydantic's own
schema is what the reader (``handleplan.read``) allows: ``ja``/``nej`` for yes and no, a number where a text may stand,
a bullet written as plain text.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, TypeAdapter

from .handling import TrinOrden
from .kinds import KINDS, KOMMUNE_FILE, TRIN_ORDER_FILE
from .kommune import Kommune
from .overlay import blok_model, single_model
from .skole import SKOLER_FILE, Skole
from .types import ID_PATTERN, Id

Schema = dict[str, Any]
_PATTERN_MESSAGES = {ID_PATTERN: "Et id skrives med små bogstaver a-z, tal og bindestreg, for eksempel ring-til-ssp."}
_DATE = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}$",
    "patternErrorMessage": "En dato skrives år-måned-dag, for eksempel 2026-11-20.",
}
_DRAFT = {"$schema": "http://json-schema.org/draft-07/schema#"}
_TEXT = ["string", "number"]   # an unquoted 112 is text to the reader


def editor_schemas() -> dict[str, Schema]:
    """The schemas by name: ``"kommune/kontakter"`` for a municipality's file, ``"faelles/…"`` for the shared."""
    schemas = {
        "kommune/kommune": _schema(Kommune),
        "kommune/trin": _schema(TrinOrden),
        "faelles/trin": _schema(TrinOrden),
        "kommune/skoler": {**_DRAFT, **_clean(TypeAdapter(dict[Id, Skole]).json_schema())},
    }
    for kind in KINDS.values():
        if kind.folder:
            schemas[f"kommune/{kind.name}-fil"] = _schema(single_model(kind.model))
            schemas[f"faelles/{kind.name}-fil"] = _schema(kind.model)
            continue
        schemas[f"faelles/{kind.name}"] = _base_schema(kind.model)
        if not kind.shared_only:
            schemas[f"kommune/{kind.name}"] = _schema(blok_model(kind.model))
    return schemas


def files_of(name: str) -> str:
    """Which files a schema is for, as a pattern from the project's root (``data/kommuner/*/kontakter.yml``)."""
    layer, _, file = name.partition("/")
    folder = "data/kommuner/*" if layer == "kommune" else "data/faelles"
    if file == "kommune":
        return f"{folder}/{KOMMUNE_FILE}"
    if file == "skoler":
        return f"{folder}/{SKOLER_FILE}"
    if file == "trin":
        return f"{folder}/{TRIN_ORDER_FILE}"
    kind = KINDS[file.removesuffix("-fil")]
    return f"{folder}/{kind.name}/*.yml" if kind.folder else f"{folder}/{kind.file}"


def _base_schema(model: type[BaseModel]) -> Schema:
    """A shared file: id → thing, beside the two fixed words ``orden`` and ``udgået``."""
    things = TypeAdapter(dict[str, model]).json_schema()
    schema = _clean({"$defs": things.get("$defs", {}), **_object(things["additionalProperties"])})
    schema["properties"] = {
        "orden": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Rækkefølgen: id'er. De andre følger efter.",
        },
        "udgået": {
            "type": "object",
            "additionalProperties": {"type": "string"},
            "description": "Id'er, der ikke længere findes, og hvorfor.",
        },
    }
    return {**_DRAFT, **schema}


def _object(values: Schema) -> Schema:
    names = {"pattern": f"^({ID_PATTERN[1:-1]}|udgået)$"}
    return {"type": "object", "propertyNames": names, "additionalProperties": values}


def _schema(model: type[BaseModel]) -> Schema:
    return {**_DRAFT, **_clean(model.model_json_schema())}


def _clean(node: Any) -> Any:
    """``node`` as an editor should have it: no generated titles, no null, the words the reader takes."""
    if isinstance(node, list):
        return [_clean(child) for child in node]
    if not isinstance(node, dict):
        return node
    if "properties" in node:   # a model: its docstring is for developers
        node = {key: value for key, value in node.items() if key not in ("title", "description")}
        node["properties"] = {name: _clean(value) for name, value in node["properties"].items()}
        node = {key: value if key == "properties" else _clean(value) for key, value in node.items()}
        return _or_text(node)
    node = {key: value for key, value in node.items() if key not in ("title", "default")}
    choices = [choice for choice in node.get("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        node = {**{key: value for key, value in node.items() if key != "anyOf"}, **choices[0], **_described(node)}
    return _value({key: _clean(value) for key, value in node.items()})


def _described(node: Schema) -> Schema:
    return {"description": node["description"]} if "description" in node else {}


def _value(node: Schema) -> Schema:
    if "patternProperties" in node:   # a mapping of ids: other keys are mistakes
        return {**node, "additionalProperties": False}
    if node.get("type") == "boolean":
        return {**_described(node), "enum": ["ja", "nej"]}
    if node.get("format") == "date":
        return {**_described(node), **_DATE}
    if node.get("type") == "string" and "enum" not in node and "const" not in node and "pattern" not in node:
        return {**node, "type": _TEXT}
    if node.get("pattern") in _PATTERN_MESSAGES:
        return {**node, "patternErrorMessage": _PATTERN_MESSAGES[node["pattern"]]}
    return node


def _or_text(node: Schema) -> Schema:
    """A bullet may be written as its text alone."""
    fields = node["properties"]
    is_bullet = {"tekst", "styrke", "hvis", "bevis"} <= set(fields)
    return {"anyOf": [{"type": _TEXT}, node]} if is_bullet else node
