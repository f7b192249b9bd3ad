"""The closings of referrals that are not received yet: a stream that comes as it came over the last twelve months.

Who is received, or comes back, and closes on the same day stands in no stage on any evening. Those are a stream of
their own: each of them is a closing.
"""

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
    """`seen` referrals came, or came back, within `days` working days; `starts`: in which stage they first stood.

    `at_once`: how many more came and closed on the same day.
    """

    seen: int
    days: int
    starts: Mapping[Stage, int]
    at_once: int = 0

    def closings(self, chances: Chances, first: int, last: int) -> float:
        """How many of those still to come close from the `first` to the `last` working day from now, on average."""
        closings = fsum(
            came * (fsum(chances.from_start(stage)[:last]) - fsum(chances.from_start(stage)[: first - 1]))
            for stage, came in self.starts.items()
        )
        return max(0.0, closings) / self.days

    def closings_at_once(self, first: int, last: int) -> float:
        """How many come and close on the same day, from the `first` to the `last` working day, on average."""
        return self.at_once * max(0, last - first + 1) / self.days


def stream_of(evening: Evening) -> Stream:
    """The arrivals of the year up to the evening, or since the first where there is less."""
    starts, at_once = evening.starts, [closing.day for closing in evening.closings if closing.at_once]
    earliest = min((*(day for day, _ in starts[:1]), *at_once), default=None)
    if earliest is None:
        return Stream(0, LOOK_BACK, {})
    since = max(earliest, evening.day - LOOK_BACK + 1)
    lately = Counter(stage for _, stage in starts[bisect_left(starts, (since,)) :])
    days = evening.clock.passed(max(FIRST, since - 1), evening.day)
    return Stream(lately.total(), max(1, days), lately, sum(day >= since for day in at_once))
