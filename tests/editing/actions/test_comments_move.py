"""What is said behind a fact stays with it: a comment moves where its fact moves, and stands behind no new one."""

import datetime as dt

from tests.editing.actions.course import DANA, Course, lines
from tests.factories import day
from textual_tracker.editing.actions.appointment import hold_appointment, set_appointment
from textual_tracker.editing.actions.contract import fell_through
from textual_tracker.editing.actions.ending import reopen
from textual_tracker.editing.actions.milestone import mark
from textual_tracker.editing.actions.next_step import step_done

SET = """\
appointment:   # at the branch
  status: set
  set: 2026-02-04   # he called
  date: 2026-03-09   # at noon
  note: bring W-2   # he forgot twice
  x-room: 2   # upstairs
"""


def test_another_appointment() -> None:
    course = Course(SET)
    course.do(set_appointment(DANA, (day("2026-03-13"), dt.time(14))))
    assert course.text == lines("""
        appointment:   # at the branch
          status: set
          set: 2026-03-10
          date: 2026-03-13T14:00
          earlier:
            - {status: set, set: 2026-02-04, date: 2026-03-09, note: bring W-2}   # he called; at noon; he forgot twice
          x-room: 2   # upstairs
    """)


def test_the_comment_behind_what_stays_the_same_moves_as_well() -> None:
    course = Course("appointment:\n  status: set   # on the phone\n  date: 2026-03-09\n")
    course.do(set_appointment(DANA, (day("2026-03-13"), None)))
    assert course.text == lines("""
        appointment:
          status: set
          set: 2026-03-10
          date: 2026-03-13
          earlier:
            - {status: set, date: 2026-03-09}   # on the phone
    """)


def test_a_day_that_was_another() -> None:
    course = Course(SET)
    course.do(hold_appointment(DANA, on=(day("2026-03-10"), None)))
    assert course.text == lines("""
        appointment:   # at the branch
          status: held
          set: 2026-02-04   # he called
          date: 2026-03-10
          note: bring W-2   # he forgot twice
          x-room: 2   # upstairs
        application:
          moved:
            - {date: 2026-03-10, what: appointment, from: 2026-03-09}   # at noon
    """)


def test_a_closing_that_is_put_off() -> None:
    course = Course(
        "application: {\n  status: in_process,   # at last\n  expected_close: 2026-03-20   # they want it\n}\n"
    )
    course.do(mark(DANA, "expected-close", day=day("2026-03-27")))
    assert course.text == lines("""
        application: {
          status: in_process,   # at last
          expected_close: 2026-03-27,
          moved: [{date: 2026-03-10, what: expected_close, from: 2026-03-20}]   # they want it
        }
    """)


def test_an_application_after_a_denial() -> None:
    course = Course("application:\n  status: denied   # by two lenders\n  decided: 2026-03-05   # in writing\n")
    course.do(mark(DANA, "started"))
    assert course.text == lines("""
        application:
          status: started
          started: 2026-03-10
          earlier:
            - {status: denied, decided: 2026-03-05, ended: 2026-03-10}   # by two lenders; in writing
    """)


def test_an_ending_after_a_return() -> None:
    course = Course("outcome: {status: lost, date: 2026-03-05, reason: went_cold}   # three calls\n")
    course.do(reopen(DANA))
    ended = "{status: lost, date: 2026-03-05, reason: went_cold, ended: 2026-03-10}"
    assert course.text == f"outcome: {{status: open, earlier: [{ended}]}}   # three calls\n"


def test_a_contract_that_fell_through() -> None:
    course = Course("""\
        application:
          status: preapproved
          preapproved: 2026-03-03   # up to 400k
          under_contract: 2026-03-04   # Elm Street
          lock_expires: 2026-04-02   # asked for more
    """)
    course.do(fell_through(DANA))
    assert course.text == lines("""
        application:
          status: preapproved
          preapproved: 2026-03-03   # up to 400k
          earlier:
            - {under_contract: 2026-03-04, lock_expires: 2026-04-02, ended: 2026-03-10, \
reason: contract_fell_through}   # Elm Street; asked for more
    """)


def test_a_next_step_that_is_done() -> None:
    course = Course("next_step: {due: 2026-03-10, action: call}   # her cell\nlog:\n  - {date: 2026-03-05, note: hi}\n")
    course.do(step_done(DANA))
    assert course.text == lines("""
        log:
          - {date: 2026-03-05, note: hi}
          - {date: 2026-03-10, note: call}   # her cell
    """)
