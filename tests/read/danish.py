"""What may not stand in a message to an editor."""

from __future__ import annotations

_ENGLISH = (
    "Input", "input", "should", "valid ", "String", "string", "Error", "error", "Field", "pydantic", "NoneType",
    "dict[", "list[", "Annotated", "class ", "Extra", "required", "instance",
    "Value", "None", "True", "False", "function",
)


def assert_danish(line: str) -> None:
    """Fail on pydantic's English, on Python's names and on what cannot be printed."""
    assert line.isprintable(), line
    assert not [word for word in _ENGLISH if word in line], line
