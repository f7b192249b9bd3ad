"""The values of a query: ranges of numbers and of days, and words with their nearest neighbour."""

import calendar
import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from decimal import Decimal

from textual_tracker.errors import UsageError

Range = tuple[int | None, int | None]
"""Lowest and highest, both included; `None`: no limit."""

NUMBER = re.compile(r"\$?(\d[\d,_]*)(?:\.(\d+))?\s*([km]?)", re.IGNORECASE)
DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
BACK = re.compile(r"-(\d{1,4})([dwm])")
FACTOR = {"": 1, "k": 1_000, "m": 1_000_000}
DAYS_OF = {"d": 1, "w": 7, "m": 30}


def near(value: str, words: Iterable[str]) -> str:
    """A sentence with the nearest of `words`, or with all of them where none is near."""
    known = list(words)
    close = difflib.get_close_matches(value.lower(), known, 1, 0.6)
    if close:
        return f' Did you mean "{close[0]}"?'
    return f" Known: {', '.join(known)}." if known else ""


def number_range(field: str, value: str) -> Range:
    """`>300000`, `<=300k`, `200k..400k`, `385000`: a range of whole numbers."""
    return _range(field, value, _numbers)


def day_range(field: str, value: str, today: dt.date) -> Range:
    """`2026-03..`, `2026-03-02`, `>2026-01`, `..yesterday`, `-7d..`: a range of days, as ordinals.

    A year or a month stands for all of its days.
    """
    return _range(field, value, lambda field, text: _days(field, text, today))


def _range(field: str, value: str, read: Callable[[str, str], tuple[int, int]]) -> Range:
    for sign in (">=", "<=", ">", "<"):
        if value.startswith(sign):
            low, high = read(field, value.removeprefix(sign))
            return {">=": (low, None), "<=": (None, high), ">": (high + 1, None), "<": (None, low - 1)}[sign]
    first, dots, last = value.partition("..")
    if not dots or value == dots:
        return read(field, value)
    return (read(field, first)[0] if first else None, read(field, last)[1] if last else None)


def _numbers(field: str, text: str) -> tuple[int, int]:
    match = NUMBER.fullmatch(text.strip())
    if match is None:
        raise UsageError(f'"{field}:" needs a number, like 300000, 300k, >300k or 200k..400k; "{text}" is none.')
    whole, fraction, unit = match.groups()
    exact = int(Decimal(f"{re.sub('[,_]', '', whole)}.{fraction or 0}") * FACTOR[unit.lower()])
    return exact, exact


def _days(field: str, text: str, today: dt.date) -> tuple[int, int]:
    word = text.strip().lower()
    named = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(word)
    back = BACK.fullmatch(word)
    if named is not None or back is not None:
        days = named if named is not None else -int(back[1]) * DAYS_OF[back[2]] if back else 0
        return today.toordinal() + days, today.toordinal() + days
    match = DAY.fullmatch(word)
    if match is not None:
        year, month, day = (int(part) if part else None for part in match.groups())
        with suppress(ValueError):
            return _first_and_last(year or 0, month, day)
    raise UsageError(f'"{field}:" needs a date, like 2026-03-02, 2026-03, 2026-03.. or -7d..; "{text}" is none.')


def _first_and_last(year: int, month: int | None, day: int | None) -> tuple[int, int]:
    first = dt.date(year, month or 1, day or 1)
    last_month = month or 12
    last = dt.date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    return first.toordinal(), last.toordinal()
