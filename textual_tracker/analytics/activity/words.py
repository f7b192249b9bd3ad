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


def today_sentence(year: ActivityYear) -> str:
    """What today still takes, and what becomes of the streak."""
    today = year.today
    if not year.streak_goals:
        why = "No goal makes a day done" if today.activity.goals else "No goals yet"
        return f"{why}: goals and streak in journal.yaml say when a day is done."
    streak = f"streak {count(year.streak, 'working day')}" if year.streak else "no streak yet"
    then = f"next {day(year.next_due, today.date)}"
    if not today.is_due:
        kind = {"off": "a day off", "holiday": "a holiday"}.get(today.kind, "no working day")
        return f"Today is {kind}: {streak}, {then}."
    if today.activity.done:
        return f"Done for today: {streak}, {then}."
    left = ", ".join(number_of(name, number) for name, number in year.to_go.items())
    if year.streak:
        return f"{left} to keep the streak of {count(year.streak, 'working day')}."
    return f"{left} to go today; no streak yet."


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
    ago = (week_of(today) - monday).days
    if ago in {0, DAYS_IN_WEEK}:
        return "last week" if ago else "this week"
    sunday = dt.date.fromordinal(min(monday.toordinal() + DAYS_IN_WEEK - 1, dt.date.max.toordinal()))
    first = f"{monday.day}" if monday.month == sunday.month else f"{monday.day} {MONTHS[monday.month]}"
    year = "" if sunday.year == today.year else f" {sunday.year}"
    return f"{first}–{sunday.day} {MONTHS[sunday.month]}{year}"
