"""An appointment is agreed, held, missed or called off; what it was before is kept."""

import datetime as dt

import pytest

from tests.editing.actions.course import DANA, Course, lines
from tests.factories import day
from textual_tracker.editing.actions.appointment import (
    cancel_appointment,
    hold_appointment,
    miss_appointment,
    set_appointment,
)
from textual_tracker.editing.moment import Moment
from textual_tracker.errors import RefusedEditError

MONDAY: Moment = (day("2026-03-16"), dt.time(14))
SET = """\
appointment:
  status: set
  set: 2026-03-05
  date: 2026-03-09T14:00
"""


def on(text: str) -> Moment:
    return day(text), None


class TestSetting:
    def test_the_first_appointment(self) -> None:
        course = Course()
        assert course.do(set_appointment(DANA, MONDAY)) == "Dana Ortiz: appointment Mon 16 Mar 14:00"
        assert course.text == lines("""
            appointment:
              status: set
              set: 2026-03-10
              date: 2026-03-16T14:00
        """)

    def test_a_day_without_an_hour_agreed_some_days_ago(self) -> None:
        course = Course()
        says = course.do(set_appointment(DANA, on("2026-03-16"), agreed=day("2026-03-06"), note="at the branch"))
        assert says == "Dana Ortiz: appointment Mon 16 Mar"
        assert course.text == lines("""
            appointment:
              status: set
              set: 2026-03-06
              date: 2026-03-16
              note: at the branch
        """)

    def test_the_one_before_goes_to_earlier_as_it_was_typed_behind_those_before_it(self) -> None:
        course = Course("""\
            appointment:
              status: no_show   # traffic
              set: 2026-03-05T08:00
              date: 2026-03-09 14:00
              note: bring pay stubs
              x-room: 2
              earlier:
                - {status: cancelled, set: 2026-03-03, date: 2026-03-04}
        """)
        course.do(set_appointment(DANA, MONDAY))
        assert course.text == lines("""
            appointment:
              status: set
              set: 2026-03-10
              date: 2026-03-16T14:00
              x-room: 2
              earlier:
                - {status: cancelled, set: 2026-03-03, date: 2026-03-04}
                - {status: no_show, set: 2026-03-05T08:00, date: 2026-03-09 14:00, note: bring pay stubs}   # traffic
        """)

    def test_a_day_without_a_status_is_kept_too(self) -> None:
        course = Course("appointment: {date: 2026-03-09}\n")
        course.do(set_appointment(DANA, MONDAY))
        assert course.text == (
            "appointment: {status: set, set: 2026-03-10, date: 2026-03-16T14:00, earlier: [{date: 2026-03-09}]}\n"
        )

    def test_an_empty_form_is_filled_in(self) -> None:
        course = Course("appointment:\n  status: none\n  set:\n  date:\n  note: prefers evenings\n")
        course.do(set_appointment(DANA, MONDAY, note="asked twice"))
        assert course.text == lines("""
            appointment:
              status: set
              set: 2026-03-10
              date: 2026-03-16T14:00
              note: prefers evenings; asked twice
        """)

    def test_none_after_others_is_kept_as_none(self) -> None:
        course = Course("""\
            appointment:
              status: none
              earlier:
                - {status: cancelled, set: 2026-03-03, date: 2026-03-04}
        """)
        course.do(set_appointment(DANA, MONDAY))
        assert course.text.endswith(
            "    - {status: cancelled, set: 2026-03-03, date: 2026-03-04}\n    - {status: none}\n"
        )

    def test_the_same_again_changes_nothing(self) -> None:
        course = Course()
        course.do(set_appointment(DANA, MONDAY))
        with pytest.raises(RefusedEditError, match="Dana Ortiz's appointment is Mon 16 Mar 14:00 already"):
            course.do(set_appointment(DANA, MONDAY))

    def test_another_hour_is_another_appointment(self) -> None:
        course = Course()
        course.do(set_appointment(DANA, MONDAY))
        course.do(set_appointment(DANA, (MONDAY[0], dt.time(15))))
        assert course.text.endswith("    - {status: set, set: 2026-03-10, date: 2026-03-16T14:00}\n")

    @pytest.mark.parametrize(
        ("text", "when", "agreed", "sentence"),
        [
            ("", "2026-03-09", None, "Mon 9 Mar is past; a meeting that took place is recorded with"),
            ("", "2026-03-16", "2026-03-11", "Wed 11 Mar is still ahead, so nothing can have happened on it"),
            (SET, "2026-03-16", "2026-03-04", "was agreed on Thu 5 Mar, after Wed 4 Mar"),
            (
                "outcome: {status: lost, date: 2026-03-05, reason: went_cold}\n",
                "2026-03-16",
                None,
                f"was lost on Thu 5 Mar; if they are back, open it first: tracker reopen {DANA}",
            ),
            ("outcome: {status: nurture, revisit: 2026-09-01}\n", "2026-03-16", None, "went into nurture; if they are"),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, text: str, when: str, agreed: str | None, sentence: str) -> None:
        with pytest.raises(RefusedEditError, match=sentence):
            Course(text).do(set_appointment(DANA, on(when), agreed=day(agreed) if agreed else None))


class TestHolding:
    def test_the_day_stays_the_one_agreed(self) -> None:
        course = Course(SET)
        assert course.do(hold_appointment(DANA)) == "Dana Ortiz: appointment held on Mon 9 Mar"
        assert course.text == SET.replace("status: set", "status: held")

    def test_on_the_day_itself_the_day_goes_without_saying(self) -> None:
        assert Course(SET).do(hold_appointment(DANA), today="2026-03-09") == "Dana Ortiz: appointment held"

    def test_held_before_its_day_the_old_day_is_kept_under_moved(self) -> None:
        course = Course(SET)
        assert course.do(hold_appointment(DANA), today="2026-03-06") == "Dana Ortiz: appointment held"
        assert course.text == lines("""
            appointment:
              status: held
              set: 2026-03-05
              date: 2026-03-06
            application:
              moved:
                - {date: 2026-03-06, what: appointment, from: 2026-03-09T14:00}
        """)

    def test_held_on_a_day_that_is_named(self) -> None:
        course = Course(SET)
        says = course.do(hold_appointment(DANA, on=(day("2026-03-10"), dt.time(9)), note="at their kitchen table"))
        assert says == "Dana Ortiz: appointment held"
        assert course.text == lines("""
            appointment:
              status: held
              set: 2026-03-05
              date: 2026-03-10T09:00
              note: at their kitchen table
            application:
              moved:
                - {date: 2026-03-10, what: appointment, from: 2026-03-09T14:00}
        """)

    def test_a_day_that_is_named_and_the_same_moves_nothing(self) -> None:
        course = Course(SET)
        course.do(hold_appointment(DANA, on=on("2026-03-09")))
        assert course.text == SET.replace("status: set", "status: held")

    def test_a_missing_day_is_filled_in(self) -> None:
        course = Course("appointment: {status: set, set: 2026-03-05}\n")
        course.do(hold_appointment(DANA))
        assert course.text == "appointment: {status: held, set: 2026-03-05, date: 2026-03-10}\n"

    def test_without_an_appointment_they_just_met(self) -> None:
        course = Course()
        assert course.do(hold_appointment(DANA)) == "Dana Ortiz: appointment held"
        assert course.text == "appointment:\n  status: held\n  set: 2026-03-10\n  date: 2026-03-10\n"

    def test_they_met_some_days_ago_at_an_hour_that_is_known(self) -> None:
        course = Course()
        says = course.do(hold_appointment(DANA, on=(day("2026-03-06"), dt.time(14)), note="walked in"))
        assert says == "Dana Ortiz: appointment held on Fri 6 Mar"
        assert course.text == lines("""
            appointment:
              status: held
              set: 2026-03-06
              date: 2026-03-06T14:00
              note: walked in
        """)

    def test_after_a_no_show_it_is_another_appointment(self) -> None:
        course = Course(SET.replace("status: set", "status: no_show"))
        assert course.do(hold_appointment(DANA)) == "Dana Ortiz: appointment held"
        assert course.text == lines("""
            appointment:
              status: held
              set: 2026-03-10
              date: 2026-03-10
              earlier:
                - {status: no_show, set: 2026-03-05, date: 2026-03-09T14:00}
        """)

    def test_one_of_before_a_return_is_another(self) -> None:
        course = Course("""\
            appointment: {status: held, set: 2026-03-02, date: 2026-03-03}
            outcome: {status: open, earlier: [{status: lost, date: 2026-03-04, reason: went_cold, ended: 2026-03-06}]}
        """)
        course.do(hold_appointment(DANA))
        assert course.text.startswith(
            "appointment: {status: held, set: 2026-03-10, date: 2026-03-10, "
            "earlier: [{status: held, set: 2026-03-02, date: 2026-03-03}]}\n"
        )

    def test_one_of_before_the_ending_may_be_recorded_after_it(self) -> None:
        course = Course(SET + "outcome: {status: lost, date: 2026-03-09, reason: went_cold}\n")
        assert course.do(hold_appointment(DANA)) == "Dana Ortiz: appointment held on Mon 9 Mar"

    @pytest.mark.parametrize(
        ("text", "when", "sentence"),
        [
            (SET.replace("status: set", "status: held"), None, "held on Mon 9 Mar already; the next one is made with"),
            (SET, "2026-03-11", "Wed 11 Mar is still ahead"),
            (SET, "2026-03-04", "agreed on Thu 5 Mar, after Wed 4 Mar; a meeting before it is logged with"),
            (
                "outcome: {status: lost, date: 2026-03-05, reason: went_cold}\n",
                None,
                "was lost on Thu 5 Mar; if they are back",
            ),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, text: str, when: str | None, sentence: str) -> None:
        with pytest.raises(RefusedEditError, match=sentence):
            Course(text).do(hold_appointment(DANA, on=on(when) if when else None))


class TestMissing:
    def test_a_no_show(self) -> None:
        course = Course(SET)
        assert course.do(miss_appointment(DANA)) == "Dana Ortiz: no-show on Mon 9 Mar"
        assert course.text == SET.replace("status: set", "status: no_show")

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            (SET.replace("03-09", "03-16"), "on Mon 16 Mar, which is still ahead; if they called it off: tracker appt"),
            ("", "has no appointment that could be missed; one is made with: tracker appt"),
            (SET.replace(": set", ": held"), "the appointment was held on Mon 9 Mar already; a slip is corrected with"),
            (SET.replace(": set", ": no_show"), "the appointment was missed on Mon 9 Mar already"),
            (SET.replace(": set", ": cancelled"), "the appointment was cancelled already"),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, text: str, sentence: str) -> None:
        with pytest.raises(RefusedEditError, match=sentence):
            Course(text).do(miss_appointment(DANA))

    def test_on_a_day_before_its_own_nobody_missed_it(self) -> None:
        says = f"is on Mon 9 Mar, so nobody can have missed it on Fri 6 Mar; .* on its own day .* appt {DANA} no-show"
        with pytest.raises(RefusedEditError, match=says):
            Course(SET).do(miss_appointment(DANA, on=on("2026-03-06")))


class TestCancelling:
    def test_the_day_stays_on_record(self) -> None:
        course = Course(SET)
        assert course.do(cancel_appointment(DANA, note="sick child")) == "Dana Ortiz: appointment cancelled"
        assert course.text == SET.replace("status: set", "status: cancelled") + "  note: sick child\n"

    def test_without_one_there_is_nothing_to_cancel(self) -> None:
        with pytest.raises(RefusedEditError, match="has no appointment that could be cancelled"):
            Course().do(cancel_appointment(DANA))
