"""Each fact and each piece of advice of the five sources is found in the editions that are to carry it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content import built
from tests.content.checklist import Entry, load

HERE = Path(__file__).parent
#: The report on the whole country stands in every edition.
NATIONAL = "dkr"
LISTS = sorted(path.stem for path in HERE.glob("*.yml"))
LEAST = 500


def editions_of(name: str) -> tuple[str, ...]:
    return built.PROJECT.slugs if name == NATIONAL else (name,)


def faults(entry: Entry, slug: str) -> list[str]:
    """Where the edition fails the entry: on the page, on the card, or both."""
    places = []
    if entry.side is not None:
        places.append((f"/{entry.side}", built.page(slug, entry.side)))
    if entry.kort:
        places.append(("actioncard.pdf", built.card(slug)))
    found = [(place, entry.fault_in(text)) for place, text in places]
    if entry.styrke:
        on_card = entry.side == "actioncard"
        blocks = built.short_blocks(slug) if on_card else built.page_blocks(slug, entry.side)
        found.append((f"/{entry.side}", entry.strength_fault_in(blocks)))
    return [f"{entry.id} ({entry.kilde}) på {place}: {fault}" for place, fault in found if fault]


@pytest.mark.bygget
@pytest.mark.parametrize(("name", "slug"), [(name, slug) for name in LISTS for slug in editions_of(name)])
def test_the_edition_says_what_the_source_says(name: str, slug: str) -> None:
    missing = [fault for entry in load(HERE / f"{name}.yml") for fault in faults(entry, slug)]
    if missing:
        pytest.fail(f"{len(missing)} punkter:\n" + "\n".join(missing), pytrace=False)


def test_every_source_has_its_list() -> None:
    assert set(built.PROJECT.slugs) | {NATIONAL} == set(LISTS)
    assert sum(len(load(HERE / f"{name}.yml")) for name in LISTS) >= LEAST


@pytest.mark.bygget
@pytest.mark.parametrize("name", [name for name in LISTS if name != NATIONAL])
def test_a_list_does_not_fit_another_edition(name: str) -> None:
    """The entries are about this municipality: most of them fail on another one's pages."""
    entries = [entry for entry in load(HERE / f"{name}.yml") if entry.side is not None]
    for other in set(built.PROJECT.slugs) - {name}:
        here = [entry for entry in entries if built.page_file(other, entry.side).is_file()]
        met = [entry.id for entry in here if entry.fault_in(built.page(other, entry.side)) is None]
        assert len(met) < 0.4 * len(entries), f"{len(met)} of {len(entries)} are met by {other} as well: {met}"


@pytest.mark.parametrize(
    "entry",
    [
        "- {id: a, kilde: k, side: om}",
        "- {id: a, kilde: k, find: [], side: om}",
        "- {id: a, find: [x], side: om}",
        "- {id: a, kilde: k, find: [x]}",
        "- {id: a, kilde: k, find: [x], side: om, indenfor: 3}",
        "- {id: a, kilde: k, find: [x], side: om, styrke: må}",
        "- {id: a, kilde: k, find: [x], kort: ja, styrke: kan}",
        "- {id: a, kilde: k, find: [x], side: '', styrke: kan}",
        "- {id: a, kilde: k, find: [x], side: om}\n- {id: a, kilde: k, find: [y], side: om}",
        "- {id: a, kilde: k, find: [x], side: om}\n- {id: b, kilde: l, find: [x], side: om}",
    ],
)
def test_a_list_with_a_slip_is_refused(entry: str, tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text(entry, encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.yml"):
        load(tmp_path / "x.yml")
