"""Counting on top of what a day shows: the larger of what is typed in its file now and what the records tell."""

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec

from textual_tracker.analytics.activity.counters import Activity
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Day
from textual_tracker.editing.actions.counting import beside, count, typed_number
from textual_tracker.editing.actions.day_file import day_path
from textual_tracker.editing.actions.fields import set_fields
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.one_line import Assignment, Count


def count_on(counts: Sequence[Count], *, day: dt.date, officer: str) -> Action:
    """Count on `day`; `officer` is "" in a journal of one.

    The day's file is looked at when the plan is made, not before: of two who count in one moment neither is forgotten.
    """

    def act(draft: Draft) -> str:
        file = draft.day(day_path(draft.journal, day, officer))
        typed = None if file is None else file.record
        shown, recorded = (_counts(draft, day, officer, each) for each in (typed, None))
        return count(counts, day=day, officer=officer, shown=shown, recorded=recorded)(draft)

    return act


def set_on(assignments: Sequence[Assignment], *, day: dt.date, officer: str) -> Action:
    """Set fields of the file of `day`; where the records show more than is typed now, the sentence says so."""

    def act(draft: Draft) -> str:
        path = day_path(draft.journal, day, officer)
        says = set_fields(path, assignments)(draft)
        file = draft.day(path)
        numbers = {str(one.path[-1]): typed_number(file, str(one.path[-1])) or 0 for one in assignments}
        return says + beside(numbers, _counts(draft, day, officer, None))

    return act


def _counts(draft: Draft, day: dt.date, officer: str, typed: Day | None) -> Mapping[str, int]:
    """The day's counters with this as its file; without one they are what the records alone show."""
    key = (officer, day.isoformat())
    others = {each: found for each, found in draft.journal.days.items() if each != key}
    days = others if typed is None else {**others, key: typed}
    snapshot = Snapshot(msgspec.structs.replace(draft.journal, days=days), draft.today)
    return Activity(snapshot, officer or None).day(day).counts
