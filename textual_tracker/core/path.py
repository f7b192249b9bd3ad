"""Through which stages a referral went, and when, by its dated facts alone.

Source: the journal format, "Derived: the stage" (docs/journal-format.md), and its rule for whatever replays the past:
a status without a date counts for nothing. But for those, the stage of each day is that of `standing`.
"""

import datetime as dt
from array import array
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from msgspec import Struct

from textual_tracker.core.calendar import ONE_DAY
from textual_tracker.core.records import Application, ApplicationFacts, Appointment, AppointmentFacts, Referral
from textual_tracker.core.stages import APPLICATION_STAGE, ENDED_BADLY, ENDINGS, MILESTONE_STAGE, Stage
from textual_tracker.core.standing import applications_in_force, appointments_until_now, outcome_in_force
from textual_tracker.core.vocabulary import TWO_WAY

# In Python 3.11 a member that is looked up on its class costs as much as ten comparisons.
RECEIVED, ATTEMPTING, CONTACTED = Stage.received, Stage.attempting, Stage.contacted
APPOINTMENT_SET, APPOINTMENT_HELD = Stage.appointment_set, Stage.appointment_held
NO_APPOINTMENT, NO_APPLICATION = Appointment(), Application()
MILESTONES = attrgetter(*MILESTONE_STAGE)
REACHED = tuple(MILESTONE_STAGE.values())
STAGES = {int(stage): stage for stage in Stage}
STAGE_BITS, STAGE_MASK = 4, 0b1111
"""How many bits of a folded spell are its stage; those above are the day."""


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


def path(referral: Referral, today: dt.date) -> Path:
    """The spells from the day on which `referral` was received up to `today`, oldest first; never empty.

    The endings (closed, lost, nurture) are spells too. The referral must have been received by `today`.
    """
    outcome, received = referral.outcome, referral.received
    if outcome.earlier or referral.application.earlier or referral.appointment.earlier:
        return _joined(list(_piece_by_piece(referral, today)))
    end = outcome.date
    if end is None or end > today or outcome.status not in ENDINGS:
        return _joined(_rising(_reached(referral, referral.appointment, (referral.application,)), received, today))
    if end <= received:
        return _joined([(received, ENDINGS[outcome.status])])
    steps = _reached(referral, referral.appointment, (referral.application,))
    return _joined([*_rising(steps, received, end), (end, ENDINGS[outcome.status])])


def cut(whole: Path, day: int) -> Path:
    """The path as it was on the evening of `day`, an ordinal: empty before the referral was received."""
    known = [spell for spell in whole if spell.entered <= day]
    if known and known[-1].left is not None and known[-1].left > day:
        known[-1] = Spell(known[-1].stage, known[-1].entered)
    return tuple(known)


def folded(whole: Path) -> bytes:
    """The same in four bytes a spell, a tenth of the room: what is kept of fifty thousand referrals at once."""
    return array("I", [spell.entered << STAGE_BITS | spell.stage for spell in whole]).tobytes()


def unfolded(kept: bytes) -> Path:
    """The path that was folded."""
    marks = memoryview(kept).cast("I").tolist()
    return _spells([(mark >> STAGE_BITS, STAGES[mark & STAGE_MASK]) for mark in marks])


def _piece_by_piece(referral: Referral, today: dt.date) -> Iterator[Step]:
    """The steps of a record with `earlier`, from one day to the next on which other facts come into force."""
    received = referral.received
    begins = [received, *sorted({day for day in _turns(referral) if day is not None and received < day <= today})]
    lasts = [*(begin - ONE_DAY for begin in begins[1:]), today]
    for begin, last in zip(begins, lasts, strict=True):
        outcome, returned = outcome_in_force(referral, begin)
        if outcome.status in ENDINGS and outcome.date is not None:
            yield begin, ENDINGS[outcome.status]
            continue
        meeting = appointments_until_now(referral, begin)[-1]
        steps = _reached(referral, meeting, applications_in_force(referral, begin))
        if returned is not None:
            steps = [step for step in steps if step[0] >= returned]
        yield from _rising(steps, begin, last)


def _turns(referral: Referral) -> Iterator[dt.date | None]:
    """The days on which other facts may come into force than those of the day before."""
    outcome = referral.outcome
    yield outcome.date
    for ending in outcome.earlier:
        yield from (ending.date, ending.ended)
    for file in referral.application.earlier:
        yield file.ended
    if referral.appointment.earlier:
        for meeting in (referral.appointment, *referral.appointment.earlier):
            yield meeting.set


def _reached(referral: Referral, meeting: AppointmentFacts, files: tuple[ApplicationFacts, ...]) -> list[Step]:
    """When each stage is reached, in no order, by the attempts, `meeting` and the last of the joined `files`."""
    steps = [
        (attempt.date, CONTACTED if attempt.result in TWO_WAY else ATTEMPTING) for attempt in referral.contact_attempts
    ]
    if meeting is not NO_APPOINTMENT and meeting.status not in {None, "none"}:
        if meeting.set is not None:
            steps.append((meeting.set, APPOINTMENT_SET))
        if meeting.date is not None and meeting.status in {"held", "no_show"}:
            steps.append((meeting.date, APPOINTMENT_HELD if meeting.status == "held" else APPOINTMENT_SET))
    for file in files:
        if file is not NO_APPLICATION:
            steps += [(day, stage) for day, stage in zip(MILESTONES(file), REACHED, strict=True) if day is not None]
    status, decided = files[-1].status, files[-1].decided
    if decided is not None and status in ENDED_BADLY:
        steps.append((decided, APPLICATION_STAGE[status]))
    return steps


def _rising(steps: list[Step], first: dt.date, last: dt.date) -> list[Step]:
    """The steps up to `last` that lead further than all before them.

    What was reached before `first` holds from that day on.
    """
    furthest = RECEIVED
    rising = [(first, RECEIVED)]
    for day, stage in sorted(steps):
        if stage > furthest and day <= last:
            furthest = stage
            rising.append((max(first, day), stage))
    return rising


def _joined(steps: list[Step]) -> Path:
    """The spells of these steps, in the order of their days; of one day's the last counts."""
    marks: list[tuple[int, Stage]] = []
    before = None
    for day, stage in dict(steps).items():
        if stage is not before:
            marks.append((day.toordinal(), stage))
            before = stage
    return _spells(marks)


def _spells(marks: list[tuple[int, Stage]]) -> Path:
    """The spells that begin with these days and stages."""
    spells = [Spell(stage, entered, left, to) for (entered, stage), (left, to) in pairwise(marks)]
    entered, stage = marks[-1]
    spells.append(Spell(stage, entered))
    return tuple(spells)
