"""The clock of the forecast: working days, since loans move and close on these.

A month of 22 working days brings more closings than one of 20, and the Saturday that ends a month brings none.
"""

import datetime as dt

from textual_tracker.core.calendar import WorkCalendar

FIRST = dt.date.min.toordinal()


class Clock(dict[int, int]):
    """By day, an ordinal, how many working days have passed since the calendar began; found when first asked for.

    Where no day is a working day every day is one: referrals move all the same.
    """

    def __init__(self, calendar: WorkCalendar) -> None:
        super().__init__()
        self._calendar = calendar
        self._works = calendar.waited(dt.date.min, dt.date.max) > 0

    def __missing__(self, day: int) -> int:
        """What is not known yet, counted and kept."""
        found = self._calendar.waited(dt.date.min, dt.date.fromordinal(day)) if self._works else day
        self[day] = found
        return found

    def passed(self, since: int, until: int) -> int:
        """The working days after `since`, up to `until`; 0 where that lies before it."""
        return max(0, self[until] - self[since])

    def stayed(self, entered: int, left: int) -> int:
        """How long a stay lasted that ended on a later day: one day at least, also over a weekend."""
        return max(1, self[left] - self[entered])
