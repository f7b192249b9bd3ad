"""How long a referral stayed in each stage that its dates tell of, the stays of less than a day included.

A path (`core.path`) has the stages of evenings. Whoever is called on the day that they came, and set an appointment
on the phone, was received and contacted for no day at all: without those the rest would seem slow.
"""

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from textual_tracker.core.path import path
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import MILESTONE_STAGE, Stage
from textual_tracker.core.vocabulary import TWO_WAY

RECEIVED, CLOSED = Stage.received, Stage.closed


class Stay(Struct, frozen=True, gc=False):
    """Calendar days in one stage before closed; `is_over`: it was left, else the days are those up to today."""

    stage: Stage
    days: int
    is_over: bool


def stays(referral: Referral, stands_in: Stage, today: dt.date) -> Iterator[Stay]:
    """The stays of a referral that stands in this stage today.

    One that a status without a date has ended is left out: it ended on a day that nobody knows.
    """
    before = 0
    for spell in path(referral, today):
        yield from _passed(referral, before, spell.stage, spell.entered)
        if spell.stage >= CLOSED:
            before = 0
            continue
        before = spell.stage
        if spell.left is not None:
            yield Stay(spell.stage, spell.left - spell.entered, is_over=True)
        elif spell.stage is stands_in:
            yield Stay(spell.stage, today.toordinal() - spell.entered, is_over=False)


def _passed(referral: Referral, before: int, after: Stage, day: int) -> Iterator[Stay]:
    """The stages above `before` that were entered on the `day` on which the referral came as far as `after`."""
    if after == before + 1:
        return
    if before == 0:
        yield Stay(RECEIVED, 0, is_over=True)
    for stage in {stage for stage, date in _dated(referral) if date.toordinal() == day}:
        if before < stage < after:
            yield Stay(stage, 0, is_over=True)


def _dated(referral: Referral) -> Iterator[tuple[Stage, dt.date]]:
    """Each stage that a dated fact reaches, with its day."""
    for attempt in referral.contact_attempts:
        yield (Stage.contacted if attempt.result in TWO_WAY else Stage.attempting), attempt.date
    for meeting in (referral.appointment, *referral.appointment.earlier):
        if meeting.set is not None and meeting.status not in {None, "none"}:
            yield Stage.appointment_set, meeting.set
        if meeting.date is not None and meeting.status == "held":
            yield Stage.appointment_held, meeting.date
    for file in (referral.application, *referral.application.earlier):
        for name, stage in MILESTONE_STAGE.items():
            date: dt.date | None = getattr(file, name)
            if date is not None:
                yield stage, date
