"""What to write in a field: its description and a line to copy."""

from __future__ import annotations

import datetime
import re
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..model.parts import Ting
from . import shapes
from .words import either, shorten, yaml_value

_LONGEST_DESCRIPTION = 110
_MOST_FIELDS = 4


def description(field: FieldInfo | None) -> str:
    """Return the field's description as a remark in brackets, with a space before it; empty if it has none."""
    text = (field.description or "").strip() if field else ""
    if not text:
        return ""
    if len(text) > _LONGEST_DESCRIPTION:
        text = text.split(". ")[0]
    text = shorten(text, _LONGEST_DESCRIPTION).rstrip(".")
    starts_sentence = text[:1].isupper() and not text[1:2].isupper()
    return f" ({text[0].lower() + text[1:] if starts_sentence else text})"


def example_line(name: str, type_: Any, field: FieldInfo | None) -> str:
    """Return a line that could be right: ``slags: fare``, ``telefon: ["…"]`` or ``navn: …``."""
    name, words = shorten(name), shapes.choices(type_)
    if field is not None and field.examples:
        return f"{name}: {shorten(field.examples[0])}"
    if words:
        return f"{name}: {either(words)}"
    wanted = next((shapes.kind(leaf) for leaf in shapes.alternatives(type_)), None)
    if wanted is list:
        words = shapes.choices(shapes.item_type(type_))
        return f"{name}: [{', '.join(words[:2]) if words else '…'}]"
    if wanted is dict:
        return f"{name}: med {_content(type_)} under sig"
    return f"{name}: " + {bool: "ja", int: "14", datetime.date: "2026-11-20"}.get(wanted, "…")


def _content(type_: Any) -> str:
    """Return what stands under a field that holds other fields."""
    for model in shapes.models(type_):
        fields = [name for name, info in model.model_fields.items() if info.is_required()] or list(by_use(model))
        names = ", ".join(f"'{name}'" for name in fields[:_MOST_FIELDS])
        return f"{'feltet' if len(fields) == 1 else 'felterne'} {names}"
    return "linjer (navn: værdi)"


def by_use(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the model's fields, those that every thing has (``kilde``, ``tjekket`` …) last."""
    return dict(sorted(model.model_fields.items(), key=lambda item: item[0] in Ting.model_fields))


def item_lines(value: Any) -> list[str]:
    """Return the elements of a list that was written as one text: ``a, b`` or ``("a", "b")`` → ``["a", "b"]``."""
    parts = (part.strip(" ()\"'“”„") for part in str(value).split(","))
    return [part for part in parts if part]


def as_list(words: list[str]) -> str:
    """Return words as a YAML list on one line, shortened."""
    shown = [shorten(word) if re.fullmatch(r"[^\W\d_][\w-]*", word) else f'"{shorten(word)}"' for word in words[:3]]
    return f"[{', '.join(shown)}{', …' if len(words) > 3 else ''}]"


def as_value(text: str) -> str:
    """Return a text as it is written after a colon, shortened."""
    return yaml_value(shorten(text, 60))
