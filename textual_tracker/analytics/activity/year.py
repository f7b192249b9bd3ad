"""The activity of a window, by default a year: what every day was, the weeks, the averages, the missing days.

Source: docs/numbers.md, "Activity". Counters, scores and the streak are those of `activity.counters`, which looks at
the records once.
"""

import datetime as dt
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Literal

from msgspec import Struct

from textual_tracker.analytics.activity.counters import Activity, DayActivity
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window, last_twelve_months
from textual_tracker.core.calendar import ONE_DAY, WorkCalendar
from textual_tracker.core.vocabulary import WEEKDAYS

Kind = Literal["known", "off", "holiday", "free", "missing", "blank"]
"""What a day was: `known` is one with a file or a record; `free` is no working day; `missing` is a working day of
which nothing is known; `blank` one that is not counted as missing: before the first known day, or today so far."""


NEAR = 40
"""Days before the window that are looked at first: where one of them is known, nobody looks further back."""


class YearDay(Struct, frozen=True):
    """One day of the year: its counters, and what it was.

    `is_due`: a working day without a day off, of which something is known or should be; today is one, too.
    """

    activity: DayActivity
    kind: Kind
    is_due: bool

    @property
    def date(self) -> dt.date:
        """The day."""
        return self.activity.date


class Averages(Struct, frozen=True):
    """Counters and score a day, over the `days` known days; `score` is `None` without goals."""

    days: int
    counts: Mapping[str, float]
    score: float | None


class Week(Struct, frozen=True, kw_only=True):
    """Seven days from a Monday, as far as they lie in the year.

    `totals` are those of all its days; `due` says how many days are due, `done` how many of these are done. `score` is
    the mean over those of them that are known, `None` without any, or without goals.
    """

    start: dt.date
    totals: Mapping[str, int]
    due: int
    done: int
    missing: int
    score: float | None


class ActivityYear(Struct, frozen=True, kw_only=True, dict=True):
    """The days of `window`, oldest first, of one officer or (`officer=None`) of all together.

    Whatever the window, `today` and `streak` are as of the snapshot's day. `streak_goals` are the goals that make a
    day done. `next_due` is the next working day after today that is no day off in journal.yaml, `None` where there is
    none for a year.
    """

    officer: str | None
    window: Window
    days: Sequence[YearDay]
    today: YearDay
    streak: int
    streak_goals: Mapping[str, int]
    next_due: dt.date | None

    @cached_property
    def missing(self) -> tuple[dt.date, ...]:
        """The working days of which nothing is known, oldest first."""
        return tuple(day.date for day in self.days if day.kind == "missing")

    @property
    def to_go(self) -> dict[str, int]:
        """What is missing until today is done: how many of each counter."""
        counts = self.today.activity.counts
        left = {name: goal - counts.get(name, 0) for name, goal in self.streak_goals.items()}
        return {name: number for name, number in left.items() if number > 0}

    @property
    def due_goals(self) -> Mapping[str, int]:
        """The goals of all due days of the window together, by counter; they grow on the day an officer joins."""
        due = [day.activity.goals for day in self.days if day.is_due]
        return {name: sum(goals[name] for goals in due) for name in self.today.activity.goals}

    @property
    def averages(self) -> Averages | None:
        """The averages over the known days; `None` where no day is known."""
        return averages(self.days)

    @property
    def totals(self) -> Mapping[str, int]:
        """The counters of all days of the window together."""
        return _totals(day.activity for day in self.days)

    @cached_property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks from the first with a day that is known or missing to the window's last, newest first."""
        by_week: dict[dt.date, list[YearDay]] = {}
        counted = (day.date for day in self.days if day.activity.known or day.kind == "missing")
        first = next(counted, self.window.end)
        for day in reversed(self.days):
            if week_of(day.date) >= week_of(first):
                by_week.setdefault(week_of(day.date), []).append(day)
        return tuple(_week(start, days) for start, days in by_week.items())


