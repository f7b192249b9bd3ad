"""The JSON of `activity`."""

from collections.abc import Mapping, Sequence

from textual_tracker.analytics.activity.year import ActivityYear, YearDay
from textual_tracker.analytics.results.ratios import Ratios
from textual_tracker.analytics.results.weekly import WeekOfResults
from textual_tracker.cli.reports.rows import Row
from textual_tracker.core.vocabulary import COUNTERS


def activity_row(year: ActivityYear, weeks: Sequence[WeekOfResults], found: Ratios) -> Row:
    """Every day of the window, oldest first, and what they come to."""
    averages = year.averages
    return {
        "from": year.window.start,
        "to": year.window.end,
        "officer": year.officer,
        "days": [_day(one) for one in year.days],
        "totals": _counts(year.totals),
        "goals": year.today.activity.goals,
        "missing": year.missing,
        "streak": year.streak,
        "averages": None
        if averages is None
        else {"days": averages.days, **_counts(averages.counts), "score": averages.score},
        "weeks": _weeks(year, weeks),
        "ratios": ratios_row(found),
    }


def ratios_row(found: Ratios) -> Row:
    """Each ratio as a number, null where there was not one of the second."""
    return {name: getattr(found, name).value for name in found.__struct_fields__}


def _day(one: YearDay) -> Row:
    activity = one.activity
    return {
        "date": activity.date,
        **_counts(activity.counts),
        "score": activity.score,
        "done": activity.done,
        "day_off": activity.day_off,
        "known": activity.known,
    }


def _counts(counts: Mapping[str, float]) -> Row:
    """The five counters, and the journal's own kinds under `custom`."""
    return {
        **{name: counts.get(name, 0) for name in COUNTERS},
        "custom": {name: number for name, number in counts.items() if name not in COUNTERS},
    }


def _weeks(year: ActivityYear, weeks: Sequence[WeekOfResults]) -> list[Row]:
    """The weeks from the first of which anything is known, oldest first."""
    of_days = {week.start: week for week in year.weeks}
    rows = []
    for week in weeks:
        days = of_days.get(week.start)
        rows.append(
            {
                **{name: getattr(week, name) for name in week.__struct_fields__},
                "due": 0 if days is None else days.due,
                "done": 0 if days is None else days.done,
                "missing": 0 if days is None else days.missing,
                "score": None if days is None else days.score,
            }
        )
    return rows
