"""What a text says in one edition: its words filled in, and hidden things gone from the lists."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from pydantic import BaseModel

from ..model.types import Reference
from ..model.walk import field_marks, leaves, map_text
from .placeholders import as_shown
from .text_references import parse, starts_sentence


def fixed_names(thing: Any) -> frozenset[tuple[str, str]] | None:
    """What the fields of ``thing`` name, as ``(kind, id)``; None when its texts are other ones in an edition.

    Unless one of these is hidden, the thing stands in every edition as it was written.
    """
    named = set()
    for _, text, mark in leaves(thing):
        if isinstance(mark, Reference):
            named.add((mark.kind, text))
        elif "ord." in text or as_shown(text) != text:
            return None
    return frozenset(named)


def without_hidden(value: Any, hidden: Collection[tuple[str, str]]) -> Any:
    """``value`` with references to hidden things taken out of lists (a single reference becomes None).

    Unchanged parts are shared.
    """
    if not hidden:
        return value
    if isinstance(value, BaseModel):
        update = {}
        for name, mark in field_marks(type(value)):
            old = getattr(value, name)
            if isinstance(mark, Reference):
                new: Any = old
                if isinstance(old, list):
                    kept = [x for x in old if (mark.kind, x) not in hidden]
                    new = old if len(kept) == len(old) else kept
                elif (mark.kind, old) in hidden:
                    new = None
            else:
                new = without_hidden(old, hidden)
            if new is not old:
                update[name] = new
        return value.model_copy(update=update) if update else value
    if isinstance(value, dict):
        done = {key: without_hidden(child, hidden) for key, child in value.items()}
        return done if any(done[key] is not value[key] for key in value) else value
    return value


def fill_words(value: Any, words: dict[str, str]) -> Any:
    """``value`` as readers see it: placeholders said plainly, and every known ``{{ ord.<id> }}`` replaced.

    At the start of a sentence the word gets a capital.
    """

    def change(text: str) -> str:
        if "ord." not in text:
            return as_shown(text)
        done = ""
        for piece in parse(text)[0]:
            if isinstance(piece, str):
                done += piece
            elif piece.function != "ord":
                done += f"{{{{ {piece.function}('{piece.ident}') }}}}"
            elif piece.ident not in words:  # left for the check to complain of
                done += f"{{{{ ord.{piece.ident} }}}}"
            else:
                word = words[piece.ident]
                starts = starts_sentence(done)
                done += word[:1].upper() + word[1:] if starts else word
        return as_shown(done)

    return map_text(value, change)
