"""Where a referral stands: the table of stages, the statuses and the dates beside them, entered, last touch."""

from typing import Any

import pytest

from tests.factories import application, appointment, attempts, day, log, make_referral, outcome
from textual_tracker.core.records import AppointmentFacts
from textual_tracker.core.stages import Stage
from textual_tracker.core.standing import Standing, standing

TODAY = "2026-03-20"
TOMORROW = "2026-03-21"


def stand(today: str = TODAY, **facts: Any) -> Standing:
    """The standing of a referral received on 2 March 2026."""
    return standing(make_referral(**facts), day(today))


def test_a_referral_is_received() -> None:
    found = stand()
    assert found.stage is found.furthest is Stage.received
    assert found.entered == day("2026-03-02")
    assert found.last_touch is None
    assert found.days_in_stage(day(TODAY)) == 18
    assert found.is_open


class TestContact:
    @pytest.mark.parametrize("result", ["no_answer", "left_message", "wrong_number", "bounced", ""])
    def test_an_attempt_that_nobody_answered_is_attempting(self, result: str) -> None:
        found = stand(contact_attempts=attempts(f"2026-03-04 call {result}", f"2026-03-03 text {result}"))
        assert found.stage is Stage.attempting
        assert found.entered == day("2026-03-03")  # the first by date, not by place in the file

    @pytest.mark.parametrize("result", ["reached", "replied"])
    def test_two_ways_is_contacted(self, result: str) -> None:
        tries = attempts("2026-03-03 call no_answer", f"2026-03-05 call {result}", f"2026-03-04 text {result}")
        found = stand(contact_attempts=tries)
        assert found.stage is Stage.contacted
        assert found.entered == day("2026-03-04")

    def test_an_attempt_after_today_is_a_plan(self) -> None:
        found = stand(contact_attempts=attempts(f"{TODAY} call no_answer", f"{TOMORROW} call reached"))
        assert found.stage is Stage.attempting
        assert len(found.attempts) == found.all_attempts == 1
        assert found.last_touch == day(TODAY)
        assert stand(contact_attempts=attempts(f"{TOMORROW} call reached")).stage is Stage.received


class TestAppointment:
    @pytest.mark.parametrize("status", ["set", "no_show", "cancelled"])
    def test_a_no_show_had_been_set(self, status: str) -> None:
        found = stand(appointment=appointment(status, set="2026-03-05", date="2026-03-09T14:00"))
        assert found.stage is Stage.appointment_set
        assert found.entered == day("2026-03-05")
        assert found.appointment.status == status

    def test_held(self) -> None:
        found = stand(appointment=appointment("held", set="2026-03-05", date="2026-03-09"))
        assert found.stage is Stage.appointment_held
        assert found.entered == day("2026-03-09")

    @pytest.mark.parametrize("status", [None, "none"])
    def test_no_status_is_no_appointment(self, status: str | None) -> None:
        assert stand(appointment=appointment(status)).stage is Stage.received

    @pytest.mark.parametrize("status", ["set", "held", "no_show", "cancelled"])
    def test_a_status_without_dates_counts_and_its_day_is_unknown(self, status: str) -> None:
        found = stand(appointment=appointment(status))
        assert found.stage is (Stage.appointment_held if status == "held" else Stage.appointment_set)
        assert found.entered is None
        assert found.days_in_stage(day(TODAY)) is None

    @pytest.mark.parametrize("status", ["set", "cancelled"])
    def test_set_after_today_is_not_set_yet(self, status: str) -> None:
        found = stand(appointment=appointment(status, set=TOMORROW, date="2026-03-25"))
        assert found.stage is Stage.received
        assert found.appointment == AppointmentFacts()

    @pytest.mark.parametrize("status", ["held", "no_show"])
    def test_what_will_be_held_or_missed_is_set_from_its_set_on(self, status: str) -> None:
        meeting = appointment(status, set="2026-03-05", date=TOMORROW)
        assert stand(appointment=meeting).stage is Stage.appointment_set
        assert stand(appointment=meeting).appointment.status == "set"
        assert stand(appointment=meeting).appointment.date == day(TOMORROW)
        assert stand(today="2026-03-05", appointment=meeting).stage is Stage.appointment_set
        assert stand(today="2026-03-04", appointment=meeting).stage is Stage.received
        assert stand(today=TOMORROW, appointment=meeting).appointment.status == status

    @pytest.mark.parametrize("status", ["held", "no_show"])
    def test_a_day_ahead_without_a_set_is_nothing_yet(self, status: str) -> None:
        assert stand(appointment=appointment(status, date=TOMORROW)).stage is Stage.received

    @pytest.mark.parametrize("status", ["set", "cancelled"])
    def test_the_day_for_which_it_is_agreed_may_lie_ahead(self, status: str) -> None:
        assert stand(appointment=appointment(status, set=TODAY, date=TOMORROW)).stage is Stage.appointment_set


