"""``handleplan byg``: what stands afterwards, whatever went wrong on the way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.run import PATIENCE, here, run, start, surroundings, tree
from tests.small_project import AEROE, ROOT, SMALL, whole_project, write

BROKEN = "nye:\n  ssp:\n    navn: SSP\n    telefn: ['12 34 56 78']\n"
TOLD = (
    f"{AEROE}/kontakter.yml:4:5: feltet 'telefn' findes ikke (i 'ssp') – mente du 'telefon'?\n"
    "Tjekket: 1 udgave. 1 fejl. Intet er bygget, og det gamle site står uændret.\n"
)


@dataclass
class Built:
    """The small project, built once without PDFs, and the processor's seconds that took."""

    root: Path
    seconds: float
    out: str


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = whole_project(tmp_path_factory.mktemp("bygget"))
    begun = seconds_used()
    result = run(root, "byg", "--uden-pdf", "--forklar")
    assert result.returncode == 0, result.stderr
    return Built(root, seconds_used() - begun, result.stdout)


def seconds_used() -> float:
    """What the processes started here have used: a busy computer does not lengthen it as it does the clock's time."""
    used = os.times()
    return used.children_user + used.children_system


@pytest.fixture
def copy(built: Built, tmp_path: Path) -> Path:
    """A copy of the built project that a test may spoil (times kept: a copy is unchanged)."""
    return shutil.copytree(built.root, tmp_path / "kopi")


def test_the_first_build(built: Built) -> None:
    assert "aeroe: bygges (ikke bygget før)" in built.out
    assert built.out.endswith("Færdig: 1 bygget, 0 uændret. Åbn site/index.html\n")
    site = built.root / "site"
    for page in ("index.html", "aeroe/index.html", "aeroe/trin/vurder/index.html", "aeroe/print_page/index.html"):
        assert (site / page).is_file(), page
    left = sorted(path.name for path in site.iterdir())
    hosts = {".htaccess", "_headers", "nginx.conf", "web.config"}
    assert set(left) == {"aeroe", "assets", "index.html", *hosts}, "nothing half-built is left"


def test_a_second_build_with_nothing_changed_builds_nothing(built: Built) -> None:
    before, begun = tree(built.root / "site" / "aeroe"), seconds_used()
    result = run(built.root, "byg", "--uden-pdf", "--forklar")
    seconds = seconds_used() - begun
    assert result.stdout == "aeroe: uændret, springes over\nFærdig: 0 bygget, 1 uændret. Åbn site/index.html\n"
    assert tree(built.root / "site" / "aeroe") == before
    assert seconds < 0.6 * built.seconds, f"{seconds:.1f} s against {built.seconds:.1f} s for all of it"


def test_what_was_touched_around_the_editions_is_written_again(copy: Path) -> None:
    site = copy / "site"
    before = tree(site)
    (site / "index.html").write_text("rettet i hånden", encoding="utf-8")
    (site / "_headers").unlink()
    shutil.rmtree(site / "assets")
    shutil.copytree(site / "aeroe", site / "samsoe")
    result = here(copy, "byg", "--uden-pdf")
    assert result.stdout == "Færdig: 0 bygget, 1 uændret. Åbn site/index.html\n"
    assert result.stderr == (
        "site/samsoe står der endnu, men kommunen har ingen mappe i data/kommuner"
        " – slet site/samsoe, hvis udgaven ikke skal vises mere\n"
    )
    shutil.rmtree(site / "samsoe")
    assert tree(site) == before


def test_forklar_names_what_changed(copy: Path) -> None:
    write(copy, "kontakter.yml", "nye:\n  ssp:\n    navn: SSP Ærø\n    telefon: ['12 34 56 78']\n")
    result = here(copy, "byg", "--uden-pdf", "--forklar")
    assert f"aeroe: bygges ({AEROE})\n" in result.stdout and result.exit_code == 0
    assert "SSP Ærø" in (copy / "site" / "aeroe" / "kontakter" / "index.html").read_text("utf-8")


def test_bad_data_leaves_the_old_site_byte_for_byte(copy: Path) -> None:
    before = tree(copy / "site")
    write(copy, "kontakter.yml", BROKEN)
    result = here(copy, "byg", "--uden-pdf")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", TOLD)
    assert tree(copy / "site") == before


def test_bad_data_before_the_first_build_makes_no_site(tmp_path: Path) -> None:
    root = whole_project(tmp_path, {"kontakter.yml": BROKEN})
    result = here(root, "byg", "--uden-pdf")
    assert (result.exit_code, result.stderr) == (1, TOLD)
    assert not (root / "site").exists()


def test_a_page_that_links_nowhere_leaves_the_old_site(copy: Path) -> None:
    before = tree(copy / "site")
    page = copy / "docs" / "begreber.md.j2"
    page.write_text(page.read_text("utf-8") + "\n[Væk](findes-ikke.md)\n", encoding="utf-8")
    result = here(copy, "byg", "--uden-pdf")
    assert result.exit_code == 1
    first, mkdocs, last = result.stderr.splitlines(keepends=True)
    assert first == "siderne hænger ikke sammen. Det er en fejl i docs/ eller hooks/ og ikke i data. MkDocs siger:\n"
    assert "findes-ikke.md" in mkdocs
    assert last == ("aeroe: blev ikke bygget. Den gamle udgave står uændret.\n")
    assert tree(copy / "site" / "aeroe") == {k[6:]: v for k, v in before.items() if k.startswith("aeroe/")}


