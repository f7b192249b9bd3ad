"""What the rules say beside their limits: since when they wait, what they wait for, what quiets them."""

import pytest

from tests.analytics.rule_table import ROWS, SIX, WEDNESDAY, Row, after, fires, level
from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    ended_outcome,
    log,
    make_settings,
    next_step,
    outcome,
)
from textual_tracker.core.calendar import ONE_DAY
from textual_tracker.core.records import NextStep

each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule)


class TestLateClosing:
    """Two rows: the journal's limits apply to the first; null switches both off."""

    def test_the_journals_limits_do_not_touch_files_that_are_clear(self) -> None:
        clear = next(row for row in ROWS if row.at_risk is None)
        own = make_settings(stalled={"late_closing": (-8, -5)})
        assert level(clear, 0, settings=own) is None
        assert level(clear, 1, settings=own) == "stalled"

    def test_no_expected_close_is_never_late(self) -> None:
        assert "late_closing" not in fires("2026-06-01", application=application("in_process"))

    def test_only_files_in_process_or_clear(self) -> None:
        early = application("preapproved", preapproved=WEDNESDAY, expected_close="2026-03-25")
        assert "late_closing" not in fires("2026-03-26", application=early)


class TestLockExpiring:
    @pytest.mark.parametrize(
        ("expected_close", "does"),
        [
            (None, True),
            ("2026-03-25", True),  # on the day of the closing
            ("2026-03-26", True),  # before it
            ("2026-03-24", False),  # it outlasts a closing ahead
            ("2026-03-23", False),  # it outlasts a closing today
            ("2026-03-20", True),  # but a closing that has passed says nothing
        ],
    )
    def test_a_lock_that_outlasts_the_closing_is_fine(self, expected_close: str | None, does: bool) -> None:
        file = application(
            "in_process", under_contract="2026-03-02", lock_expires="2026-03-25", expected_close=expected_close
        )
        assert ("lock_expiring" in fires("2026-03-23", application=file)) is does

    def test_not_before_the_contract(self) -> None:
        assert "lock_expiring" not in fires(
            "2026-03-25", application=application("preapproved", lock_expires=WEDNESDAY)
        )


class TestCloseOut:
    @pytest.mark.parametrize("status", ["denied", "withdrawn", "incomplete"])
    def test_on_an_unknown_day_it_waits_since_the_last_touch(self, status: str) -> None:
        found = fires("2026-03-09", application=application(status, submitted=WEDNESDAY))
        assert (found["close_out"].since, found["close_out"].level) == (day(WEDNESDAY), "stalled")
        untouched = fires("2026-03-09", received="2026-03-08", application=application(status))
        assert (untouched["close_out"].since, untouched["close_out"].level) == (day("2026-03-09"), "at_risk")

    @pytest.mark.parametrize("status", ["denied", "withdrawn", "incomplete"])
    def test_it_silences_every_other_rule_but_the_next_step(self, status: str) -> None:
        file = application(status, preapproved="2026-02-10", expires=WEDNESDAY, decided=WEDNESDAY)
        assert list(fires(WEDNESDAY, application=file)) == ["close_out"]
        with_step = fires(WEDNESDAY, application=file, next_step=next_step("2026-03-02"))
        assert list(with_step) == ["next_step_overdue", "close_out"]

    def test_switched_off_or_not_fired_yet_it_silences_nothing(self) -> None:
        file = application("denied", preapproved="2026-02-10", expires=WEDNESDAY, decided="2026-03-03")
        for limits in (None, (5, 9)):
            settings = make_settings(stalled={"close_out": limits})
            assert list(fires(WEDNESDAY, settings, application=file)) == ["preapproval_expiring"]


