"""What GitHub and GitLab run: every command and target is there, every script is a script, and the weekly issue is one issue."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from handleplan.cli.main import main

from tests.small_project import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def scripts() -> Iterator[tuple[str, str]]:
    for file in WORKFLOWS:
        for job in yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].values():
            yield from ((f"{file.stem}-{number}", step["run"]) for number, step in enumerate(job["steps"]) if "run" in step)
    for name, job in yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")).items():
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


@pytest.mark.parametrize(
    ("schema", "files"), [("vendor.github-workflows", WORKFLOWS), ("vendor.gitlab-ci", [ROOT / ".gitlab-ci.yml"])]
)
def test_the_hosts_know_every_field(schema: str, files: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    checked = subprocess.run(command, check=False, capture_output=True, text=True)
    assert files and checked.returncode == 0, checked.stdout + checked.stderr


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
