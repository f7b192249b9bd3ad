"""What is to become of a record's text: values that are put, appended or removed at paths."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from textual_tracker.reading.paths import Path

Value: TypeAlias = "str | int | bool | Mapping[str, Value] | Sequence[Value]"
"""A value to write. Days are text, `2026-03-02` or `2026-03-02T10:15`; how text is quoted follows from the schema."""


class Put(Struct, frozen=True):
    """The value at `path` becomes `value`; groups on the way that are not there yet are made."""

    path: Path
    value: Value


class Append(Struct, frozen=True):
    """The list at `path`, which is made where there is none, gets `value` as its last entry.

    `takes` are the paths of what moves into the entry: the comments behind it move along, behind the entry.
    """

    path: Path
    value: Value
    takes: tuple[Path, ...] = ()


class Remove(Struct, frozen=True):
    """What stands at `path` goes, with its key; where nothing stands there, nothing happens."""

    path: Path


Edit: TypeAlias = Put | Append | Remove
