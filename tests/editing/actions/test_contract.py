"""A contract falls through: what belonged to it goes to earlier, and the pre-approval stays."""

import pytest

from tests.editing.actions.course import DANA, Course, lines
from tests.factories import day
from textual_tracker.core.stages import Stage
from textual_tracker.core.standing import standing
from textual_tracker.editing.actions.contract import fell_through
from textual_tracker.editing.actions.milestone import mark
from textual_tracker.errors import RefusedEditError, UsageError

IN_PROCESS = """\
application:
  status: in_process
  started: 2026-03-02
  preapproved: 2026-03-03
  expires: 2026-06-01
  under_contract: 2026-03-04T18:00   # Elm Street
  appraisal_ordered: 2026-03-05
  appraisal_received: 2026-03-06
  conditional_approval: 2026-03-06
  expected_close: 2026-03-31
  lock_expires: 2026-04-02
  note: co-signer is her brother
  x-lender: second
  earlier:
    - {under_contract: 2026-03-02, ended: 2026-03-03, reason: contract_fell_through}
  moved:
    - {date: 2026-03-06, what: expected_close, from: 2026-03-27}
"""


def test_all_that_belonged_to_it_goes_to_earlier_as_it_was_typed() -> None:
    course = Course(IN_PROCESS)
    assert course.do(fell_through(DANA, note="inspection")) == "Dana Ortiz: contract fell through"
    assert course.text == lines("""
        application:
          status: preapproved
          started: 2026-03-02
          preapproved: 2026-03-03
          expires: 2026-06-01
          note: co-signer is her brother
          x-lender: second
          earlier:
            - {under_contract: 2026-03-02, ended: 2026-03-03, reason: contract_fell_through}
            - {status: in_process, under_contract: 2026-03-04T18:00, appraisal_ordered: 2026-03-05, \
appraisal_received: 2026-03-06, conditional_approval: 2026-03-06, expected_close: 2026-03-31, \
lock_expires: 2026-04-02, note: inspection, ended: 2026-03-10, reason: contract_fell_through}   # Elm Street
          moved:
            - {date: 2026-03-06, what: expected_close, from: 2026-03-27}
    """)


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ("started: 2026-03-02, submitted: 2026-03-03, under_contract: 2026-03-04", "submitted"),
        ("started: 2026-03-02, under_contract: 2026-03-04", "started"),
        ("under_contract: 2026-03-04", "submitted"),
    ],
)
def test_the_status_goes_back_to_the_furthest_that_has_a_day(facts: str, status: str) -> None:
    course = Course(f"application: {{status: in_process, {facts}}}\n")
    course.do(fell_through(DANA))
    assert course.text.startswith(f"application: {{status: {status}")


def test_a_status_whose_own_day_stays_does_not_go_along() -> None:
    course = Course("application: {status: preapproved, preapproved: 2026-03-03, under_contract: 2026-03-04}\n")
    course.do(fell_through(DANA))
    assert course.text == (
        "application: {status: preapproved, preapproved: 2026-03-03, earlier: "
        "[{under_contract: 2026-03-04, ended: 2026-03-10, reason: contract_fell_through}]}\n"
    )
    assert standing(course.record, day("2026-03-02")).stage is Stage.received
    assert standing(course.record, day("2026-03-03")).stage is Stage.preapproved


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        ("status: preapproved", "preapproved"),
        ("status: started", "started"),
        ("status: started, submitted: 2026-03-03", "submitted"),
        ("status: preapproved, submitted: 2026-03-03", "preapproved"),
    ],
)
def test_a_status_without_a_day_is_not_taken_away(facts: str, left: str) -> None:
    course = Course(f"application: {{{facts}, under_contract: 2026-03-04}}\n")
    course.do(fell_through(DANA))
    assert course.text.startswith(f"application: {{status: {left}")
    assert f"earlier: [{{{facts.partition(',')[0]}, under_contract: 2026-03-04, ended" in course.text


def test_the_comment_behind_a_status_that_stays_stays() -> None:
    course = Course("application:\n  status: preapproved   # by Mia\n  under_contract: 2026-03-04   # Elm Street\n")
    course.do(fell_through(DANA))
    assert course.text == lines("""
        application:
          status: preapproved   # by Mia
          earlier:
            - {status: preapproved, under_contract: 2026-03-04, ended: 2026-03-10, \
reason: contract_fell_through}   # Elm Street
    """)


def test_a_preapproval_without_a_day_holds_before_and_after() -> None:
    course = Course("application: {status: preapproved, under_contract: 2026-03-04}\n")
    course.do(fell_through(DANA))
    assert [standing(course.record, day(seen)).stage for seen in ("2026-03-03", "2026-03-09", "2026-03-10")] == [
        Stage.preapproved, Stage.in_process, Stage.preapproved,
    ]  # fmt: skip


def test_on_a_day_of_its_own_and_for_another_reason() -> None:
    course = Course("application: {status: in_process}\n")
    says = course.do(fell_through(DANA, on=day("2026-03-09"), reason="denied_collateral"))
    assert says == "Dana Ortiz: contract fell through (denied collateral) on Mon 9 Mar"
    assert course.text == (
        "application: {status: submitted, earlier: "
        "[{status: in_process, ended: 2026-03-09, reason: denied_collateral}]}\n"
    )


def test_mark_knows_the_word_for_it() -> None:
    course = Course("application: {status: preapproved, preapproved: 2026-03-03, under_contract: 2026-03-04}\n")
    assert course.do(mark(DANA, "fell-through", day=day("2026-03-09"))) == (
        "Dana Ortiz: contract fell through on Mon 9 Mar"
    )
    course.do(mark(DANA, "under-contract"))
    assert "under_contract: 2026-03-10, earlier: [{under_contract: 2026-03-04, ended: 2026-03-09" in course.text


@pytest.mark.parametrize(
    ("text", "on", "sentence"),
    [
        ("", None, f"is not under contract, so none can fall through; one is recorded with: tracker mark {DANA} under"),
        ("application: {preapproved: 2026-03-03, expected_close: 2026-04-01}\n", None, "is not under contract"),
        (IN_PROCESS, "2026-03-03", "is under contract since Wed 4 Mar, so it cannot have fallen through on Tue 3 Mar"),
        (IN_PROCESS, "2026-03-11", "Wed 11 Mar is still ahead"),
        (
            "application: {status: denied, under_contract: 2026-03-04, decided: 2026-03-06}\n",
            None,
            "the application was denied on Fri 6 Mar, and the contract is over with it",
        ),
        (IN_PROCESS + "outcome: {status: lost, date: 2026-03-07, reason: went_cold}\n", None, "was lost on Sat 7 Mar"),
        (
            (
                "application: {status: in_process, under_contract: 2026-03-02}\n"
                "outcome: {earlier: [{status: lost, date: 2026-03-03, reason: went_cold, ended: 2026-03-06}]}\n"
            ),
            None,
            "is not under contract",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(text: str, on: str | None, sentence: str) -> None:
    with pytest.raises(RefusedEditError, match=sentence):
        Course(text).do(fell_through(DANA, on=day(on) if on else None))


def test_a_reason_is_one_of_the_list() -> None:
    with pytest.raises(UsageError, match='"inspection" is no reason: never_reached'):
        Course(IN_PROCESS).do(fell_through(DANA, reason="inspection"))
