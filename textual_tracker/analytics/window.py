"""The days over which activity and results are counted."""

import datetime as dt

from msgspec import Struct

from textual_tracker.core.calendar import ONE_DAY
from textual_tracker.core.months import in_year

DAYS_IN_MONTH = 365.2425 / 12
"""Calendar days of an average month."""


class Window(Struct, frozen=True):
    """The days from `start` to `end`, both included."""

    start: dt.date
    end: dt.date

    def __contains__(self, day: dt.date | None) -> bool:
        """Whether the day is one of them; no day is none of them."""
        return day is not None and self.start <= day <= self.end

    @property
    def days(self) -> int:
        """How many calendar days it has."""
        return (self.end - self.start).days + 1

    @property
    def months(self) -> float:
        """How many months of average length it has."""
        return self.days / DAYS_IN_MONTH


def window_start(today: dt.date) -> dt.date:
    """The first of the twelve months up to `today`: the day after the same day a year ago.

    A year before 29 February is 28 February.
    """
    if today.year == dt.MINYEAR:
        return dt.date.min
    return in_year(today, today.year - 1) + ONE_DAY


def last_twelve_months(today: dt.date) -> Window:
    """The window where nothing else is asked for."""
    return Window(window_start(today), today)
