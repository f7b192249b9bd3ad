"""What is to be done next, and that it was done."""

import pytest

from tests.editing.actions.course import DANA, Course
from tests.factories import day
from textual_tracker.editing.actions.next_step import set_next_step, step_done
from textual_tracker.errors import RefusedEditError, UsageError

STEP = "next_step: {due: 2026-03-09, who: maria, action: collect pay stubs}\n"


class TestSetting:
    def test_the_next_step(self) -> None:
        course = Course()
        says = course.do(set_next_step(DANA, day("2026-03-13"), "collect pay stubs"))
        assert says == "Dana Ortiz: next step Fri 13 Mar: collect pay stubs"
        assert course.text == "next_step: {due: 2026-03-13, action: collect pay stubs}\n"

    def test_it_takes_the_place_of_the_one_before_and_says_so(self) -> None:
        course = Course("next_step:\n  due: 2026-03-09\n  who: maria\n  action: call the agent\n  x-seen: true\n")
        says = course.do(set_next_step(DANA, day("2026-03-13"), " collect pay stubs "))
        assert says == "Dana Ortiz: next step Fri 13 Mar: collect pay stubs (instead of: call the agent)"
        assert course.text == "next_step:\n  due: 2026-03-13\n  action: collect pay stubs\n  x-seen: true\n"

    def test_somebody_else_does_it(self) -> None:
        course = Course()
        says = course.do(set_next_step(DANA, day("2026-03-10"), "collect pay stubs", who="maria"))
        assert says == "Dana Ortiz: next step Tue 10 Mar: collect pay stubs (maria)"
        assert course.text == "next_step: {due: 2026-03-10, who: maria, action: collect pay stubs}\n"

    @pytest.mark.parametrize(
        ("text", "due", "sentence"),
        [
            ("", "2026-03-09", "Mon 9 Mar is past; a next step lies ahead"),
            ("next_step: {due: 2026-03-13, action: call}\n", "2026-03-13", "that is Dana Ortiz's next step already"),
            (
                "outcome: {status: closed, date: 2026-03-05}\n",
                "2026-03-13",
                f"Dana Ortiz closed on Thu 5 Mar, and next steps are for open referrals; .* tracker reopen {DANA}",
            ),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, text: str, due: str, sentence: str) -> None:
        with pytest.raises(RefusedEditError, match=sentence):
            Course(text).do(set_next_step(DANA, day(due), "call"))

    def test_something_is_to_be_done(self) -> None:
        with pytest.raises(UsageError, match=r"what is to be done on Fri 13 Mar\?"):
            Course().do(set_next_step(DANA, day("2026-03-13"), " "))


class TestDone:
    def test_it_moves_to_the_log_with_whose_it_was(self) -> None:
        course = Course(STEP + "log:\n  - {date: 2026-03-05, note: insurance agent called back}\n")
        assert course.do(step_done(DANA)) == "Dana Ortiz: done: collect pay stubs"
        assert course.text == (
            "log:\n"
            "  - {date: 2026-03-05, note: insurance agent called back}\n"
            "  - {date: 2026-03-10, by: maria, note: collect pay stubs}\n"
        )

    def test_with_a_note_on_another_day(self) -> None:
        course = Course(STEP)
        says = course.do(step_done(DANA, on=day("2026-03-09"), note="two of three"))
        assert says == "Dana Ortiz: done: collect pay stubs on Mon 9 Mar"
        assert course.text == "log:\n  - {date: 2026-03-09, by: maria, note: collect pay stubs; two of three}\n"

    def test_keys_of_the_persons_own_go_along(self) -> None:
        course = Course("next_step: {due: 2026-03-09, action: call, x-pri: urgent, x-seen: ~}\n")
        course.do(step_done(DANA))
        assert course.text == "log:\n  - {date: 2026-03-10, note: call, x-pri: urgent}\n"
        assert course.record.extra == (("log[0].x-pri", "urgent"),)

    def test_one_that_says_nothing_is_done_too(self) -> None:
        course = Course("next_step: {due: 2026-03-09}\n")
        assert course.do(step_done(DANA)) == "Dana Ortiz: done: next step"

    def test_it_works_whatever_the_outcome(self) -> None:
        course = Course(STEP + "outcome: {status: closed, date: 2026-03-05}\n")
        assert course.do(step_done(DANA)) == "Dana Ortiz: done: collect pay stubs"

    @pytest.mark.parametrize("text", ["", "next_step:\n", "next_step: {x-seen: true}\n"])
    def test_without_a_step_nothing_is_done(self, text: str) -> None:
        with pytest.raises(RefusedEditError, match=f"has no next step that could be done; .* tracker next {DANA} WHEN"):
            Course(text).do(step_done(DANA))
