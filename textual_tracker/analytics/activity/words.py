"""What is said of activity, in the same words wherever it is said."""

import datetime as dt

from textual_tracker.analytics.activity.year import ActivityYear, YearDay, week_of
from textual_tracker.analytics.wording import MONTHS, count, day, word
from textual_tracker.core.calendar import DAYS_IN_WEEK
from textual_tracker.core.vocabulary import COUNTERS

KINDS = {
    "off": "day off",
    "holiday": "holiday",
    "free": "no working day",
    "missing": "missing",
    "blank": "not known yet",
}
"""What a day was of which nothing was counted."""


NO_STREAK = "no streak yet"
NEVER = "journal.yaml has no working day in the year ahead"


def today_parts(year: ActivityYear) -> tuple[str, ...]:
    """How today stands, then what else there is to say of it: how long the streak is, and when the next day is due.

    `("today is a holiday", "streak 7 working days", "next tomorrow")`.
    """
    today, days = year.today, count(year.streak, "working day")
    if not year.streak_goals:
        why = "no goal makes a day done" if today.activity.goals else "no goals yet"
        return (why, "goals and streak in journal.yaml say when a day is done")
    streak = f"streak {days}" if year.streak else NO_STREAK
    then = NEVER if year.next_due is None else f"next {day(year.next_due, today.date)}"
    if not today.is_due:
        kind = {"off": "a day off", "holiday": "a holiday"}.get(today.kind, "no working day")
        return (f"today is {kind}", streak, then)
    if today.activity.done:
        return ("done for today", streak, then)
    left = ", ".join(number_of(name, number) for name, number in year.to_go.items())
    return (f"{left} to keep the streak of {days}",) if year.streak else (f"{left} to go today", NO_STREAK)


def today_sentence(year: ActivityYear) -> str:
    """What today still takes, and what becomes of the streak."""
    stands, *more = today_parts(year)
    joint = "; " if more == [NO_STREAK] else ": "
    return f"{stands[0].upper()}{stands[1:]}{joint if more else ''}{', '.join(more)}."


def number_of(counter: str, number: int) -> str:
    """`7 calls`, `1 note`; the journal's own kinds are named as they are."""
    said = word(counter)
    return f"1 {said.removesuffix('s')}" if number == 1 and counter in COUNTERS else f"{number} {said}"


def known_days(year: ActivityYear) -> str:
    """`259 known days, 189 of 248 working days done, 3 missing`."""
    known = sum(one.activity.known for one in year.days)
    if not known:
        return "nothing is known of these days"
    due = [one for one in year.days if one.is_due]
    parts = [count(known, "known day")]
    if year.streak_goals:
        parts.append(f"{sum(one.activity.done for one in due)} of {count(len(due), 'working day')} done")
    parts.append(f"{len(year.missing)} missing" if year.missing else "none missing")
    return ", ".join(parts)


def what_it_was(one: YearDay) -> str:
    """`done`, `partly`, `none of it`, `missing`, `holiday`; of a known day without goals, `known`."""
    if one.kind != "known":
        return KINDS[one.kind]
    activity = one.activity
    if activity.done:
        return "done"
    if activity.score is None:
        return "known"
    return "partly" if activity.score > 0 else "none of it"


def week_label(monday: dt.date, today: dt.date) -> str:
    """`this week`, `last week`, `2–8 Mar`, `29 Dec–4 Jan 2026`: the year where it is not this one."""
    says, year = week_days(monday, today), _sunday(monday).year
    return says if year == today.year or not says[0].isdecimal() else f"{says} {year}"


def week_days(monday: dt.date, today: dt.date) -> str:
    """The same without a year, for where the year stands beside it."""
    ago = (week_of(today) - monday).days
    if ago in {0, DAYS_IN_WEEK}:
        return "last week" if ago else "this week"
    sunday = _sunday(monday)
    first = f"{monday.day}" if monday.month == sunday.month else f"{monday.day} {MONTHS[monday.month]}"
    return f"{first}–{sunday.day} {MONTHS[sunday.month]}"


def _sunday(monday: dt.date) -> dt.date:
    """The last day of its week; the calendar's last week ends on a Friday."""
    return dt.date.fromordinal(min(monday.toordinal() + DAYS_IN_WEEK - 1, dt.date.max.toordinal()))
