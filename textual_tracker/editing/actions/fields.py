"""Any field of a record, set by name: `amount=400k`, `tags+=urgent`, `notes=`.

A day that was agreed and becomes another is no correction but news: the old one goes to `application.moved`.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from textual_tracker.editing.actions.day_file import day_of, write_day
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.edits import Append, Edit, Put, Remove, Value
from textual_tracker.editing.moment import Moment
from textual_tracker.editing.one_line import Assignment
from textual_tracker.editing.record_file import AnyFile
from textual_tracker.editing.senders import SIGN, known_partner
from textual_tracker.editing.splicing.typed import Typed
from textual_tracker.editing.words import day_words, moment_words
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.paths import Path, dotted
from textual_tracker.reading.scalars import moment
from textual_tracker.store.layout import kind_of

MOVED: Final[Mapping[Path, str]] = {
    ("application", "expected_close"): "expected_close",
    ("application", "lock_expires"): "lock_expires",
    ("application", "expires"): "expires",
    ("appointment", "date"): "appointment",
}
"""The days that are agreed with others, and what each is called in `application.moved`."""

PARTNERS: Final = frozenset({("partner",), ("also_tell",)})
ALONE: Final[Mapping[str | int, str]] = {
    "borrower": "name",
    "contact_attempts": "date",
    "partner_updates": "date",
    "log": "date",
    "touches": "date",
}
"""Groups that may be typed as this field alone."""

SIGNS: Final[Mapping[str, str]] = {"add": "+", "take": "-"}
SHOWN: Final = 40
"""As much of a text is told."""


def set_fields(path: str, assignments: Sequence[Assignment], *, on: dt.date | None = None) -> Action:
    """The fields of the referral, the partner or the day whose file lies at `path`; all of them or none.

    `on` is the day on which a deadline was moved, `None`: today. A day that has no file yet gets one.
    """

    def act(draft: Draft) -> str:
        if kind_of(path) == "activity" and not draft.exists(path):
            write_day(draft, path, {})
        name = _name(draft, draft.file(path))
        named = [_with_ids(draft, assignment) for assignment in assignments]
        said: list[str] = []
        for assignment in named:
            file = draft.file(path)
            edits = list(_edits(file, assignment, on or draft.today))
            if edits:
                draft.edit(path, *edits)
                said.append(_said(assignment, draft.today) + _was(file, edits, draft.today))
        if not said:
            raise RefusedEditError(f"nothing to change: {name} already has {_as_it_is(named, draft.today)}")
        return f"{name}: {', '.join(said)}"

    return act


def _name(draft: Draft, file: AnyFile) -> str:
    day = day_of(file.path) if file.kind == "activity" else None
    return str(file.record.name) if day is None else day_words(day, draft.today)


# --- edits ------------------------------------------------------------------------------------------------------------


def _with_ids(draft: Draft, assignment: Assignment) -> Assignment:
    """The assignment with partners by their ids, where a part of their name was typed."""
    value = assignment.value
    if assignment.path not in PARTNERS or value is None:
        return assignment
    words = _texts(value)
    ids = tuple(known_partner(draft.journal, word) or word.removeprefix(SIGN) for word in words)
    return replace(assignment, value=ids[0] if isinstance(value, str) else ids)


def _edits(file: AnyFile, assignment: Assignment, on: dt.date) -> Iterator[Edit]:
    """What is to be edited; nothing where the field is so already."""
    path, value = _place(file, assignment.path), assignment.value
    typed = file.at(*path)
    if assignment.operation == "remove" or value is None:
        yield from () if typed is None else (Remove(path),)
    elif assignment.operation == "put":
        yield from _put(path, typed, value, on)
    elif assignment.operation == "add":
        there = _typed_texts(typed)
        yield from (Append(path, item) for item in dict.fromkeys(_texts(value)) if item not in there)
    else:
        yield from _take(path, _typed_texts(typed), set(_texts(value)))


def _place(file: AnyFile, path: Path) -> Path:
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


def _put(path: Path, typed: Typed, value: Value, on: dt.date) -> Iterator[Edit]:
    old, new = _moment(typed), _moment(value)
    if _typed_texts(typed) == _texts(value) or (old is not None and old == new):
        return
    yield Put(path, value)
    if path in MOVED and old is not None and new is not None and old[0] != new[0]:
        yield Append(("application", "moved"), {"date": on.isoformat(), "what": MOVED[path], "from": typed})


def _take(path: Path, there: list[str], items: set[str]) -> Iterator[Edit]:
    """Take entries out of a list, the last first; a list of which nothing is left goes."""
    places = [place for place, item in enumerate(there) if item in items]
    if places and len(places) == len(there):
        yield Remove(path)
    else:
        yield from (Remove((*path, place)) for place in reversed(places))


def _moment(value: Typed) -> Moment | None:
    return moment(value) if isinstance(value, str) else None


def _texts(value: Value) -> list[str]:
    """A value as the texts that stand in the file for it."""
    if isinstance(value, bool):
        return [str(value).lower()]
    return [str(value)] if isinstance(value, str | int) else [str(item) for item in value]


def _typed_texts(typed: Typed) -> list[str]:
    if isinstance(typed, list):
        return [str(item) for item in typed]
    return [] if typed is None else [str(typed)]


# --- words ------------------------------------------------------------------------------------------------------------


def _said(assignment: Assignment, today: dt.date) -> str:
    """`loan.amount 400000`, `notes removed`, `tags +urgent`."""
    field, value = dotted(assignment.path), assignment.value
    if value is None:
        return f"{field} removed"
    sign = SIGNS.get(assignment.operation, "")
    return f"{field} " + ", ".join(f"{sign}{_shown(text, today)}" for text in _texts(value))


def _as_it_is(assignments: Sequence[Assignment], today: dt.date) -> str:
    """The same of what is so already: `loan.amount 400000`, `no notes`."""
    said = []
    for one in assignments:
        no = "no " if one.value is None or one.operation == "take" else ""
        values = [] if one.value is None else [_shown(text, today) for text in _texts(one.value)]
        said.append(f"{no}{' '.join([dotted(one.path), ', '.join(values)])}".rstrip())
    return ", ".join(said)


def _was(file: AnyFile, edits: Sequence[Edit], today: dt.date) -> str:
    """What a day was before, where it was moved: ` (was Tue 24 Mar)`."""
    moved = next((edit for edit in edits if isinstance(edit, Append) and edit.path == ("application", "moved")), None)
    old = _moment(file.at(*edits[0].path)) if moved is not None else None
    return "" if old is None else f" (was {moment_words(old, today)})"


def _shown(text: str, today: dt.date) -> str:
    """A value in a sentence: a day in words, a text on one line and cut where it is long."""
    day = moment(text)
    if day is not None:
        return moment_words(day, today)
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
