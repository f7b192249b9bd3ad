"""Days of the calendar that may not exist, or not be near: each is made here, or refused in words."""

import calendar
import datetime as dt
from typing import Final, NamedTuple

from textual_tracker.editing.spoken.names import MONTH_NAMES
from textual_tracker.errors import UsageError
from textual_tracker.reading.scalars import FIRST_YEAR, LAST_YEAR

MONTHS_A_YEAR: Final = 12
_LONGEST_MONTH: Final = 31
_LEAP_YEAR: Final = 2000


class Side(NamedTuple):
    """Where a day without a year or a month is looked for: from `today` onward in a plan, else up to `today`."""

    today: dt.date
    plan: bool

    @property
    def step(self) -> int:
        """1 where days are looked for ahead, -1 where back."""
        return 1 if self.plan else -1

    def holds(self, day: dt.date) -> bool:
        """Whether `day` lies on this side; today is on both."""
        return day >= self.today if self.plan else day <= self.today


def day_of(year: int, month: int, day: int) -> dt.date:
    """The day of the calendar.

    Raises:
        UsageError: there is none, or its year is outside those that a journal may hold.
    """
    _judge_month(month)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UsageError(f"the year {year} is outside of {FIRST_YEAR} to {LAST_YEAR}")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        whole = "" if _never(month, day) else f" {year}"
        raise UsageError(f"there is no {day} {_short(month)}{whole}")
    return dt.date(year, month, day)


def nearest_day(month: int, day: int, side: Side) -> dt.date:
    """The nearest such day of a year on that side, which may be today.

    Raises:
        UsageError: there is none in any year, or not in the year in which it would be (29 Feb).
    """
    _judge_month(month)
    if _never(month, day):
        raise UsageError(f"there is no {day} {_short(month)}")
    year = side.today.year
    passed = (month, day) < (side.today.month, side.today.day)
    ahead = (month, day) > (side.today.month, side.today.day)
    if (side.plan and passed) or (not side.plan and ahead):
        year += side.step
    if day > calendar.monthrange(year, month)[1]:
        leap = next(found for found in range(year, year + 9 * side.step, side.step) if calendar.isleap(found))
        raise UsageError(f"there is no {day} {_short(month)} {year}; with the year it is {day} {_short(month)} {leap}")
    return day_of(year, month, day)


def nearest_of_month(day: int, side: Side) -> dt.date:
    """The nearest day on that side which is the `day`-th of its month, which may be today.

    Raises:
        UsageError: no month has so many days.
    """
    if not 1 <= day <= _LONGEST_MONTH:
        raise UsageError(f"no month has a day {day}")
    for months in range(MONTHS_A_YEAR):
        year, month = _months_from(side.today, months * side.step)
        if day <= calendar.monthrange(year, month)[1] and side.holds(dt.date(year, month, day)):
            return day_of(year, month, day)
    raise UsageError(f"no month has a day {day}")


def end_of_month(side: Side) -> dt.date:
    """The nearest last day of a month on that side, which may be today."""
    end = _last_of(*_months_from(side.today, 0))
    return end if side.holds(end) else _last_of(*_months_from(side.today, -1))


def days_from(day: dt.date, days: int) -> dt.date:
    """The day so many days after `day`.

    Raises:
        UsageError: it is outside of the years that a journal may hold.
    """
    return _within(day.toordinal() + days)


def months_from(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months after `day`, or that month's last where it is shorter.

    Raises:
        UsageError: it is outside of the years that a journal may hold.
    """
    year, month = _months_from(day, months)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UsageError(_outside())
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def said(day: dt.date) -> str:
    """`6 Mar 2026`."""
    return f"{day.day} {_short(day.month)} {day.year}"


def _last_of(year: int, month: int) -> dt.date:
    return day_of(year, month, calendar.monthrange(year, month)[1])


def _months_from(day: dt.date, months: int) -> tuple[int, int]:
    years, month = divmod(day.month - 1 + months, MONTHS_A_YEAR)
    return day.year + years, month + 1


def _judge_month(month: int) -> None:
    if not 1 <= month <= MONTHS_A_YEAR:
        raise UsageError(f"there is no month {month}; the month comes first: 6/13 is June 13, 13 jun as well")


def _never(month: int, day: int) -> bool:
    return not 1 <= day <= calendar.monthrange(_LEAP_YEAR, month)[1]


def _within(ordinal: int) -> dt.date:
    if not dt.date(FIRST_YEAR, 1, 1).toordinal() <= ordinal <= dt.date(LAST_YEAR, 12, 31).toordinal():
        raise UsageError(_outside())
    return dt.date.fromordinal(ordinal)


def _outside() -> str:
    return f"that day is outside of the years {FIRST_YEAR} to {LAST_YEAR}"


def _short(month: int) -> str:
    return MONTH_NAMES[month - 1][:3]
