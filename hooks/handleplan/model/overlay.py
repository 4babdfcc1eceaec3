"""What a municipality's files may say: the four words ``ret``, ``nye``, ``skjul``, ``orden``.

The models are derived from the base's models, so a new field exists in both at once. ``ret`` holds the
same fields, none of them required; a field that is itself a mapping id → thing takes the four words again.
"""

from __future__ import annotations

import functools
import typing
from typing import Annotated, Any

from pydantic import BaseModel, Field, create_model

from .parts import Del, MayBeText
from .types import Id, Linje, PunktId


class Blok(Del):
    """Base of every derived overlay block, so that code can recognise one."""


def mapping_item(annotation: Any) -> type[BaseModel] | None:
    """The thing's model when ``annotation`` is a mapping id → thing, else None."""
    if typing.get_origin(annotation) is not dict:
        return None
    item = typing.get_args(annotation)[1]
    return item if isinstance(item, type) and issubclass(item, BaseModel) else None


@functools.cache
def ret_model(model: type[BaseModel]) -> type[Del]:
    """The model of a change to one ``model``: same fields, none required."""
    fields: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        item = mapping_item(info.annotation)
        if item is not None:
            annotation: Any = blok_model(item)
        else:
            annotation = info.annotation
            for mark in info.metadata:
                annotation = Annotated[annotation, mark]
        fields[name] = (annotation, Field(None, description=info.description))
    base = MayBeText if issubclass(model, MayBeText) else Del
    return create_model(f"Ret{model.__name__}", __base__=base, **fields)


@functools.cache
def blok_model(model: type[BaseModel]) -> type[Blok]:
    """The model of an overlay over a mapping id → ``model``."""
    ident: Any = PunktId if issubclass(model, MayBeText) else Id
    return create_model(
        f"Overlay{model.__name__}",
        __base__=Blok,
        ret=(
            dict[ident, ret_model(model)],
            Field({}, description="Ændringer: id og de felter, der skal være anderledes."),
        ),
        nye=(dict[ident, model], Field({}, description="Tilføjelser: nyt id og alle felter.")),
        skjul=(dict[Id, Linje], Field({}, description="Det, der skal udelades: id og en begrundelse.")),
        orden=(list[Id], Field([], description="Id'er, der skal stå først. Resten følger som i den fælles del.")),
    )


@functools.cache
def single_model(model: type[BaseModel]) -> type[Blok]:
    """The model of a file with one thing (``trin/<id>.yml``): either ``ret:`` or ``nye:``."""
    return create_model(
        f"Overlay{model.__name__}Fil",
        __base__=Blok,
        ret=(ret_model(model), Field(None, description="Ændringer i det fælles trin af samme navn.")),
        nye=(model, Field(None, description="Et trin, som den fælles del ikke har.")),
    )
