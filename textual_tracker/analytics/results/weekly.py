"""Activity beside results: the same weeks, what was done in them and what came of it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from textual_tracker.analytics.activity.counters import Activity, DayActivity, Events, touches_by_day
from textual_tracker.analytics.activity.year import week_of
from textual_tracker.analytics.results.happened import Happened
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window
from textual_tracker.core.calendar import DAYS_IN_WEEK


class WeekOfResults(Struct, frozen=True, kw_only=True):
    """One week from its Monday, as far as it lies in the window: counters of its days, and what happened in them."""

    start: dt.date
    calls: int
    conversations: int
    appointments: int
    applications: int
    closings: int


def active_days(snapshot: Snapshot, window: Window, officer: str | None = None) -> tuple[DayActivity, ...]:
    """The days of the window of which anything is known, oldest first: all other days count nothing."""
    journal = snapshot.journal
    shared = bool(journal.settings.officers)
    recorded = snapshot.tally(Events(window.start, window.end, shared=shared), window.start)
    touched = touches_by_day(journal.partners.values(), shared=shared)
    typed = {day.date for day in journal.days.values()}
    activity = Activity(snapshot, officer)
    return tuple(activity.day(date) for date in sorted({*recorded, *touched, *typed}) if date in window)


def weeks_of(days: Iterable[DayActivity], found: Happened, window: Window) -> tuple[WeekOfResults, ...]:
    """The weeks of these days, and of what happened."""
    counted: dict[dt.date, Counter[str]] = {}
    for day in days:
        counted.setdefault(week_of(day.date), Counter()).update(day.counts)
    applications, closings = Counter(map(week_of, found.applications)), Counter(map(week_of, found.closings))
    first = min((*counted, *applications, *closings), default=None)
    if first is None:
        return ()
    nothing: Counter[str] = Counter()
    return tuple(
        WeekOfResults(
            start=start,
            calls=counted.get(start, nothing)["calls"],
            conversations=counted.get(start, nothing)["conversations"],
            appointments=counted.get(start, nothing)["appointments"],
            applications=applications[start],
            closings=closings[start],
        )
        for start in map(dt.date.fromordinal, range(first.toordinal(), window.end.toordinal() + 1, DAYS_IN_WEEK))
    )
