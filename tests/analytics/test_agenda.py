"""The day put together. 9 March 2026 is a Monday."""

import datetime as dt
from typing import Any

import pytest

from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    make_day,
    make_journal,
    make_partner,
    make_referral,
    make_settings,
    next_step,
    outcome,
)
from textual_tracker.analytics.agenda import Agenda, agenda
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings

SHARED = make_settings(officers={"ana": "Ana Rivera", "maria": "Maria Soto"}, daily={"calls": 2})


def put_together(*records: Referral | Partner | Day, settings: Settings | None = None, **options: Any) -> Agenda:
    return agenda(Snapshot(make_journal(*records, settings=settings), day("2026-03-09")), **options)


def tried(name: str, last: str, **facts: Any) -> Referral:
    return make_referral(name, contact_attempts=attempts(f"{last} call"), **facts)


def closing(name: str, expected_close: str, **facts: Any) -> Referral:
    return make_referral(
        name, application=application("in_process", under_contract="2026-03-06", expected_close=expected_close), **facts
    )


def meeting(name: str, date: str, status: str = "set", **facts: Any) -> Referral:
    return make_referral(name, appointment=appointment(status, set="2026-03-03", date=date), **facts)


class TestRows:
    DAY = put_together(
        closing("Soon", "2026-03-12"),
        closing("Tomorrow", "2026-03-10"),
        tried("Waits", "2026-03-03"),
        tried("Was Called", "2026-03-06"),
        meeting("What Happened", "2026-03-05"),
        tried("Fresh", "2026-03-09"),
    )

    def test_deadlines_are_the_first_band(self) -> None:
        assert [row.referral.name for row in self.DAY.deadlines] == ["Tomorrow", "Soon"]

    def test_calls_are_the_rest_but_for_appointments_that_passed(self) -> None:
        assert [row.referral.name for row in self.DAY.calls] == ["Waits", "Was Called"]

    def test_next_is_the_first_that_is_stalled(self) -> None:
        assert self.DAY.next_row is not None
        assert self.DAY.next_row.referral.name == "Tomorrow"

    def test_one_at_risk_does_not_pass_one_that_is_stalled(self) -> None:
        found = put_together(closing("Soon", "2026-03-12"), tried("Waits", "2026-03-03"))
        assert found.next_row is not None
        assert found.next_row.referral.name == "Waits"

    def test_else_the_first_at_risk(self) -> None:
        found = put_together(closing("Soon", "2026-03-12"), tried("Was Called", "2026-03-06"))
        assert found.next_row is not None
        assert found.next_row.referral.name == "Soon"

    def test_on_a_quiet_day_there_is_none(self) -> None:
        found = put_together(tried("Fresh", "2026-03-09"))
        assert found.next_row is None
        assert not [*found.deadlines, *found.calls, *found.appointments, *found.tell]
        assert found.week is None
        assert found.date == day("2026-03-09")


class TestAppointments:
    def test_those_of_today_by_hour_after_those_that_passed(self) -> None:
        found = put_together(
            meeting("Afternoon", "2026-03-09T14:00"),
            meeting("Morning", "2026-03-09T09:30"),
            meeting("Some Time", "2026-03-09"),
            meeting("Thursday", "2026-03-05T16:00"),
            meeting("Tomorrow", "2026-03-10T08:00"),
        )
        assert [(m.referral.name, m.time, m.passed) for m in found.appointments] == [
            ("Thursday", dt.time(16), True),
            ("Some Time", None, False),
            ("Morning", dt.time(9, 30), False),
            ("Afternoon", dt.time(14), False),
        ]

    @pytest.mark.parametrize(("now", "passed"), [(dt.time(14), False), (dt.time(14, 1), True), (None, False)])
    def test_held_or_no_show_once_the_hour_has_passed(self, now: dt.time | None, passed: bool) -> None:
        (found,) = put_together(meeting("Afternoon", "2026-03-09T14:00"), now=now).appointments
        assert found.passed is passed

    def test_one_without_an_hour_lasts_all_day(self) -> None:
        (found,) = put_together(meeting("Some Time", "2026-03-09"), now=dt.time(23)).appointments
        assert not found.passed

    @pytest.mark.parametrize("status", ["held", "no_show", "cancelled"])
    def test_what_is_recorded_is_no_plan(self, status: str) -> None:
        assert put_together(meeting("Done", "2026-03-09T14:00", status)).appointments == ()

    def test_what_ended_is_no_plan(self) -> None:
        ended = meeting("Gone", "2026-03-09T14:00", outcome=outcome("lost", "2026-03-06"))
        assert put_together(ended).appointments == ()

    def test_an_appointment_of_one_with_an_application_is_kept(self) -> None:
        further = meeting("Signing", "2026-03-09T14:00", application=application("preapproved"))
        assert [m.referral.name for m in put_together(further).appointments] == ["Signing"]


