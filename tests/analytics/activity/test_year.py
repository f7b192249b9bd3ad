"""The year of activity: its window, what each day was, the weeks, the averages. 2 March 2026 is a Monday."""

import datetime as dt
from typing import Any, ClassVar

import pytest
from hypothesis import given

from tests import strategies
from tests.factories import (
    appointment,
    attempts,
    day,
    make_day,
    make_journal,
    make_partner,
    make_referral,
    make_settings,
    updates,
)
from textual_tracker.analytics.activity.year import ActivityYear, activity_year
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window, window_start
from textual_tracker.core.journal import Journal

TODAY = "2026-03-10"
"""A Tuesday."""

SHARED: dict[str, Any] = {"officers": {"ana": "Ana Rivera", "maria": "Maria Soto"}}


def year(*records: Any, today: str = TODAY, officer: str | None = None, **settings: Any) -> ActivityYear:
    journal = make_journal(*records, settings=make_settings(**settings))
    return activity_year(Snapshot(journal, day(today)), officer)


def kinds(found: ActivityYear, first: str, last: str) -> list[str]:
    """What the days from `first` to `last` were."""
    return [one.kind for one in found.days if day(first) <= one.date <= day(last)]


def missing(*records: Any, **options: Any) -> list[str]:
    return [date.isoformat() for date in year(*records, **options).missing]


class TestWindow:
    @pytest.mark.parametrize(
        ("today", "first"),
        [
            ("2026-03-10", "2025-03-11"),
            ("2025-03-01", "2024-03-02"),
            ("2024-02-29", "2023-03-01"),
            ("2025-02-28", "2024-02-29"),
            ("0001-01-01", "0001-01-01"),
        ],
    )
    def test_from_the_day_after_today_a_year_ago(self, today: str, first: str) -> None:
        assert window_start(day(today)) == day(first)

    def test_it_has_every_day_up_to_today(self) -> None:
        found = year()
        assert (found.days[0].date, found.today.date, len(found.days)) == (day("2025-03-11"), day(TODAY), 365)
        assert len(year(today="2024-03-10").days) == 366


class TestKinds:
    def test_each_day_is_what_it_was(self) -> None:
        found = year(
            make_day("2026-03-02"),
            make_day("2026-03-06", day_off="sick"),
            make_day("2026-03-07", calls=1),
            holidays=["2026-03-04"],
            days_off=["2026-03-05"],
        )
        assert kinds(found, "2026-02-27", "2026-03-10") == [
            "blank", "free", "free",
            "known", "missing", "holiday", "off", "off", "known", "free",
            "missing", "blank",
        ]  # fmt: skip

    def test_work_on_a_holiday_is_known(self) -> None:
        assert kinds(year(make_day("2026-03-04"), holidays=["2026-03-04"]), "2026-03-04", "2026-03-04") == ["known"]

    def test_a_holiday_on_a_weekend_is_only_a_weekend(self) -> None:
        assert kinds(year(holidays=["2026-03-07"]), "2026-03-07", "2026-03-07") == ["free"]


class TestMissing:
    def test_unknown_working_days_from_the_first_known_day_to_yesterday(self) -> None:
        assert missing(make_day("2026-03-03"), make_day("2026-03-06")) == ["2026-03-04", "2026-03-05", "2026-03-09"]

    def test_what_the_records_show_is_known(self) -> None:
        dana = make_referral(contact_attempts=attempts("2026-03-05 text"), partner_updates=updates("2026-03-06 text"))
        assert missing(dana) == ["2026-03-09"]

    def test_days_off_and_holidays_are_not_missing(self) -> None:
        assert missing(make_day("2026-03-04"), holidays=["2026-03-06"], days_off=["2026-03-09"]) == ["2026-03-05"]

    def test_nothing_is_missing_where_nothing_was_ever_known(self) -> None:
        assert missing() == []

    @pytest.mark.parametrize("date", ["2025-03-06", "2021-05-03"])
    @pytest.mark.parametrize("by", ["file", "attempt", "update", "touch", "appointment"])
    def test_a_day_known_before_the_window_counts_from_its_first_day(self, date: str, by: str) -> None:
        records = {
            "file": make_day(date),
            "attempt": make_referral(received="2021-01-04", contact_attempts=attempts(f"{date} call")),
            "update": make_referral(received="2021-01-04", partner_updates=updates(f"{date} call")),
            "touch": make_partner(touches=attempts(f"{date} call")),
            "appointment": make_referral(received="2021-01-04", appointment=appointment(set=date)),
        }
        found = missing(records[by])
        assert found[0] == "2025-03-11"
        assert len(found) == 260  # 52 weeks of five days; Tuesday 11 March 2025 to Monday 9 March 2026

    def test_a_journal_of_ages_ago_is_not_searched_day_by_day(self) -> None:
        """Nothing is known of the three million days between the only one and the last year of the calendar."""
        found = missing(make_day("1900-01-01"), today="9999-12-31")
        assert found[0] == "9999-01-01"

    def test_each_officer_has_their_own(self) -> None:
        files = (make_day("2026-03-05", "ana"), make_day("2026-03-06", "maria"))
        assert missing(*files, officer="ana", **SHARED) == ["2026-03-06", "2026-03-09"]
        assert missing(*files, officer="maria", **SHARED) == ["2026-03-09"]
        assert missing(*files, **SHARED) == ["2026-03-09"]


