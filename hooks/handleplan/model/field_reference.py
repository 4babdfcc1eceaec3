"""Every file and field an editor can write, as rows for a reference page. Read from the same schemas as editors use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .kinds import KINDS
from .schema import Schema, editor_schemas

_FILES = {
    "kommune": "kommune/kommune",
    "trin": "kommune/trin",
    "trin-fil": "faelles/trin-fil",
    "skoler": "kommune/skoler",
    **{kind.name: f"faelles/{kind.name}" for kind in KINDS.values() if not kind.folder and not kind.shared_only},
}
_WHAT = {"kommune": "oplysninger om udgaven", "trin": "trinnenes rækkefølge", "trin-fil": "et trin", "skoler": "skole"}


@dataclass(frozen=True)
class FieldRow:
    """One field: its name, whether it must be there, what may stand in it and what it means."""

    navn: str
    påkrævet: bool
    værdi: str
    beskrivelse: str


@dataclass(frozen=True)
class FileRows:
    """One data file: its name in a municipality's folder, what one thing in it is, and the thing's fields."""

    fil: str
    hvad: str
    felter: list[FieldRow]


def file_reference() -> tuple[list[FileRows], dict[str, list[FieldRow]]]:
    """The files with their fields, and the parts that fields share (``bemærkning``, ``punkt`` …) by name."""
    schemas = editor_schemas()
    files, parts = [], {}
    for name, schema_name in _FILES.items():
        schema = schemas[schema_name]
        thing = schema if "fil" in name or name in ("kommune", "trin") else _resolved(_things_of(schema), schema)
        file = "trin/<trin>.yml" if name == "trin-fil" else f"{name}.yml"
        files.append(FileRows(file, _WHAT.get(name) or KINDS[name].what, _rows(thing)))
        for part, body in schema.get("$defs", {}).items():
            if _resolved(body, schema) != thing:
                parts.setdefault(part_name(part), _rows(_fields_of(body)))
    return files, dict(sorted(parts.items()))


def _things_of(schema: Schema) -> Schema:
    """What stands under an id in a file: ids are written as a pattern, or taken as they are."""
    patterns = schema.get("patternProperties")
    return next(iter(patterns.values())) if patterns else schema["additionalProperties"]


def part_name(definition: str) -> str:
    """How a part is named on the page (pydantic writes ``Bem_rkning`` for ``Bemærkning``)."""
    return definition.replace("Bem_rkning", "Bemærkning").replace("Logf_ring", "Logføring").lower()


def _rows(thing: Schema) -> list[FieldRow]:
    required = thing.get("required", [])
    return [
        FieldRow(name, name in required, _value(field), field.get("description", ""))
        for name, field in _fields_of(thing).get("properties", {}).items()
    ]


def _fields_of(body: Schema) -> Schema:
    return next((choice for choice in body.get("anyOf", []) if "properties" in choice), body)


def _resolved(node: Schema, schema: Schema) -> Schema:
    reference = node.get("$ref", "").removeprefix("#/$defs/")
    return schema["$defs"][reference] if reference else node


def _value(field: Schema) -> str:
    """What may stand in a field, as an editor would say it."""
    if "enum" in field:
        return " eller ".join(map(str, field["enum"]))
    if "const" in field:
        return str(field["const"])
    if "$ref" in field:
        return f"felterne under {part_name(field['$ref'].removeprefix('#/$defs/'))}"
    if "anyOf" in field:
        return " eller ".join(dict.fromkeys(_value(choice) for choice in field["anyOf"]))
    if "patternProperties" in field:
        return f"id: {_value(next(iter(field['patternProperties'].values())))}"
    if isinstance(field.get("additionalProperties"), dict):
        return f"{'dage' if 'propertyNames' in field else 'linje'}: {_value(field['additionalProperties'])}"
    return _simple(field)


def _simple(field: Schema) -> str:
    kind: Any = field.get("type")
    if kind == "array":
        return f"liste: {_value(field.get('items', {}))}"
    if kind == "integer":
        return "helt tal"
    message = field.get("patternErrorMessage", "")
    if "for eksempel" in message:
        return f"som {message.split('for eksempel ')[1].rstrip('.')}"
    return "tekst"
