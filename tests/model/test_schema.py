"""The schemas editors use: in step with the models, true of all shipped data, and strict about mistakes."""

from __future__ import annotations

import fnmatch
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from handleplan.cli.skemaer import wanted_files
from handleplan.model.schema import editor_schemas, files_of
from jsonschema import Draft7Validator

from tests.small_project import ROOT

SCHEMAS = editor_schemas()


class _EditorLoader(yaml.BaseLoader):
    """YAML as VS Code reads it (1.2): whole numbers are numbers, everything else is text."""


_EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?\d+$"), list("-0123456789"))
_EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def as_editor(text: str) -> Any:
    return yaml.load(text, Loader=_EditorLoader) or {}


def data_files() -> list[tuple[str, Path]]:
    found = []
    for path in sorted((ROOT / "data").rglob("*.yml")):
        shown = path.relative_to(ROOT).as_posix()
        names = [name for name in SCHEMAS if _matches(shown, files_of(name))]
        found += [(name, path) for name in names]
    return found


def _matches(path: str, pattern: str) -> bool:
    return path.count("/") == pattern.count("/") and fnmatch.fnmatchcase(path, pattern)


def test_the_written_schemas_are_in_step_with_the_models() -> None:
    """Run ``handleplan skemaer`` when this fails."""
    for path, text in wanted_files().items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, path
    written = {p.relative_to(ROOT).as_posix() for p in (ROOT / ".vscode/skemaer").iterdir()}
    assert written == {path for path in wanted_files() if path != ".vscode/settings.json"}


def test_every_data_file_has_one_schema() -> None:
    files = [path for _, path in data_files()]
    assert len(files) == len(set(files)) == len(list((ROOT / "data").rglob("*.yml")))


def test_the_schemas_are_schemas() -> None:
    for schema in SCHEMAS.values():
        Draft7Validator.check_schema(schema)


@pytest.mark.parametrize(("name", "path"), data_files(), ids=lambda value: value.stem if isinstance(value, Path) else value)
def test_the_shipped_data_is_right_by_its_schema(name: str, path: Path) -> None:
    errors = list(Draft7Validator(SCHEMAS[name]).iter_errors(as_editor(path.read_text(encoding="utf-8"))))
    assert not errors, "\n".join(f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in errors[:5])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kommune/kontakter", "nye: {ssp: {navn: SSP, telefn: ['12 34 56 78']}}"),
        ("kommune/kontakter", "nye: {ssp: {telefon: ['12 34 56 78']}}"),
        ("kommune/kontakter", "nye: {SSP: {navn: SSP}}"),
        ("kommune/kontakter", "ny: {}"),
        ("kommune/kontakter", "ret: {politi: {på_kortet: måske}}"),
        ("kommune/kontakter", "ret: {politi: {tjekket: 20-11-2026}}"),
        ("kommune/kommune", "navn: Brøndby"),
        ("kommune/kommune", "{navn: X, status: færdig, dato: 2026-01-01, ejer: {funktion: SSP}}"),
        ("kommune/trin-fil", "ret: {kort: {ret: {a: {styrke: måske}}}}"),
        ("faelles/begreber", "x: {titel: X, slags: andet}"),
    ],
)
def test_a_mistake_is_marked(name: str, text: str) -> None:
    assert list(Draft7Validator(SCHEMAS[name]).iter_errors(as_editor(text)))


def test_what_the_reader_takes_the_schema_takes() -> None:
    text = "ret: {politi: {på_kortet: ja, telefon: [114]}}\nskjul: {cyberhus: Vi bruger et andet tilbud}\norden: [politi]"
    assert not list(Draft7Validator(SCHEMAS["kommune/kontakter"]).iter_errors(as_editor(text)))
    text = "ret: {kort: {nye: {ring: Ring til SSP}}}"
    assert not list(Draft7Validator(SCHEMAS["kommune/trin-fil"]).iter_errors(as_editor(text)))


def test_every_field_of_a_schema_explains_itself() -> None:
    seen = 0
    for name, schema in SCHEMAS.items():
        for model, body in [(name, schema), *schema.get("$defs", {}).items()]:
            for variant in body.get("anyOf", [body]):
                for field, value in variant.get("properties", {}).items():
                    assert value.get("description"), f"{name} {model}.{field}"
                    seen += 1
    assert seen > 500
