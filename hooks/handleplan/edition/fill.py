"""What a text says in one edition: its words filled in, and hidden things gone from the lists."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from pydantic import BaseModel

from ..model.types import Reference
from ..model.walk import field_marks, map_text
from .text_references import parse, starts_sentence


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


def fill_words(value: Any, words: dict[str, str], then: Callable[[str], str]) -> Any:
    """``value`` with every known ``{{ ord.<id> }}`` replaced; at the start of a sentence the word gets a capital.

    ``then`` changes each text afterwards, in the same walk.
    """

    def change(text: str) -> str:
        if "ord." not in text:
            return then(text)
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
        return then(done)

    return map_text(value, change)
