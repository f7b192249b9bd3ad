"""What setting one field edits: `amount=400k`, `tags+=urgent`, `notes=`.

A day that was agreed and becomes another is no correction but news: the old one goes to `application.moved`.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from textual_tracker.editing.actions.moved import AGREED, moved
from textual_tracker.editing.edits import Append, Edit, Put, Remove, Value
from textual_tracker.editing.moment import Moment
from textual_tracker.editing.one_line import Assignment
from textual_tracker.editing.record_file import AnyFile
from textual_tracker.editing.splicing.typed import Typed
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.paths import Path, dotted
from textual_tracker.reading.scalars import moment

ALONE: Final[Mapping[str | int, str]] = MappingProxyType({
    "borrower": "name",
    "contact_attempts": "date",
    "partner_updates": "date",
    "log": "date",
    "touches": "date",
})  # fmt: skip
"""Groups that may be typed as this field alone."""


def edits_of(file: AnyFile, assignment: Assignment, on: dt.date) -> Iterator[Edit]:
    """What is to be edited; nothing where the field is so already."""
    path, value = place_of(file, assignment.path), assignment.value
    typed = file.at(*path)
    if assignment.operation == "remove" or value is None:
        yield from () if typed is None else (Remove(path),)
    elif assignment.operation == "put":
        if moved_from(file, assignment) is not None:
            yield moved(file, path, on)
        if not is_so(typed, value):
            yield Put(path, value)
    elif assignment.operation == "add":
        there = typed_texts(typed)
        yield from (Append(path, item) for item in dict.fromkeys(texts_of(value)) if item not in there)
    else:
        yield from _take(path, typed_texts(typed), set(texts_of(value)))


def place_of(file: AnyFile, path: Path) -> Path:
    """Where the field is typed: a group of which only the first field is known may be that field alone.

    Raises:
        RefusedEditError: it is in an entry that is not there.
    """
    for length, element in enumerate(path):
        entries = file.at(*path[:length])
        known = len(entries) if isinstance(entries, list) else 0
        if isinstance(element, int) and element >= known:
            there = "no entries" if not known else f"none after {dotted((*path[:length], known - 1))}"
            raise RefusedEditError(f"there is no {dotted(path[: length + 1])}: {dotted(path[:length])} has {there}")
    alone = ALONE.get(path[0]) if len(path) > 1 and isinstance(file.at(*path[:-1]), str) else None
    return path[:-1] if alone == path[-1] else path


def moved_from(file: AnyFile, assignment: Assignment) -> Moment | None:
    """The agreed day that becomes another one, with its hour; `None` where none does."""
    path, value = place_of(file, assignment.path), assignment.value
    if assignment.operation != "put" or value is None or path not in AGREED:
        return None
    old, new = moment_of(file.at(*path)), moment_of(value)
    return old if old is not None and new is not None and old[0] != new[0] else None


def is_so(typed: Typed, value: Value) -> bool:
    """Whether what is typed says the same as `value`, however it is spelled."""
    old = moment_of(typed)
    return typed_texts(typed) == texts_of(value) or (old is not None and old == moment_of(value))


def _take(path: Path, there: list[str], items: set[str]) -> Iterator[Edit]:
    """Take entries out of a list, the last first; a list of which nothing is left goes."""
    places = [place for place, item in enumerate(there) if item in items]
    if places and len(places) == len(there):
        yield Remove(path)
    else:
        yield from (Remove((*path, place)) for place in reversed(places))


def moment_of(value: Typed) -> Moment | None:
    """The day, and the hour where there is one, that a value is; `None` for any other."""
    return moment(value) if isinstance(value, str) else None


def texts_of(value: Value) -> list[str]:
    """A value as the texts that stand in the file for it."""
    if isinstance(value, bool):
        return [str(value).lower()]
    return [str(value)] if isinstance(value, str | int) else [str(item) for item in value]


def typed_texts(typed: Typed) -> list[str]:
    """The same of what is typed: its entries, or it alone."""
    if isinstance(typed, list):
        return [str(item) for item in typed]
    return [] if typed is None else [str(typed)]
