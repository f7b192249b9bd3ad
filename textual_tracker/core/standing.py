"""Where a referral stands as of a day: stage, furthest stage, entered, last touch. Derived, never stored.

Source: the journal format, "Derived: the stage" (docs/journal-format.md). The rule behind all of it: a fact dated
after `today` does not count, so the same record seen from an earlier day is the record as its dates tell it.
"""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from textual_tracker.core.records import (
    ApplicationFacts,
    AppointmentFacts,
    Attempt,
    OutcomeFacts,
    Referral,
)
from textual_tracker.core.stages import APPLICATION_STAGE, ENDED_BADLY, ENDINGS, MILESTONE_STAGE, TOUCHES, Stage
from textual_tracker.core.touches import NO_APPLICATION, counted_attempts, last_touch_of
from textual_tracker.core.vocabulary import TWO_WAY

DEADLINES = ("expires", "expected_close", "lock_expires")
"""With the status, what an application that is not ended yet replaces in the current one; its other facts join."""

OPEN = OutcomeFacts(status="open")
BLANK = ApplicationFacts()

# In Python 3.11 a member that is looked up on its class costs as much as ten comparisons.
RECEIVED, ATTEMPTING, CONTACTED = Stage.received, Stage.attempting, Stage.contacted
APPOINTMENT_SET, APPOINTMENT_HELD = Stage.appointment_set, Stage.appointment_held
IN_PROCESS, CLOSED = Stage.in_process, Stage.closed


class Standing(Struct, frozen=True, gc=False, kw_only=True):
    """Where a referral stands as of `today`.

    `entered` and `last_touch` are `None` where no date was written. `returned`: the day on which the referral came
    back last (`outcome.earlier[].ended`), else `None`. `attempts` are those that count for the stage: not after
    `today`, and since the return. `all_attempts` counts the ones before it too. `appointment`, `application` and
    `outcome` are the facts in force; a status in them that does not count yet, or no longer, is `None`, and so is a
    date after `today`, other than the appointment's own, `expires`, `expected_close`, `lock_expires` and `revisit`.
    """

    stage: Stage
    furthest: Stage
    entered: dt.date | None
    last_touch: dt.date | None
    returned: dt.date | None
    attempts: tuple[Attempt, ...]
    all_attempts: int
    appointment: AppointmentFacts
    application: ApplicationFacts
    outcome: OutcomeFacts

    @property
    def is_open(self) -> bool:
        """Neither closed nor lost nor in nurture."""
        return self.stage < CLOSED

    def days_in_stage(self, today: dt.date) -> int | None:
        """Calendar days since the stage was entered; `None` where that day is unknown."""
        return None if self.entered is None else (today - self.entered).days


def standing(referral: Referral, today: dt.date) -> Standing:
    """Derive where `referral` stands as of `today`. The referral must have been received by then."""
    outcome, returned = outcome_in_force(referral, today)
    counted = counted_attempts(referral, today)
    attempts = counted if returned is None else tuple([a for a in counted if a.date >= returned])
    appointment = _counting_appointment(appointments_until_now(referral, today)[-1], returned, today)
    joined = applications_in_force(referral, today)
    application = _counting_application(joined, returned, today)

    stage = max(_contact_stage(attempts), _appointment_stage(appointment), _application_stage(application))
    furthest = stage
    if returned is not None or referral.appointment.earlier or referral.application.earlier:
        furthest = max(stage, _furthest_ever(referral, counted, joined, today))
    entered = _entered(stage, attempts, appointment, application, returned or referral.received)
    entered = _not_before_the_last_end(entered, referral, today)
    if outcome.status in ENDINGS:
        stage, entered = ENDINGS[outcome.status], outcome.date
        if stage is CLOSED:
            furthest = CLOSED
    return Standing(
        stage=stage,
        furthest=furthest,
        entered=entered,
        last_touch=last_touch_of(referral, counted, today),
        returned=returned,
        attempts=attempts,
        all_attempts=len(counted),
        appointment=appointment,
        application=application,
        outcome=outcome,
    )


def outcome_in_force(referral: Referral, today: dt.date) -> tuple[OutcomeFacts, dt.date | None]:
    """The outcome that holds on `today`, and the day of the last return up to then."""
    outcome = referral.outcome
    if not outcome.earlier:
        return (outcome if _not_after(outcome.date, today) else OPEN), None
    returned = max((item.ended for item in outcome.earlier if item.ended and item.ended <= today), default=None)
    before_a_return = [item for item in outcome.earlier if item.ended and today < item.ended]
    if before_a_return:
        begun = [item for item in before_a_return if item.date and item.date <= today]
        return (begun[-1] if begun else OPEN), returned
    # An undated status beside `earlier` is newer than what it replaced, so it holds.
    counts = _not_after(outcome.date, today) and (not outcome.date or not returned or outcome.date >= returned)
    return (outcome if counts else OPEN), returned


def appointments_until_now(referral: Referral, today: dt.date) -> tuple[AppointmentFacts, ...]:
    """The appointments up to the one in force, oldest first: an appointment is in force from its `set` on."""
    current = referral.appointment
    if not current.earlier or _not_after(current.set, today):
        return (*current.earlier, current)
    chain = list(current.earlier)
    while len(chain) > 1 and not _not_after(chain[-1].set, today):
        chain.pop()
    return tuple(chain)


