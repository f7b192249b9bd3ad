"""How far from the day that was expected closings come: the officer's own experience, with a weak prior.

A slip is the closing less a day on which it had been expected, in calendar days. A closing that was put off twice has
three slips, of a third each. The prior says 0 to 10 days late, each as likely.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from textual_tracker.analytics.forecast.history import Closing

PRIOR = range(11)
PRIOR_WEIGHT = 3.0
"""The prior counts as much as so many closings."""


class Slips(NamedTuple):
    """The slips, in order, and the weight of all up to each."""

    days: Sequence[int]
    until: Sequence[float]

    def weight(self, least: int) -> float:
        """How many closings, those of the prior with them, were `least` days late or later; 0 where none ever was."""
        return 0.0 if least > self.days[-1] else self.until[-1] - self._upto(least - 1)

    def chance(self, first: int, last: int, least: int) -> float:
        """The chance of a slip of `first` to `last` days, given that it is `least` or more.

        Somebody must have been so late: else the day that was expected says nothing any more.
        """
        within = self._upto(last) - self._upto(max(first, least) - 1)
        return min(1.0, max(0.0, within / self.weight(least)))

    def _upto(self, slip: int) -> float:
        place = bisect_right(self.days, slip)
        return self.until[place - 1] if place else 0.0


def slips_of(closings: Iterable[Closing]) -> Slips:
    """The slips of what has closed, and the prior."""
    weights = defaultdict[int, float](float, dict.fromkeys(PRIOR, PRIOR_WEIGHT / len(PRIOR)))
    for closing in closings:
        for slip in closing.slips:
            weights[slip] += 1 / len(closing.slips)
    slips = sorted(weights)
    return Slips(slips, list(accumulate(weights[slip] for slip in slips)))
