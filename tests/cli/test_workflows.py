"""What GitHub and GitLab run: every command, target and file is there, every script is a script, the weekly issue is one issue."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from handleplan.cli.main import main

from tests.small_project import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTIONS = sorted((ROOT / ".github" / "actions").glob("*/action.yml"))


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every step on GitHub, with the name of its workflow or action and its number there."""
    for file in WORKFLOWS:
        for job in _read(file)["jobs"].values():
            yield from ((f"{file.stem}-{number}", step) for number, step in enumerate(job["steps"]))
    for file in ACTIONS:
        yield from ((f"{file.parent.name}-{number}", step) for number, step in enumerate(_read(file)["runs"]["steps"]))


def _read(file: Path) -> dict[str, Any]:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def scripts() -> Iterator[tuple[str, str]]:
    yield from ((name, step["run"]) for name, step in steps() if "run" in step)
    for name, job in _read(ROOT / ".gitlab-ci.yml").items():
        if isinstance(job, dict) and "script" in job:
            yield f"gitlab-{name}", "\n".join(job["script"])


SCRIPTS = dict(scripts())


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_command_is_there(name: str) -> None:
    script = SCRIPTS[name]
    assert subprocess.run(["bash", "-n"], check=False, input=script, text=True, capture_output=True).stderr == ""
    assert "${{" not in script, "an expression in a script can be code from outside: give it as env"
    for command, rest in re.findall(r"\.venv/bin/handleplan (\w+)([^|;}>\n]*)", script):
        options = {option for parameter in main.commands[command].params for option in parameter.opts}
        assert set(re.findall(r"--\w+", rest)) <= options, rest
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for targets in re.findall(r"make ([^\n;|]+)", script):
        for target in targets.split():
            assert f"\n{target.replace('.venv', '$(VENV)')}:" in makefile, target
    for file in re.findall(r"bash (\S+)", script):
        assert (ROOT / file).is_file(), file


def test_every_action_of_our_own_is_there_and_the_project_is_checked_out_before_it() -> None:
    own = {f"./{file.parent.relative_to(ROOT).as_posix()}" for file in ACTIONS}
    for file in WORKFLOWS:
        for job in _read(file)["jobs"].values():
            used = [step["uses"] for step in job["steps"] if "uses" in step]
            assert used[0].startswith("actions/checkout@"), file.name
            assert own & set(used) == {name for name in used if name.startswith("./")} != set(), file.name


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.github-actions", ACTIONS),
        ("vendor.gitlab-ci", [ROOT / ".gitlab-ci.yml"]),
    ],
)
def test_the_hosts_know_every_field(schema: str, files: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    checked = subprocess.run(command, check=False, capture_output=True, text=True)
    assert files and checked.returncode == 0, checked.stdout + checked.stderr


def test_what_a_workflow_writes_is_committed_and_pushed(tmp_path: Path) -> None:
    """``.ci/gem``: the municipalities' folders and nothing else; with nothing new there is no empty commit."""

    def git(*words: str, folder: Path = tmp_path / "klon") -> str:
        return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout

    git("init", "-q", "--bare", "-b", "main", "vaert", folder=tmp_path)
    git("clone", "-q", "vaert", "klon", folder=tmp_path)
    own = tmp_path / "klon" / "data" / "kommuner" / "odense" / "kommune.yml"
    own.parent.mkdir(parents=True)
    own.write_text("navn: Odense\n", encoding="utf-8")
    (tmp_path / "klon" / "eftersyn.txt").write_text("ikke med\n", encoding="utf-8")
    for _ in range(2):
        subprocess.run(["bash", str(ROOT / ".ci" / "gem"), "Odense: ny kommune"], cwd=tmp_path / "klon", check=True)
        assert git("log", "--format=%s", "--name-only", "origin/main").split("\n\n") == [
            "Odense: ny kommune", "data/kommuner/odense/kommune.yml\n",
        ]  # fmt: skip


GH = """#!/bin/sh
echo "$@" >> "$LOG"
case "$2" in list) echo "$OPEN";; view) cat body.md;; esac
"""


@pytest.mark.parametrize(
    ("found", "number", "body", "done"),
    [
        ("Tjekket: 1 udgave. Ingen fejl.", "", "", []),
        ("data/a.yml:1:1: råd: x – y", "", "", []),
        ("data/a.yml:1:1: advarsel: x – y", "", "", ["create"]),
        ("data/a.yml:1:1: advarsel: x – y", "7", "```text\ndata/a.yml:1:1: advarsel: x – y\n```", []),
        ("data/a.yml:1:1: advarsel: x – y", "7", "noget andet", ["edit", "comment"]),
        ("Tjekket: 1 udgave. Ingen fejl.", "7", "noget andet", ["close"]),
    ],
)
def test_the_weekly_issue(tmp_path: Path, found: str, number: str, body: str, done: list[str]) -> None:
    (tmp_path / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    (tmp_path / "eftersyn.txt").write_text(found + "\n", encoding="utf-8")
    (tmp_path / "body.md").write_text(body, encoding="utf-8")
    script = next(text for name, text in SCRIPTS.items() if "gh issue" in text)
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "LOG": "log", "OPEN": number, "EMNE": "Ugentligt eftersyn"}
    subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=environment, check=True)
    calls = [line.split()[1] for line in (tmp_path / "log").read_text(encoding="utf-8").splitlines()]
    assert [call for call in calls if call not in ("list", "view")] == done
