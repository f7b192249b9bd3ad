"""What happened in a window is counted by its own day: the application at hand, and every closing."""

import pytest

from tests.analytics.results.small import TODAY, found, of
from tests.factories import (
    application,
    appointment,
    day,
    ended_application,
    ended_outcome,
    make_day,
    make_journal,
    make_referral,
    outcome,
    update,
)
from textual_tracker.analytics.forecast.forecast import forecast
from textual_tracker.analytics.planning.own import own_plan
from textual_tracker.analytics.planning.plan import Step
from textual_tracker.analytics.results.happened import happened
from textual_tracker.analytics.results.ratios import Ratio
from textual_tracker.analytics.results.results import results
from textual_tracker.analytics.review.review import review
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window
from textual_tracker.cli.reports.forecast_row import forecast_row
from textual_tracker.core.records import AppointmentFacts, Referral

TWICE = make_referral(
    "Closed Twice",
    "2024-02-01",
    application=application(
        "submitted",
        submitted="2026-01-12",
        earlier=[ended_application("2025-11-01", "submitted", submitted="2025-10-05")],
    ),
    outcome=outcome(
        "closed", "2026-02-16", amount=300_000, earlier=[ended_outcome("closed", "2025-06-02", "2026-01-05", amount=1)]
    ),
)


def test_an_application_counts_once_and_not_those_before_it() -> None:
    assert of(TWICE).ratios.applications_per_closing.numerator == 1
    assert found(make_journal(TWICE), end="2026-01-11").ratios.applications_per_closing.numerator == 0


def test_an_ended_application_alone_is_none() -> None:
    ended = make_referral(
        "Same File",
        "2026-01-02",
        application=application("started", earlier=[ended_application("2026-02-01", submitted="2026-01-12")]),
    )
    assert of(ended).ratios.applications_per_closing.numerator == 0


def test_a_closing_counts_on_its_day_and_one_before_a_return_too() -> None:
    assert of(TWICE).ratios.applications_per_closing.denominator == 2
    assert [month.month for month in of(TWICE).snapshots if month.closed] == ["2025-06", "2026-02"]
    assert of(TWICE, start="2026-01-01").closed == 0


def test_seen_from_before_the_return_the_first_closing_is_in_force() -> None:
    assert of(TWICE, today="2025-12-31").ratios.applications_per_closing.denominator == 1


BACK = make_referral(
    "Pat Again",
    "2026-01-05",
    outcome=outcome(earlier=[ended_outcome("closed", "2026-03-03", "2026-03-09", amount=400_000)]),
)
LOST = [
    make_referral(f"Lost {number}", "2026-01-05", outcome=outcome("lost", "2026-02-02", reason="went_cold"))
    for number in range(10)
]


@pytest.mark.parametrize("others", [[], LOST], ids=["few decided", "ten decided"])
def test_one_number_of_closings_wherever_it_is_told(others: list[Referral]) -> None:
    now = Snapshot(make_journal(BACK, *others), TODAY)
    march, week = Window(day("2026-03-01"), TODAY), Window(day("2026-03-02"), day("2026-03-08"))
    chosen = forecast(now).chosen
    assert (chosen is None) == (not others)
    assert forecast_row(now, forecast(now), None)["closed_already"] == 1
    assert forecast_row(now, forecast(now), None)["closed_amount"] == 400_000
    assert happened(now, march).closings == (day("2026-03-03"),)
    assert [(one.referral, one.facts.amount) for one in review(now, week).closed] == [(BACK, 400_000)]
    assert own_plan(now, 2).closed == 1
    assert results(now, march).closed == 0


def test_seen_from_before_the_return_it_counts_once() -> None:
    then = Snapshot(make_journal(BACK), day("2026-03-05"))
    assert happened(then, Window(day("2026-03-01"), day("2026-03-05"))).closings == (day("2026-03-03"),)


def test_what_is_dated_ahead_or_in_error_has_not_closed() -> None:
    ahead = make_referral("Ahead", "2026-01-05", outcome=outcome("closed", "2026-03-11"))
    faulty = make_referral("Faulty", "2026-01-05", outcome=outcome("closed", "2026-03-03"), faulty=True)
    now = Snapshot(make_journal(ahead, faulty), TODAY)
    assert happened(now, Window(day("2026-03-01"), day("2026-03-31"))).closings == ()


def test_an_appointment_of_before_counts_beside_the_next() -> None:
    again = make_referral(
        "Met Again",
        "2026-01-02",
        appointment=appointment(
            "set", set="2026-02-02", earlier=[AppointmentFacts(status="no_show", set=day("2026-01-05"))]
        ),
        application=application("submitted", submitted="2026-02-16"),
    )
    assert of(again).ratios.appointments_per_application == Ratio(2, 1)


def test_the_weeks_and_the_plan_count_the_same() -> None:
    journal = make_journal(TWICE)
    value, plan = found(journal), own_plan(Snapshot(journal, TODAY), 2)
    assert sum(week.applications for week in value.weekly) == 1
    assert sum(week.closings for week in value.weekly) == 2
    assert plan.lines[0].need.step == Step("applications", 1, 2)
    assert plan.closed == 2


def test_second_chances_are_of_those_who_came_back_in_the_window() -> None:
    lost_before = make_referral(
        "Lost Before",
        "2024-03-01",
        outcome=outcome("lost", "2026-03-02", reason="not_ready",
                        earlier=[ended_outcome("lost", "2024-05-01", "2026-01-15", reason="not_ready")]),
    )  # fmt: skip
    long_ago = make_referral(
        "Long Ago", "2023-03-01", outcome=outcome(earlier=[ended_outcome("closed", "2023-05-01", "2024-01-15")])
    )
    still_out = make_referral("Never Back", "2026-01-02", outcome=outcome("lost", "2026-02-02", reason="not_ready"))
    chances = of(TWICE, lost_before, long_ago, still_out).second_chances
    assert (chances.reopened, chances.closed, chances.lost, chances.closed_before) == (2, 1, 1, 1)


def test_had_closed_before_is_said_of_those_whom_a_closing_lay_behind() -> None:
    """Once a client, then lost: what they came back from in these twelve months was no closing."""
    lost_since = make_referral(
        "Lost Since",
        "2022-03-01",
        outcome=outcome(earlier=[ended_outcome("closed", "2022-05-02", "2023-06-01"),
                                 ended_outcome("lost", "2023-07-03", "2026-01-15", reason="not_ready")]),
    )  # fmt: skip
    chances = of(lost_since).second_chances
    assert (chances.reopened, chances.closed_before) == (1, 0)


def test_only_the_days_of_the_window_count() -> None:
    journal = make_journal(
        make_day("2026-01-31", calls=5),
        make_day("2026-02-01", calls=7),
        make_day("2026-03-01", calls=9),
        make_referral("Told Early", "2025-12-01", partner_updates=(update("2026-01-02 call contacted"),)),
    )
    value = found(journal, start="2026-02-01", end="2026-02-28")
    assert value.ratios.calls_per_closing.numerator == 7
    assert (value.weekly[0].start.isoformat(), value.weekly[0].calls) == ("2026-01-26", 7)


def test_what_was_funded_is_the_amount_of_the_closed_alone() -> None:
    lost = make_referral("Lost Late", "2026-01-02", source="online",
                         outcome=outcome("lost", "2026-02-02", reason="not_ready", amount=5))  # fmt: skip
    assert of(lost).by_source[0].amount == 0
