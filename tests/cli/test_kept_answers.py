"""``tjek`` with the answers of last time says what it says without them, and asks again about what has changed."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest
from handleplan.cli import kept_answers, tjek
from handleplan.out import kept
from handleplan.out.whole_files import read_whole, write_whole

from tests.cli.run import here
from tests.small_project import AEROE, SLUG, small_project, write

OTHER = "samsoe"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two municipalities, one of them with something to say of it."""
    root = small_project(tmp_path)
    shutil.copytree(root / AEROE, root / f"data/kommuner/{OTHER}")
    return root


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The editions that were checked anew."""
    found: list[str] = []
    spread = tjek.spread

    def seen(work, project, slugs, *args):  # type: ignore[no-untyped-def]
        found.extend(slugs)
        return spread(work, project, slugs, *args)

    monkeypatch.setattr(tjek, "spread", seen)
    monkeypatch.setattr(kept, "_remembered", type(kept._remembered)())
    return found


def told(root: Path, asked: list[str], *args: str) -> tuple[int, str, list[str]]:
    """Exit code, text, and which editions were checked anew."""
    asked.clear()
    kept._remembered.clear()  # as a process of its own would find it
    result = here(root, "tjek", *args)
    return result.exit_code, result.output, list(asked)


def without_kept(root: Path, asked: list[str], *args: str) -> tuple[int, str]:
    shutil.rmtree(root / ".cache" / "tjek")
    return told(root, asked, *args)[:2]


@pytest.mark.parametrize("args", [(), ("--lix",), ("--udgiv",), ("--format", "github"), ("--udgiv", "--format", "json")])
def test_the_same_is_said_from_what_is_kept(root: Path, asked: list[str], args: tuple[str, ...]) -> None:
    cold, warm = told(root, asked, *args), told(root, asked, *args)
    assert (cold[:2], cold[2]) == (warm[:2], [SLUG, OTHER])
    assert warm[2] == []


def test_each_question_has_its_own_answer(root: Path, asked: list[str]) -> None:
    plain = told(root, asked)
    assert told(root, asked, "--udgiv")[1:] != plain[1:]
    assert told(root, asked) == (*plain[:2], [])


def test_one_changed_municipality_is_asked_alone(root: Path, asked: list[str]) -> None:
    told(root, asked)
    write(root, "kontakter.yml", (root / AEROE / "kontakter.yml").read_text(encoding="utf-8") + "\n# UDFYLD\n")
    changed = told(root, asked)
    assert changed[2] == [SLUG]
    assert changed[:2] == without_kept(root, asked)


CHANGES = {
    "a shared text": "data/faelles/ord.yml",
    "the municipalities' names": "data/kommuner.csv",
    "a template": "docs/om.md.j2",
    "a file beside the municipalities": "data/kommuner/huskeseddel.txt",
}


@pytest.mark.parametrize("path", CHANGES.values(), ids=CHANGES.keys())
def test_what_all_share_is_asked_of_all(root: Path, asked: list[str], path: str) -> None:
    told(root, asked)
    file = root / path
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    write(root, path, before + ("\n" if path.endswith("csv") else "\n# husk\n"))
    changed = told(root, asked)
    assert changed[2] == [SLUG, OTHER]
    assert changed[:2] == without_kept(root, asked)


def test_an_unknown_file_is_told_of_although_it_is_empty_or_a_folder(root: Path, asked: list[str]) -> None:
    told(root, asked)
    (root / AEROE / "kontakt").mkdir()
    code, text, again = told(root, asked)
    assert (code, again) == (1, [SLUG])
    assert "'kontakt' er ikke et kendt mappenavn" in text


def test_a_link_among_the_data_is_never_kept(root: Path, asked: list[str]) -> None:
    told(root, asked)
    (root / AEROE / "gennemset.json").symlink_to(root / "data/kommuner.csv")
    assert [told(root, asked)[2] for _ in range(2)] == [[SLUG], [SLUG]]


def test_tomorrow_is_another_day(root: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    told(root, asked)

    class Tomorrow(datetime.date):
        @classmethod
        def today(cls) -> datetime.date:
            return datetime.date.fromordinal(datetime.date.toordinal(super().today()) + 1)

    monkeypatch.setattr(kept_answers.datetime, "date", Tomorrow)
    assert told(root, asked)[2] == [SLUG, OTHER]


SPOILT = ["", "{", "[]", "null", '{{"{key}": 7}}', '{{"{key}": {{"messages": [["x"]]}}}}', '{{"another": {value}}}']


@pytest.mark.parametrize("content", SPOILT)
def test_what_is_no_answer_to_this_is_nothing_kept(root: Path, asked: list[str], content: str) -> None:
    cold = told(root, asked)
    file = root / ".cache/tjek" / f"{SLUG}.tjek.json"
    [(key, value)] = json.loads(read_whole(file) or b"").items()
    spoilt = content.format(key=key, value=json.dumps(value)) if "key" in content or "value" in content else content
    if "key" in content or "value" in content:
        write_whole(file, spoilt.encode("utf-8"))
    else:
        file.write_text(spoilt, encoding="utf-8")
    assert told(root, asked) == (*cold[:2], [SLUG])
    assert told(root, asked) == (*cold[:2], [])  # and is mended


def test_a_file_that_is_saved_meanwhile_is_asked_again(root: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    spread = tjek.spread

    def saved_meanwhile(work, project, slugs, *args):  # type: ignore[no-untyped-def]
        found = spread(work, project, slugs, *args)
        file = root / AEROE / "kontakter.yml"
        file.write_text(file.read_text(encoding="utf-8") + "\n# mere\n", encoding="utf-8")
        return found

    with monkeypatch.context() as patch:
        patch.setattr(tjek, "spread", saved_meanwhile)
        told(root, asked)
    assert told(root, asked)[2] == [SLUG]
