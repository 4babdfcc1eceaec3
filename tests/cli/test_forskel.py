"""A fork, played through with git: local changes, news from upstream, a clean merge, and ``forskel`` telling it all."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from handleplan.cli.forskel import word_diff

from tests.cli.run import here
from tests.small_project import ROOT

KONTAKTER = """ret:
  politi:
    note: Ring altid, hvis du er i tvivl
nye:
  ssp-konsulenten:
    navn: SSP-konsulenten
    telefon: ["12 34 56 78"]
"""
TRIN = """ret:
  titel: Vurdér krænkelsen
  kort:
    ret:
      foraeldre:
        tekst: Aftal med eleven, hvordan forældrene får besked.
"""


# What would write to the window that shows it.
OF_A_STRANGER = (r'{"ting": {"kontakter": ["\u001b[2J"]}}', r'{"ting": {"a\n::error::": []}}', r'{"felter": {"x": "\u202e"}}')


@pytest.fixture
def fork(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A municipality's clone (``fork``) of an upstream repository that holds the shared data."""
    upstream = tmp_path / "upstream"
    shutil.copytree(ROOT / "data" / "faelles", upstream / "data" / "faelles")
    shutil.copy(ROOT / "data" / "kommuner.csv", upstream / "data")
    for folder in ("docs", "overrides"):
        shutil.copytree(ROOT / folder, upstream / folder)
    git(upstream, "init", "-q", "-b", "main")
    commit(upstream, "Den fælles del")
    git(tmp_path, "clone", "-q", "upstream", "fork")
    monkeypatch.setenv("HANDLEPLAN_ROD", str(tmp_path / "fork"))
    return tmp_path / "fork"


def git(folder: Path, *words: str) -> str:
    identity = ["-c", "user.name=Prøve", "-c", "user.email=proeve@example.dk"]
    return subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)


def handleplan(*words: str) -> tuple[int, str]:
    """Exit code and text of a command in the fork."""
    result = here(Path(os.environ["HANDLEPLAN_ROD"]), *words)
    return result.exit_code, result.output


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_news_from_upstream_merge_cleanly_and_are_told(fork: Path) -> None:
    assert handleplan("ny", "Odense")[0] == 0
    own = fork / "data" / "kommuner" / "odense"
    (own / "kontakter.yml").write_text(KONTAKTER, encoding="utf-8")
    (own / "trin" / "vurder.yml").write_text(TRIN, encoding="utf-8")
    code, output = handleplan("forskel", "odense")
    assert code == 0 and "odense retter 3 felter, tilføjer 1 ting og skjuler 0." in output
    assert "Når I har læst det: handleplan forskel odense --godkend" in output
    assert handleplan("forskel", "odense", "--godkend")[0] == 0
    commit(fork, "Odenses egen version")
    yaml_before = {path: path.read_bytes() for path in own.rglob("*.yml")}

    base = fork.parent / "upstream" / "data" / "faelles"
    trin = (base / "trin" / "vurder.yml").read_text(encoding="utf-8")
    old = next(line for line in trin.splitlines() if line.startswith("titel: "))
    replace(base / "trin" / "vurder.yml", old, "titel: Find ud af, hvad der er sket")
    kontakter = base / "kontakter.yml"
    kontakter.write_text(
        kontakter.read_text(encoding="utf-8") + "\nny-linje:\n  navn: Den nye linje\n  telefon: ['11 22 33 44']\n", encoding="utf-8"
    )
    litteratur = (base / "litteratur.yml").read_text(encoding="utf-8")
    retired = next(line[:-1] for line in litteratur.splitlines() if line.endswith(":") and not line.startswith((" ", "#")))
    (base / "litteratur.yml").write_text(without(litteratur, retired) + f"\nudgået:\n  {retired}: Bogen er udgået\n", encoding="utf-8")
    commit(fork.parent / "upstream", "Nyt i den fælles del")

    git(fork, "fetch", "-q")
    git(fork, "merge", "-q", "origin/main")
    assert not git(fork, "status", "--porcelain")

    code, output = handleplan("tjek", "odense")
    assert code == 0
    assert "trin/vurder.yml:2:3: advarsel: den fælles tekst under 'titel' er ændret, siden I sidst så på den – kør: handleplan forskel odense" in output
    code, output = handleplan("forskel", "odense")
    changed = output.split("Nyt i den fælles del")[0]
    assert "trin/vurder/titel" in changed and "[+Find ud af, hvad der er sket+]" in changed and "jeres:  Vurdér krænkelsen" in changed
    assert "politi" not in changed
    assert "  kontakter/ny-linje" in output and f"  litteratur/{retired}: Bogen er udgået" in output

    assert handleplan("forskel", "odense", "vurder", "--godkend")[0] == 0
    assert "advarsel: den fælles tekst" not in handleplan("tjek", "odense")[1]
    assert "kontakter/ny-linje" in handleplan("forskel", "odense")[1]
    assert handleplan("forskel", "odense", "--godkend")[0] == 0
    assert "ny-linje" not in handleplan("forskel", "odense")[1]
    assert {path: path.read_bytes() for path in own.rglob("*.yml")} == yaml_before


def without(text: str, ident: str) -> str:
    """``text`` without the thing ``ident`` and everything below it."""
    lines, keep = [], True
    for line in text.splitlines():
        if line and not line.startswith((" ", "#")):
            keep = line != f"{ident}:"
        if keep:
            lines.append(line)
    return "\n".join(lines) + "\n"


def test_an_unknown_id_is_refused(fork: Path) -> None:
    handleplan("ny", "Odense")
    (fork / "data" / "kommuner" / "odense" / "kontakter.yml").write_text(KONTAKTER, encoding="utf-8")
    code, output = handleplan("forskel", "odense", "polti", "--godkend")
    assert code == 1 and output == "'polti' er ikke noget, I retter – mente du 'politi'?\n"
    assert json.loads((fork / "data" / "kommuner" / "odense" / "gennemset.json").read_text(encoding="utf-8"))["felter"] == {}


def test_a_damaged_record_counts_as_nothing_seen(fork: Path) -> None:
    handleplan("ny", "Odense")
    record = fork / "data" / "kommuner" / "odense" / "gennemset.json"
    for damaged in ("{", "[]", '{"form": 99}', '{"form": 1, "felter": [], "ting": 3}', *OF_A_STRANGER):
        record.write_text(damaged, encoding="utf-8")
        assert handleplan("tjek", "odense")[0] == 0, damaged
        code, output = handleplan("forskel", "odense")
        assert code == 0 and output.endswith("forskel odense --godkend\n"), damaged
    handleplan("forskel", "odense", "--godkend")
    assert json.loads(record.read_text(encoding="utf-8"))["form"] == 1


def test_errors_are_told_instead_of_differences(fork: Path) -> None:
    handleplan("ny", "Odense")
    (fork / "data" / "kommuner" / "odense" / "kontakter.yml").write_text("ret: [politi]\n", encoding="utf-8")
    code, output = handleplan("forskel", "odense")
    assert code == 1 and output.startswith("data/kommuner/odense/kontakter.yml:1:")


def test_words_that_went_and_came_are_marked() -> None:
    assert word_diff("Ring til SSP i dag", "Ring til politiet i dag") == ("Ring til [-SSP-] i dag", "Ring til [+politiet+] i dag")
    assert word_diff("ens", "ens") == ("ens", "ens")