class TestAverages:
    def test_over_the_known_days_with_their_number(self) -> None:
        found = year(
            make_day("2026-03-02", calls=10, notes=1), make_day("2026-03-07", calls=5), daily={"calls": 10}
        ).averages
        assert found is not None
        assert (found.days, found.counts["calls"], found.counts["notes"], found.score) == (2, 7.5, 0.5, 0.75)

    def test_without_goals_there_is_no_score(self) -> None:
        found = year(make_day("2026-03-02", calls=10)).averages
        assert found is not None
        assert found.score is None

    def test_without_a_known_day_there_are_none(self) -> None:
        assert year().averages is None


class TestWeeks:
    GOALS: ClassVar[dict[str, Any]] = {"daily": {"calls": 10}, "streak": ("calls",)}

    def test_newest_first_from_the_first_with_a_known_day(self) -> None:
        starts = [week.start.isoformat() for week in year(make_day("2026-02-28")).weeks]
        assert starts == ["2026-03-09", "2026-03-02", "2026-02-23"]
        assert [week.start.isoformat() for week in year().weeks] == ["2026-03-09"]

    def test_totals_are_of_all_its_days_the_score_of_the_known_working_days(self) -> None:
        _, week = year(
            make_day("2026-03-02", calls=10),
            make_day("2026-03-03", calls=4),
            make_day("2026-03-04", day_off="sick"),
            make_day("2026-03-07", calls=2),
            **self.GOALS,
        ).weeks
        assert week.totals["calls"] == 16
        assert (week.due, week.done, week.missing, week.score) == (4, 1, 2, 0.7)

    def test_where_a_day_before_the_window_is_known_they_begin_with_the_first_that_is_missing(self) -> None:
        """From Thursday 26 February on all is missing but Thursday the 5th; before the window Wednesday is known."""
        journal = make_journal(make_day("2026-02-25"), make_day("2026-03-05"), settings=make_settings())
        found = activity_year(Snapshot(journal, day(TODAY)), None, Window(day("2026-02-26"), day("2026-03-08")))
        assert [(week.start.isoformat(), week.due, week.missing) for week in found.weeks] == [
            ("2026-03-02", 5, 4),
            ("2026-02-23", 2, 2),
        ]

    def test_today_is_due_though_nothing_is_known_yet_days_before_the_first_known_are_not(self) -> None:
        this_week, week = year(make_day("2026-03-05", calls=10), **self.GOALS).weeks
        assert (this_week.due, this_week.done, this_week.missing, this_week.score) == (2, 0, 1, None)
        assert (week.due, week.done, week.missing) == (2, 1, 1)

    def test_without_goals_a_week_has_no_score(self) -> None:
        assert year(make_day("2026-03-10", calls=10)).weeks[0].score is None