MILESTONES = [
    ("started", "started", Stage.application_started),
    ("submitted", "submitted", Stage.application_submitted),
    ("preapproved", "preapproved", Stage.preapproved),
    ("in_process", "under_contract", Stage.in_process),
    ("clear_to_close", "clear_to_close", Stage.clear_to_close),
]


class TestApplication:
    @pytest.mark.parametrize(("status", "date", "stage"), MILESTONES)
    def test_a_status_with_its_date(self, status: str, date: str, stage: Stage) -> None:
        found = stand(application=application(status, **{date: TODAY}))
        assert found.stage is found.furthest is stage
        assert found.entered == day(TODAY)

    @pytest.mark.parametrize(("status", "date", "stage"), MILESTONES)
    def test_a_status_without_its_date_counts_on_an_unknown_day(self, status: str, date: str, stage: Stage) -> None:
        other = {"appraisal_received": "2026-03-04"}
        found = stand(application=application(status, **other))
        assert found.stage is stage, date
        assert found.entered is None

    @pytest.mark.parametrize(("status", "date", "stage"), MILESTONES)
    def test_a_date_without_a_status_is_enough(self, status: str, date: str, stage: Stage) -> None:
        found = stand(application=application(**{date: "2026-03-10"}))
        assert found.stage is stage, status
        assert found.entered == day("2026-03-10")

    @pytest.mark.parametrize(("status", "date", "stage"), MILESTONES)
    def test_a_status_dated_after_today_does_not_count(self, status: str, date: str, stage: Stage) -> None:
        file = application(status, **{date: TOMORROW})
        assert stand(application=file).stage is Stage.received
        assert stand(application=file).application.status is None
        assert stand(today=TOMORROW, application=file).stage is stage

    def test_then_the_dated_facts_before_it_do(self) -> None:
        file = application(
            "clear_to_close",
            started="2026-03-03",
            submitted="2026-03-05",
            preapproved="2026-03-09",
            under_contract="2026-03-12",
            clear_to_close="2026-03-18",
        )
        seen = {today: stand(today=f"2026-03-{today:02}", application=file).stage.name for today in range(2, 19)}
        assert seen == (
            dict.fromkeys(range(2, 3), "received")
            | dict.fromkeys(range(3, 5), "application_started")
            | dict.fromkeys(range(5, 9), "application_submitted")
            | dict.fromkeys(range(9, 12), "preapproved")
            | dict.fromkeys(range(12, 18), "in_process")
            | {18: "clear_to_close"}
        )

    def test_the_furthest_that_holds_wins_over_the_status_typed(self) -> None:
        found = stand(application=application("started", started="2026-03-03", preapproved="2026-03-09"))
        assert found.stage is Stage.preapproved
        assert found.entered == day("2026-03-09")

    def test_conditional_approval_is_in_process(self) -> None:
        assert stand(application=application(conditional_approval="2026-03-12")).stage is Stage.in_process
        assert stand(application=application(conditional_approval="2026-03-12")).entered == day("2026-03-12")
        both = application("in_process", under_contract="2026-03-14", conditional_approval="2026-03-12")
        assert stand(application=both).entered == day("2026-03-14")

    @pytest.mark.parametrize(
        "name", ["appraisal_ordered", "appraisal_received", "expires", "expected_close", "decided"]
    )
    def test_other_dates_reach_no_stage(self, name: str) -> None:
        assert stand(application=application(**{name: "2026-03-10"})).stage is Stage.received

    def test_not_started_is_no_stage(self) -> None:
        assert stand(application=application("not_started")).stage is Stage.received

    @pytest.mark.parametrize(
        ("status", "stage", "entered"),
        [
            ("denied", Stage.application_submitted, "submitted"),
            ("withdrawn", Stage.application_started, "started"),
            ("incomplete", Stage.application_started, "started"),
        ],
    )
    def test_what_ended_badly_stays_where_it_was(self, status: str, stage: Stage, entered: str) -> None:
        assert stand(application=application(status)).stage is stage
        assert stand(application=application(status, decided="2026-03-10")).stage is stage
        assert stand(application=application(status, **{entered: "2026-03-04"})).entered == day("2026-03-04")
        further = stand(application=application(status, preapproved="2026-03-08", decided="2026-03-10"))
        assert further.stage is Stage.preapproved
        assert further.is_open

    @pytest.mark.parametrize("status", ["denied", "withdrawn", "incomplete"])
    def test_what_is_decided_after_today_is_not_decided(self, status: str) -> None:
        found = stand(application=application(status, started="2026-03-04", decided=TOMORROW))
        assert found.stage is Stage.application_started
        assert found.application.status is None
        assert stand(application=application(status, decided=TOMORROW)).stage is Stage.received


