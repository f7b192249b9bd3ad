"""Where a referral stands when something was made anew: `earlier` of the appointment and of the application."""

from typing import Any

import pytest

from tests.factories import application, appointment, attempts, day, ended_application, make_referral, outcome
from textual_tracker.core.stages import Stage
from textual_tracker.core.standing import Standing, standing


def stand(today: str, **facts: Any) -> Standing:
    """The standing of a referral received on 2 March 2026; `today` is a day of that month."""
    return standing(make_referral(**facts), day(f"2026-{today}"))


class TestEarlierAppointments:
    REBOOKED = appointment(
        "set",
        set="2026-03-10",
        date="2026-03-13",
        earlier=[
            appointment("no_show", set="2026-03-03", date="2026-03-04"),
            appointment("cancelled", set="2026-03-06", date="2026-03-08"),
        ],
    )

    @pytest.mark.parametrize(
        ("today", "status", "date", "entered"),
        [
            ("03-03", "set", "2026-03-04", "2026-03-03"),  # the no-show is still ahead
            ("03-04", "no_show", "2026-03-04", "2026-03-03"),
            ("03-05", "no_show", "2026-03-04", "2026-03-03"),
            ("03-06", "cancelled", "2026-03-08", "2026-03-06"),
            ("03-09", "cancelled", "2026-03-08", "2026-03-06"),
            ("03-10", "set", "2026-03-13", "2026-03-10"),
            ("03-20", "set", "2026-03-13", "2026-03-10"),
        ],
    )
    def test_the_last_earlier_one_is_in_force_until_the_next_is_set(
        self, today: str, status: str, date: str, entered: str
    ) -> None:
        found = stand(today, appointment=self.REBOOKED)
        assert found.stage is Stage.appointment_set
        assert found.appointment.status == status
        assert found.appointment.date == day(date)
        assert found.entered == day(entered)

    def test_before_the_first_was_set_there_was_none(self) -> None:
        assert stand("03-02", appointment=self.REBOOKED).stage is Stage.received

    def test_one_set_on_an_unknown_day_is_in_force(self) -> None:
        again = appointment("set", date="2026-03-25", earlier=[appointment("held", date="2026-03-04")])
        found = stand("03-05", appointment=again)
        assert found.stage is Stage.appointment_set
        assert found.furthest is Stage.appointment_held

    def test_an_earlier_one_counts_for_the_furthest_as_what_it_was(self) -> None:
        second = appointment(
            "cancelled", set="2026-03-10", earlier=[appointment("held", set="2026-03-03", date="2026-03-05")]
        )
        assert stand("03-04", appointment=second).furthest is Stage.appointment_set
        assert stand("03-05", appointment=second).stage is Stage.appointment_held
        assert stand("03-10", appointment=second).stage is Stage.appointment_set
        assert stand("03-10", appointment=second).furthest is Stage.appointment_held

    def test_its_days_are_touches(self) -> None:
        held = [appointment("held", set="2026-03-03", date="2026-03-05")]
        assert stand("03-20", appointment=appointment("set", earlier=held)).last_touch == day("2026-03-05")
        assert stand("03-04", appointment=appointment("set", earlier=held)).last_touch == day("2026-03-03")
        missed = [appointment("no_show", set="2026-03-03", date="2026-03-05")]
        assert stand("03-20", appointment=appointment("set", earlier=missed)).last_touch == day("2026-03-03")