class TestNextStep:
    IDLE = frozenset(
        {
            "no_attempt",
            "no_answer",
            "decide",
            "no_appointment",
            "no_show",
            "no_application",
            "application_unfinished",
            "no_decision",
            "preapproved_silent",
            "process_silent",
            "not_closed",
        }
    )

    @each_row
    def test_one_due_today_or_later_quiets_the_idle_rules(self, row: Row) -> None:
        today = after(row.since, row.stalled + 1)
        if row.rule != "next_step_overdue":
            for due in (today, today + ONE_DAY):
                quiet = row.rule not in fires(today, **row.facts, next_step=next_step(due.isoformat()))
                assert quiet is (row.rule in self.IDLE)

    @each_row
    def test_one_that_was_due_quiets_nothing(self, row: Row) -> None:
        today = after(row.since, row.stalled + 1)
        if row.rule != "next_step_overdue":
            due = (today - ONE_DAY).isoformat()
            assert row.rule in fires(today, **row.facts, next_step=next_step(due))

    def test_one_without_a_day_neither_fires_nor_quiets(self) -> None:
        found = fires("2026-03-20", received=WEDNESDAY, next_step=NextStep(action="think"))
        assert list(found) == ["no_attempt"]


@each_row
def test_do_not_contact_quiets_what_would_contact(row: Row) -> None:
    quieted = {
        "no_attempt",
        "no_answer",
        "decide",
        "no_appointment",
        "no_show",
        "no_application",
        "preapproved_silent",
        "revisit_due",
    }
    assert (level(row, row.stalled + 1, do_not_contact=True) is None) is (row.rule in quieted)


class TestNotClosed:
    def test_an_expected_close_today_or_ahead_is_waited_for(self) -> None:
        file = {"clear_to_close": WEDNESDAY, "expected_close": "2026-03-17"}
        assert "not_closed" not in fires("2026-03-17", application=application("clear_to_close", **file))
        assert "not_closed" in fires("2026-03-18", application=application("clear_to_close", **file))

    def test_on_an_unknown_day_it_waits_since_the_last_touch(self) -> None:
        found = fires("2026-03-10", application=application("clear_to_close"), log=log("2026-03-05"))
        assert (found["not_closed"].since, found["not_closed"].waited) == (day("2026-03-05"), 3)


class TestNoAttempt:
    @pytest.mark.parametrize(
        ("received", "today", "level"),
        [
            ("2026-03-06T16:59", "2026-03-06", "at_risk"),
            ("2026-03-06T16:59", "2026-03-08", "at_risk"),
            ("2026-03-06T16:59", "2026-03-09", "stalled"),
            ("2026-03-06T17:00", "2026-03-06", None),  # received for work on Monday
            ("2026-03-06T17:00", "2026-03-08", None),
            ("2026-03-06T17:00", "2026-03-09", "at_risk"),
            ("2026-03-06T17:00", "2026-03-10", "stalled"),
            ("2026-03-07", "2026-03-07", None),
            ("2026-03-07", "2026-03-09", "at_risk"),
        ],
    )
    def test_it_waits_from_received_for_work(self, received: str, today: str, level: str | None) -> None:
        firing = fires(today, received=received).get("no_attempt")
        assert (firing and firing.level) == level

    def test_after_a_return_it_waits_since_the_return(self) -> None:
        back = outcome(earlier=[ended_outcome("lost", "2026-02-10", "2026-03-07")])
        found = fires("2026-03-09", outcome=back, contact_attempts=attempts("2026-02-03 call"))
        assert found["no_attempt"].since == day("2026-03-07")
        assert found["no_attempt"].level == "stalled"


class TestAppointmentPassed:
    def test_a_date_today_or_ahead_is_waited_for(self) -> None:
        meeting = appointment("set", set="2026-02-03", date="2026-03-04T09:00")
        assert fires("2026-03-03", appointment=meeting) == {}
        assert fires("2026-03-04", appointment=meeting) == {}

    def test_then_somebody_has_to_say_what_happened(self) -> None:
        found = fires("2026-03-05", appointment=appointment("set", set="2026-02-03", date=WEDNESDAY))
        assert list(found) == ["appointment_passed"]
        firing = found["appointment_passed"]
        assert (firing.level, firing.band, firing.waited, firing.limit) == ("stalled", 2, 1, 1)
        assert firing.since == day(WEDNESDAY)
        assert firing.action == "record what happened"

    def test_over_the_weekend_it_is_at_risk(self) -> None:
        friday = appointment("set", set="2026-02-03", date="2026-03-06")
        assert fires("2026-03-07", appointment=friday)["appointment_passed"].level == "at_risk"
        assert fires("2026-03-09", appointment=friday)["appointment_passed"].level == "stalled"

    def test_null_switches_it_off(self) -> None:
        off = make_settings(stalled={"appointment_passed": None})
        assert fires("2026-03-09", off, appointment=appointment("set", date=WEDNESDAY)) == {}

    def test_further_on_nobody_asks(self) -> None:
        found = fires(
            "2026-03-05", appointment=appointment("set", date=WEDNESDAY), application=application(started=WEDNESDAY)
        )
        assert found == {}


