"""How long it takes, where some have not got there yet: Kaplan-Meier.

A time is a number of days. Whoever was still there at a time when others left was there to leave: they are at risk
then (one who leaves and one who is only last seen on the same day count so).
Source: Kaplan and Meier, Journal of the American Statistical Association 53 (1958).
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

HALF = 0.5 + 1e-12
"""A product of fractions that should be a half may lie a little above it."""


class Step(Struct, frozen=True):
    """A time at which some of the `at_risk` left, and the share that is still there after it."""

    time: float
    at_risk: int
    events: int
    survival: float


class Curve(Struct, frozen=True):
    """The steps of a survival curve, in the order of time; `n` were seen, whether they left or not."""

    n: int
    steps: tuple[Step, ...]

    @property
    def median(self) -> float | None:
        """The first time after which no more than half are still there; `None` where more than half stay."""
        return next((step.time for step in self.steps if step.survival <= HALF), None)

    def survival(self, time: float) -> float:
        """The share that is still there after `time`: 1 before the first has left."""
        before = bisect_right(self.steps, time, key=lambda step: step.time)
        return self.steps[before - 1].survival if before else 1.0


def kaplan_meier(times: Iterable[tuple[float, bool]]) -> Curve:
    """The curve of those who stay: each a time, and whether they left at it (else they were last seen there)."""
    seen = list(times)
    gone = Counter(time for time, _ in seen)
    leaving = Counter(time for time, left in seen if left)
    steps, survival, at_risk = [], 1.0, len(seen)
    for time in sorted(gone):
        if left := leaving[time]:
            survival *= (at_risk - left) / at_risk
            steps.append(Step(time, at_risk, left, survival))
        at_risk -= gone[time]
    return Curve(len(seen), tuple(steps))
