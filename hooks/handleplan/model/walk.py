"""Walk over typed values: every text and every reference with its path in the data."""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BaseModel

from ..read.places import DataPath
from .types import Markup, Plain, Reference

_MARKS = (Markup, Plain, Reference)
_TEXTS = (Markup, Plain)


def _marks(annotation: Any, metadata: tuple[Any, ...] = ()) -> Any:
    """The mark of a field's leaves: on the type itself, or inside ``list[…]``, ``X | None``, ``dict[…, X]``."""
    for mark in metadata:
        if isinstance(mark, _MARKS):
            return mark
    if typing.get_origin(annotation) is Annotated:
        inner, *extra = typing.get_args(annotation)
        return _marks(inner, tuple(extra))
    found = [m for arg in typing.get_args(annotation) if (m := _marks(arg)) is not None]
    return found[-1] if found else None


@functools.cache
def field_marks(model: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    """The fields of ``model`` with the mark of the texts in them (None where there is none)."""
    return tuple((name, _marks(info.annotation, tuple(info.metadata))) for name, info in model.model_fields.items())


@functools.cache
def _with_models(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of ``model`` that can hold a model, at whatever depth: the others need no walk."""
    return tuple(name for name, info in model.model_fields.items() if _can_hold_model(info.annotation))


def _can_hold_model(annotation: Any) -> bool:
    if isinstance(annotation, type) and not typing.get_args(annotation):
        return issubclass(annotation, BaseModel) or annotation is object
    inner = typing.get_args(annotation)
    return annotation is Any or isinstance(annotation, typing.TypeVar) or any(map(_can_hold_model, inner))


@functools.cache
def _with_marks(model: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    """The fields that can hold a text with a mark, or a model: with their own mark, as ``field_marks``."""
    return tuple((name, mark) for name, mark in field_marks(model) if mark is not None or name in _with_models(model))


@functools.cache
def _with_texts(model: type[BaseModel]) -> tuple[tuple[str, Any], ...]:
    """Those of ``_with_marks`` that hold more than references."""
    deep = _with_models(model)
    return tuple((name, mark) for name, mark in _with_marks(model) if isinstance(mark, _TEXTS) or name in deep)


def leaves(value: Any, path: DataPath = ()) -> list[tuple[DataPath, str, Any]]:
    """``(path, text, mark)`` for every marked text below ``value``.

    ``mark`` is the ``Markup``, ``Plain`` or ``Reference`` of the field that the text stands in.
    """
    found: list[tuple[DataPath, str, Any]] = []
    _gather_leaves(value, path, None, found)
    return found


# One list for the whole walk: a text lies up to seven deep, and a generator at each level would hand it on seven times.
def _gather_leaves(value: Any, path: DataPath, mark: Any, found: list[tuple[DataPath, str, Any]]) -> None:
    if isinstance(value, str):
        if mark is not None:
            found.append((path, value, mark))
    elif isinstance(value, BaseModel):
        fields = vars(value)
        for name, field_mark in _with_marks(type(value)):
            child = fields[name]
            if child or child == "":  # a name in quotation marks with nothing in them is a wrong one
                _gather_leaves(child, (*path, name), field_mark, found)
    elif isinstance(value, dict):
        for key, child in value.items():
            _gather_leaves(child, (*path, key), mark, found)
    elif isinstance(value, (list, tuple)):
        for index, child in enumerate(value):
            _gather_leaves(child, (*path, index), mark, found)


def models(value: Any, path: DataPath = ()) -> list[tuple[DataPath, BaseModel]]:
    """``(path, model)`` for every model at or below ``value``."""
    found: list[tuple[DataPath, BaseModel]] = []
    _gather_models(value, path, found)
    return found


def _gather_models(value: Any, path: DataPath, found: list[tuple[DataPath, BaseModel]]) -> None:
    if isinstance(value, BaseModel):
        found.append((path, value))
        fields = vars(value)
        for name in _with_models(type(value)):
            if child := fields[name]:
                _gather_models(child, (*path, name), found)
    elif isinstance(value, dict):
        for key, child in value.items():
            _gather_models(child, (*path, key), found)
    elif isinstance(value, (list, tuple)):
        for index, child in enumerate(value):
            _gather_models(child, (*path, index), found)


def map_text(value: Any, change: Callable[[str], str], mark: Any = None) -> Any:
    """``value`` with ``change`` applied to every ``Markup`` and ``Plain`` text; unchanged parts are shared."""
    if isinstance(value, str):
        return change(value) if isinstance(mark, _TEXTS) else value
    if isinstance(value, BaseModel):
        update = {}
        fields = vars(value)
        for name, field_mark in _with_texts(type(value)):
            old = fields[name]
            new = map_text(old, change, field_mark)
            if new is not old:
                update[name] = new
        return value.model_copy(update=update) if update else value
    if isinstance(value, dict):
        new_dict = {key: map_text(child, change, mark) for key, child in value.items()}
        return new_dict if any(new_dict[k] is not value[k] for k in value) else value
    if isinstance(value, list):
        new_list = [map_text(child, change, mark) for child in value]
        return new_list if any(n is not o for n, o in zip(new_list, value, strict=True)) else value
    return value
