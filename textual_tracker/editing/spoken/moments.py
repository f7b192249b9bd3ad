"""A day, a time, or both in any order, and where in a line they begin or end.

A weekday or a date without its year lies ahead in a plan (`appt`, `next`) and back in a fact (`--date`, `mark`). Words
that name the side themselves are taken at their word by both: `tomorrow`, `+3`, `last fri`, `2026-03-06`.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from textual_tracker.editing.moment import Moment
from textual_tracker.editing.spoken.calendar_days import Side
from textual_tracker.editing.spoken.clock import time_said
from textual_tracker.editing.spoken.day import day_said
from textual_tracker.editing.spoken.mistaken import begins_with_none, ends_with_none, no_moment
from textual_tracker.errors import UsageError

MOST_WORDS: Final = 12
"""No day is said in more: `on wednesday the 6th of march 2027 at 2:30 pm`."""
LONGEST: Final = 80

_ISO_TIME = re.compile(r"^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})t(?=[0-9])")
_AFTER_LETTER = re.compile(r"(?<=[a-z])\.")
_BETWEEN = re.compile(r"[\s,]+")


def fact_day(text: str, today: dt.date) -> Moment:
    """When something happened: `fri` is the last Friday before `today`, `6 mar` the last one up to it.

    Raises:
        UsageError: `text` says no day and no time, or one that does not exist.
    """
    return _said_whole(text, Side(today, plan=False))


def plan_day(text: str, today: dt.date) -> Moment:
    """For when something is planned: `fri` is the next Friday after `today`, `6 mar` the next one from it on.

    Raises:
        UsageError: `text` says no day and no time, or one that does not exist.
    """
    return _said_whole(text, Side(today, plan=True))


def leading_moment(words: Sequence[str], today: dt.date, plan: bool = True) -> tuple[Moment, list[str]]:
    """The longest beginning of `words` that is a day or a time, and the words after it, of which there may be none.

    Raises:
        UsageError: they do not begin with one, or with one that does not exist.
    """
    side = Side(today, plan)
    for length in range(min(len(words), MOST_WORDS), 0, -1):
        moment = _said(" ".join(words[:length]), side)
        if moment is not None:
            return moment, list(words[length:])
    raise begins_with_none(words, lambda text: _can_be_said(text, side), plan=plan)


def split_ref_and_moment(words: Sequence[str], today: dt.date, plan: bool = True) -> tuple[list[str], Moment]:
    """The words that name a record, at least one, and the day or time in the longest ending that is one.

    Raises:
        UsageError: they do not end with one, or with one that does not exist, or nothing stands before it.
    """
    side = Side(today, plan)
    for first in range(max(1, len(words) - MOST_WORDS), len(words)):
        moment = _said(" ".join(words[first:]), side)
        if moment is not None:
            return list(words[:first]), moment
    raise ends_with_none(words, lambda text: _can_be_said(text, side), plan=plan)


def _said_whole(text: str, side: Side) -> Moment:
    moment = _said(text, side)
    if moment is None:
        raise no_moment(text, lambda other: _can_be_said(other, side), plan=side.plan)
    return moment


def _said(text: str, side: Side) -> Moment | None:
    """The day and the time that `text` says, `None` where it says neither; a time alone is one of today."""
    if len(text) > LONGEST:
        return None
    plain = plainly(text)
    day = day_said(plain, side)
    if day is not None:
        return day, None
    time = time_said(plain)
    if time is not None:
        return side.today, time
    return _both(plain.split(" "), side)


def _both(words: list[str], side: Side) -> Moment | None:
    """A day and a time, in either order."""
    for cut in range(1, len(words)):
        before, after = " ".join(words[:cut]), " ".join(words[cut:])
        for day_text, time_text in ((before, after), (after, before)):
            time = time_said(time_text)
            day = None if time is None else day_said(day_text, side)
            if day is not None:
                return day, time
    return None


def _can_be_said(text: str, side: Side) -> bool:
    try:
        return _said(text, side) is not None
    except UsageError:
        return False


def plainly(text: str) -> str:
    """`text` in small letters, with one blank between words, `at` for `@`, and without commas and abbreviation dots."""
    lower = _AFTER_LETTER.sub("", text.lower().replace("@", " at "))
    return _ISO_TIME.sub(r"\1 ", _BETWEEN.sub(" ", lower).strip())
