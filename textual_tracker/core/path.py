"""Through which stages a referral went, and when, by its dated facts alone.

Source: the journal format, "Derived: the stage" (docs/journal-format.md), and its rule for whatever replays the past:
a status without a date counts for nothing. But for those, the stage of each day is that of `standing`.
"""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from textual_tracker.core.records import (
    ApplicationFacts,
    Appointment,
    AppointmentFacts,
    Referral,
)
from textual_tracker.core.stages import APPLICATION_STAGE, ENDED_BADLY, ENDINGS, MILESTONE_STAGE, Stage
from textual_tracker.core.standing import NO_APPLICATION, date_beside, standing
from textual_tracker.core.vocabulary import TWO_WAY

# In Python 3.11 a member that is looked up on its class costs as much as ten comparisons.
RECEIVED, ATTEMPTING, CONTACTED = Stage.received, Stage.attempting, Stage.contacted
APPOINTMENT_SET, APPOINTMENT_HELD = Stage.appointment_set, Stage.appointment_held
IN_PROCESS, CLOSED = Stage.in_process, Stage.closed
NO_APPOINTMENT = Appointment()
BLANK_APPLICATION = NO_APPLICATION[0]
MILESTONES = attrgetter(*MILESTONE_STAGE)
REACHED = tuple(MILESTONE_STAGE.values())


class Spell(Struct, frozen=True, gc=False):
    """A run of days in one stage. Days are proleptic Gregorian ordinals (`date.toordinal`).

    `entered` is the first evening on which it stood there, `left` the first on which it stood in `to` instead; both
    are `None` for the stage in which it still is. Whoever passes through a stage within a day has no spell in it.
    """

    stage: Stage
    entered: int
    left: int | None = None
    to: Stage | None = None


Path = tuple[Spell, ...]
Step = tuple[dt.date, Stage]
Facts = TypeVar("Facts", bound=AppointmentFacts)
FileFacts = TypeVar("FileFacts", bound=ApplicationFacts)


def path(referral: Referral, today: dt.date) -> Path:
    """The spells from the day on which `referral` was received up to `today`, oldest first; never empty.

    The endings (closed, lost, nurture) are spells too. The referral must have been received by `today`.
    """
    outcome = referral.outcome
    if outcome.earlier or referral.application.earlier or referral.appointment.earlier:
        bare = without_undated_statuses(referral)
        first = referral.received
        days = sorted({day for day in turning_points(bare) if first < day <= today})
        return _joined(first, [(day, standing(bare, day).stage) for day in (first, *days)])
    steps = _reached(referral)
    steps.sort()
    end = outcome.date
    if end is not None and end <= today and outcome.status in ENDINGS:
        ended = ENDINGS[outcome.status]
        steps = [step for step in steps if step[0] < end]
        steps.append((end, ended))
    elif steps and steps[-1][0] > today:
        steps = [step for step in steps if step[0] <= today]
    return _joined(referral.received, _rising(steps))


def cut(whole: Path, day: int) -> Path:
    """The path as it was on the evening of `day`, an ordinal: empty before the referral was received."""
    known = [spell for spell in whole if spell.entered <= day]
    if known and known[-1].left is not None and known[-1].left > day:
        known[-1] = Spell(known[-1].stage, known[-1].entered)
    return tuple(known)


def without_undated_statuses(referral: Referral) -> Referral:
    """The record with its dated facts alone; an appointment whose day is unknown was still agreed on its `set`."""
    meeting, file, outcome = referral.appointment, referral.application, referral.outcome
    return replace(
        referral,
        appointment=replace(_dated_meeting(meeting), earlier=tuple(map(_dated_meeting, meeting.earlier))),
        application=replace(_dated_file(file), earlier=tuple(map(_dated_file, file.earlier))),
        outcome=outcome if outcome.date is not None else replace(outcome, status=None),
    )


def turning_points(referral: Referral) -> Iterator[dt.date]:
    """The days on which its stage may change: on no other day does anything begin or end that a stage depends on."""
    yield from (attempt.date for attempt in referral.contact_attempts)
    for meeting in (referral.appointment, *referral.appointment.earlier):
        yield from filter(None, (meeting.set, meeting.date))
    for file in (referral.application, *referral.application.earlier):
        yield from filter(None, (*MILESTONES(file), file.decided))
    for outcome in (referral.outcome, *referral.outcome.earlier):
        yield from filter(None, (outcome.date,))
    yield from (file.ended for file in referral.application.earlier if file.ended is not None)
    yield from (outcome.ended for outcome in referral.outcome.earlier if outcome.ended is not None)


def _dated_meeting(facts: Facts) -> Facts:
    undated = (facts.set if facts.status in {"set", "cancelled"} else facts.date) is None
    if not undated or facts.status in {None, "none"}:
        return facts
    return replace(facts, status=None if facts.set is None else "set")


def _dated_file(facts: FileFacts) -> FileFacts:
    return replace(facts, status=None) if facts.status is not None and date_beside(facts) is None else facts


def _reached(referral: Referral) -> list[Step]:
    """When each stage was reached, in no order, of a record without `earlier`: the facts add up, none ends."""
    steps: list[Step] = []
    attempts = referral.contact_attempts
    if attempts:
        steps.append((min([attempt.date for attempt in attempts]), ATTEMPTING))
        spoken = [attempt.date for attempt in attempts if attempt.result in TWO_WAY]
        if spoken:
            steps.append((min(spoken), CONTACTED))
    meeting = referral.appointment
    if meeting is not NO_APPOINTMENT and meeting.status not in {None, "none"}:
        if meeting.set is not None:
            steps.append((meeting.set, APPOINTMENT_SET))
        if meeting.date is not None and meeting.status in {"held", "no_show"}:
            steps.append((meeting.date, APPOINTMENT_HELD if meeting.status == "held" else APPOINTMENT_SET))
    file = referral.application
    if file is not BLANK_APPLICATION:
        steps += [(day, stage) for day, stage in zip(MILESTONES(file), REACHED, strict=True) if day is not None]
        if file.decided is not None and file.status in ENDED_BADLY:
            steps.append((file.decided, APPLICATION_STAGE[file.status]))
    return steps


def _joined(first: dt.date, steps: list[Step]) -> Path:
    """The spells of the stages that were entered on these days, in order; of one day's the last counts.

    What was reached before the referral was received holds from its `first` day on.
    """
    entered, stage = first.toordinal(), RECEIVED
    marks = [(entered, stage)]
    for day, reached in steps:
        evening = day.toordinal()
        if evening <= entered:
            marks[-1] = (entered, reached)
        elif reached is not stage:
            marks.append((evening, reached))
            entered = evening
        stage = reached
    spells = [Spell(stage, entered, left, to) for (entered, stage), (left, to) in pairwise(marks)]
    entered, stage = marks[-1]
    spells.append(Spell(stage, entered))
    return tuple(spells)


def _rising(steps: list[Step]) -> list[Step]:
    """The steps that lead further than all before them."""
    stage = RECEIVED
    rising = []
    for step in steps:
        if step[1] > stage:
            stage = step[1]
            rising.append(step)
    return rising