def _counting_appointment(facts: AppointmentFacts, returned: dt.date | None, today: dt.date) -> AppointmentFacts:
    """`facts` with the status that counts; the date beside `set` and `cancelled` is `set`, else it is `date`."""
    status = facts.status
    if status is None or status == "none":
        return AppointmentFacts()
    set_counts = facts.set is not None and facts.set <= today and (returned is None or facts.set >= returned)
    if not _status_counts(facts.set if status in {"set", "cancelled"} else facts.date, returned, today):
        if not set_counts:
            return AppointmentFacts()
        status = "set"
    return AppointmentFacts(
        status=status, set=facts.set if set_counts else None, date=facts.date, time=facts.time, note=facts.note
    )


def applications_in_force(referral: Referral, today: dt.date) -> tuple[ApplicationFacts, ...]:
    """The current application and those of its `earlier` that had not ended on `today`, the first to end last.

    Of two that ended on one day the one that is written first ended first.
    """
    current = referral.application
    if not current.earlier:
        return (current,)
    unended = [item for item in reversed(current.earlier) if item.ended is not None and today < item.ended]
    return (current, *sorted(unended, key=lambda item: item.ended or dt.date.max, reverse=True))


def _counting_application(
    joined: tuple[ApplicationFacts, ...], returned: dt.date | None, today: dt.date
) -> ApplicationFacts:
    """The `joined` applications as one: the status and the deadlines of the last, the milestones of all.

    None of the dates is after today, or before the last return.
    """
    if joined == NO_APPLICATION:
        return BLANK
    last = joined[-1]
    status = last.status
    if status is not None and not _status_counts(_date_beside(last), returned, today):
        status = None
    milestones = {
        name: day
        for facts in joined
        for name in TOUCHES
        if (day := getattr(facts, name)) is not None and day <= today and (returned is None or day >= returned)
    }
    deadlines = {
        name: day
        for name in DEADLINES
        if (day := getattr(last, name)) is not None and (returned is None or day >= returned)
    }
    return ApplicationFacts(status=status, note=last.note, **milestones, **deadlines)


def _date_beside(facts: ApplicationFacts) -> dt.date | None:
    """The date that says since when an application's status holds."""
    if facts.status == "in_process":
        return facts.under_contract or facts.conditional_approval
    if facts.status in ENDED_BADLY:
        return facts.decided
    day: dt.date | None = getattr(facts, facts.status or "", None)
    return day


def _status_counts(beside: dt.date | None, returned: dt.date | None, today: dt.date) -> bool:
    """A status counts unless the date beside it lies after today; after a return an undated one is an old one."""
    if beside is None:
        return returned is None
    return beside <= today and (returned is None or beside >= returned)


def _not_after(day: dt.date | None, today: dt.date) -> bool:
    return day is None or day <= today


def _contact_stage(attempts: Iterable[Attempt]) -> Stage:
    stage = RECEIVED
    for attempt in attempts:
        if attempt.result in TWO_WAY:
            return CONTACTED
        stage = ATTEMPTING
    return stage


def _appointment_stage(facts: AppointmentFacts) -> Stage:
    if facts.status is None:
        return RECEIVED
    return APPOINTMENT_HELD if facts.status == "held" else APPOINTMENT_SET


def _application_stage(facts: ApplicationFacts) -> Stage:
    if facts is BLANK:
        return RECEIVED
    stage = APPLICATION_STAGE.get(facts.status or "", RECEIVED)
    for name, reached in MILESTONE_STAGE.items():
        if reached > stage and getattr(facts, name) is not None:
            stage = reached
    return stage


def _furthest_ever(
    referral: Referral, attempts: tuple[Attempt, ...], joined: tuple[ApplicationFacts, ...], today: dt.date
) -> Stage:
    """The furthest stage of all facts up to today: before a return, and in `earlier`, as what they were."""
    appointments = appointments_until_now(referral, today)
    applications = (joined, *((item,) for item in referral.application.earlier))
    return max(
        _contact_stage(attempts),
        *(_appointment_stage(_counting_appointment(facts, None, today)) for facts in appointments),
        *(_application_stage(_counting_application(parts, None, today)) for parts in applications),
    )


def _entered(
    stage: Stage,
    attempts: tuple[Attempt, ...],
    appointment: AppointmentFacts,
    application: ApplicationFacts,
    received: dt.date,
) -> dt.date | None:
    """The day on which `stage` was entered, `None` where no date was written."""
    if stage is RECEIVED:
        return received
    if stage is ATTEMPTING:
        return min(attempt.date for attempt in attempts)
    if stage is CONTACTED:
        return first_two_way(attempts)
    if stage is APPOINTMENT_SET:
        return appointment.set
    if stage is APPOINTMENT_HELD:
        return appointment.date
    if stage is IN_PROCESS:
        return application.under_contract or application.conditional_approval
    day: dt.date | None = getattr(application, stage.name.removeprefix("application_"))
    return day


def first_two_way(attempts: Iterable[Attempt]) -> dt.date | None:
    """The day of the first attempt in which both sides spoke."""
    return min((attempt.date for attempt in attempts if attempt.result in TWO_WAY), default=None)


def _not_before_the_last_end(entered: dt.date | None, referral: Referral, today: dt.date) -> dt.date | None:
    """Where a contract fell through, what is left of the referral's stage was entered no earlier than that."""
    if entered is None:
        return None
    for item in referral.application.earlier:
        if item.ended is not None and entered < item.ended <= today:
            entered = item.ended
    return entered
