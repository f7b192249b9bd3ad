"""The next calendar month, and the same day of another year."""

import datetime as dt

DECEMBER = 12


def next_month(year: int, month: int) -> tuple[int, int]:
    """The year and the month after this one; the year may be past the last that a date can have."""
    return year + month // DECEMBER, month % DECEMBER + 1


def in_year(day: dt.date, year: int) -> dt.date:
    """The same day of the year before or of the one after; of 29 February it is 28 February."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=year, day=28 if is_leap_day else day.day)
