"""How a referral ends, and how it comes back."""

import pytest

from tests.editing.actions.course import DANA, Course, lines
from tests.factories import day
from textual_tracker.core.stages import Stage
from textual_tracker.core.standing import standing
from textual_tracker.editing.actions.ending import close, lose, nurture, reopen
from textual_tracker.editing.draft import Action
from textual_tracker.errors import RefusedEditError, TrackerError

LOST = """\
outcome:
  status: lost
  date: 2026-03-05T09:00
  reason: went_cold
  revisit: 2026-09-01
  note: may look again
  x-mood: friendly
"""
AUTUMN = day("2026-09-01")


class TestClosing:
    def test_with_the_funded_amount(self) -> None:
        course = Course()
        assert course.do(close(DANA, amount=385_000)) == "Dana Ortiz: closed, $385,000"
        assert course.text == "outcome:\n  status: closed\n  date: 2026-03-10\n  amount: 385000\n"

    def test_without_one_the_loans_counts_and_that_is_said(self) -> None:
        course = Course("loan: {amount: 400000}\n")
        assert course.do(close(DANA)) == "Dana Ortiz: closed, $400,000 (the loan's amount)"
        assert course.text.endswith("  amount: 400000\n")

    def test_without_any_that_is_said(self) -> None:
        course = Course()
        says = course.do(close(DANA, on=day("2026-03-06"), note="wired"))
        assert says == "Dana Ortiz: closed on Fri 6 Mar; the amount is not known yet"
        assert course.text == "outcome:\n  status: closed\n  date: 2026-03-06\n  note: wired\n"


class TestLosing:
    def test_with_a_reason(self) -> None:
        course = Course()
        assert course.do(lose(DANA, "never_reached")) == "Dana Ortiz: lost (never reached)"
        assert course.text == "outcome:\n  status: lost\n  date: 2026-03-10\n  reason: never_reached\n"

    def test_with_a_second_chance(self) -> None:
        course = Course()
        says = course.do(lose(DANA, "not_ready", revisit=AUTUMN))
        assert says == "Dana Ortiz: lost (not ready), second chance Tue 1 Sep"
        assert course.text == (
            "outcome:\n  status: lost\n  date: 2026-03-10\n  reason: not_ready\n  revisit: 2026-09-01\n"
        )

    def test_what_is_said_beside_an_open_outcome_stays(self) -> None:
        course = Course("outcome: {status: open, note: husband decides}\n")
        course.do(lose(DANA, "other", note="moved abroad"))
        assert course.text == (
            "outcome: {status: lost, date: 2026-03-10, reason: other, note: husband decides; moved abroad}\n"
        )

    def test_a_reason_that_the_facts_contradict_is_a_remark(self) -> None:
        course = Course("contact_attempts: [{date: 2026-03-03, result: reached}]\n")
        course.do(lose(DANA, "never_reached"))
        assert course.codes == ["contradiction"]


class TestNurture:
    def test_until_a_day(self) -> None:
        course = Course()
        assert course.do(nurture(DANA, AUTUMN)) == "Dana Ortiz: nurture until Tue 1 Sep"
        assert course.text == "outcome:\n  status: nurture\n  date: 2026-03-10\n  revisit: 2026-09-01\n"

    def test_put_off_its_day_alone_is_another_and_the_old_one_is_kept_in_words(self) -> None:
        course = Course("outcome: {status: nurture, date: 2026-03-03, revisit: 2026-03-10}\n")
        assert course.do(nurture(DANA, AUTUMN)) == "Dana Ortiz: nurture until Tue 1 Sep (was Tue 10 Mar)"
        assert course.text == (
            "outcome: {status: nurture, date: 2026-03-03, revisit: 2026-09-01, "
            "note: revisit put off from 2026-03-10 on 2026-03-10}\n"
        )

    def test_put_off_nobody_came_back(self) -> None:
        course = Course("outcome: {status: nurture, date: 2026-03-03, revisit: 2026-03-10}\n")
        course.do(nurture(DANA, AUTUMN))
        found = standing(course.record, day("2026-03-10"))
        assert (found.stage, found.entered, found.returned) == (Stage.nurture, day("2026-03-03"), None)

    def test_put_off_again_the_words_follow_those_that_are_there(self) -> None:
        course = Course("outcome: {status: nurture, date: 2026-03-03, revisit: 2026-09-01, note: building a house}\n")
        says = course.do(nurture(DANA, day("2026-06-01"), on=day("2026-03-09"), note="sold early"))
        assert says == "Dana Ortiz: nurture until Mon 1 Jun (was Tue 1 Sep), brought forward on Mon 9 Mar"
        assert course.text.endswith(
            "note: building a house; revisit brought forward from 2026-09-01 on 2026-03-09; sold early}\n"
        )

    def test_a_nurture_without_its_day_gets_one(self) -> None:
        course = Course("outcome: {status: nurture, date: 2026-03-03}\n")
        assert course.do(nurture(DANA, AUTUMN)) == "Dana Ortiz: nurture until Tue 1 Sep"
        assert course.text == "outcome: {status: nurture, date: 2026-03-03, revisit: 2026-09-01}\n"

    def test_it_is_not_put_off_before_it_began(self) -> None:
        with pytest.raises(RefusedEditError, match="went into nurture on Tue 3 Mar, which is after Mon 2 Mar"):
            Course("outcome: {status: nurture, date: 2026-03-03, revisit: 2026-03-10}\n").do(
                nurture(DANA, AUTUMN, on=day("2026-03-02"))
            )

    def test_since_a_day_before_today(self) -> None:
        assert Course().do(nurture(DANA, AUTUMN, on=day("2026-03-06"))) == (
            "Dana Ortiz: nurture until Tue 1 Sep, since Fri 6 Mar"
        )