class TestOutcome:
    def test_closed(self) -> None:
        found = stand(outcome=outcome("closed", TODAY, amount=385000), contact_attempts=attempts("2026-03-03"))
        assert found.stage is found.furthest is Stage.closed
        assert found.entered == day(TODAY)
        assert not found.is_open

    @pytest.mark.parametrize("status", ["lost", "nurture"])
    def test_lost_and_nurture_override_the_stage_but_not_the_furthest(self, status: str) -> None:
        found = stand(
            outcome=outcome(status, "2026-03-16"), application=application("submitted", submitted="2026-03-05")
        )
        assert found.stage is Stage[status]
        assert found.furthest is Stage.application_submitted
        assert found.entered == day("2026-03-16")
        assert not found.is_open

    @pytest.mark.parametrize("status", ["closed", "lost", "nurture"])
    def test_an_ending_after_today_has_not_come(self, status: str) -> None:
        found = stand(outcome=outcome(status, TOMORROW), contact_attempts=attempts("2026-03-03 call reached"))
        assert found.stage is found.furthest is Stage.contacted
        assert found.outcome.status == "open"

    def test_nurture_without_a_day_counts(self) -> None:
        found = stand(outcome=outcome("nurture", revisit="2026-09-01"))
        assert found.stage is Stage.nurture
        assert found.entered is None
        assert found.furthest is Stage.received

    @pytest.mark.parametrize("status", [None, "open"])
    def test_open_is_the_default(self, status: str | None) -> None:
        assert stand(outcome=outcome(status, "2026-03-10")).stage is Stage.received


class TestLastTouch:
    @pytest.mark.parametrize(
        "facts",
        [
            {"contact_attempts": attempts("2026-03-10 mail")},
            {"log": log("2026-03-10")},
            {"appointment": appointment("set", set="2026-03-10", date="2026-03-25")},
            {"appointment": appointment("cancelled", set="2026-03-10", date="2026-03-12")},
            {"appointment": appointment("no_show", set="2026-03-10", date="2026-03-12")},
            {"appointment": appointment("held", set="2026-03-05", date="2026-03-10")},
            *(
                {"application": application(started="2026-03-03", **{name: "2026-03-10"})}
                for name in (
                    "submitted",
                    "preapproved",
                    "under_contract",
                    "appraisal_ordered",
                    "appraisal_received",
                    "conditional_approval",
                    "clear_to_close",
                    "decided",
                )
            ),
            {"application": application(started="2026-03-10")},
        ],
    )
    def test_each_source(self, facts: dict[str, Any]) -> None:
        assert stand(**facts).last_touch == day("2026-03-10")
        assert stand(**facts, today="2026-03-09").last_touch != day("2026-03-10")

    @pytest.mark.parametrize(
        "facts",
        [
            {"application": application("in_process", expected_close="2026-03-10", lock_expires="2026-03-10")},
            {"application": application("preapproved", expires="2026-03-10")},
            {"outcome": outcome("lost", "2026-03-10")},
            {"appointment": appointment("set", date="2026-03-10")},
        ],
    )
    def test_deadlines_endings_and_missed_days_are_no_touches(self, facts: dict[str, Any]) -> None:
        assert stand(**facts).last_touch is None

    def test_the_latest_counts_wherever_it_stands(self) -> None:
        found = stand(
            contact_attempts=attempts("2026-03-12 call", "2026-03-04 call"),
            log=log("2026-03-11", TOMORROW),
            appointment=appointment("held", set="2026-03-05", date=TOMORROW),
        )
        assert found.last_touch == day("2026-03-12")


def test_the_attempts_are_the_record_s_own_where_all_count() -> None:
    """Of fifty thousand referrals a second tuple each would be kept."""
    referral = make_referral(contact_attempts=attempts("2026-03-02 call no_answer", "2026-03-05 call reached"))
    assert standing(referral, day("2026-03-05")).attempts is referral.contact_attempts
    assert standing(referral, day("2026-03-04")).attempts == referral.contact_attempts[:1]
