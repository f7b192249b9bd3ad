"""The value of a field from what a person typed for it, as the schema says what may stand there."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from textual_tracker.editing.edits import Value
from textual_tracker.editing.moment import Moment, written
from textual_tracker.editing.one_line.amounts import amount, whole_number
from textual_tracker.editing.one_line.choices import a_choice
from textual_tracker.editing.repeated import repeated
from textual_tracker.editing.spoken import fact_day, plan_day
from textual_tracker.errors import UsageError
from textual_tracker.reading.paths import Path, dotted
from textual_tracker.reading.scalars import FLAGS, MEANT, convert
from textual_tracker.reading.shape import Shape
from textual_tracker.reading.wording import a_value_of

PLANNED: Final = frozenset({"expected_close", "lock_expires", "expires", "revisit", "due"})
"""Dates that lie ahead when they are written, as does an appointment's."""
_AMOUNT: Final = "amount"


def value_of(path: Path, shape: Shape, typed: str, today: dt.date) -> Value:
    """The value for one scalar at `path`; days become text as files hold it.

    Raises:
        UsageError: it is none that may stand there.
    """
    if shape.kind is None:
        raise UsageError(_many(path, shape))
    if shape.choices and typed.lower() not in _TRUTH:
        return a_choice(typed, shape.choices, a_value_of(path))
    if shape.kind == "moment":
        return written(_moment(path, typed, today))
    if shape.kind == "day":
        return _day(path, typed, today)
    if shape.kind == "whole":
        return _whole(path, typed)
    if shape.kind == "flag":
        return _flag(path, typed)
    value = convert(shape.kind, typed, quoted=False)
    if value is None or isinstance(value, float):
        raise UsageError(f"{repeated(typed)} may not stand in {dotted(path)}; write it like {shape.example}")
    return value


def items_of(path: Path, shape: Shape, typed: str, today: dt.date) -> tuple[Value, ...]:
    """The values of a list at `path`, which commas keep apart.

    Raises:
        UsageError: one of them may not stand there.
    """
    if shape.items is None:
        raise UsageError(f"{dotted(path)} is no list; write {dotted(path)}=…")
    if shape.items.properties is not None:
        raise UsageError(_many(path, shape))
    pieces = [piece.strip() for piece in typed.split(",")]
    return tuple(value_of(path, shape.items, piece, today) for piece in pieces if piece)


def _moment(path: Path, typed: str, today: dt.date) -> Moment:
    """A day is looked for ahead where the field is a plan, and back where it is a fact."""
    is_planned = path[-1] in PLANNED or path == ("appointment", "date")
    return plan_day(typed, today) if is_planned else fact_day(typed, today)


def _day(path: Path, typed: str, today: dt.date) -> str:
    day, time = _moment(path, typed, today)
    if time is not None:
        raise UsageError(f"{dotted(path)} is a day without a time")
    return written((day, None))


def _whole(path: Path, typed: str) -> int:
    if path[-1] == _AMOUNT:
        return amount(typed)
    number = whole_number(typed)
    if number is None:
        raise UsageError(f"{repeated(typed)} is no whole number, which {dotted(path)} is")
    return number


_TRUTH: Final[Mapping[str, bool]] = MappingProxyType({
    **{word.lower(): value for word, value in FLAGS.items()},
    **{word: FLAGS[meant] for word, meant in MEANT.items()},
})  # fmt: skip


def _flag(path: Path, typed: str) -> bool:
    if typed.lower() not in _TRUTH:
        raise UsageError(f"{repeated(typed)} is neither yes nor no, which {dotted(path)} is")
    return _TRUTH[typed.lower()]


def _many(path: Path, shape: Shape) -> str:
    if shape.items is not None:
        return f"{dotted(path)} is a list of entries; name one of them, like {dotted((*path, 0))}.date=…"
    fields = [f"{dotted((*path, name))}=…" for name in shape.properties or {}]
    return f"{dotted(path)} holds several fields: {', '.join(fields)}"
