"""Runs the program as a person does: a process of its own, with its own surroundings."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result
from handleplan.cli.main import main

from tests.small_project import ROOT

#: Seconds before a process counts as hanging: many times what it takes, also on a machine that does much else.
PATIENCE = 600


def surroundings(root: Path, **extra: str) -> dict[str, str]:
    ours = ("KOMMUNE", "PYTHONPATH", "HANDLEPLAN_ROD")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    paths = {"PYTHONPATH": os.fspath(ROOT / "hooks"), "HANDLEPLAN_ROD": os.fspath(root)}
    return {**kept, **paths, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", **extra}


def start(root: Path, *args: str, module: str = "handleplan", **extra: str) -> subprocess.Popen[str]:
    """Start ``python -m handleplan …`` (or another module) in a project; the code under test is this checkout's."""
    command = [sys.executable, "-m", module, *args]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=root, env=surroundings(root, **extra), stdout=pipe, stderr=pipe, text=True)


def run(root: Path, *args: str, module: str = "handleplan", **extra: str) -> subprocess.CompletedProcess[str]:
    """Run to the end. Whatever happens, nobody is shown a traceback."""
    process = start(root, *args, module=module, **extra)
    out, err = process.communicate(timeout=PATIENCE)
    assert "Traceback" not in out + err, out + err
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def here(root: Path, *args: str) -> Result:
    """Run ``handleplan …`` in this process: for what does not need a process of its own, and much faster."""
    result = CliRunner().invoke(main, list(args), env={"HANDLEPLAN_ROD": os.fspath(root)})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def tree(folder: Path) -> dict[str, str]:
    """Every file below ``folder`` with the hash of its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
