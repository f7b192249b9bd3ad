"""The windows of a forecast."""

import datetime as dt

from textual_tracker.analytics.window import Window
from textual_tracker.core.calendar import ONE_DAY
from textual_tracker.core.months import next_month


def month_of(day: dt.date) -> Window:
    """The calendar month of `day`."""
    year, month = next_month(day.year, day.month)
    end = dt.date.max if year > dt.MAXYEAR else dt.date(year, month, 1) - ONE_DAY
    return Window(day.replace(day=1), end)


def is_month(window: Window) -> bool:
    """Whether the window is one calendar month."""
    return window == month_of(window.start)


def month_after(month: Window) -> Window | None:
    """The calendar month after it; `None` after the last there is."""
    return None if month.end == dt.date.max else month_of(month.end + ONE_DAY)


def days_ahead(today: dt.date, days: int) -> Window | None:
    """The `days` after today, fewer where the calendar ends; `None` where it ends today."""
    if today == dt.date.max:
        return None
    return Window(today + ONE_DAY, dt.date.fromordinal(min(today.toordinal() + days, dt.date.max.toordinal())))
