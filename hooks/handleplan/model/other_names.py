"""Words that editors write for a field: English ones, as in other YAML files, and what it is called in speech."""

from __future__ import annotations

#: Word → field. It counts only where the field may stand and the word may not.
OTHER_NAMES = {
    "name": "navn", "title": "titel", "overskrift": "titel", "text": "tekst", "brødtekst": "tekst",
    "phone": "telefon", "nummer": "telefon", "numre": "telefon",
    "website": "web", "hjemmeside": "web", "link": "web", "url": "web",
    "open": "åbent", "åbningstid": "åbent", "åbningstider": "åbent", "age": "alder",
    "date": "dato", "source": "kilde", "owner": "ejer", "color": "farver",
    "ændr": "ret", "rettelser": "ret", "tilføj": "nye", "tilføjelser": "nye",
    "slet": "skjul", "fjern": "skjul", "udelad": "skjul", "order": "orden", "rækkefølge": "orden",
}  # fmt: skip
