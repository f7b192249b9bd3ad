"""Working days, as the forecast counts them. 2 March 2026 is a Monday."""

import datetime as dt

import pytest

from tests.factories import day
from textual_tracker.analytics.forecast.clock import Clock
from textual_tracker.core.calendar import WorkCalendar

WEEK = Clock(WorkCalendar(holidays=[day("2026-03-10")]))


def ordinal(date: str) -> int:
    return day(date).toordinal()


@pytest.mark.parametrize(
    ("since", "until", "passed"),
    [
        ("2026-03-02", "2026-03-06", 4),
        ("2026-03-06", "2026-03-09", 1),
        ("2026-03-06", "2026-03-08", 0),
        ("2026-03-09", "2026-03-11", 1),
        ("2026-03-06", "2026-03-02", 0),
        ("2026-02-28", "2026-03-31", 21),
        ("2026-03-31", "2026-04-30", 22),
    ],
    ids=["a week", "over a weekend", "to its end", "over a holiday", "backwards", "March", "April"],
)
def test_the_days_that_passed_are_those_that_were_worked(since: str, until: str, passed: int) -> None:
    assert WEEK.passed(ordinal(since), ordinal(until)) == passed


def test_a_stay_that_ended_on_a_later_day_lasted_a_day_at_least() -> None:
    assert WEEK.stayed(ordinal("2026-03-06"), ordinal("2026-03-07")) == 1
    assert WEEK.stayed(ordinal("2026-03-06"), ordinal("2026-03-09")) == 1
    assert WEEK.stayed(ordinal("2026-03-06"), ordinal("2026-03-12")) == 3


def test_where_nobody_ever_works_every_day_counts() -> None:
    assert Clock(WorkCalendar(())).passed(ordinal("2026-03-06"), ordinal("2026-03-09")) == 3


def test_it_goes_from_one_end_of_the_calendar_to_the_other() -> None:
    # 521,722 weeks and four days, from a Monday to a Friday, with one holiday.
    assert WEEK.passed(dt.date.min.toordinal(), dt.date.max.toordinal()) == 521_722 * 5 + 4 - 1