class TestEarlierContract:
    """Pre-approved on 11 March, under contract on the 14th, which fell through on the 20th, and again on the 25th."""

    FILE = application(
        "in_process",
        started="2026-03-06",
        submitted="2026-03-09",
        preapproved="2026-03-11",
        expires="2026-06-09",
        under_contract="2026-03-25",
        expected_close="2026-04-28",
        lock_expires="2026-05-02",
        earlier=[
            ended_application(
                "2026-03-20", under_contract="2026-03-14", expected_close="2026-04-15", lock_expires="2026-04-20"
            )
        ],
    )

    @pytest.mark.parametrize(
        ("today", "stage", "furthest", "entered"),
        [
            ("03-08", "application_started", "application_started", "2026-03-06"),
            ("03-13", "preapproved", "preapproved", "2026-03-11"),
            ("03-14", "in_process", "in_process", "2026-03-14"),
            ("03-19", "in_process", "in_process", "2026-03-14"),
            ("03-20", "preapproved", "in_process", "2026-03-20"),
            ("03-24", "preapproved", "in_process", "2026-03-20"),
            ("03-25", "in_process", "in_process", "2026-03-25"),
        ],
    )
    def test_as_of_each_day(self, today: str, stage: str, furthest: str, entered: str) -> None:
        found = stand(today, application=self.FILE)
        assert (found.stage.name, found.furthest.name, found.entered) == (stage, furthest, day(entered))

    def test_its_deadlines_hold_until_it_ends(self) -> None:
        before, after = stand("03-19", application=self.FILE), stand("03-20", application=self.FILE)
        assert (before.application.expected_close, after.application.expected_close) == (
            day("2026-04-15"),
            day("2026-04-28"),
        )
        assert (before.application.lock_expires, after.application.lock_expires) == (
            day("2026-04-20"),
            day("2026-05-02"),
        )
        assert (before.application.expires, after.application.expires) == (None, day("2026-06-09"))

    def test_its_days_are_touches(self) -> None:
        assert stand("03-19", application=self.FILE).last_touch == day("2026-03-14")
        assert stand("03-24", application=self.FILE).last_touch == day("2026-03-14")

    def test_a_stage_on_an_unknown_day_stays_on_an_unknown_day(self) -> None:
        file = application("preapproved", earlier=[ended_application("2026-03-20", under_contract="2026-03-14")])
        assert stand("03-21", application=file).stage is Stage.preapproved
        assert stand("03-21", application=file).entered is None

    def test_any_open_stage_was_entered_no_earlier_than_the_end(self) -> None:
        file = application(earlier=[ended_application("2026-03-20", "withdrawn", started="2026-03-05")])
        spoken = attempts("2026-03-03 call reached")
        assert stand("03-20", application=file).entered == day("2026-03-20")
        assert stand("03-20", application=file, contact_attempts=spoken).entered == day("2026-03-20")
        assert stand("03-19", application=file, contact_attempts=spoken).entered == day("2026-03-05")

    def test_but_an_ending_was_entered_on_its_date(self) -> None:
        for status in ("closed", "lost", "nurture"):
            found = stand("03-31", application=self.FILE, outcome=outcome(status, "2026-03-15"))
            assert found.entered == day("2026-03-15")


class TestEarlierApplication:
    """A first application, denied on 10 March and ended on the 16th; a second one, begun on the 18th."""

    FILE = application(
        "started",
        started="2026-03-18",
        earlier=[
            ended_application(
                "2026-03-16", "denied", started="2026-03-04", submitted="2026-03-06", decided="2026-03-10"
            )
        ],
    )

    @pytest.mark.parametrize(
        ("today", "stage", "status"),
        [
            ("03-03", "received", None),
            ("03-05", "application_started", None),
            ("03-09", "application_submitted", None),
            ("03-10", "application_submitted", "denied"),
            ("03-15", "application_submitted", "denied"),
            ("03-16", "received", None),
            ("03-18", "application_started", "started"),
        ],
    )
    def test_its_status_replaces_the_current_one_until_it_ends(
        self, today: str, stage: str, status: str | None
    ) -> None:
        found = stand(today, application=self.FILE)
        assert (found.stage.name, found.application.status) == (stage, status)

    def test_it_counts_for_the_furthest_as_what_it_was(self) -> None:
        assert stand("03-20", application=self.FILE).furthest is Stage.application_submitted
        undated = application(earlier=[ended_application("2026-03-16", "clear_to_close")])
        assert stand("03-20", application=undated).stage is Stage.received
        assert stand("03-20", application=undated).furthest is Stage.clear_to_close

    def test_an_undated_status_of_the_current_one_does_not_count_before_the_end(self) -> None:
        file = application("clear_to_close", earlier=[ended_application("2026-03-16", "started", started="2026-03-04")])
        assert stand("03-15", application=file).stage is Stage.application_started
        assert stand("03-16", application=file).stage is Stage.clear_to_close

    def test_the_current_milestones_of_the_past_are_joined(self) -> None:
        file = application(submitted="2026-03-08", earlier=[ended_application("2026-03-16", started="2026-03-04")])
        assert stand("03-10", application=file).stage is Stage.application_submitted

    def test_of_two_the_one_that_ends_first_is_in_force_first(self) -> None:
        file = application(
            "preapproved",
            preapproved="2026-03-05",
            earlier=[
                ended_application("2026-03-12", "in_process", under_contract="2026-03-08", expected_close="2026-04-01"),
                ended_application("2026-03-18", "in_process", under_contract="2026-03-14", expected_close="2026-04-02"),
            ],
        )
        seen = [stand(today, application=file) for today in ("03-10", "03-13", "03-15", "03-18")]
        assert [found.stage.name for found in seen] == ["in_process", "preapproved", "in_process", "preapproved"]
        assert [found.application.expected_close for found in seen] == [
            day("2026-04-01"),
            day("2026-04-02"),
            day("2026-04-02"),
            None,
        ]
        assert seen[1].entered == day("2026-03-12")
        assert seen[2].entered == day("2026-03-14")
        assert seen[3].entered == day("2026-03-18")

    def test_of_two_that_end_on_one_day_the_one_written_first_is_in_force_first(self) -> None:
        denied = ended_application("2026-03-21", "denied", decided="2026-03-14")
        contract = ended_application("2026-03-21", "clear_to_close", clear_to_close="2026-03-21")
        file = application("submitted", earlier=[denied, contract])
        assert stand("03-20", application=file).application.status == "denied"
