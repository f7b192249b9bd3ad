"""The days that a command is given with its options."""

import datetime as dt
from collections.abc import Callable

from textual_tracker.cli.call import Call
from textual_tracker.editing.moment import Moment
from textual_tracker.editing.spoken import fact_day, plan_day
from textual_tracker.editing.spoken.names import MONTH_NAMES
from textual_tracker.errors import UsageError


def day_of(call: Call) -> Moment | None:
    """When it happened, as `--date` says; None: today.

    Raises UsageError where that is no day.
    """
    typed = call.parsed.value("date")
    return None if typed is None else _said(fact_day, "date", typed, call.today())


def date_of(call: Call) -> dt.date | None:
    """The same without the time of day, for what is recorded by days."""
    moment = day_of(call)
    return None if moment is None else moment[0]


def planned_date(call: Call, option: str) -> dt.date | None:
    """A day to come, as this option says; None: it was not given."""
    typed = call.parsed.value(option)
    return None if typed is None else _said(plan_day, option, typed, call.today())[0]


def _said(read: Callable[[str, dt.date], Moment], option: str, typed: str, today: dt.date) -> Moment:
    """The day; half of one is answered with how a day of several words is given to an option."""
    try:
        return read(typed, today)
    except UsageError as error:
        begun = typed.isdecimal() or typed[:3].lower() in {month[:3].lower() for month in MONTH_NAMES}
        quoted = f'; a day of several words stands in quotes: --{option} "6 mar"' if begun else ""
        raise UsageError(f"{error}{quoted}") from None


def named_day(name: str, today: dt.date) -> dt.date | None:
    """The day that is named where a record may be: today, yesterday, or a date in full; None: it is somebody."""
    words = {"today": today, "yesterday": today - dt.timedelta(days=1)}
    if name.lower() in words:
        return words[name.lower()]
    try:
        return dt.date.fromisoformat(name) if len(name) == len("2026-03-02") else None
    except ValueError:
        return None
