"""What became of a cohort, and the three close rates.

Decided: of those closed or lost, how many closed. So far: of all received. Controllable: decided, without those lost
to qualification or to the market, which no officer could have kept.
"""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from textual_tracker.analytics.results.cohort import Fate, Member
from textual_tracker.analytics.statistics.median import Median, median_of
from textual_tracker.analytics.statistics.rate import Rate, rate_of

BEYOND_CONTROL = frozenset({"qualification", "market"})
"""The causes of losses that the controllable close rate leaves out."""


class Fates(Struct, frozen=True, kw_only=True):
    """How many were received, and of these closed, lost, are open or in nurture; the four sum to `received`."""

    received: int
    closed: int
    lost: int
    open: int
    nurture: int

    @property
    def decided(self) -> int:
        """Closed or lost."""
        return self.closed + self.lost


class CloseRates(Struct, frozen=True, kw_only=True):
    """The close rates; each is `None` where there is nobody to count."""

    decided: Rate | None
    so_far: Rate | None
    controllable: Rate | None


def fates(members: Sequence[Member]) -> Fates:
    """What became of these."""
    counted: Counter[Fate] = Counter(member.fate for member in members)
    return Fates(
        received=len(members),
        closed=counted["closed"],
        lost=counted["lost"],
        open=counted["open"],
        nurture=counted["nurture"],
    )


def close_rates(members: Sequence[Member]) -> CloseRates:
    """The close rates of these."""
    found = fates(members)
    beyond = sum(member.cause in BEYOND_CONTROL for member in members)
    return CloseRates(
        decided=rate_of(found.closed, found.decided),
        so_far=rate_of(found.closed, found.received),
        controllable=rate_of(found.closed, found.decided - beyond),
    )


def days_to_close(members: Sequence[Member]) -> Median:
    """Calendar days from received to the closing, over those that closed on a known day, and not before they came."""
    return median_of(
        (closed - member.referral.received).days
        for member in members
        if member.fate == "closed"
        if (closed := member.standing.outcome.date) is not None and closed >= member.referral.received
    )
