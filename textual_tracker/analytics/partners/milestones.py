"""The days of a referral that its partners want to hear about.

Source: docs/numbers.md, "Partners who were not told", the rule milestone_untold.
"""

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from textual_tracker.analytics.recency import last_fact
from textual_tracker.analytics.rules import CLOSE_OUT
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import ApplicationFacts, AppointmentFacts, OutcomeFacts, PartnerUpdate, Referral
from textual_tracker.core.stages import ENDED_BADLY
from textual_tracker.core.standing import Standing, first_two_way
from textual_tracker.core.vocabulary import CAUSE_OF, NO_REFERRALS

ENDINGS = frozenset({"nurture", "closed", "lost"})
TOLD_BY_NAME = frozenset({"closed", "lost"})
"""Milestones that count as told only by an update that is about them."""


class Milestone(Struct, frozen=True, gc=False):
    """What happened, in the words of `about`, and when."""

    about: str
    day: dt.date

    @property
    def is_ending(self) -> bool:
        """Whether it ended the referral, or put it on hold."""
        return self.about in ENDINGS

    def is_told_by(self, update: PartnerUpdate) -> bool:
        """Whether this update told it: given on its day or later, and for closed and lost, about it."""
        return update.date >= self.day and (self.about not in TOLD_BY_NAME or update.about == self.about)


def milestones(snapshot: Snapshot, referral: Referral) -> list[Milestone]:
    """The milestones that are recent on the snapshot's day, oldest first; after a return, those since then.

    While the referral is to be closed out, only its ending is one.
    """
    if last_fact(referral) < snapshot.recent_since:
        return []
    closing_out = any(firing.rule == CLOSE_OUT for firing in snapshot.fires(referral))
    returned = snapshot.standing(referral).returned or dt.date.min
    found = [
        milestone
        for milestone in _all(snapshot, referral)
        if milestone.day >= returned
        and snapshot.recent_since <= milestone.day <= snapshot.today
        and (milestone.is_ending or not closing_out)
    ]
    return sorted(dict.fromkeys(found), key=lambda milestone: milestone.day)


def _all(snapshot: Snapshot, referral: Referral) -> Iterator[Milestone]:
    """Every dated milestone, in the order of the stages (which breaks a tie of days)."""
    standing = snapshot.standing(referral)
    application, outcome = standing.application, standing.outcome
    dated = (
        ("contacted", first_two_way(standing.attempts)),
        # A meeting that was held stays news when the next one is made.
        *(("appointment_held", day) for day in held(*referral.appointment.earlier, standing.appointment)),
        *of_application(application),
        *(("fell_through", ended.ended) for ended in referral.application.earlier),
        *(("date_moved", move.date) for move in referral.application.moved if move.what == "expected_close"),
    )
    yield from (Milestone(about, day) for about, day in dated if day is not None)
    yield from ending(outcome)


def is_closing_out(standing: Standing) -> bool:
    """Whether the application was denied, withdrawn or left incomplete, and the referral has not ended yet."""
    return standing.is_open and standing.application.status in ENDED_BADLY


def of_application(facts: ApplicationFacts) -> Iterator[tuple[str, dt.date | None]]:
    """The milestones of one application, in the order of the stages, with their days where they are known."""
    yield "preapproved", facts.preapproved
    yield "in_process", facts.under_contract or facts.conditional_approval
    yield "clear_to_close", facts.clear_to_close


def held(*meetings: AppointmentFacts) -> Iterator[dt.date | None]:
    """The days on which there was a meeting."""
    return (meeting.date for meeting in meetings if meeting.status == "held")


def ending(outcome: OutcomeFacts) -> Iterator[Milestone]:
    """The milestone of an ending with a day; a loss for a reason of `data` is none: that was no referral."""
    if outcome.status in ENDINGS and outcome.date is not None and CAUSE_OF.get(outcome.reason or "") != NO_REFERRALS:
        yield Milestone(outcome.status, outcome.date)
