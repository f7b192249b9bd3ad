"""The days that a command is given with its options."""

import datetime as dt

from textual_tracker.cli.call import Call
from textual_tracker.editing.moment import Moment
from textual_tracker.errors import UsageError


def day_of(call: Call) -> Moment | None:
    """When it happened, as `--date` says; None: today.

    Raises UsageError where that is no day.
    """
    typed = call.parsed.value("date")
    return None if typed is None else _said(call, "date", typed, plan=False)


def date_of(call: Call) -> dt.date | None:
    """The same without the time of day, for what is recorded by days."""
    moment = day_of(call)
    return None if moment is None else moment[0]


def planned_date(call: Call, option: str) -> dt.date | None:
    """A day to come, as this option says; None: it was not given."""
    typed = call.parsed.value(option)
    return None if typed is None else _said(call, option, typed, plan=True)[0]


def _said(call: Call, option: str, typed: str, *, plan: bool) -> Moment:
    """The day; half of one is answered with how a day of several words is given to an option."""
    from textual_tracker.editing.spoken import fact_day, plan_day  # noqa: PLC0415 - most that is logged is today's

    try:
        return plan_day(typed, call.today()) if plan else fact_day(typed, call.today())
    except UsageError as error:
        from textual_tracker.cli.misplaced import half_a_day  # noqa: PLC0415 - only where something is wrong

        raise UsageError(half_a_day(call, option, typed) or str(error)) from None


def named_day(name: str, today: dt.date) -> dt.date | None:
    """The day that is named where a record may be: today, yesterday, or a date in full; None: it is somebody."""
    words = {"today": today, "yesterday": today - dt.timedelta(days=1)}
    if name.lower() in words:
        return words[name.lower()]
    try:
        return dt.date.fromisoformat(name) if len(name) == len("2026-03-02") else None
    except ValueError:
        return None
