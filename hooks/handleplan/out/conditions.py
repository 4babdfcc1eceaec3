"""A bullet's conditions (``hvis``) as the short labels a reader sees."""

from __future__ import annotations

import re

from ..model.parts import Hvis, Punkt

# "Sendt til dig? …", "En voksen står bag: …": the bullet itself says first when it holds.
LEAD = re.compile(r"\**([^.:?!*]{1,60}[:?])\**(?=\s)")

LABELS: dict[str, dict[str, str]] = {
    "krænker": {"kendt": "Kendt krænker", "ukendt": "Ukendt krænker"},
    "situation": {
        "ubetænksom": "Tankeløst eller frivilligt",
        "trusler": "Trusler, afpresning, overgreb, hævn",
        "voksen": "En voksen står bag",
        "forælder": "Mistanke mod en forælder",
    },
    "myndig": {"umyndig": "Under 18 år", "myndig": "Fyldt 18 år"},
    "strafbar_alder": {"under-15": "Krænker under 15 år", "fyldt-15": "Krænker fyldt 15 år"},
    "skole": {"samme": "Samme skole", "flere": "Flere skoler"},
    "vej": {"intern": "Intern sag", "politi": "Politisag"},
    "modtaget": {"vist": "Vist til dig", "sendt": "Sendt til dig", "skolens-enhed": "På skolens udstyr"},
}


def condition_labels(hvis: Hvis | None) -> list[str]:
    """The labels of ``hvis`` in the order of the model's fields; an empty list when there is no condition."""
    if hvis is None:
        return []
    labels = []
    for field, words in LABELS.items():
        value = getattr(hvis, field)
        values = value if isinstance(value, list) else [value] if value else []
        labels += [words[v] for v in values]
    if hvis.andet:
        labels.append(hvis.andet[:1].upper() + hvis.andet[1:])
    return labels


def unsaid_conditions(hvis: Hvis | None, tekst: str) -> list[str]:
    """The labels of ``hvis`` that ``tekst`` does not begin with (a reader need not be told twice)."""
    said = tekst.lstrip("*").casefold()
    return [label for label in condition_labels(hvis) if not said.startswith(label.casefold())]


def with_bold_lead(punkt: Punkt) -> str:
    """The bullet's text, with the condition it begins with in bold; other texts are unchanged."""
    lead = LEAD.match(punkt.tekst) if punkt.hvis else None
    if lead is None or "{{" in lead[1]:
        return punkt.tekst
    return f"**{lead[1]}**{punkt.tekst[lead.end() :]}"
