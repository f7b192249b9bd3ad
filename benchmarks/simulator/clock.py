"""The officer's days: which are worked, which are holidays, and days by number."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable

from textual_tracker.core.calendar import WorkCalendar

DAY = dt.timedelta(days=1)
TUESDAY = 1


class Clock:
    """Working days by number, from `start` on. Days off are not worked, but they do not stop a referral's wait."""

    def __init__(self, start: dt.date, end: dt.date, days_off: Iterable[dt.date] = ()) -> None:
        self.start = start
        self.end = end
        self.days_off = frozenset(days_off)
        self.holidays = [day for year in range(start.year, end.year + 3) for day in us_holidays(year)]
        self.calendar = WorkCalendar(holidays=self.holidays)
        stretch = (start + DAY * number for number in range((end - start).days + 720))
        self.days = [day for day in stretch if self.calendar.is_working(day) and day not in self.days_off]
        self.last = bisect_left(self.days, end + DAY) - 1
        self._tuesdays = [number for number, day in enumerate(self.days) if day.weekday() == TUESDAY]

    def day(self, number: int) -> dt.date:
        """The working day with this number; the last known one for what lies far ahead."""
        return self.days[min(number, len(self.days) - 1)]

    def number(self, day: dt.date) -> int:
        """The number of the first working day on `day` or after it."""
        return bisect_left(self.days, day)

    def first_for_work(self, day: dt.date, time: dt.time | None) -> int:
        """The working day from which a referral received then waits."""
        return self.number(self.calendar.received_for_work(day, time))

    def tuesdays(self, after: int, before: int) -> list[int]:
        """The numbers of the Tuesdays strictly between two working days: the day of updates."""
        tuesdays = self._tuesdays
        return tuesdays[bisect_left(tuesdays, after + 1) : bisect_left(tuesdays, before)]


def us_holidays(year: int) -> list[dt.date]:
    """The days on which a mortgage office is closed, a Sunday's observed on Monday and a Saturday's on Friday."""
    thanksgiving = _nth(year, 11, 3, 4)
    fixed = [dt.date(year, 1, 1), dt.date(year, 6, 19), dt.date(year, 7, 4), dt.date(year, 12, 25)]
    floating = [_nth(year, 1, 0, 3), _nth(year, 2, 0, 3), _nth(year, 6, 0, 1) - 7 * DAY, _nth(year, 9, 0, 1)]
    return sorted([_observed(day) for day in fixed] + floating + [thanksgiving, thanksgiving + DAY])


def _nth(year: int, month: int, weekday: int, nth: int) -> dt.date:
    first = dt.date(year, month, 1)
    return first + DAY * ((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _observed(day: dt.date) -> dt.date:
    return day + DAY * {5: -1, 6: 1}.get(day.weekday(), 0)
