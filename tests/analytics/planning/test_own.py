"""A plan from one's own journal: what counts, whose it is, and since when. 10 March 2026 is a Tuesday."""

from typing import Any

import pytest

from tests.factories import (
    application,
    attempts,
    day,
    make_day,
    make_journal,
    make_referral,
    make_settings,
    outcome,
)
from textual_tracker.analytics.planning import words
from textual_tracker.analytics.planning.own import Plan, own_plan, working_days_a_month
from textual_tracker.analytics.snapshot import Snapshot

TODAY = "2026-03-10"
SHARED: dict[str, Any] = {"officers": {"ana": "Ana Rivera", "maria": "Maria Soto"}}


def planned(*records: Any, wanted: int = 2, officer: str | None = None, today: str = TODAY, **settings: Any) -> Plan:
    journal = make_journal(*records, settings=make_settings(**settings))
    return own_plan(Snapshot(journal, day(today)), wanted, officer)


def days_a_month(today: str = TODAY, **settings: Any) -> float | None:
    return working_days_a_month(Snapshot(make_journal(settings=make_settings(**settings)), day(today)))


def likely(plan: Plan) -> dict[str, float | None]:
    needs = (line.need for line in plan.lines)
    return {need.what: None if need.number is None else round(need.number.likely, 6) for need in needs}


def closed(name: str, on: str, officer: str | None = None) -> Any:
    """Received, applied and closed in the window."""
    return make_referral(
        name,
        "2025-06-02",
        officer=officer,
        application=application("submitted", submitted="2025-06-10"),
        outcome=outcome("closed", on, amount=300_000),
    )


def applied(name: str, officer: str | None = None) -> Any:
    return make_referral(
        name, "2025-06-02", officer=officer, application=application("submitted", submitted="2025-06-10")
    )


class TestShortHistory:
    def test_of_less_than_a_month_only_the_counts_are_told(self) -> None:
        plan = planned(make_day("2026-03-10", calls=6))
        assert (plan.months, plan.a_month(6)) == (None, None)
        assert words.done(plan) == "Since Tue 10 Mar 2026: 6 calls and no closings."

    def test_from_30_days_on_the_mean(self) -> None:
        """60 calls in the 30 days from 9 February on."""
        assert words.done(planned(make_day("2026-02-09", calls=60))) == (
            "Since Mon 9 Feb 2026: 61 calls and 0.0 closings a month."
        )

    def test_another_officer_s_days_are_not_ones_own(self) -> None:
        days = (make_day("2025-06-02", "maria", calls=9), make_day("2026-03-09", "ana", calls=4))
        assert planned(*days, officer="ana", **SHARED).history.days == 2
        assert planned(*days, officer="maria", **SHARED).history.days == 282


class TestChain:
    RECORDS = (
        closed("Ann Lee", "2025-08-01"),
        applied("Bea Kim"),
        make_day("2025-06-03", calls=40, conversations=10, appointments=4),
    )

    def test_each_step_is_from_the_officers_own_counts(self) -> None:
        """1 closing, 2 applications, 4 appointments, 10 conversations, 40 calls: 2 closings take twice that."""
        assert likely(planned(*self.RECORDS)) == {
            "applications": 4, "appointments": 8, "conversations": 20, "calls": 80,
        }  # fmt: skip

    def test_what_lies_before_the_window_does_not_count(self) -> None:
        old = make_day("2025-03-10", calls=400)
        assert [line.done for line in planned(*self.RECORDS, old).lines] == [2, 4, 10, 40]

    def test_an_officer_has_their_own(self) -> None:
        records = (
            closed("Ann Lee", "2025-08-01", "ana"), applied("Bea Kim", "ana"), closed("Cy Fox", "2025-08-01", "maria"),
            make_day("2025-06-03", "ana", calls=40, conversations=10, appointments=4),
            make_day("2025-06-03", "maria", calls=5, conversations=5, appointments=1),
        )  # fmt: skip
        assert likely(planned(*records, officer="ana", **SHARED))["calls"] == 80
        assert likely(planned(*records, officer="maria", **SHARED))["calls"] == 10
        assert planned(*records, **SHARED).closed == 2

    def test_goals_a_day_are_each_officers(self) -> None:
        goals: dict[str, Any] = {"daily": {"calls": 15, "notes": 3}} | SHARED
        assert [line.goal for line in planned(officer="ana", **goals).lines] == [None, None, None, 15]
        assert [line.goal for line in planned(**goals).lines] == [None, None, None, 30]


def test_closings_without_an_application_on_record_plan_nothing_on_0_applications() -> None:
    """Two closings of no application at all: what a closing takes is not known, and nothing before it either."""
    paid = [make_referral(name, "2025-06-02", outcome=outcome("closed", "2025-08-01")) for name in ("Ann", "Bea")]
    plan = planned(*paid, make_day("2025-06-03", calls=40, conversations=10, appointments=4))
    assert likely(plan) == {"applications": None, "appointments": None, "conversations": None, "calls": None}
    assert words.headline(plan) == "What 2 closings a month take cannot be told yet."
    assert next(words.cautions(plan)).startswith("2 closings, but no application in the last 12 months, so how many")


