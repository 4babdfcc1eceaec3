"""The command line: Danish answers, exit codes, and plain MkDocs beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.run import here, run
from tests.edition.fejl_cases import without_lix
from tests.small_project import AEROE, small_project, whole_project


def command(root: Path, *args: str) -> tuple[int, str]:
    result = here(root, *args)
    return result.exit_code, result.output


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("lille"))


def test_tjek_without_mistakes(root: Path) -> None:
    for words in (("tjek",), ("tjek", "aeroe", "aeroe")):
        code, output = command(root, *words)
        assert (code, without_lix(output)) == (0, "Tjekket: 1 udgave. Ingen fejl.\n")
        assert output.startswith("LIX aeroe (kort under 35, sider højst 40): kortet ")


def test_tjek_counts_what_it_found(tmp_path: Path) -> None:
    local = "ret:\n  politi: {navn: Politiet}\n  gammel-linje: {note: x}\n  politti: {note: x}\n"
    code, output = command(small_project(tmp_path, {"kontakter.yml": local}), "tjek")
    assert code == 1 and output.splitlines()[-1] == "Tjekket: 1 udgave. 1 fejl, 1 advarsel, 1 råd."


def test_a_thousand_municipalities_are_not_checked(tmp_path: Path) -> None:
    root = small_project(tmp_path)
    for number in range(1000):
        (root / "data" / "kommuner" / f"k{number}").mkdir()
    what = "Der er 1001 mapper i data/kommuner, men Danmark har 98 kommuner – slet dem, der ikke er kommuner\n"
    assert command(root, "tjek") == (1, what)


def test_an_error_in_the_base_is_told_once(tmp_path: Path) -> None:
    root = small_project(tmp_path, {"data/faelles/ord.yml": "sparring:\n  tekst: SSP\n"})
    (root / "data" / "kommuner" / "laesoe").mkdir()
    (root / "data" / "kommuner" / "laesoe" / "kommune.yml").write_text(
        (root / AEROE / "kommune.yml").read_text("utf-8").replace("navn: Ærø", "navn: Læsø"), encoding="utf-8"
    )
    code, output = command(root, "tjek")
    assert code == 1 and output.count("ord.yml") == 1
    assert output.endswith("Tjekket: 2 udgaver. 1 fejl.\n")


@pytest.mark.parametrize(
    ("args", "code", "line"),
    [
        (("tjek", "aero"), 1, "Kommunen 'aero' har ingen mappe i data/kommuner – mente du 'aeroe'?"),
        (("vis", "x"), 1, "Kommunen 'x' har ingen mappe i data/kommuner – du kan kun skrive aeroe"),
        (("bygg",), 2, "Kommandoen 'bygg' findes ikke – mente du 'byg'?"),
        (("byg", "--uden-pfd"), 2, "Valget '--uden-pfd' findes ikke – mente du '--uden-pdf'?"),
        (("tjek", "--links-nu"), 2, "Valget '--links-nu' findes ikke – mente du '--links'?"),
        (
            ("vis", "--port", "otte"), 2,
            "Kommandoen kan ikke læses – skriv main vis --hjælp for at se, hvad du kan skrive",
        ),
    ],
)  # fmt: skip
def test_a_slip_on_the_command_line(root: Path, args: tuple[str, ...], code: int, line: str) -> None:
    assert command(root, *args) == (code, line + "\n")


def test_help_is_no_error(root: Path) -> None:
    for args in (("--hjælp",), ("byg", "-h"), ("tjek", "--help"), ("vis", "-h")):
        code, output = command(root, *args)
        assert code == 0 and "--hjælp" in output and "Vis denne hjælp." in output
        assert not re.search("Usage|Options|Commands|OPTIONS|ARGS|INTEGER|default|this", output)


def test_no_municipality_at_all(tmp_path: Path) -> None:
    (tmp_path / "data" / "kommuner").mkdir(parents=True)
    for name in ("byg", "tjek", "vis"):
        code, output = command(tmp_path, name)
        assert (code, output) == (1, "Der er ingen kommuner i data/kommuner – lav en mappe med en kommune.yml\n")


def test_python_m_handleplan(root: Path) -> None:
    result = run(root, "tjek")
    assert (result.returncode, without_lix(result.stdout), result.stderr) == (0, "Tjekket: 1 udgave. Ingen fejl.\n", "")


def test_danish_letters_get_through_an_old_terminal(root: Path) -> None:
    """A Windows console says it is cp1252 or ASCII; the lines are UTF-8 all the same, and nothing breaks."""
    result = run(root, "tjek", "ærø", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert result.returncode == 1 and "Kommunen '" in result.stderr


@pytest.mark.parametrize(
    ("kommune", "told"),
    [
        ("", "Hvilken kommune? Skriv for eksempel: KOMMUNE=aeroe mkdocs build. Du kan vælge: aeroe\n"),
        ("aero", "Kommunen 'aero' har ingen mappe i data/kommuner – mente du 'aeroe'?\n"),
        ("../aeroe", "Kommunen '../aeroe' har ingen mappe i data/kommuner – mente du 'aeroe'?\n"),
    ],
)
def test_plain_mkdocs_needs_a_municipality(tmp_path: Path, kommune: str, told: str) -> None:
    root = whole_project(tmp_path)
    result = run(root, "build", "--strict", module="mkdocs", KOMMUNE=kommune)
    assert (result.returncode, result.stderr) == (1, told)
    assert not (root / "site").exists()


def test_plain_mkdocs_says_what_is_wrong_with_the_data(tmp_path: Path) -> None:
    root = whole_project(tmp_path, {"trin/vurder.yml": "ret:\n  titl: Vurdér\n"})
    (root / "site" / "aeroe").mkdir(parents=True)
    (root / "site" / "aeroe" / "index.html").write_text("den gamle", encoding="utf-8")
    result = run(root, "build", module="mkdocs", KOMMUNE="aeroe")
    assert result.returncode == 1
    assert result.stderr == (
        "Udgaven for 'aeroe' kan ikke bygges:\n"
        f"{AEROE}/trin/vurder.yml:2:3: feltet 'titl' findes ikke (under 'ret') – mente du 'titel'?\n"
    )
    assert (root / "site" / "aeroe" / "index.html").read_text("utf-8") == "den gamle"


def test_plain_mkdocs_builds_one_edition(tmp_path: Path) -> None:
    root = whole_project(tmp_path)
    result = run(root, "build", "--strict", module="mkdocs", KOMMUNE="aeroe")
    assert result.returncode == 0, result.stderr
    assert (root / "site" / "aeroe" / "actioncard" / "index.html").is_file()
