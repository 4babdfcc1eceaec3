"""Danish for values that are of the right kind, but not right."""

from __future__ import annotations

import datetime
import re
from typing import Any

from ..model.types import RESERVED_IDS
from . import shapes
from .examples import as_value, description, example_line
from .faults import Fault, Sentence
from .field_sentences import empty
from .messages import suggestion
from .proposals import id_proposal, proposal
from .words import fold_id, shorten


def not_a_choice(fault: Fault) -> Sentence:
    """A word that is not among those to choose from."""
    what = f"{fault.spot.label} kan ikke være '{shorten(fault.value)}'{fault.spot.where}"
    return what, suggestion(str(fault.value), shapes.choices(fault.spot.type))


def bad_id(fault: Fault) -> Sentence:
    """An id with other letters than ids have."""
    rule = "et id har kun små bogstaver a–z, tal og bindestreg"
    what = f"id'et '{shorten(fault.value)}' er ikke skrevet rigtigt: {rule}{fault.spot.where}"
    ident = id_proposal(fault.value)
    words = str(fault.value).split()
    if ident and isinstance(fault.spot.name, int) and len(words) > 1 and words == list(map(fold_id, words)):
        return what, f"skriv {ident}, eller sæt komma imellem, hvis det er flere: {shorten(', '.join(words), 80)}"
    if under := _lost_line_above(fault):
        return what, f"skriv {under}: på linjen over, hvis det er den, der mangler"
    return what, f"skriv {ident}" if ident else "vælg et id som for eksempel ring-til-politi"


def _lost_line_above(fault: Fault) -> str | None:
    """The field that is not there, but would hold the id as a field: ``primær`` after a lost ``farver:``."""
    fields = fault.spot.owners[-1].model_fields if fault.spot.owners else {}
    return next((
        name for name, info in fields.items() if name not in fault.spot.holders[-1]
        and any(fault.value in model.model_fields for model in shapes.models(info.annotation))
    ), None)  # fmt: skip


def refused(fault: Fault) -> Sentence:
    """One of our own validators said no; its sentence continues ``'<felt>' er '<værdi>', men``."""
    spot, value = fault.spot, fault.value
    if isinstance(value, str) and not value.strip():
        return empty(fault)
    reason, _, advice = (fault.reason.rstrip(".") or "det passer ikke her").partition(". ")
    advice = advice[:1].lower() + advice[1:]
    if isinstance(value, (dict, list)):
        return f"der er noget galt i {spot.label}: {reason}{spot.where}", advice or "ret felterne, så de passer sammen"
    shown = f"'{shorten(value)}'"
    if spot.is_key:
        without_colon = re.fullmatch(r"(\S+)\s+(\d\S*)", str(value))
        if without_colon and shapes.accepts(spot.key_type, without_colon[1]):  # {man-tor 8.00-15.00}
            day, hours = without_colon.groups()
            return f"der mangler et kolon efter '{day}'{spot.where}", f"skriv {day}: {hours}"
        what = reason if reason.startswith(shown) else f"{shown} kan ikke stå foran kolonet: {reason}"
        if value in RESERVED_IDS:
            move = "ryk linjen og det, der hører til den, længere ud"
            if len(fault.path) == 1:  # nowhere further out
                move = "slet linjen, og ryk det, der står under den, to mellemrum ud"
            return what + spot.where, f"{move}, eller vælg et andet id"
        return what + spot.where, _meant(spot.key_type, value, "") or advice or "skriv noget andet foran kolonet"
    what = f"{spot.label} er {shown}, men {reason}{spot.where}"
    prefix = f"{spot.name}: " if isinstance(spot.name, str) else ""
    return what, advice or _meant(spot.type, value, prefix) or _ask(fault)


def _meant(type_: Any, value: Any, prefix: str) -> str | None:
    text = proposal(type_, value)
    return None if text is None else f"skriv {shorten(prefix)}{' ' if prefix else ''}{as_value(text)}"


def _ask(fault: Fault) -> str:
    if shapes.of_kind(fault.spot.type, bool) and isinstance(fault.spot.name, str):
        return f"skriv {shorten(fault.spot.name)}: ja eller {shorten(fault.spot.name)}: nej"
    said = "for eksempel" in fault.reason or "skrives" in fault.reason
    return fault.mend + ("" if said else description(fault.spot.field))


_LIMITS = {
    "greater_than_equal": ("ge", "skal være mindst {}"),
    "greater_than": ("gt", "skal være over {}"),
    "less_than_equal": ("le", "må højst være {}"),
    "less_than": ("lt", "skal være under {}"),
}


def out_of_range(fault: Fault) -> Sentence:
    """A number or date that is too large or too small."""
    key, text = _LIMITS[fault.type]
    limit = text.format(shorten(fault.context.get(key, "…")))
    what = f"{fault.spot.label} er {shorten(fault.value)}, men {limit}{fault.spot.where}"
    low, high = (_limit(fault, name) for name in ("ge", "le"))
    if low is not None and high is not None:
        return what, f"skriv {'en dato' if isinstance(low, datetime.date) else 'et tal'} fra {low} til {high}"
    return what, fault.mend + description(fault.spot.field)


def _limit(fault: Fault, name: str) -> Any:
    return next((getattr(mark, name) for mark in shapes.marks(fault.spot.type) if hasattr(mark, name)), None)


def wrong_length(fault: Fault) -> Sentence:
    """Too few or too many elements, too short or too long a text."""
    spot, context = fault.spot, fault.context
    least, most = context.get("min_length"), context.get("max_length")
    if isinstance(fault.value, str):
        limit = f"skal have mindst {least} tegn" if least else f"må højst have {most} tegn"
        name = f"id'et '{shorten(fault.value)}'" if spot.is_key else spot.label
        what = f"{name} har {len(fault.value)} tegn, men {limit}{spot.where}"
        return what, "gør teksten længere" if least else "gør teksten kortere"
    if least and not fault.value:
        what = f"listen {spot.label} er tom{spot.where}"
        return what, f"skriv mindst {least}: {example_line(str(spot.name), spot.type, spot.field)}"
    limit = f"skal have mindst {least}" if least else f"må højst have {most}"
    what = f"{spot.label} har {len(fault.value or ())} punkter, men {limit}{spot.where}"
    return what, "tilføj punkter" if least else "slet punkter"


def something_else(fault: Fault) -> Sentence:
    """An error that no rule knows."""
    kinds = map(shapes.kind, shapes.alternatives(fault.spot.type))
    wanted = next((shapes.KINDS[kind] for kind in kinds if kind in (int, bool, datetime.date)), None)
    needs = f"men der skal stå {wanted}" if wanted else "og det passer ikke her"
    what = f"{fault.spot.label} er '{shorten(fault.value)}', {needs}{fault.spot.where}"
    return what, fault.mend + description(fault.spot.field)
