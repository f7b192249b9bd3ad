"""The closings of referrals that are not received yet: a stream that comes as it came over the last twelve months."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from math import fsum
from typing import NamedTuple

from textual_tracker.analytics.forecast.chances import Chances
from textual_tracker.analytics.forecast.clock import FIRST
from textual_tracker.analytics.forecast.history import Evening
from textual_tracker.core.stages import Stage

LOOK_BACK = 365
"""Days up to the evening that tell at what pace referrals come, and what a loan usually is."""


class Stream(NamedTuple):
    """`seen` referrals came, or came back, within `days` working days; `starts`: in which stage they first stood."""

    seen: int
    days: int
    starts: Mapping[Stage, int]

    def closings(self, chances: Chances, first: int, last: int) -> float:
        """How many of those still to come close from the `first` to the `last` working day from now, on average."""
        closings = fsum(
            came * (fsum(chances.from_start(stage)[:last]) - fsum(chances.from_start(stage)[: first - 1]))
            for stage, came in self.starts.items()
        )
        return max(0.0, closings) / self.days


def stream_of(evening: Evening) -> Stream:
    """The arrivals of the year up to the evening, or since the first where there is less."""
    starts = evening.starts
    if not starts:
        return Stream(0, LOOK_BACK, {})
    since = max(starts[0][0], evening.day - LOOK_BACK + 1)
    lately = Counter(stage for _, stage in starts[bisect_left(starts, (since,)) :])
    days = evening.clock.passed(max(FIRST, since - 1), evening.day)
    return Stream(lately.total(), max(1, days), lately)
