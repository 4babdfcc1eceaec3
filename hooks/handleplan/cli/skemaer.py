"""``handleplan skemaer``: write the JSON Schemas and the VS Code settings that point editors to them."""

from __future__ import annotations

import json

import click

from ..model.schema import editor_schemas, files_of
from ..project import Project

FOLDER = ".vscode/skemaer"


def wanted_files() -> dict[str, str]:
    """Path from the root → content of every file this command writes."""
    schemas = editor_schemas()
    names = {name: f"{FOLDER}/{name.replace('/', '-')}.json" for name in schemas}
    settings = {
        "files.encoding": "utf8",
        "yaml.schemas": {path: files_of(name) for name, path in names.items()},
        "yaml.completion": True,
        "yaml.hover": True,
        "yaml.validate": True,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.quickSuggestions": {"strings": True}},
    }
    files = {names[name]: schema for name, schema in schemas.items()} | {".vscode/settings.json": settings}
    return {path: json.dumps(content, ensure_ascii=False, indent=1) + "\n" for path, content in files.items()}


def run(project: Project) -> int:
    """Write what differs; returns 0."""
    changed = 0
    for path, text in wanted_files().items():
        file = project.root / path
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            changed += 1
    done = f"{changed} filer skrevet i .vscode/." if changed else "Filerne i .vscode/ passer allerede til felterne."
    click.echo(done)
    return 0
