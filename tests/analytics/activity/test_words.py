"""What is said of activity. 10 March 2026 is a Tuesday."""

import datetime as dt
from typing import Any

import pytest

from tests.factories import day, make_day, make_journal, make_settings
from textual_tracker.analytics.activity.words import known_days, today_sentence, week_label, what_it_was
from textual_tracker.analytics.activity.year import ActivityYear, activity_year
from textual_tracker.analytics.snapshot import Snapshot

TODAY = "2026-03-10"
GOALS: dict[str, Any] = {"daily": {"calls": 10, "notes": 2}, "streak": ("calls", "notes")}
DONE: dict[str, Any] = {"calls": 10, "notes": 2}
TEN_YEARS = [(day(TODAY) + dt.timedelta(days)).isoformat() for days in range(3653)]


def year(*records: Any, today: str = TODAY, **settings: Any) -> ActivityYear:
    return activity_year(Snapshot(make_journal(*records, settings=make_settings(**settings)), day(today)))


class TestToday:
    def test_what_it_takes_to_keep_the_streak(self) -> None:
        records = (make_day("2026-03-09", **DONE), make_day(TODAY, calls=9))
        assert today_sentence(year(*records, **GOALS)) == "1 call, 2 notes to keep the streak of 1 working day."

    def test_without_a_streak_what_it_takes(self) -> None:
        assert today_sentence(year(**GOALS)) == "10 calls, 2 notes to go today; no streak yet."

    def test_done(self) -> None:
        assert today_sentence(year(make_day(TODAY, **DONE), **GOALS)) == (
            "Done for today: streak 1 working day, next tomorrow."
        )

    @pytest.mark.parametrize(
        ("settings", "today", "says"),
        [
            ({"holidays": [TODAY]}, TODAY, "Today is a holiday: no streak yet, next tomorrow."),
            ({"days_off": [TODAY]}, TODAY, "Today is a day off: no streak yet, next tomorrow."),
            ({}, "2026-03-07", "Today is no working day: no streak yet, next Mon 9 Mar."),
        ],
    )
    def test_a_day_that_is_not_due(self, settings: dict[str, Any], today: str, says: str) -> None:
        assert today_sentence(year(today=today, **GOALS, **settings)) == says

    @pytest.mark.parametrize(
        "settings",
        [
            {"working_days": ()},
            {"holidays": TEN_YEARS},
        ],
    )
    def test_no_working_day_ahead(self, settings: dict[str, Any]) -> None:
        found = year(**GOALS, **settings)
        assert found.next_due is None
        assert today_sentence(found).endswith(": no streak yet, journal.yaml has no working day in the year ahead.")

    def test_done_on_the_last_working_day_of_all(self) -> None:
        found = year(make_day("9999-12-31", **DONE), today="9999-12-31", **GOALS)
        assert today_sentence(found) == (
            "Done for today: streak 1 working day, journal.yaml has no working day in the year ahead."
        )

    def test_without_goals(self) -> None:
        says = "goals and streak in journal.yaml say when a day is done."
        assert today_sentence(year()) == f"No goals yet: {says}"
        assert today_sentence(year(daily={"conversations": 5})) == f"No goal makes a day done: {says}"


class TestKnownDays:
    def test_known_done_and_missing(self) -> None:
        """Of the four working days since Thursday, with today, one is done, and of Friday nothing is known."""
        found = year(make_day("2026-03-05", **DONE), make_day("2026-03-09", calls=3), **GOALS)
        assert known_days(found) == "2 known days, 1 of 4 working days done, 1 missing"

    def test_without_goals_nothing_is_done_or_not(self) -> None:
        assert known_days(year(make_day("2026-03-09"))) == "1 known day, none missing"

    def test_nothing(self) -> None:
        assert known_days(year(**GOALS)) == "nothing is known of these days"


def test_what_each_day_was() -> None:
    found = year(
        make_day("2026-03-02", **DONE),
        make_day("2026-03-03", calls=1),
        make_day("2026-03-04"),
        holidays=["2026-03-06"],
        days_off=["2026-03-09"],
        **GOALS,
    )
    assert [what_it_was(one) for one in found.days[-10:]] == [
        "no working day", "done", "partly", "none of it", "missing", "holiday", "no working day", "no working day",
        "day off", "not known yet",
    ]  # fmt: skip
    assert what_it_was(year(make_day(TODAY)).today) == "known"


@pytest.mark.parametrize(
    ("monday", "today", "label"),
    [
        ("2026-03-09", TODAY, "this week"),
        ("2026-03-02", TODAY, "last week"),
        ("2026-02-23", TODAY, "23 Feb–1 Mar"),
        ("2026-02-16", TODAY, "16–22 Feb"),
        ("2025-12-29", TODAY, "29 Dec–4 Jan"),
        ("2025-12-22", TODAY, "22–28 Dec 2025"),
        ("9999-12-27", "9999-12-31", "this week"),
        ("9999-12-27", "9999-01-01", "27–31 Dec"),
    ],
)
def test_a_week(monday: str, today: str, label: str) -> None:
    assert week_label(day(monday), day(today)) == label
