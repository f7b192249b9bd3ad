"""What anybody could forecast without this program: the two baselines that its track record stands beside.

- **Three-month mean**: as many closings as in the mean of the three months before; a Poisson count, where the chance of
  what happened is asked for.
- **Fixed percentages by stage**: every open referral closes within the month with the percentage of its stage, however
  long it has been there, and nothing that is not received yet counts. The percentages are the officer's own: of all
  referrals in the stage on the firsts of the months before, the share that closed by the end of that month. That is
  fixed percentages at their best, learnt anew every month from all that was known by then. The list that a program for
  sales comes with (`AS_SHIPPED`) only fills in for what has hardly been seen: it counts as much as one referral.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from math import lgamma, log

from textual_tracker.core.path import Path
from textual_tracker.core.stages import Stage

AS_SHIPPED: Mapping[Stage, float] = {
    Stage.received: 0.05,
    Stage.attempting: 0.05,
    Stage.contacted: 0.10,
    Stage.appointment_set: 0.20,
    Stage.appointment_held: 0.30,
    Stage.application_started: 0.40,
    Stage.application_submitted: 0.50,
    Stage.preapproved: 0.60,
    Stage.in_process: 0.80,
    Stage.clear_to_close: 0.95,
}
"""Percentages such as pipelines come with: they grow with the stage, and know of no time in which to close."""

MONTHS = 3
NONE_AT_ALL = 0.5
"""Three months without a closing are taken as half a closing when chances are asked for: no chance is 0."""


def three_month_mean(closings: Sequence[int], firsts: Sequence[int], month: int) -> float:
    """The mean of the closings of the three months before `firsts[month]`, or of as many as there are since the first.

    `closings` and `firsts` are days, as ordinals in order; there must be a month before.
    """
    start = max(0, month - MONTHS)
    return between(closings, firsts[start], firsts[month]) / (month - start)


def log_poisson(count: int, mean: float) -> float:
    """The log of the chance of `count` when `mean` are expected in three months' mean."""
    rate = max(mean, NONE_AT_ALL / MONTHS)
    return count * log(rate) - rate - lgamma(count + 1)


def between(days: Sequence[int], start: int, end: int) -> int:
    """How many of the ordered `days` are from `start` to before `end`."""
    return bisect_left(days, end) - bisect_left(days, start)


def first_days(earliest: int, latest: int) -> list[int]:
    """The first of every month from that of the day `earliest` to that of `latest`, as ordinals."""
    begin, end = dt.date.fromordinal(earliest), dt.date.fromordinal(latest)
    months = range(begin.year * 12 + begin.month - 1, end.year * 12 + end.month)
    return [dt.date(month // 12, month % 12 + 1, 1).toordinal() for month in months]


class FixedPercentages:
    """The percentages as they were known on the first of each month. `firsts` are those days, as ordinals."""

    def __init__(self, paths: Iterable[Path], firsts: Sequence[int]) -> None:
        self._stood = _Counts(len(firsts))
        self._closed = _Counts(len(firsts))
        for path in paths:
            self._count(path, firsts)

    def _count(self, path: Path, firsts: Sequence[int]) -> None:
        closed = set()
        for spell in path:
            if spell.stage < Stage.closed:
                start = bisect_left(firsts, spell.entered)
                if start < len(firsts) and (spell.left is None or firsts[start] < spell.left):
                    end = len(firsts) if spell.left is None else bisect_left(firsts, spell.left)
                    self._stood.add(spell.stage, start, end)
            elif spell.stage is Stage.closed:
                closed.add(bisect_right(firsts, spell.entered) - 1)
        for month in closed:
            if month >= 0 and (stage := stage_on(path, firsts[month])) is not None and stage < Stage.closed:
                self._closed.add(stage, month, month + 1)

    def known_on(self, month: int) -> Mapping[Stage, float]:
        """The percentage of each open stage, from 0 to 1, from the months that were over on the first of `month`."""
        return {
            stage: (self._closed.before(stage, month) + shipped) / (self._stood.before(stage, month) + 1)
            for stage, shipped in AS_SHIPPED.items()
        }


class _Counts:
    """How many in each stage, month by month."""

    def __init__(self, months: int) -> None:
        self._months = months
        self._changes: dict[Stage, list[int]] = defaultdict(lambda: [0] * (months + 1))
        self._sums: dict[Stage, list[int]] = {}

    def add(self, stage: Stage, start: int, end: int) -> None:
        """One more in each month from `start` to before `end`."""
        changes = self._changes[stage]
        changes[start] += 1
        changes[end] -= 1

    def before(self, stage: Stage, month: int) -> int:
        """The sum of all months before."""
        if stage not in self._sums:
            each = accumulate(self._changes[stage])
            self._sums[stage] = [0, *accumulate(each)]
        return self._sums[stage][month]


def stage_on(path: Path, day: int) -> Stage | None:
    """The stage at the end of a day; `None` before there is one."""
    return next((one.stage for one in path if one.entered <= day and (one.left is None or day < one.left)), None)
