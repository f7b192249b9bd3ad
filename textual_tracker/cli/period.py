"""A month or a year that stands for its days: `2026-03`, `2026`, `last month`."""

import datetime as dt
import re

from textual_tracker.core.calendar import ONE_DAY
from textual_tracker.errors import UsageError

YEAR = re.compile(r"\d{4}")
MONTH = re.compile(r"(\d{4})-(\d{2})")
NEAR = re.compile(r"(this|next|last|past|coming) (month|year)")
STEPS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
DECEMBER = 12


def period(typed: str, option: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """The first day and the last of the month or the year that `typed` names; `None`: it names neither.

    Raises UsageError, with how it is written for this `option`, where there is no such month or year.
    """
    if YEAR.fullmatch(typed):
        return _year(int(typed), typed, option)
    if found := MONTH.fullmatch(typed):
        return _month(int(found[1]), int(found[2]), typed, option)
    near = NEAR.fullmatch(" ".join(typed.lower().split()))
    if near is None:
        return None
    if near[2] == "year":
        return _year(today.year + STEPS[near[1]], typed, option)
    years, month = divmod(today.month - 1 + STEPS[near[1]], DECEMBER)
    return _month(today.year + years, month + 1, typed, option)


def _year(year: int, typed: str, option: str) -> tuple[dt.date, dt.date]:
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise UsageError(f'there is no year "{typed}"; write --{option} 2026')
    return dt.date(year, 1, 1), dt.date(year, DECEMBER, 31)


def _month(year: int, month: int, typed: str, option: str) -> tuple[dt.date, dt.date]:
    if not dt.MINYEAR <= year <= dt.MAXYEAR or not 1 <= month <= DECEMBER:
        raise UsageError(f'there is no month "{typed}"; write --{option} 2026-03')
    return dt.date(year, month, 1), _last(year, month)


def _last(year: int, month: int) -> dt.date:
    if month == DECEMBER:
        return dt.date(year, DECEMBER, 31)
    return dt.date(year, month + 1, 1) - ONE_DAY


def said_day(typed: str, day: dt.date, verb: str) -> str:
    """`2026-02 is 2026-02-28, and that is over`; of a day that was typed in full only `2026-03-01 is over`."""
    shown = day.isoformat()
    return f"{shown} {verb}" if typed.strip() == shown else f"{typed} is {shown}, and that {verb}"
