"""A bullet's conditions (``hvis``) as the short labels a reader sees."""

from __future__ import annotations

from ..model.parts import Hvis

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