class TestOneEndingAfterAnother:
    def test_the_one_before_goes_to_earlier_as_it_was_typed(self) -> None:
        course = Course(LOST)
        course.do(close(DANA, amount=385_000))
        assert course.text == lines("""
            outcome:
              status: closed
              date: 2026-03-10
              amount: 385000
              earlier:
                - {status: lost, date: 2026-03-05T09:00, reason: went_cold, revisit: 2026-09-01, \
note: may look again, ended: 2026-03-10}
              x-mood: friendly
        """)

    def test_lost_after_nurture(self) -> None:
        course = Course("outcome: {status: nurture, revisit: 2026-03-10}\n")
        course.do(lose(DANA, "went_cold"))
        assert course.text == (
            "outcome: {status: lost, date: 2026-03-10, reason: went_cold, earlier: "
            "[{status: nurture, revisit: 2026-03-10, ended: 2026-03-10}]}\n"
        )


class TestReturning:
    def test_open_again(self) -> None:
        course = Course(LOST)
        assert course.do(reopen(DANA, note="called by herself")) == "Dana Ortiz: open again"
        assert course.text == lines("""
            outcome:
              status: open
              note: called by herself
              earlier:
                - {status: lost, date: 2026-03-05T09:00, reason: went_cold, revisit: 2026-09-01, \
note: may look again, ended: 2026-03-10}
              x-mood: friendly
        """)

    def test_a_second_time(self) -> None:
        course = Course("""\
            outcome:
              status: closed
              date: 2026-03-06
              amount: 385000
              earlier:
                - {status: lost, date: 2026-03-02, reason: went_cold, ended: 2026-03-03}
        """)
        assert course.do(reopen(DANA, on=day("2026-03-09"))) == "Dana Ortiz: open again on Mon 9 Mar"
        assert course.text == lines("""
            outcome:
              status: open
              earlier:
                - {status: lost, date: 2026-03-02, reason: went_cold, ended: 2026-03-03}
                - {status: closed, date: 2026-03-06, amount: 385000, ended: 2026-03-09}
        """)


BEFORE = "{status: lost, date: 2026-03-04, reason: went_cold, ended: 2026-03-09}"
RETURNED = f"outcome: {{status: open, earlier: [{BEFORE}]}}\n"
TOO_EARLY = f"Dana Ortiz came back on Mon 9 Mar, which is after Fri 6 Mar; .* outcome.earlier: tracker edit {DANA}"
FRIDAY = day("2026-03-06")


@pytest.mark.parametrize(
    "action", [close(DANA, on=FRIDAY), lose(DANA, "went_cold", on=FRIDAY), nurture(DANA, AUTUMN, on=FRIDAY)]
)
def test_an_ending_of_before_the_return_would_not_count(action: Action) -> None:
    course = Course(RETURNED)
    with pytest.raises(RefusedEditError, match=TOO_EARLY):
        course.do(action)
    assert course.text == RETURNED


def test_on_the_day_of_the_return_it_does() -> None:
    course = Course(RETURNED)
    assert course.do(lose(DANA, "stopped_looking", on=day("2026-03-09"))) == (
        "Dana Ortiz: lost (stopped looking) on Mon 9 Mar"
    )
    assert standing(course.record, day("2026-03-10")).stage is Stage.lost


def test_nobody_comes_back_before_an_earlier_return() -> None:
    undated = RETURNED.replace("status: open", "status: nurture, revisit: 2026-09-01", 1)
    with pytest.raises(RefusedEditError, match=TOO_EARLY):
        Course(undated).do(reopen(DANA, on=FRIDAY))


CLOSED = "outcome: {status: closed, date: 2026-03-05}\n"


@pytest.mark.parametrize(
    ("text", "action", "sentence"),
    [
        (CLOSED, close(DANA), "Dana Ortiz closed on Thu 5 Mar already; what is wrong in it is corrected with: tracker"),
        (LOST, lose(DANA, "went_cold"), "Dana Ortiz was lost on Thu 5 Mar already"),
        (CLOSED, lose(DANA, "went_cold"), f"a closing stays one; who comes back is opened .*: tracker reopen {DANA}"),
        (
            CLOSED,
            nurture(DANA, AUTUMN),
            f"a closing stays one; a day to get in touch .* tracker set {DANA} outcome.rev",
        ),
        (
            "outcome: {status: nurture, revisit: 2026-09-01}\n",
            nurture(DANA, AUTUMN),
            "nothing to change: Dana Ortiz is in nurture until Tue 1 Sep already",
        ),
        (LOST, close(DANA, on=day("2026-03-04")), "Dana Ortiz was lost on Thu 5 Mar, which is after Wed 4 Mar"),
        (LOST, reopen(DANA, on=day("2026-03-04")), "Dana Ortiz was lost on Thu 5 Mar, which is after Wed 4 Mar"),
        ("", reopen(DANA), "nothing to change: Dana Ortiz is open"),
        ("", close(DANA, on=day("2026-03-11")), "Wed 11 Mar is still ahead"),
        ("", nurture(DANA, day("2026-03-10")), "Tue 10 Mar is no day to come; a second chance lies after the ending"),
        ("", lose(DANA, "other"), "the reason other needs a note that says what it was"),
        ("", lose(DANA, "bored"), '"bored" is no reason: never_reached, went_cold'),
        ("outcome: {date: 2026-03-05}\n", close(DANA), "the outcome has a day, 2026-03-05, but no ending"),
    ],
)
def test_what_makes_no_sense_is_refused(text: str, action: Action, sentence: str) -> None:
    course = Course(text)
    with pytest.raises(TrackerError, match=sentence) as refused:
        course.do(action)
    assert isinstance(refused.value, RefusedEditError) or "reason" in sentence
    assert course.text == text
