"""Setting a field corrects what stands there, and makes no dated fact into another."""

import pytest

from tests.editing.actions.course import DANA, PATH, Course
from tests.editing.actions.test_fields import CHEN, paper, put
from tests.editing.paper import TODAY
from textual_tracker.editing.actions.fields import set_fields
from textual_tracker.editing.draft import Action
from textual_tracker.editing.one_line import parse_assignments
from textual_tracker.errors import RefusedEditError, UsageError

NURTURE = "outcome: {status: nurture, date: 2026-03-03, revisit: 2026-09-01}\n"
CLOSED = "outcome: {status: closed, date: 2026-03-05, amount: 385000}\n"
DENIED = "application: {status: denied, started: 2026-03-03, decided: 2026-03-05}\n"
MISSED = "appointment: {status: no_show, set: 2026-03-04, date: 2026-03-09T14:00}\n"
AGREED = "appointment: {status: set, set: 2026-03-04, date: 2026-03-12T14:00}\n"
RETURNED = (
    "application: {status: clear_to_close, started: 2026-03-02, clear_to_close: 2026-03-03}\n"
    "outcome: {status: open, earlier: [{status: closed, date: 2026-03-04, amount: 300000, ended: 2026-03-06}]}\n"
)


def setting(words: str) -> Action:
    return set_fields(PATH, parse_assignments("referral", words.split(), TODAY))


@pytest.mark.parametrize(
    ("text", "words", "says"),
    [
        (
            NURTURE,
            "outcome.status=lost outcome.reason=went_cold outcome.date=today",
            (
                "Dana Ortiz went into nurture on Tue 3 Mar, and nothing dated is written over; what came after it is "
                f"recorded with: tracker lose {DANA} --reason REASON; a slip is mended with: tracker edit {DANA}"
            ),
        ),
        (NURTURE, "outcome.status=closed outcome.date=today", f"is recorded with: tracker close {DANA};"),
        (NURTURE, "outcome.status=open", f"who came back is opened again with: tracker reopen {DANA};"),
        (NURTURE, "outcome.status=", f"tracker reopen {DANA};"),
        (
            CLOSED,
            "outcome.status=nurture outcome.revisit=2026-09-01",
            f"closed on Thu 5 Mar, .* reopen {DANA};",
        ),
        (
            DENIED,
            "application.status=started application.started=today",
            (
                "Dana Ortiz: the application was denied on Thu 5 Mar, and nothing dated is written over; "
                f"a new one is begun with: tracker mark {DANA} started;"
            ),
        ),
        (DENIED, "application.status=in_process", f"tracker mark {DANA} in-process;"),
        (DENIED, "application.status=", f"tracker mark {DANA} started;"),
        (DENIED, "application.status=withdrawn application.decided=today", f"tracker mark {DANA} withdrawn;"),
        (
            RETURNED,
            "application.status=submitted",
            f"came back on Fri 6 Mar, after all of the application on record, .* tracker mark {DANA} submitted;",
        ),
        (RETURNED, "application.started=today", f"tracker mark {DANA} started;"),
        (
            MISSED,
            "appointment.status=set appointment.date=fri",
            (
                "Dana Ortiz: the appointment was missed on Mon 9 Mar, and nothing dated is written over; "
                f"another one is recorded with: tracker appt {DANA} WHEN;"
            ),
        ),
        (MISSED, "appointment.status=set", f"tracker appt {DANA} WHEN;"),
        (MISSED, "appointment.status=held appointment.date=2026-03-10", f"tracker appt {DANA} held;"),
        (
            MISSED.replace("no_show", "held"),
            "appointment.status=",
            f"was held on Mon 9 Mar, .* tracker appt {DANA} WHEN;",
        ),
        (
            MISSED.replace("no_show", "cancelled"),
            "appointment.status=set appointment.date=fri",
            f"the appointment was cancelled, .* tracker appt {DANA} WHEN;",
        ),
        (AGREED, "appointment.set=today appointment.date=fri", f"for Thu 12 Mar, .* tracker appt {DANA} WHEN;"),
    ],
)
def test_a_fact_that_has_a_day_is_not_made_into_another(text: str, words: str, says: str) -> None:
    course = Course(text)
    with pytest.raises(RefusedEditError, match=says):
        course.do(setting(words))
    assert course.text == text


