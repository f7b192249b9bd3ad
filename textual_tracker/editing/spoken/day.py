"""A day as people say it: one form after the other is tried.

The texts here are small letters, with one blank between words and no commas (see `plainly` in `moments`).
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from textual_tracker.editing.spoken.calendar_days import (
    Side,
    day_of,
    days_from,
    end_of_month,
    months_from,
    nearest_day,
    nearest_of_month,
    said,
)
from textual_tracker.editing.spoken.names import (
    DAYS,
    MONTHLY,
    MONTHS,
    NEAR_DAYS,
    NUMBERS,
    UNITS,
    WEEKDAY_NAMES,
    WEEKDAYS,
    WEEKS,
)
from textual_tracker.errors import UsageError

_CENTURY: Final = 2000
_DAYS_A_WEEK: Final = 7
_MONTHS_A_YEAR: Final = 12
_FORWARD: Final = frozenset({"next", "coming"})
_BACK: Final = frozenset({"last", "past"})

_ON = re.compile(r"(?:on|by) (.+)")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})")
_MONTH_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{2}|[0-9]{4}))?")
_DAY_MONTH = re.compile(r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th)? ?(?:of )?([a-z]{3,9})(?: ([0-9]{4}))?")
_MONTH_DAY = re.compile(r"([a-z]{3,9}) ?(?:the )?([0-9]{1,2})(?:st|nd|rd|th)?(?: ([0-9]{4}))?")
_OF_MONTH = re.compile(r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th)")
_END_OF_MONTH = re.compile(r"eom|(?:the )?end of (?:the )?month")
_NEXT = re.compile(r"(?:(this|next|coming|last|past) )?([a-z]+)")
_SIGNED = re.compile(r"([+-]) ?([0-9]{1,5})(?: ?([a-z]+))?")
_SPAN = re.compile(
    r"(in )?(?:([0-9]{1,5})([dwmy])|([0-9]{1,5}|[a-z]{1,5}) ?([a-z]{2,6}))(?: (ago|from now|from today))?"
)
_FROM = re.compile(r"(.+?) from (.+)")
_WITH_WEEKDAY = re.compile(r"([a-z]{3,9}) (?:the )?(.*[0-9].*)")


def day_said(text: str, side: Side) -> dt.date | None:
    """The day that `text` says, `None` where it says none.

    Raises:
        UsageError: it has the form of a day, and there is no such day.
    """
    on = _ON.fullmatch(text)
    text = on[1] if on else text
    for form in _FORMS:
        found = form(text, side)
        if found is not None:
            return found
    return None


def _near(text: str, side: Side) -> dt.date | None:
    days = NEAR_DAYS.get(text)
    return None if days is None else days_from(side.today, days)


def _dated(text: str, side: Side) -> dt.date | None:
    """A date of the calendar, with its year or without."""
    if found := _YEAR_FIRST.fullmatch(text):
        return day_of(int(found[1]), int(found[3]), int(found[4]))
    if found := _MONTH_FIRST.fullmatch(text):
        year = found[3] and (int(found[3]) + (_CENTURY if len(found[3]) == 2 else 0))  # noqa: PLR2004 - two digits
        return _maybe_with_year(int(found[1]), int(found[2]), year, side)
    if (found := _DAY_MONTH.fullmatch(text)) and found[2] in MONTHS:
        return _maybe_with_year(MONTHS[found[2]], int(found[1]), found[3], side)
    if (found := _MONTH_DAY.fullmatch(text)) and found[1] in MONTHS:
        return _maybe_with_year(MONTHS[found[1]], int(found[2]), found[3], side)
    found = _OF_MONTH.fullmatch(text)
    return nearest_of_month(int(found[1]), side) if found else None


def _maybe_with_year(month: int, day: int, year: str | int | None, side: Side) -> dt.date:
    return nearest_day(month, day, side) if year is None else day_of(int(year), month, day)


def _end_of_month(text: str, side: Side) -> dt.date | None:
    return end_of_month(side) if _END_OF_MONTH.fullmatch(text) else None


def _weekday(text: str, side: Side) -> dt.date | None:
    """A weekday, or `next week`: the next one after today, or the last one before it."""
    found = _NEXT.fullmatch(text)
    if found is None:
        return None
    step = 1 if found[1] in _FORWARD else -1 if found[1] in _BACK else side.step
    if found[2] in WEEKDAYS:
        ahead = (WEEKDAYS[found[2]] - side.today.weekday()) % _DAYS_A_WEEK or _DAYS_A_WEEK
        back = _DAYS_A_WEEK if ahead == _DAYS_A_WEEK else _DAYS_A_WEEK - ahead
        return days_from(side.today, ahead if step > 0 else -back)
    if found[1] in _FORWARD | _BACK and found[2] in _WHOLE_SPANS:
        return _spanned(side.today, step, UNITS[found[2]])
    return None


_WHOLE_SPANS: Final = frozenset({"week", "month", "year"})


def _signed(text: str, side: Side) -> dt.date | None:
    """`+3`, `-2`, `+2w`: so many days, or what the unit says, from today."""
    found = _SIGNED.fullmatch(text)
    if found is None or (found[3] or DAYS) not in UNITS:
        return None
    number = int(found[2]) * (1 if found[1] == "+" else -1)
    return _spanned(side.today, number, UNITS[found[3] or DAYS])


def _span(text: str, side: Side) -> dt.date | None:
    """`3d`, `in 2 weeks`, `a month ago`; what says neither is ahead in a plan and back in a fact."""
    found = _SPAN.fullmatch(text)
    if found is None or (found[1] and found[6]):
        return None
    number, unit = found[2] or found[4], UNITS.get(found[3] or found[5])
    counted = NUMBERS.get(number, int(number) if number.isdecimal() else None)
    if unit is None or counted is None:
        return None
    step = -1 if found[6] == "ago" else 1 if found[1] or found[6] else side.step
    return _spanned(side.today, counted * step, unit)


def _span_from(text: str, side: Side) -> dt.date | None:
    """`2 weeks from fri`."""
    found = _FROM.fullmatch(text)
    if found is None or not _SPAN.fullmatch(found[1]):
        return None
    begin = day_said(found[2], Side(side.today, plan=True))
    return None if begin is None else _span(found[1], Side(begin, plan=True))


def _spanned(begin: dt.date, number: int, unit: str) -> dt.date:
    if unit in _DAYS_OF:
        return days_from(begin, number * _DAYS_OF[unit])
    return months_from(begin, number * (1 if unit == MONTHLY else _MONTHS_A_YEAR))


_DAYS_OF: Final[Mapping[str, int]] = MappingProxyType({DAYS: 1, WEEKS: _DAYS_A_WEEK})


def _dated_with_weekday(text: str, side: Side) -> dt.date | None:
    """`Fri 6 Mar`, as the program itself says days; the two have to agree."""
    found = _WITH_WEEKDAY.fullmatch(text)
    if found is None or found[1] not in WEEKDAYS:
        return None
    day = _dated(found[2], side)
    if day is not None and day.weekday() != WEEKDAYS[found[1]]:
        named, is_one = WEEKDAY_NAMES[WEEKDAYS[found[1]]], WEEKDAY_NAMES[day.weekday()]
        raise UsageError(f"{said(day)} is a {is_one}, not a {named}")
    return day


_FORMS: Final[tuple[Callable[[str, Side], dt.date | None], ...]] = (
    _near,
    _weekday,
    _signed,
    _dated,
    _end_of_month,
    _span,
    _dated_with_weekday,
    _span_from,
)
