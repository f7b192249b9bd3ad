"""Working days: the clock by which referrals wait.

Source of every rule here: the definitions "Waiting, in working days" (docs/numbers.md).
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable

ONE_DAY = dt.timedelta(days=1)
DAYS_IN_WEEK = 7
LONGEST_REST = 366


class WorkCalendar:
    """The working days of one journal: weekdays, less holidays, with the hour at which the day ends.

    `weekdays` are numbers, Monday = 0. `day_ends` is the time of day from which a referral waits from the next
    working day. With no weekday at all nothing is a working day and nothing ever waits.
    """

    __slots__ = ("_cumulative", "_holidays", "_weekdays", "day_ends", "holidays")

    def __init__(
        self,
        weekdays: Iterable[int] = range(5),
        holidays: Iterable[dt.date] = (),
        day_ends: dt.time = dt.time(17),
    ) -> None:
        self._weekdays = frozenset(weekdays)
        self.holidays = frozenset(holidays)
        self.day_ends = day_ends
        self._holidays = sorted(day.toordinal() for day in self.holidays if day.weekday() in self._weekdays)
        # _cumulative[r]: working weekdays among the first r days of a week that begins on a Monday.
        self._cumulative = [sum(day in self._weekdays for day in range(upto)) for upto in range(DAYS_IN_WEEK)]

    def is_working(self, day: dt.date) -> bool:
        """Whether `day` is a working day: not a weekend, not a holiday."""
        return day.weekday() in self._weekdays and day not in self.holidays

    def waited(self, since: dt.date, today: dt.date) -> int:
        """Working days in the half-open interval (since, today].

        Received on Friday, looked at on Monday = 1. For a `since` still ahead it is minus the number of working
        days in (today, since].
        """
        return self._upto(today) - self._upto(since)

    def next_working(self, day: dt.date) -> dt.date:
        """The first working day after `day`; `day` itself where the calendar has no working day for a year."""
        candidates = range(day.toordinal() + 1, min(day.toordinal() + LONGEST_REST, dt.date.max.toordinal()) + 1)
        return next(filter(self.is_working, map(dt.date.fromordinal, candidates)), day)

    def received_for_work(self, day: dt.date, time: dt.time | None) -> dt.date:
        """The day from which a referral received on `day` at `time` waits.

        It is the next working day for one received at or after `day_ends`, or on a day that is no working day.
        Without a time it was received during the day.
        """
        if not self.is_working(day) or (time is not None and time >= self.day_ends):
            return self.next_working(day)
        return day

    def _upto(self, day: dt.date) -> int:
        """Working days from the Monday 0001-01-01 to `day`, both included."""
        ordinal = day.toordinal()
        weeks, rest = divmod(ordinal, DAYS_IN_WEEK)
        whole = weeks * len(self._weekdays) + self._cumulative[rest]
        return whole - bisect_right(self._holidays, ordinal)