class TestAnotherWindow:
    """Days of a month, or of ten years; what keeps the streak is as of today whatever the window."""

    FILES: ClassVar[list[Any]] = [make_day(date, calls=10) for date in ("2026-02-26", "2026-03-02", "2026-03-09")]
    GOALS: ClassVar[dict[str, Any]] = {"daily": {"calls": 10}, "streak": ("calls",)}

    def over(self, first: str, last: str, *records: Any, **settings: Any) -> ActivityYear:
        journal = make_journal(*self.FILES, *records, settings=make_settings(**settings))
        return activity_year(Snapshot(journal, day(TODAY)), window=Window(day(first), day(last)))

    def test_it_has_its_days_and_no_other(self) -> None:
        found = self.over("2026-02-27", "2026-03-03", **self.GOALS)
        assert [one.date.isoformat() for one in found.days] == [
            "2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02", "2026-03-03",
        ]  # fmt: skip
        assert found.totals["calls"] == 10
        assert found.averages is not None
        assert found.averages.days == 1
        assert [week.start for week in found.weeks] == [day("2026-03-02"), day("2026-02-23")]

    def test_a_day_known_before_it_makes_its_working_days_missing(self) -> None:
        assert self.over("2026-02-27", "2026-03-03").missing == (day("2026-02-27"), day("2026-03-03"))

    def test_before_the_first_known_day_nothing_is_missing(self) -> None:
        found = self.over("2026-02-23", "2026-02-25")
        assert (found.missing, found.averages, [one.kind for one in found.days]) == ((), None, ["blank"] * 3)

    def test_today_and_the_streak_are_those_of_today(self) -> None:
        found = self.over("2026-02-23", "2026-02-25", **self.GOALS)
        assert (found.today.date, found.streak, found.to_go) == (day(TODAY), 1, {"calls": 10})

    def test_a_record_of_ten_years_ago_counts_and_a_hundred_years_before_it_are_blank(self) -> None:
        kim = make_referral(received="2016-03-07", contact_attempts=attempts("2016-03-08 call"))
        found = self.over("1916-01-01", TODAY, kim)
        first = next(one for one in found.days if one.activity.known)
        assert (first.date, first.activity.counts["calls"], found.totals["calls"]) == (day("2016-03-08"), 1, 31)
        assert found.missing[0] == day("2016-03-09")


def test_the_goals_of_a_window_are_those_of_its_due_days() -> None:
    """Maria begins on the Thursday: two days of Ana's goal, and two of both; none for the weekend or a day off."""
    ana = [make_day(f"2026-03-0{number}", "ana", calls=5) for number in (3, 4, 5, 6, 7)]
    maria = make_day("2026-03-05", "maria", calls=1)
    journal = make_journal(*ana, maria, settings=make_settings(**SHARED, daily={"calls": 5}, days_off=["2026-03-02"]))
    week = activity_year(Snapshot(journal, day("2026-03-08")), None, Window(day("2026-03-02"), day("2026-03-08")))
    assert week.due_goals == {"calls": 5 + 5 + 10 + 10}


class TestToday:
    GOALS: ClassVar[dict[str, Any]] = {
        "daily": {"calls": 10, "notes": 2, "conversations": 5},
        "streak": ("calls", "notes", "follow_ups"),
    }

    def test_what_is_missing_until_it_is_done(self) -> None:
        assert year(make_day(TODAY, calls=4, notes=2), **self.GOALS).to_go == {"calls": 6}
        assert year(make_day(TODAY, calls=10, notes=3), **self.GOALS).to_go == {}
        assert year(**self.GOALS).to_go == {"calls": 10, "notes": 2}

    def test_without_goals_nothing_is(self) -> None:
        assert year().to_go == {}

    @pytest.mark.parametrize(
        ("today", "settings", "due"),
        [
            ("2026-03-06", {}, "2026-03-09"),
            ("2026-03-06", {"holidays": ["2026-03-09"]}, "2026-03-10"),
            ("2026-03-06", {"days_off": ["2026-03-09", "2026-03-10"]}, "2026-03-11"),
        ],
    )
    def test_the_next_day_to_be_done_is_a_working_day_that_is_no_day_off(
        self, today: str, settings: dict[str, Any], due: str
    ) -> None:
        assert year(today=today, **settings).next_due == day(due)

    @pytest.mark.parametrize(
        ("today", "settings", "is_due"),
        [
            ("2026-03-10", {}, True),
            ("2026-03-10", {"holidays": ["2026-03-10"]}, False),
            ("2026-03-10", {"days_off": ["2026-03-10"]}, False),
            ("2026-03-08", {}, False),
        ],
    )
    def test_whether_today_is_due(self, today: str, settings: dict[str, Any], is_due: bool) -> None:
        assert year(today=today, **settings).today.is_due is is_due


@given(strategies.journals(), strategies.dates)
def test_any_journal_has_a_year(journal: Journal, today: dt.date) -> None:
    found = activity_year(Snapshot(journal, today))
    known = [one.date for one in found.days if one.activity.known]
    assert not set(known).intersection(found.missing)
    assert not known or all(date > known[0] for date in found.missing)  # the strategy's days all lie in the window
    assert sum(sum(week.totals.values()) for week in found.weeks) == sum(
        sum(one.activity.counts.values()) for one in found.days
    )
    assert found.averages is None or found.averages.days == len(known)
