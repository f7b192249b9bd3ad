"""How many working days in a row were done. 2 March 2026 is a Monday."""

import datetime as dt
from typing import Any

import pytest

from tests.factories import attempts, day, make_day, make_journal, make_referral, make_settings, outcome
from textual_tracker.analytics.activity.counters import Activity
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Day, Partner, Referral

MONDAY = "2026-03-02"
TODAY = "2026-03-13"
"""A Friday."""


def done_on(*dates: int) -> list[Day]:
    """Days of March 2026 on which the goal of one call was met."""
    return [make_day(f"2026-03-{date:02}", calls=1) for date in dates]


def streak(*records: Referral | Partner | Day, today: str = TODAY, **settings: Any) -> int:
    own = make_settings(daily={"calls": 1}, **settings)
    return Activity(Snapshot(make_journal(*records, settings=own), day(today))).streak()


class TestStreak:
    def test_it_ends_today(self) -> None:
        assert streak(*done_on(11, 12, 13)) == 3

    def test_or_yesterday_while_today_is_not_done_yet(self) -> None:
        assert streak(*done_on(11, 12)) == 2
        assert streak(*done_on(11, 12), make_day(TODAY, calls=0)) == 2

    def test_not_the_day_before_yesterday(self) -> None:
        assert streak(*done_on(10, 11)) == 0

    def test_weekends_are_skipped(self) -> None:
        assert streak(*done_on(5, 6, 9), today="2026-03-09") == 3
        assert streak(*done_on(5, 6), today="2026-03-09") == 2
        assert streak(*done_on(5, 6), today="2026-03-08") == 2

    def test_work_on_a_weekend_does_not_lengthen_it(self) -> None:
        assert streak(*done_on(6, 7, 8, 9), today="2026-03-09") == 2

    def test_holidays_and_days_off_are_skipped(self) -> None:
        assert streak(*done_on(10, 12, 13), holidays=["2026-03-11"]) == 3
        assert streak(*done_on(10, 13), days_off=["2026-03-11", "2026-03-12"]) == 2
        assert streak(*done_on(10, 12, 13), make_day("2026-03-11", day_off="sick")) == 3

    def test_a_day_off_today_does_not_end_it(self) -> None:
        assert streak(*done_on(11, 12), make_day(TODAY, day_off="vacation")) == 2

    def test_an_unknown_or_unfinished_working_day_ends_it(self) -> None:
        assert streak(*done_on(10, 12, 13)) == 2
        assert streak(*done_on(10, 12, 13), make_day("2026-03-11", calls=0)) == 2

    def test_what_the_records_show_keeps_it(self) -> None:
        called = make_referral(contact_attempts=attempts("2026-03-12 call"))
        assert streak(called, *done_on(11, 13)) == 3

    def test_days_ahead_do_not_count(self) -> None:
        assert streak(*done_on(12, 13, 16)) == 2

    def test_nothing_at_all(self) -> None:
        assert streak() == 0
        without_goals = Snapshot(make_journal(*done_on(12, 13)), day(TODAY))
        assert Activity(without_goals).streak() == 0  # nothing is done

    def test_the_first_day_of_the_calendar_is_no_trap(self) -> None:
        assert streak(make_day("0001-01-01", calls=1), today="0001-01-01") == 1


@pytest.mark.parametrize("length", [29, 31, 58, 385, 419, 421, 1300])
def test_a_streak_may_last_for_years(length: int) -> None:
    calls = [f"{day('2026-03-12') - dt.timedelta(days=ago)} call" for ago in range(length)]
    unfinished = make_day(str(day("2026-03-12") - dt.timedelta(days=length)), calls=0)
    every_day = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    settled = make_referral("Lee Ng", "2020-03-02", contact_attempts=attempts(*calls), outcome=outcome("lost", MONDAY))
    assert streak(settled, unfinished, working_days=every_day) == length


def test_days_off_do_not_go_on_before_the_first_that_is_known() -> None:
    assert streak(*done_on(12, 13), working_days=()) == 0
    called = make_referral(received="2019-03-01", contact_attempts=attempts("2019-03-01 call"))
    assert streak(called, *done_on(13), working_days=("fri",), holidays=FRIDAYS) == 2
    assert streak(called, *done_on(13), working_days=("fri",), holidays=FRIDAYS[1:]) == 1


FRIDAYS = [str(day("2026-03-06") - dt.timedelta(days=7 * week)) for week in range(366)]
"""All between the two on which a call was made."""
