"""The rule on evidence: no edition tells the same actor both to save and not to save."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from ..model.kinds import KINDS
from ..model.parts import Bevis, Punkt
from ..read.messages import Message
from ..read.places import DataPath
from .edition import Edition


def evidence_is_not_contradicted(edition: Edition) -> Iterator[Message]:
    """No edition tells the same actor both to save and not to save the same material (CONTRIBUTING.md, "Beviser")."""
    for (path_a, a), (path_b, b) in itertools.combinations(_advice(edition), 2):
        if not _contradict(a, b):
            continue
        # What the municipality can change is its own text, so that is where the message points.
        one, other = (path_a, path_b) if edition.is_local(path_a) or not edition.is_local(path_b) else (path_b, path_a)
        materiale = next(m for m in a.materiale if m in b.materiale)
        what = f"udgaven siger både 'gem' og 'gem ikke' til samme aktør ({a.aktør}) om {materiale}"
        where = edition.at(other)
        advice = f"det andet råd står i {where.file}:{where.line}. Ret eller skjul det ene, så der kun står én regel"
        yield Message(edition.at(one), what, advice)


def _advice(edition: Edition) -> list[tuple[DataPath, Bevis]]:
    parts = (part for kind in ("kommune", *KINDS) for part in edition.parts(kind))
    return [(path, bevis) for path, part in parts if isinstance(part, Punkt) for bevis in part.bevis]


def _contradict(a: Bevis, b: Bevis) -> bool:
    same = a.aktør == b.aktør and set(a.materiale) & set(b.materiale)
    place = "alle" in (a.enhed, b.enhed) or a.enhed == b.enhed
    # "gem" and "slet" do not clash: securing first and deleting afterwards is a sequence, not two rules.
    return bool(same and place) and {a.handling, b.handling} == {"gem", "gem-ikke"}
