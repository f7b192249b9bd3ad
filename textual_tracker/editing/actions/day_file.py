"""The file of a day: where it lies, and a new one where there is none yet."""

import datetime as dt

from textual_tracker.core.journal import Journal
from textual_tracker.editing.compose import Facts, compose
from textual_tracker.editing.draft import Draft
from textual_tracker.reading.names import stem
from textual_tracker.reading.scalars import moment

FOLDER = "activity"


def day_path(journal: Journal, day: dt.date, officer: str) -> str:
    """Where the day's file lies, or would lie; `officer` is "" in a journal of one."""
    known = journal.days.get((officer, day.isoformat()))
    if known is not None:
        return known.path
    folder = f"{FOLDER}/{officer}" if officer else FOLDER
    return f"{folder}/{day.year}/{day.isoformat()}.yaml"


def day_of(path: str) -> dt.date | None:
    """The day whose file lies at `path`, `None` where its name is none."""
    named = moment(stem(path))
    return named[0] if named is not None else None


def write_day(draft: Draft, path: str, facts: Facts) -> None:
    """Write a new file for a day."""
    day = day_of(path)
    draft.write(path, compose("activity", path, {"date": None if day is None else day.isoformat(), **facts}))
