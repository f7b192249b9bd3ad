"""Paths within a record: `("contact_attempts", 2, "date")`, which a person reads as `contact_attempts[2].date`."""

import re
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]

_ELEMENT = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")


def dotted(path: Path) -> str:
    """A path as a person reads it: `contact_attempts[2].date`."""
    text = ""
    for element in path:
        text += f"[{element}]" if isinstance(element, int) else f".{element}"
    return text.removeprefix(".")


def path_of(field: str) -> Path:
    """The path that a dotted field names."""
    return tuple(name or int(number) for name, number in _ELEMENT.findall(field))
