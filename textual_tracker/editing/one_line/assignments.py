"""Fields with their values: `amount=400k phone=555-0142 tags+=urgent notes=`."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from textual_tracker.editing.edits import Value
from textual_tracker.editing.one_line.fields import field_path, is_own
from textual_tracker.editing.one_line.values import items_of, value_of
from textual_tracker.editing.repeated import repeated
from textual_tracker.errors import UsageError
from textual_tracker.reading.paths import Path, dotted
from textual_tracker.reading.schema import Kind, shape_at
from textual_tracker.reading.shape import Shape

Operation: TypeAlias = Literal["put", "remove", "add", "take"]
_SIGNS: dict[str, Operation] = {"=": "put", "+=": "add", "-=": "take"}
ALL = frozenset({"none", "all", "*"})
"""Words for a whole list that are no entry of one."""
_ASSIGNED = re.compile(r"([^\s=]+?)(\+=|-=|=)(.*)", re.DOTALL)


class Assignment(Struct, frozen=True):
    """What is to become of the field at `path`.

    `put`: it becomes `value`. `remove`: it goes, and `value` is `None`. `add` and `take`: the values in the list
    `value` join the list there, or leave it.
    """

    path: Path
    operation: Operation
    value: "Value | None" = None


def parse_assignments(kind: Kind, words: Sequence[str], today: dt.date) -> tuple[Assignment, ...]:
    """The assignments of `set`, in their order; `amount=400k` is `loan.amount` becoming 400000.

    Raises:
        UsageError: a word is none, names no field, or the value may not stand there.
    """
    if not words:
        raise UsageError("nothing is set; write KEY=VALUE, such as amount=400000 or phone=555-0142")
    return tuple(parse_assignment(kind, word, today) for word in words)


def is_assignment(word: str) -> bool:
    """Whether a word has the form KEY=VALUE."""
    return _ASSIGNED.fullmatch(word) is not None


def parse_assignment(kind: Kind, word: str, today: dt.date) -> Assignment:
    """One assignment, from one word.

    Raises:
        UsageError: it is none, names no field, or the value may not stand there.
    """
    found = _ASSIGNED.fullmatch(word.strip())
    if found is None:
        raise UsageError(f"{repeated(word)} sets nothing; write KEY=VALUE, such as amount=400000 or phone=555-0142")
    path, operation, typed = field_path(kind, found[1]), _SIGNS[found[2]], found[3].strip()
    shape = Shape(kind="text") if is_own(path) else shape_at(kind, path)
    if operation != "put":
        if operation == "take" and typed.lower() in ALL:
            raise UsageError(f"{repeated(word)} says none of them by name; {found[1]}= takes them all away")
        return Assignment(path, operation, _items(path, shape, found[0], typed, today))
    if not typed:
        return Assignment(path, "remove")
    if shape.kind is None and shape.items is not None:
        return Assignment(path, "put", items_of(path, shape, typed, today))
    return Assignment(path, "put", value_of(path, shape, typed, today))


def _items(path: Path, shape: Shape, word: str, typed: str, today: dt.date) -> tuple[Value, ...]:
    if not typed:
        raise UsageError(f"{repeated(word)} says nothing to add to {dotted(path)} or to take from it")
    return items_of(path, shape, typed, today)
