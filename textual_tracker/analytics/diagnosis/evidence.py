"""What a step is judged by: how many made it, who did not, and who cannot be judged yet."""

import datetime as dt
from collections.abc import Callable, Iterable

from msgspec import Struct

from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.rate import Rate, rate_of
from textual_tracker.core.path import path
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage

FRESH = 10
"""Working days for which whoever came to a step is not judged, whether they went on already or not: who goes on at once
would be counted, and who takes a week would not."""


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


def came(snapshot: Snapshot, member: Member) -> dt.date:
    """The day on which it was received for work, or on which it came back."""
    referral = member.referral
    return member.standing.returned or snapshot.calendar.received_for_work(referral.received, referral.received_time)


def is_lately(snapshot: Snapshot, day: dt.date) -> bool:
    """Whether the day is one of the last `FRESH` working days, or of the others between them."""
    return snapshot.calendar.waited(day, snapshot.today) <= FRESH


def came_lately(snapshot: Snapshot, member: Member, stage: Stage) -> bool:
    """Whether it came as far as `stage` within the last `FRESH` working days, wherever it went from there.

    After a return the days since then count. Of whom the day is unknown it is only known that it was not before they
    were received, or came back.
    """
    since = came(snapshot, member)
    if is_lately(snapshot, since):
        return True
    standing = member.standing
    last = max(filter(None, (standing.last_touch, standing.outcome.date)), default=None)
    if last is None or not is_lately(snapshot, last):
        return False  # nothing happened since then: there is no need to look closer
    first = next(
        (
            spell.entered
            for spell in path(member.referral, snapshot.today)
            if stage <= spell.stage <= Stage.closed and spell.entered >= since.toordinal()
        ),
        None,
    )
    return first is not None and is_lately(snapshot, dt.date.fromordinal(first))
