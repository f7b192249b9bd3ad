"""What a step is judged by: how many made it, who did not, and who cannot be judged yet."""

import datetime as dt
from collections.abc import Callable, Iterable

from msgspec import Struct

from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.rate import Rate, rate_of
from textual_tracker.core.records import Referral

FRESH = 10
"""Working days for which somebody who is open, and has not come further, is not held against anybody."""


class Evidence(Struct, frozen=True):
    """`hits` made the step, `missed` did not, oldest first. `left_out`: so many are not judged yet."""

    hits: int
    missed: tuple[Member, ...]
    left_out: int = 0

    @property
    def rate(self) -> Rate | None:
        """The share that made it."""
        return rate_of(self.hits, self.hits + len(self.missed))

    @property
    def share_of_missed(self) -> Rate | None:
        """The share that did not, for what is to be rare."""
        return rate_of(len(self.missed), self.hits + len(self.missed))

    @property
    def behind(self) -> tuple[Referral, ...]:
        """Those who missed it, newest first."""
        return tuple(member.referral for member in reversed(self.missed))


def gathered(members: Iterable[Member], judge: Callable[[Member], bool | None]) -> Evidence:
    """The evidence of those members, in their order; `judge` says `None` of whoever is not judged yet."""
    hits, missed, left_out = 0, [], 0
    for member in members:
        answer = judge(member)
        if answer is None:
            left_out += 1
        elif answer:
            hits += 1
        else:
            missed.append(member)
    return Evidence(hits, tuple(missed), left_out)


def is_fresh(snapshot: Snapshot, member: Member, since: dt.date | None = None) -> bool:
    """Whether it is open and has been where it is for no more than `FRESH` working days, or since `since`.

    Where the day is unknown on which it came there, it is the day on which it was received or came back.
    """
    if member.fate != "open":
        return False
    referral, standing, calendar = member.referral, member.standing, snapshot.calendar
    begun = since or standing.entered or standing.returned
    if begun is None:
        begun = calendar.received_for_work(referral.received, referral.received_time)
    return calendar.waited(begun, snapshot.today) <= FRESH
