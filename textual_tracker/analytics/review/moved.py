"""What moved in a week: talks, appointments and milestones, by their days. No note is in it, only what happened."""

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec import Struct

from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.window import Window
from textual_tracker.core.records import ApplicationFacts, AppointmentFacts, EndedApplication, Referral
from textual_tracker.core.vocabulary import TWO_WAY

MILESTONES = ("started", "submitted", "preapproved", "under_contract", "conditional_approval", "clear_to_close")
"""The days of an application that bring it nearer to its closing, in their order."""

MET = {"held": "appointment_held", "no_show": "no_show", "cancelled": "cancelled"}
"""What became of an appointment on its day."""

ORDER = ("contacted", "appointment_set", *MET.values(), *MILESTONES, "date_moved", "fell_through", "application_ended")


class Move(Struct, frozen=True):
    """One thing that happened to a referral: `what` is one of `ORDER`."""

    referral: Referral
    date: dt.date
    what: str

    @property
    def sort_key(self) -> tuple[dt.date, int, str]:
        """By day; those of one day as they follow each other."""
        return (self.date, ORDER.index(self.what), self.referral.id)


def moves(members: Iterable[Member], window: Window) -> tuple[Move, ...]:
    """Everything that happened to these in `window`, oldest first; the same thing twice on one day counts once."""
    found = {
        (member.referral.id, date, what): Move(member.referral, date, what)
        for member in members
        for what, date in _happenings(member.referral)
        if date is not None and date in window
    }
    return tuple(sorted(found.values(), key=lambda move: move.sort_key))


def _happenings(referral: Referral) -> Iterator[tuple[str, dt.date | None]]:
    talks = [attempt.date for attempt in referral.contact_attempts if attempt.result in TWO_WAY]
    yield "contacted", min(talks, default=None)
    meeting, application = referral.appointment, referral.application
    for one in (*meeting.earlier, meeting):
        yield from _of_meeting(one)
    for facts in (*application.earlier, application):
        yield from _of_application(facts)
    for moved in application.moved:
        if moved.what == "expected_close":
            yield "date_moved", moved.date


def _of_meeting(meeting: AppointmentFacts) -> Iterator[tuple[str, dt.date | None]]:
    yield "appointment_set", meeting.set
    if meeting.status in MET:
        yield MET[meeting.status], meeting.date


def _of_application(facts: ApplicationFacts) -> Iterator[tuple[str, dt.date | None]]:
    for name in MILESTONES:
        yield name, getattr(facts, name)
    if isinstance(facts, EndedApplication):
        yield "fell_through" if facts.under_contract else "application_ended", facts.ended
