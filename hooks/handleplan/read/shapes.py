"""What a pydantic type says may stand in a place: the questions that messages ask of it."""

from __future__ import annotations

import datetime
import types
from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints, TypeAdapter
from pydantic.fields import FieldInfo

from ..model.types import ID_PATTERN

#: The simple kinds of value, and how Danish names them.
KINDS = {
    list: "en liste", dict: "felter", str: "en tekst", int: "et tal", bool: "ja eller nej", datetime.date: "en dato",
}


def alternatives(type_: Any) -> list[Any]:
    """Return the types that ``type_`` is a choice between, each without annotations; ``None`` is left out."""
    origin = get_origin(type_)
    if origin is Annotated:
        return alternatives(get_args(type_)[0])
    if origin in (Union, types.UnionType):
        return [leaf for arg in get_args(type_) for leaf in alternatives(arg)]
    if hasattr(type_, "__value__"):  # a named alias
        return alternatives(type_.__value__)
    return [] if type_ in (None, type(None)) else [type_]


def kind(type_: Any) -> type | None:
    """Return which of ``KINDS`` a type without annotations is, None for others."""
    origin = get_origin(type_) or type_
    if origin is Literal:
        return str
    if is_model(origin):
        return dict
    if origin in (tuple, set, frozenset):
        return list
    return origin if origin in KINDS else None


def is_model(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, BaseModel)


def models(type_: Any) -> list[type[BaseModel]]:
    """Return the models that may stand in a place."""
    return [leaf for leaf in alternatives(type_) if is_model(leaf)]


def of_kind(type_: Any, wanted: type) -> Any | None:
    """Return the first alternative of a kind, None if there is none."""
    return next((leaf for leaf in alternatives(type_) if kind(leaf) is wanted), None)


def choices(type_: Any) -> list[str]:
    """Return the words to choose from, if the type is a ``Literal``."""
    return [str(word) for leaf in alternatives(type_) if get_origin(leaf) is Literal for word in get_args(leaf)]


def field_type(field: FieldInfo) -> Any:
    """Return a field's type with everything that is checked about it."""
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def item_type(type_: Any) -> Any:
    """Return the type of a list's elements, ``Any`` if the type is no list."""
    leaf = of_kind(type_, list)
    return next(iter(get_args(leaf)), Any)


def key_and_value_types(type_: Any) -> tuple[Any, Any] | None:
    """Return the types of the keys and values of a mapping of ids, None if the type is none."""
    leaf = next((leaf for leaf in alternatives(type_) if (get_origin(leaf) or leaf) is dict), None)
    if leaf is None:
        return None
    return get_args(leaf) or (Any, Any)  # type: ignore[return-value]


def is_id(type_: Any) -> bool:
    """Return whether a type is the type of ids."""
    return any(isinstance(mark, StringConstraints) and mark.pattern == ID_PATTERN for mark in marks(type_))


def marks(type_: Any) -> Iterable[Any]:
    """Return what is annotated about a type."""
    return getattr(type_, "__metadata__", ())


def accepts_text(type_: Any) -> bool:
    """Return whether a model may be written as plain text (see ``handleplan.model.parts.MayBeText``)."""
    return bool(models(type_)) and accepts(type_, "tekst")


def accepts(type_: Any, value: Any) -> bool:
    """Return whether a value would be right in a place."""
    try:
        adapter(type_).validate_python(value)
    except ValueError:  # pydantic's ValidationError is one
        return False
    return True


def adapter(type_: Any) -> TypeAdapter:
    """Return pydantic's validator of a type; made once for every type."""
    try:
        return _cached_adapter(type_)
    except TypeError:  # an annotation that cannot be a key of the cache
        return TypeAdapter(type_)


@lru_cache(maxsize=256)
def _cached_adapter(type_: Any) -> TypeAdapter:
    return TypeAdapter(type_)
