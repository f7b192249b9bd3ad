"""What is recorded now leaves the past as it was told: standing, as of any day before it.

Not where a status has no day beside it: it holds from the beginning until another takes its place, and nobody knows
since when. The program writes two like that: `in_process` for a loan without a contract, for which the format has no
day, and `submitted` where a contract fell through before which nothing had a day. Nor where an ending is dated before
the return that it follows, nor where an earlier application ends on a day that is still ahead.
"""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.editing.actions.course import DANA, Course, as_lines
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage
from textual_tracker.core.standing import Standing, _date_beside, standing
from textual_tracker.editing.actions.appointment import (
    cancel_appointment,
    hold_appointment,
    miss_appointment,
    set_appointment,
)
from textual_tracker.editing.actions.ending import close, lose, nurture, reopen
from textual_tracker.editing.actions.milestone import MILESTONES, mark
from textual_tracker.editing.actions.next_step import set_next_step, step_done
from textual_tracker.editing.draft import Action
from textual_tracker.errors import RefusedEditError

RECEIVED = dt.date(2026, 3, 2)


class Move(NamedTuple):
    """An action as of a day, and what must hold of the standing on it, where it was not refused."""

    name: str
    act: Callable[[dt.date], Action]
    holds: Callable[[Standing, dt.date], bool]


def a_week_after(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=7)


def at_least(stage: Stage) -> Callable[[Standing, dt.date], bool]:
    return lambda found, _: found.stage >= stage


def has_status(status: str) -> Callable[[Standing, dt.date], bool]:
    return lambda found, _: found.appointment.status == status


def ends_as(stage: Stage) -> Callable[[Standing, dt.date], bool]:
    return lambda found, day: (found.stage, found.entered) == (stage, day)


def is_in_nurture(found: Standing, day: dt.date) -> bool:
    """From the day, or before it where its end was put off."""
    return found.stage is Stage.nurture and found.entered is not None and found.entered <= day


REACHED = {
    "started": Stage.application_started,
    "submitted": Stage.application_submitted,
    "preapproved": Stage.preapproved,
    "under-contract": Stage.in_process,
    "conditional-approval": Stage.in_process,
    "clear-to-close": Stage.clear_to_close,
    "denied": Stage.application_submitted,
    "withdrawn": Stage.application_started,
    "incomplete": Stage.application_started,
}


def marking(word: str) -> Move:
    """A milestone on the day itself, a deadline of a week later."""
    stage = REACHED.get(word, Stage.received)
    if MILESTONES[word].deadline:
        return Move(word, lambda day: mark(DANA, word, day=a_week_after(day), on=day), at_least(stage))
    return Move(word, lambda day: mark(DANA, word, day=day), at_least(stage))


MOVES = (
    Move("set", lambda day: set_appointment(DANA, (a_week_after(day), dt.time(14)), agreed=day), has_status("set")),
    Move("held", lambda day: hold_appointment(DANA, on=(day, None)), has_status("held")),
    Move("no-show", lambda day: miss_appointment(DANA, on=(day, None)), has_status("no_show")),
    Move("cancelled", lambda _: cancel_appointment(DANA), lambda found, _: found.appointment.status != "set"),
    *(marking(word) for word in MILESTONES if word != "in-process"),
    Move("next", lambda day: set_next_step(DANA, day, "call"), at_least(Stage.received)),
    Move("done", lambda day: step_done(DANA, on=day), lambda found, day: found.last_touch == day),
    Move("close", lambda day: close(DANA, on=day), ends_as(Stage.closed)),
    Move("lose", lambda day: lose(DANA, "went_cold", on=day), ends_as(Stage.lost)),
    Move("nurture", lambda day: nurture(DANA, a_week_after(day), on=day), is_in_nurture),
    Move("reopen", lambda day: reopen(DANA, on=day), lambda found, day: found.is_open and found.returned == day),
)
steps = st.tuples(st.sampled_from(MOVES), st.integers(0, 4))
"""A move, some days after the one before it."""


def seen_until(referral: Referral, day: dt.date) -> list[tuple[dt.date, Stage, dt.date | None]]:
    """Stage and day of entry, as of each day before `day`."""
    days = [referral.received + dt.timedelta(days=number) for number in range((day - referral.received).days)]
    return [(seen, (found := standing(referral, seen)).stage, found.entered) for seen in days]


def is_dated(referral: Referral) -> bool:
    """Whether the day since which the application's status holds is written."""
    return referral.application.status is None or _date_beside(referral.application) is not None


def has_its_days(referral: Referral, today: dt.date) -> bool:
    """Whether each status that holds now has the day since which it does, and no end is before a return, or ahead."""
    meeting, outcome = referral.appointment, referral.outcome
    return (
        is_dated(referral)
        and (meeting.set is not None or (meeting.status in {None, "none"} and meeting.date is None))
        and (meeting.status is not None or meeting.set is None)
        and (outcome.status in {None, "open"} or outcome.date is not None)
        and all(outcome.date is None or (item.ended or outcome.date) <= outcome.date for item in outcome.earlier)
        and all(item.ended is None or item.ended <= today for item in referral.application.earlier)
    )


@settings(deadline=None, max_examples=300)
@given(st.lists(steps, min_size=4, max_size=15))
def test_every_action_is_true_today_and_leaves_the_days_before_it_alone(events: list[tuple[Move, int]]) -> None:
    course = Course()
    day = RECEIVED
    for move, later in events:
        day += dt.timedelta(days=later)
        before = course.record
        try:
            course.do(move.act(day), today=day.isoformat())
        except RefusedEditError:
            continue
        after = course.record
        if is_dated(before):
            assert seen_until(after, day) == seen_until(before, day), move.name
        assert move.holds(standing(after, day), day), move.name
        assert not after.faulty


@settings(deadline=None)
@given(strategies.referrals, strategies.dates, st.sampled_from(MOVES))
def test_so_it_does_with_whatever_a_person_has_written(referral: Referral, later: dt.date, move: Move) -> None:
    day = max(referral.received, later)
    course = Course(as_lines(referral))
    before = course.record
    assume(has_its_days(before, day))
    try:
        course.do(move.act(day), today=day.isoformat())
    except RefusedEditError:
        return
    assert seen_until(course.record, day) == seen_until(before, day), move.name
