"""What was set, in words: `loan.amount 400000, tags +urgent, notes removed`."""

import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from textual_tracker.editing.actions.field_edits import moved_from, texts_of
from textual_tracker.editing.one_line import Assignment
from textual_tracker.editing.record_file import AnyFile
from textual_tracker.editing.words import moment_words
from textual_tracker.reading.paths import dotted
from textual_tracker.reading.scalars import moment

SIGNS: Final[Mapping[str, str]] = MappingProxyType({"add": "+", "take": "-"})
SHOWN: Final = 40
"""As much of a text is told."""


def said(file: AnyFile, assignment: Assignment, today: dt.date) -> str:
    """`loan.amount 400000`, `notes removed`, `tags +urgent`, `application.expires Tue 31 Mar (was Tue 24 Mar)`.

    `file` is as it was before.
    """
    field, value = dotted(assignment.path), assignment.value
    if value is None:
        return f"{field} removed"
    sign = SIGNS.get(assignment.operation, "")
    old = moved_from(file, assignment)
    was = "" if old is None else f" (was {moment_words(old, today)})"
    return f"{field} " + ", ".join(f"{sign}{_shown(text, today)}" for text in texts_of(value)) + was


def as_it_is(assignments: Sequence[Assignment], today: dt.date) -> str:
    """The same of what is so already: `loan.amount 400000`, `no notes`, `no urgent among tags`."""
    words = []
    for one in assignments:
        field, values = (
            dotted(one.path),
            [] if one.value is None else [_shown(text, today) for text in texts_of(one.value)],
        )
        if one.operation == "take":
            words.append(f"no {' and no '.join(values)} among {field}")
        else:
            words.append(f"{field} {', '.join(values)}" if values else f"no {field}")
    return ", ".join(words)


def _shown(text: str, today: dt.date) -> str:
    """A value in a sentence: a day in words, a text on one line and cut where it is long."""
    day = moment(text)
    if day is not None:
        return moment_words(day, today)
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