class TestHistory:
    def test_the_window_where_something_was_known_before_it(self) -> None:
        plan = planned(make_day("2025-01-02", calls=1))
        assert (plan.history.start, round(plan.months or 0)) == (day("2025-03-11"), 12)

    @pytest.mark.parametrize(
        "record",
        [
            make_day("2026-02-25", calls=1),
            make_referral(received="2026-02-25"),
            make_referral(received="2026-03-01", contact_attempts=attempts("2026-02-25 call")),
        ],
    )
    def test_since_the_first_day_of_which_anything_is_known(self, record: Any) -> None:
        assert planned(record).history.start == day("2026-02-25")

    def test_a_day_that_lies_ahead_is_not_before_today(self) -> None:
        history = planned(make_day("2026-03-12", calls=1)).history
        assert (history.start, history.end) == (day(TODAY), day(TODAY))

    @pytest.mark.parametrize(("since", "is_said"), [("2026-01-11", True), ("2026-01-10", False)])
    def test_of_less_than_sixty_days_it_is_said_how_many(self, since: str, is_said: bool) -> None:
        said = "All of this rests on 59 days of history."
        assert (said in words.cautions(planned(make_day(since, calls=1)))) == is_said

    def test_a_journal_without_anything_is_a_day_old(self) -> None:
        plan = planned()
        assert (plan.history.days, plan.months) == (1, None)


class TestWorkingDays:
    def test_those_of_the_next_twelve_months_without_holidays_and_days_off(self) -> None:
        """11 March 2026 to 10 March 2027: 52 weeks and a Wednesday, 261 weekdays in 365 days."""
        month = 365.2425 / 12
        assert days_a_month() == pytest.approx(261 / 365 * month)
        found = days_a_month(holidays=["2026-12-25", "2026-12-26"], days_off=["2026-04-06", "2026-12-25", "2026-03-10"])
        assert found == pytest.approx(259 / 365 * month)  # a Saturday and today's day off take nothing away

    def test_without_a_working_day_there_are_none(self) -> None:
        assert days_a_month(working_days=()) is None

    @pytest.mark.parametrize("today", ["2028-02-29", "9999-12-30", "0001-01-01"])
    def test_at_any_day_of_the_calendar(self, today: str) -> None:
        found = days_a_month(today)
        assert found is not None
        assert found > 20

    def test_on_the_calendars_last_day_there_are_none(self) -> None:
        assert days_a_month("9999-12-31") is None


class TestWords:
    def test_nothing_known_at_all(self) -> None:
        plan = planned(wanted=1)
        assert words.headline(plan) == "What 1 closing a month takes cannot be told yet."
        assert list(words.cautions(plan)) == [
            "No closing in the last 12 months, so how many applications a closing takes is not known yet.",
            "All of this rests on 1 day of history.",
        ]

    def test_closings_without_appointments(self) -> None:
        plan = planned(closed("Ann Lee", "2025-08-01"))
        assert words.headline(plan).startswith("2 closings a month take about 2.0 applications a month (")
        assert next(words.cautions(plan)) == (
            "1 application, but no appointment in the last 12 months, so how many appointments an application takes is"
            " not known yet. An appointment counts on the day on which it was agreed (appointment: set)."
        )

    def test_no_percentage_of_few(self) -> None:
        shown = list(words.rests_on(planned(*TestChain.RECORDS)))
        assert shown[0][:2] == ("10 conversations", "from 40 calls")
        assert shown[0][2] == "25% (14–40%)"
        assert shown[-1] == ("1 closing", "from 2 applications", "")

    @pytest.mark.parametrize(
        ("goal", "says"),
        [
            (1, "The goal of 1 call a working day is less than that: call more, or make more of each call."),
            (2, "The goal of 2 calls a working day may not be enough: it lies on the low side of 1.3–37."),
            (9, "The goal of 9 calls a working day should be enough, though it may take up to 37."),
            (90, "The goal of 90 calls a working day is more than that."),
        ],
    )
    def test_the_goal_beside_the_need(self, goal: int, says: str) -> None:
        assert words.against_goal(planned(*TestChain.RECORDS, daily={"calls": goal})) == says

    def test_a_goal_is_compared_with_what_is_said(self) -> None:
        """The low end is a little more than 48, and is said to be 48: a goal of 48 is not less than that."""
        a_day = make_day("2025-06-03", calls=30, conversations=10, appointments=4)
        plan = planned(*TestChain.RECORDS[:2], a_day, wanted=100, daily={"calls": 48})
        number = plan.lines[-1].need.number
        assert number is not None
        assert plan.working_days is not None
        assert 48 < number.low / plan.working_days < 48.1
        assert "may not be enough: it lies on the low side of 48–" in words.against_goal(plan)

    def test_without_a_goal_or_a_working_day_nothing_is_compared(self) -> None:
        assert words.against_goal(planned(*TestChain.RECORDS)) == ""
        assert words.against_goal(planned(*TestChain.RECORDS, daily={"calls": 9}, working_days=())) == ""

    def test_without_a_working_day_it_says_so(self) -> None:
        plan = planned(*TestChain.RECORDS, working_days=())
        assert "a working day" not in words.headline(plan)
        assert list(words.cautions(plan))[-1] == (
            "The next 12 months have no working day in journal.yaml, so there is no number a working day."
        )