def activity_year(snapshot: Snapshot, officer: str | None = None, window: Window | None = None) -> ActivityYear:
    """The days of `window`, by default the twelve months up to the snapshot's day, of one officer or of all together.

    No day of `window` lies after the snapshot's.
    """
    settings, calendar, today = snapshot.journal.settings, snapshot.calendar, snapshot.today
    window = window or last_twelve_months(today)
    activity = Activity(snapshot, officer)
    days = [activity.day(date) for date in dates(window.start, window.end)]
    counted_from = _first_known(snapshot, activity, days)
    found = [_year_day(day, snapshot, counted_from) for day in days]
    this_day = found[-1] if window.end == today else _year_day(activity.day(today), snapshot, counted_from)
    goals = this_day.activity.goals
    return ActivityYear(
        officer=officer,
        window=window,
        days=found,
        today=this_day,
        streak=activity.streak(),
        streak_goals={name: goals[name] for name in settings.streak if name in goals},
        next_due=_next_due(calendar, frozenset(settings.days_off), today),
    )


def _next_due(calendar: WorkCalendar, days_off: Container[dt.date], today: dt.date) -> dt.date | None:
    day = today
    while (following := calendar.next_working(day)) > day:
        if following not in days_off:
            return following
        day = following
    return None


def averages(days: Iterable[YearDay]) -> Averages | None:
    """The averages over those of these days that are known; `None` where none is."""
    known = [day.activity for day in days if day.activity.known]
    if not known:
        return None
    counts = {name: number / len(known) for name, number in _totals(known).items()}
    return Averages(len(known), counts, _mean(day.score for day in known))


def week_of(date: dt.date) -> dt.date:
    """The Monday of the week of `date`; the calendar's first day, 1 January of the year 1, is one."""
    return date - date.weekday() * ONE_DAY


def dates(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Every day from `first` to `last`."""
    return map(dt.date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def _year_day(day: DayActivity, snapshot: Snapshot, counted_from: dt.date | None) -> YearDay:
    kind = _kind(day, snapshot, counted_from)
    is_counted = kind in {"known", "missing"} or (kind == "blank" and day.date == snapshot.today)
    return YearDay(day, kind, is_counted and snapshot.calendar.is_working(day.date))


def _kind(day: DayActivity, snapshot: Snapshot, counted_from: dt.date | None) -> Kind:
    if day.day_off:
        return "off"
    if day.known:
        return "known"
    if not snapshot.calendar.is_working(day.date):
        weekday = WEEKDAYS[day.date.weekday()]
        return "holiday" if weekday in snapshot.journal.settings.working_days else "free"
    is_counted = counted_from is not None and counted_from <= day.date < snapshot.today
    return "missing" if is_counted else "blank"


def _first_known(snapshot: Snapshot, activity: Activity, days: Sequence[DayActivity]) -> dt.date | None:
    """From when on a working day of which nothing is known is missing: the first known day, or the window's first.

    The first known day may lie before the window; then it does not matter when that was.
    """
    begin = days[0].date
    before = (dt.date.fromordinal(number) for number in range(begin.toordinal() - 1, 0, -1))
    if any(activity.day(date).known for date in islice(before, NEAR)):
        return begin
    if any(activity.day(date).known for date in sorted(set(_dates_before(snapshot, begin)), reverse=True)):
        return begin
    return next((day.date for day in days if day.known), None)


def _dates_before(snapshot: Snapshot, begin: dt.date) -> Iterator[dt.date]:
    """The days before `begin` that any counter could know of."""
    for day in snapshot.journal.days.values():
        if day.date < begin:
            yield day.date
    for referral in snapshot.referrals:
        yield from (attempt.date for attempt in referral.contact_attempts if attempt.date < begin)
        yield from (update.date for update in referral.partner_updates if update.date < begin)
        agreed = (meeting.set for meeting in (referral.appointment, *referral.appointment.earlier))
        yield from (date for date in agreed if date is not None and date < begin)
    for partner in snapshot.journal.partners.values():
        yield from (touch.date for touch in partner.touches if touch.date < begin)


def _week(start: dt.date, days: Sequence[YearDay]) -> Week:
    due = [day for day in days if day.is_due]
    return Week(
        start=start,
        totals=_totals(day.activity for day in days),
        due=len(due),
        done=sum(day.activity.done for day in due),
        missing=sum(day.kind == "missing" for day in days),
        score=_mean(day.activity.score for day in due if day.activity.known),
    )


def _totals(days: Iterable[DayActivity]) -> dict[str, int]:
    totals: Counter[str] = Counter()
    for day in days:
        totals.update(day.counts)
    return dict(totals)


def _mean(scores: Iterable[float | None]) -> float | None:
    known = [score for score in scores if score is not None]
    return sum(known) / len(known) if known else None
