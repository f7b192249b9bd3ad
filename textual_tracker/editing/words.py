"""Days, amounts and words as they stand in the sentence that tells what was written.

Every sentence names the day of what it tells where that is not today: whoever typed `fri` sees which Friday was meant.
"""

import datetime as dt

from textual_tracker.editing.moment import Moment


def day_words(day: dt.date, today: dt.date) -> str:
    """`Tue 10 Mar`; with the year where it is not the one of `today`: `Tue 5 Jan 2027`."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%a} {day.day} {day:%b}{year}"


def moment_words(moment: Moment, today: dt.date) -> str:
    """`Mon 16 Mar 14:00`; without the hour where none was given."""
    day, time = moment
    hour = "" if time is None else f" {time:%H:%M}"
    return day_words(day, today) + hour


def on_day(day: dt.date, today: dt.date) -> str:
    """` on Mon 9 Mar`, to follow what happened; "" for today."""
    return "" if day == today else f" on {day_words(day, today)}"


def plain_word(value: str) -> str:
    """A word of a closed list as people say it: `never reached`."""
    return value.replace("_", " ")


def money(dollars: int) -> str:
    """`$385,000`."""
    return f"${dollars:,}"