def test_partners_to_tell_are_one_row_each_the_worst_first() -> None:
    found = put_together(
        make_partner("sarah-chen"),
        make_referral("One", "2026-03-09", partner="mike-tran"),
        make_referral("Two", "2026-03-05", partner="sarah-chen"),
        make_referral("Three", "2026-03-02", partner="sarah-chen", also_tell=("mike-tran",)),
    ).tell
    assert [(group.partner, group.level, len(group.rows)) for group in found] == [
        ("mike-tran", "stalled", 2),
        ("sarah-chen", "stalled", 2),
    ]


class TestWho:
    ROWS = (
        tried("Anas", "2026-03-03", officer="ana", partner="sarah-chen"),
        tried("Marias", "2026-03-03", officer="maria", partner="mike-tran"),
        tried("Nobodys", "2026-03-03"),
        tried("Handed Over", "2026-03-09", officer="ana", next_step=next_step("2026-03-06", who="maria")),
        tried("Own Step", "2026-03-09", officer="ana", next_step=next_step("2026-03-06")),
        meeting("Visits Ana", "2026-03-09T14:00", officer="ana"),
        make_day("2026-03-09", "ana", calls=1),
    )

    def test_everybodys(self) -> None:
        found = put_together(*self.ROWS, settings=SHARED)
        assert [row.referral.name for row in found.calls] == ["Anas", "Marias", "Nobodys", "Handed Over", "Own Step"]
        assert found.activity.goals == {"calls": 4}

    def test_a_referral_is_its_officers_and_a_next_step_is_whose_it_says(self) -> None:
        anas = put_together(*self.ROWS, settings=SHARED, who="ana")
        assert [row.referral.name for row in anas.calls] == ["Anas", "Own Step"]
        assert [m.referral.name for m in anas.appointments] == ["Visits Ana"]
        assert [group.partner for group in anas.tell] == ["sarah-chen"]
        assert (anas.activity.goals, anas.activity.counts["calls"]) == ({"calls": 2}, 2)
        marias = put_together(*self.ROWS, settings=SHARED, who="maria")
        assert [row.referral.name for row in marias.calls] == ["Marias", "Handed Over"]
        assert marias.appointments == ()

    def test_in_a_journal_of_one_everything_is_theirs_but_what_names_another(self) -> None:
        alone = make_settings(officer="Ana Rivera")
        step = tried("Handed Over", "2026-03-09", next_step=next_step("2026-03-06", who="maria"))
        rows = (tried("Hers", "2026-03-03"), step)
        assert [row.referral.name for row in put_together(*rows, settings=alone, who="Ana").calls] == ["Hers"]
        assert [row.referral.name for row in put_together(*rows, settings=alone, who="maria").calls] == ["Handed Over"]
        assert len(put_together(*rows, settings=alone).calls) == 2


def test_the_days_counters_and_the_streak() -> None:
    found = put_together(
        make_day("2026-03-06", calls=5), make_day("2026-03-09", calls=2), settings=make_settings(daily={"calls": 5})
    )
    assert found.activity.counts["calls"] == 2
    assert found.streak == 1