class TestNoShow:
    def test_it_waits_since_the_later_of_the_day_and_the_last_touch(self) -> None:
        missed = appointment("no_show", set="2026-03-02", date=WEDNESDAY)
        found = fires("2026-03-09", appointment=missed, contact_attempts=attempts("2026-03-05 call no_answer"))
        assert found["no_show"].since == day("2026-03-05")

    def test_cancelled_before_its_day_it_waits_since_the_last_touch(self) -> None:
        found = fires("2026-03-09", appointment=appointment("cancelled", set=WEDNESDAY, date="2026-03-20"))
        assert (found["no_show"].since, found["no_show"].waited) == (day(WEDNESDAY), 3)
        undated = fires("2026-03-09", appointment=appointment("no_show", set=WEDNESDAY))
        assert undated["no_show"].since == day(WEDNESDAY)


class TestAttempts:
    def test_after_a_return_only_attempts_since_then_count(self) -> None:
        back = outcome(earlier=[ended_outcome("lost", "2026-03-05", "2026-03-10")])
        found = fires("2026-03-12", outcome=back, contact_attempts=attempts(*SIX, "2026-03-10 call no_answer"))
        assert list(found) == ["no_answer"]
        assert found["no_answer"].since == day("2026-03-10")

    def test_an_attempt_after_today_is_none(self) -> None:
        tries = attempts(*SIX[:5], "2026-03-20 call no_answer")
        assert fires("2026-03-04", contact_attempts=tries)["no_answer"].since == day("2026-02-27")


class TestLastTouch:
    def test_without_one_it_is_received_for_work(self) -> None:
        found = fires("2026-03-20", received="2026-03-06T18:00", application=application("submitted"))
        assert found["no_decision"].since == day("2026-03-09")

    def test_a_note_in_the_log_is_one(self) -> None:
        found = fires("2026-03-20", application=application("submitted", submitted=WEDNESDAY), log=log("2026-03-12"))
        assert found["no_decision"].since == day("2026-03-12")


class TestRevisit:
    @pytest.mark.parametrize(("touch", "does"), [("2026-03-03", True), (WEDNESDAY, False), ("2026-03-10", False)])
    def test_a_touch_on_the_day_or_later_is_the_second_chance(self, touch: str, does: bool) -> None:
        ended = outcome("lost", "2026-02-10", revisit=WEDNESDAY)
        assert ("revisit_due" in fires("2026-03-20", outcome=ended, log=log(touch))) is does

    def test_the_journal_may_have_it_fire_before_its_day(self) -> None:
        early = make_settings(stalled={"revisit_due": (-3, 0)})
        ended = outcome("lost", "2026-02-10", revisit=WEDNESDAY)
        assert fires("2026-02-26", early, outcome=ended) == {}
        assert fires("2026-02-27", early, outcome=ended)["revisit_due"].level == "at_risk"
        assert fires("2026-02-27", outcome=ended) == {}

    def test_open_referrals_have_none(self) -> None:
        assert "revisit_due" not in fires("2026-03-20", outcome=outcome("open", revisit=WEDNESDAY))


def test_a_date_ahead_fires_only_where_the_limit_is_negative() -> None:
    saturday = "2026-03-07"  # waited is 0 for the Sunday ahead
    assert fires(saturday, next_step=next_step("2026-03-08"), contact_attempts=attempts("2026-03-06")) == {}
    eager = make_settings(stalled={"next_step_overdue": (-2, 1)})
    found = fires("2026-03-05", eager, next_step=next_step("2026-03-09"), contact_attempts=attempts(WEDNESDAY))
    assert found["next_step_overdue"].level == "at_risk"
    assert found["next_step_overdue"].waited == -2


def test_holidays_stop_the_clock() -> None:
    settings = make_settings(holidays=["2026-03-05", "2026-03-06"])
    assert fires("2026-03-09", settings, contact_attempts=attempts(WEDNESDAY))["no_answer"].waited == 1