@pytest.mark.parametrize(
    ("text", "words", "after"),
    [
        (CLOSED, "outcome.date=2026-03-04 outcome.amount=390k", "{status: closed, date: 2026-03-04, amount: 390000}"),
        (NURTURE, "outcome.revisit=2026-10-01", "revisit: 2026-10-01}"),
        (
            "outcome: {status: open}\n",
            "outcome.status=lost outcome.date=today outcome.reason=went_cold",
            "{status: lost,",
        ),
        (
            "application: {status: started, started: 2026-03-03}\n",
            "application.status=submitted",
            "{status: submitted,",
        ),
        (DENIED, "application.decided=2026-03-04", "decided: 2026-03-04}"),
        (DENIED, "application.status=withdrawn", "{status: withdrawn, started: 2026-03-03, decided: 2026-03-05}"),
        (RETURNED, "application.started=2026-03-01", "started: 2026-03-01,"),
        (RETURNED, "application.submitted=today", "submitted: 2026-03-10,"),
        (AGREED, "appointment.status=held appointment.date=2026-03-10", "moved: [{date: 2026-03-10, what: appointment"),
        (AGREED, "appointment.status=cancelled", "{status: cancelled, set: 2026-03-04, date: 2026-03-12T14:00}"),
        (MISSED, "appointment.status=held", "{status: held, set: 2026-03-04, date: 2026-03-09T14:00}"),
        (MISSED, "appointment.note=traffic", "date: 2026-03-09T14:00, note: traffic}"),
        (MISSED.replace("no_show", "cancelled"), "appointment.status=set", "{status: set, set: 2026-03-04, date: 2026"),
    ],
)
def test_a_slip_is_corrected(text: str, words: str, after: str) -> None:
    course = Course(text)
    course.do(setting(words))
    assert after in course.text.replace("\n", " ").replace("  moved:     - ", "moved: [")


@pytest.mark.parametrize(
    ("text", "words", "says"),
    [
        (
            AGREED,
            "appointment=",
            (
                "Dana Ortiz: appointment has dates in it, and nothing dated is taken out as a whole; one that was "
                f"called off is recorded with: tracker appt {DANA} cancelled; a slip is mended with: tracker edit"
            ),
        ),
        (MISSED, "appointment=", f"nothing dated is taken out as a whole; a slip is mended with: tracker edit {DANA}"),
        (RETURNED, "application=", f"one that came to nothing is recorded with: tracker mark {DANA} withdrawn"),
        (DENIED, "application=", f"nothing dated is taken out as a whole; a slip is mended with: tracker edit {DANA}"),
        (RETURNED, "outcome=", f"nothing dated is taken out as a whole; a slip is mended with: tracker edit {DANA}"),
        (CLOSED, "outcome=", f"who came back is opened again with: tracker reopen {DANA}"),
        (RETURNED, "outcome.earlier=", f"as a whole; a slip is mended with: tracker edit {DANA}"),
        ("contact_attempts: [2026-03-03]\n", "contact_attempts=", "contact_attempts has dates in it"),
        ("contact_attempts: [2026-03-03]\n", "contact_attempts[0]=", r"contact_attempts\[0\] has dates in it"),
        ("contact_attempts: [2026-03-03]\n", "contact_attempts[0].date=", r"contact_attempts\[0\] has dates"),
        (
            "contact_attempts: [{date: 2026-03-03, channel: call}]\n",
            "contact_attempts[0]=2026-03-04",
            r"contact_attempts\[0\] has dates in it",
        ),
    ],
)
def test_what_has_dates_in_it_is_not_taken_out_as_a_whole(text: str, words: str, says: str) -> None:
    course = Course(text)
    with pytest.raises(RefusedEditError, match=says):
        course.do(setting(words))
    assert course.text == text


def test_nor_are_the_touches_of_a_partner() -> None:
    on_paper = paper()
    on_paper.files[CHEN] += b"touches: [2026-03-03]\n"
    with pytest.raises(RefusedEditError, match=r"Sarah Chen: touches has dates in it, .* edit sarah-chen"):
        put(on_paper, "touches=", path=CHEN)


@pytest.mark.parametrize(
    "text",
    [
        "next_step: {due: 2026-03-12, action: call}\n",
        "loan: {amount: 385000}\n",
        "tags: [2026-03-03]\n",
        "x-days: [2026-03-03]\n",
        "appointment: {status: none, note: prefers evenings}\n",
    ],
)
def test_a_plan_what_has_no_day_and_what_is_the_persons_own_may_go(text: str) -> None:
    course = Course(text)
    course.do(setting(f"{text.partition(':')[0]}="))
    assert course.text == ""


def test_a_bare_day_of_a_list_is_corrected() -> None:
    course = Course("contact_attempts: [2026-03-03]\n")
    course.do(setting("contact_attempts[0]=2026-03-04"))
    assert course.text == "contact_attempts: [2026-03-04]\n"


@pytest.mark.parametrize("words", ["amount=1 amount=2", "amount=1 loan.amount=", "tags=a tags+=b"])
def test_nothing_is_set_twice(words: str) -> None:
    with pytest.raises(UsageError, match=r"(loan\.amount|tags) is set twice; which of the two is right\?"):
        Course().do(setting(words))


def test_but_one_may_join_a_list_as_another_leaves_it() -> None:
    course = Course("tags: [a]\n")
    course.do(setting("tags+=b tags-=a"))
    assert course.text == "tags: [b]\n"
