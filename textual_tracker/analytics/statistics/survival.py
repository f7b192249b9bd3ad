"""How long it takes, where some have not got there yet: Kaplan-Meier, and Aalen-Johansen where there are several ends.

A time is a number of days. Whoever was still there at a time when others left was there to leave: they are at risk
then (one who leaves and one who is only last seen on the same day count so).
Sources: Kaplan and Meier, Journal of the American Statistical Association 53 (1958); Aalen and Johansen, Scandinavian
Journal of Statistics 5 (1978).
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

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


class CauseStep(Struct, frozen=True):
    """A time at which some of the `at_risk` left, by cause, and how it stands after it.

    `events` has the causes of this time only; `incidence` the share that has left by each cause so far. The incidences
    and `survival` sum to 1.
    """

    time: float
    at_risk: int
    events: Mapping[str, int]
    survival: float
    incidence: Mapping[str, float]


class Incidences(Struct, frozen=True):
    """The steps of the cumulative incidences of all causes, in the order of time; `n` were seen."""

    n: int
    steps: tuple[CauseStep, ...]

    def incidence(self, cause: str, time: float) -> float:
        """The share that has left by `cause` up to and including `time`."""
        before = bisect_right(self.steps, time, key=lambda step: step.time)
        return self.steps[before - 1].incidence.get(cause, 0.0) if before else 0.0

    def survival(self, time: float) -> float:
        """The share that is still there after `time`."""
        before = bisect_right(self.steps, time, key=lambda step: step.time)
        return self.steps[before - 1].survival if before else 1.0


def kaplan_meier(times: Iterable[tuple[float, bool]]) -> Curve:
    """The curve of those who stay: each a time, and whether they left at it (else they were last seen there)."""
    seen = [(time, "left" if left else None) for time, left in times]
    steps, survival = [], 1.0
    for time, at_risk, events in _leaving(seen):
        left = events["left"]
        survival *= (at_risk - left) / at_risk
        steps.append(Step(time, at_risk, left, survival))
    return Curve(len(seen), tuple(steps))


def aalen_johansen(times: Iterable[tuple[float, str | None]]) -> Incidences:
    """The share that has left by each cause: each a time, and by what they left at it (`None`: last seen there)."""
    seen = list(times)
    steps, survival = [], 1.0
    incidence = dict.fromkeys(sorted({cause for _, cause in seen if cause is not None}), 0.0)
    for time, at_risk, events in _leaving(seen):
        incidence = {cause: so_far + survival * events[cause] / at_risk for cause, so_far in incidence.items()}
        survival *= (at_risk - events.total()) / at_risk
        steps.append(CauseStep(time, at_risk, dict(events), survival, incidence))
    return Incidences(len(seen), tuple(steps))


def _leaving(seen: list[tuple[float, str | None]]) -> Iterator[tuple[float, int, Counter[str]]]:
    """Each time at which somebody left, in order: how many were at risk, and how many left by each cause."""
    gone = Counter(time for time, _ in seen)
    causes: dict[float, Counter[str]] = {}
    for time, cause in seen:
        if cause is not None:
            causes.setdefault(time, Counter())[cause] += 1
    at_risk = len(seen)
    for time in sorted(gone):
        if time in causes:
            yield time, at_risk, causes[time]
        at_risk -= gone[time]