def test_unknown_municipality_gets_a_suggestion(built: Built) -> None:
    result = here(built.root, "byg", "aeroo", "../aeroe")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Kommunen 'aeroo' har ingen mappe i data/kommuner – mente du 'aeroe'?\n"
        "Kommunen '../aeroe' har ingen mappe i data/kommuner – mente du 'aeroe'?\n"
    )


def test_an_edition_being_edited_stays_on_the_list(copy: Path) -> None:
    shutil.copytree(SMALL / AEROE, copy / "data" / "kommuner" / "laesoe")
    shutil.copytree(copy / "site" / "aeroe", copy / "site" / "laesoe")
    (copy / "site" / "index.html").write_text("listen med begge", encoding="utf-8")
    result = here(copy, "byg", "aeroe", "--uden-pdf")  # Læsø's name is still Ærø's: an error, but not of this build
    assert result.exit_code == 0
    assert result.stderr == "site/index.html er ikke skrevet om, for der er fejl i data for laesoe.\n"
    assert (copy / "site" / "index.html").read_text("utf-8") == "listen med begge"


def test_two_builds_at_once(copy: Path) -> None:
    """One builds, the other says so; or it came late and found nothing left to do. The edition is whole."""
    write(copy, "kontakter.yml", "nye:\n  ssp:\n    navn: SSP Ærø\n    telefon: ['12 34 56 78']\n")
    both = [start(copy, "byg", "--uden-pdf") for _ in range(2)]
    said = [process.communicate(timeout=PATIENCE) for process in both]
    busy = "Der bygges allerede i et andet vindue – vent, til det er færdigt, og prøv igen.\n"
    built = [out for out, _ in said if "1 bygget" in out]
    assert len(built) == 1
    for process, (out, err) in zip(both, said, strict=True):
        assert (process.returncode, err) in ((0, ""), (1, busy)), out + err
    assert "SSP Ærø" in (copy / "site" / "aeroe" / "kontakter" / "index.html").read_text("utf-8")
    assert not (copy / "site" / ".ny").exists()


def test_while_another_builds_nothing_is_touched(copy: Path) -> None:
    hold = (
        "import sys\nfrom handleplan.cli.lock import build_lock\nfrom handleplan.project import Project\n"
        "with build_lock(Project.find()):\n    print('har den', flush=True)\n    sys.stdin.read()\n"
    )
    (copy / "hold.py").write_text(hold, encoding="utf-8")
    unfinished = copy / "site" / ".ny" / "aeroe" / "index.html"
    unfinished.parent.mkdir(parents=True)
    unfinished.write_text("den anden er i gang", encoding="utf-8")
    holder = subprocess.Popen(
        [sys.executable, "hold.py"], cwd=copy, env=surroundings(copy), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout is not None and holder.stdout.readline().startswith(b"har den")
        result = here(copy, "byg", "--uden-pdf")
        assert result.exit_code == 1 and result.stderr.startswith("Der bygges allerede")
        assert unfinished.is_file()
    finally:
        holder.communicate(b"")
    assert here(copy, "byg", "--uden-pdf").exit_code == 0, "a lock ends with its process"


def test_an_interrupted_swap_is_repaired_also_when_data_is_broken(copy: Path) -> None:
    site, before = copy / "site", tree(copy / "site" / "aeroe")
    (site / ".gammel").mkdir()
    (site / "aeroe").rename(site / ".gammel" / "aeroe")
    (site / ".ny" / "aeroe").mkdir(parents=True)
    (site / ".ny" / "aeroe" / "index.html").write_text("halv", encoding="utf-8")
    write(copy, "kontakter.yml", BROKEN)
    assert here(copy, "byg", "--uden-pdf").exit_code == 1
    assert tree(site / "aeroe") == before
    assert not (site / ".gammel").exists() and not (site / ".ny").exists()


def test_without_pango_one_line_says_what_to_install(copy: Path) -> None:
    """WeasyPrint raises OSError while it is imported when pango's library is not there."""
    fake = copy / "uden-pango" / "weasyprint"
    fake.mkdir(parents=True)
    (fake / "__init__.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\")\n", encoding="utf-8")
    before = tree(copy / "site")
    path = os.pathsep.join([os.fspath(fake.parent), os.fspath(ROOT / "hooks")])
    result = run(copy, "byg", PYTHONPATH=path)
    told, end = result.stderr.splitlines()
    assert result.returncode == 1
    assert told.startswith("PDF'erne kan ikke laves, for programmet pango mangler på computeren.")
    for words in ("sudo apt install", "brew install pango", "pacman -S", "handleplan byg --uden-pdf"):
        assert words in told
    assert end == "Intet er bygget, og det gamle site står uændret."
    assert tree(copy / "site") == before
    write(copy, "kontakter.yml", "nye:\n  ssp:\n    navn: SSP Ærø\n    telefon: ['12 34 56 78']\n")
    assert "1 bygget" in run(copy, "byg", "--uden-pdf", PYTHONPATH=path).stdout


@pytest.mark.skipif(os.name == "nt", reason="a file in the way of a folder says something else on Windows")
def test_a_file_in_the_way_is_one_danish_line(tmp_path: Path) -> None:
    root = whole_project(tmp_path)
    (root / "site").write_text("i vejen", encoding="utf-8")
    result = here(root, "byg", "--uden-pdf")
    assert result.exit_code == 1
    assert result.stderr == "site kan ikke læses eller skrives: computeren siger nej – ret det, og prøv igen.\n"
