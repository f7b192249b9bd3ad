"""Where a referral stands that came back: `outcome.earlier`."""

from typing import Any

import pytest

from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    ended_application,
    ended_outcome,
    make_referral,
    outcome,
)
from textual_tracker.core.stages import Stage
from textual_tracker.core.standing import Standing, standing

BACK = outcome(earlier=[ended_outcome("lost", "2026-03-06", "2026-03-12", reason="not_ready")])
"""Lost on 6 March, back on the 12th."""


def stand(today: str, **facts: Any) -> Standing:
    """The standing of a referral received on 2 March 2026; `today` is a day of that month."""
    facts.setdefault("outcome", BACK)
    return standing(make_referral(**facts), day(f"2026-{today}"))


class TestInForce:
    def test_before_it_ended_it_was_open(self) -> None:
        assert stand("03-05").stage is Stage.received
        assert stand("03-05").returned is None

    @pytest.mark.parametrize("today", ["03-06", "03-11"])
    @pytest.mark.parametrize("status", ["lost", "nurture", "closed"])
    def test_from_its_date_to_the_day_before_the_return(self, status: str, today: str) -> None:
        found = stand(today, outcome=outcome(earlier=[ended_outcome(status, "2026-03-06", "2026-03-12")]))
        assert found.stage is Stage[status]
        assert found.entered == day("2026-03-06")
        assert found.outcome.status == status

    def test_on_the_return_it_is_open_again_at_received(self) -> None:
        found = stand("03-12", contact_attempts=attempts("2026-03-03 call reached"))
        assert found.is_open
        assert found.stage is Stage.received
        assert found.entered == found.returned == day("2026-03-12")
        assert found.furthest is Stage.contacted
        assert found.outcome.status in {None, "open"}

    def test_it_may_end_again(self) -> None:
        again = outcome("lost", "2026-03-16", reason="went_cold", earlier=list(BACK.earlier))
        assert stand("03-15", outcome=again).stage is Stage.received
        assert stand("03-16", outcome=again).stage is Stage.lost
        assert stand("03-16", outcome=again).entered == day("2026-03-16")
        assert stand("03-08", outcome=again).entered == day("2026-03-06")

    def test_it_may_end_again_on_the_day_of_the_return(self) -> None:
        again = outcome("lost", "2026-03-12", reason="went_cold", earlier=list(BACK.earlier))
        assert stand("03-12", outcome=again).stage is Stage.lost

    def test_an_ending_dated_before_the_return_is_over(self) -> None:
        assert stand("03-20", outcome=outcome("lost", "2026-03-10", earlier=list(BACK.earlier))).is_open

    def test_two_returns(self) -> None:
        twice = outcome(
            earlier=[
                ended_outcome("lost", "2026-03-04", "2026-03-06"),
                ended_outcome("nurture", "2026-03-10", "2026-03-16"),
            ]
        )
        names = {today: stand(f"03-{today:02}", outcome=twice).stage.name for today in (3, 4, 5, 6, 9, 10, 15, 16)}
        assert names == {
            3: "received",
            4: "lost",
            5: "lost",
            6: "received",
            9: "received",
            10: "nurture",
            15: "nurture",
            16: "received",
        }
        assert stand("03-09", outcome=twice).entered == day("2026-03-06")
        assert stand("03-20", outcome=twice).entered == day("2026-03-16")


class TestFactsBeforeTheReturn:
    FACTS: dict[str, Any] = {
        "contact_attempts": attempts("2026-03-03 call reached", "2026-03-04 call no_answer"),
        "appointment": appointment("held", set="2026-03-04", date="2026-03-05"),
        "application": application("preapproved", preapproved="2026-03-05", started="2026-03-05"),
    }

    def test_they_count_for_the_furthest_only(self) -> None:
        found = stand("03-14", **self.FACTS)
        assert found.stage is Stage.received
        assert found.furthest is Stage.preapproved
        assert found.attempts == ()
        assert found.all_attempts == 2
        assert stand("03-05", **self.FACTS).stage is Stage.preapproved

    @pytest.mark.parametrize(
        "facts",
        [
            {"appointment": appointment("held")},
            {"appointment": appointment("set", date="2026-03-25")},
            {"application": application("preapproved", expires="2026-06-01")},
            {"application": application("denied")},
        ],
    )
    def test_a_status_without_a_date_counts_as_older(self, facts: dict[str, Any]) -> None:
        found = stand("03-14", **facts)
        assert found.stage is Stage.received
        assert found.furthest > Stage.received

    def test_a_fact_of_the_day_of_the_return_counts(self) -> None:
        assert stand("03-12", contact_attempts=attempts("2026-03-12 call")).stage is Stage.attempting
        assert stand("03-12", application=application("started", started="2026-03-12")).entered == day("2026-03-12")

    def test_so_does_a_status_of_that_day(self) -> None:
        held = appointment("held", set="2026-03-05", date="2026-03-12")
        assert stand("03-12", appointment=held).stage is Stage.appointment_held
        denied = application("denied", decided="2026-03-12")
        assert stand("03-12", application=denied).application.status == "denied"

    def test_what_happened_since_makes_the_stage(self) -> None:
        tries = attempts("2026-03-03 call reached", "2026-03-13 call no_answer", "2026-03-14 call reached")
        found = stand("03-14", contact_attempts=tries)
        assert found.stage is Stage.contacted
        assert found.entered == day("2026-03-14")
        assert [a.date for a in found.attempts] == [day("2026-03-13"), day("2026-03-14")]
        assert found.all_attempts == 3

    def test_an_old_milestone_does_not_carry_a_new_application(self) -> None:
        file = application("started", started="2026-03-13", preapproved="2026-03-05")
        assert stand("03-14", application=file).stage is Stage.application_started
        assert stand("03-14", application=file).furthest is Stage.preapproved

    def test_an_appointment_agreed_before_and_held_after_the_return_was_held(self) -> None:
        found = stand("03-14", appointment=appointment("held", set="2026-03-05", date="2026-03-13"))
        assert found.stage is Stage.appointment_held
        assert found.entered == day("2026-03-13")

    def test_deadlines_from_before_are_over_too(self) -> None:
        file = application("preapproved", preapproved="2026-03-12", expires="2026-03-12", expected_close="2026-03-11")
        found = stand("03-12", application=file).application
        assert (found.expires, found.expected_close) == (day("2026-03-12"), None)

    def test_an_application_that_ended_before_the_return(self) -> None:
        file = application(earlier=[ended_application("2026-03-06", under_contract="2026-03-04")])
        found = stand("03-14", application=file)
        assert (found.stage, found.furthest) == (Stage.received, Stage.in_process)
        assert found.entered == day("2026-03-12")


def test_an_earlier_closing_is_not_the_furthest() -> None:
    closed_once = outcome(earlier=[ended_outcome("closed", "2026-03-06", "2026-03-12", amount=300000)])
    found = stand("03-14", outcome=closed_once, contact_attempts=attempts("2026-03-03 call reached"))
    assert found.stage is Stage.received
    assert found.furthest is Stage.contacted
    assert stand("03-08", outcome=closed_once).furthest is Stage.closed
