"""Counting on top of what a day shows: the larger of what is typed in its file now and what the records tell."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from textual_tracker.analytics.activity import Activity
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.journal import Journal
from textual_tracker.editing.actions.counting import count
from textual_tracker.editing.actions.day_file import day_path
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.one_line import Count


def count_on(counts: Sequence[Count], *, day: dt.date, officer: str) -> Action:
    """Count on `day`; `officer` is "" in a journal of one.

    The day's file is looked at when the plan is made, not before: of two who count in one moment neither is forgotten.
    """

    def act(draft: Draft) -> str:
        snapshot = Snapshot(_with_file(draft, day, officer), draft.today)
        shown = Activity(snapshot, officer or None).day(day).counts
        return count(counts, day=day, officer=officer, shown=shown)(draft)

    return act


def _with_file(draft: Draft, day: dt.date, officer: str) -> Journal:
    """The journal with the day as its file has it now."""
    file = draft.day(day_path(draft.journal, day, officer))
    if file is None:
        return draft.journal
    days = {**draft.journal.days, (officer, day.isoformat()): file.record}
    return msgspec.structs.replace(draft.journal, days=days)
