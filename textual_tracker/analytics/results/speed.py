"""How fast a referral is attempted, and how often before it is given up."""

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct

from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.median import Median, median_of
from textual_tracker.analytics.statistics.rate import Rate, rate_of
from textual_tracker.core.stages import Stage

IN_TIME = 1
"""Working days within which a referral is to be attempted."""

ENOUGH = 6
"""Attempts after which nobody has to try again."""


class Speed(Struct, frozen=True, kw_only=True):
    """`to_first_attempt`: calendar days from received to the first attempt, over those attempted.

    `within_one`: the share attempted within one working day from when they were received for work, of those attempted
    and those who are waiting for a first attempt for longer than that.
    """

    to_first_attempt: Median
    within_one: Rate | None


class Attempts(Struct, frozen=True, kw_only=True):
    """How often those were tried who were never reached: `attempts` in all, on `never_reached` people.

    `gave_up_early`: of those among them that are lost or in nurture, the share with fewer than six attempts.
    """

    never_reached: int
    attempts: int
    gave_up_early: Rate | None

    @property
    def per_referral(self) -> float | None:
        """The mean; `None` where everybody was reached."""
        return self.attempts / self.never_reached if self.never_reached else None


def speed(members: Sequence[Member], snapshot: Snapshot) -> Speed:
    """How fast these were attempted."""
    tries = [(member, first_attempt(member, snapshot.today)) for member in members]
    in_time = [answer for member, first in tries if (answer := within_one(member, first, snapshot)) is not None]
    return Speed(
        to_first_attempt=median_of(
            max(0, (first - member.referral.received).days) for member, first in tries if first is not None
        ),
        within_one=rate_of(sum(in_time), len(in_time)),
    )


def first_attempt(member: Member, today: dt.date) -> dt.date | None:
    """The day of the first attempt up to `today`, before a return too."""
    return min((one.date for one in member.referral.contact_attempts if one.date <= today), default=None)


def is_tried_or_waits(member: Member, today: dt.date) -> bool:
    """Whether it was attempted, or waits for a first attempt.

    Whoever ended without one, or came further without one that is written down, waits for none.
    """
    return member.standing.stage is Stage.received or first_attempt(member, today) is not None


def within_one(member: Member, first: dt.date | None, snapshot: Snapshot) -> bool | None:
    """Whether the first attempt came within one working day; `None`: it is not counted, or not yet.

    Not yet: it waits no longer than that so far.
    """
    if not is_tried_or_waits(member, snapshot.today):
        return None
    referral, calendar = member.referral, snapshot.calendar
    since = calendar.received_for_work(referral.received, referral.received_time)
    is_in_time = calendar.waited(since, first or snapshot.today) <= IN_TIME
    return None if first is None and is_in_time else is_in_time


def attempts(members: Iterable[Member]) -> Attempts:
    """How often those of these were tried who were never reached."""
    unreached = [member for member in members if member.furthest < Stage.contacted]
    given_up = [member for member in unreached if member.fate in {"lost", "nurture"}]
    early = sum(member.standing.all_attempts < ENOUGH for member in given_up)
    return Attempts(
        never_reached=len(unreached),
        attempts=sum(member.standing.all_attempts for member in unreached),
        gave_up_early=rate_of(early, len(given_up)),
    )
