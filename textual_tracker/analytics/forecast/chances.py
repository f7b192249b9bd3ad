"""The chance that a referral closes within so many working days, from the hazards of its stage and the next ones.

Whoever is in stage s for a days leaves it on each day to come with that day's hazard; where they go to another stage,
their days there begin anew. With G_s(k) the chance of closing within k days of entering s:

    chance(s, a, h) = sum over b = 1 … h of  S(a + b - 1) / S(a) * (hazard of closing at a + b
                      + sum over stages u of  hazard of going to u at a + b * G_u(h - b))

Lost and nurture end it; a return is a new arrival. Sums of chances of days that exclude each other, so never above 1.

Beyond the oldest age all days are alike, so whoever is still there stands where they stood a day before. With U_s(k)
the chance to close within k days of those, three years ahead cost little more than a month:

    U_s(k) = sum over ways u of  hazard of going to u * G_u(k - 1)  +  hazard of staying * U_s(k - 1)
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from math import fsum
from operator import mul
from typing import NamedTuple

from textual_tracker.analytics.forecast.hazards import CLOSED, ENDED, OLDEST, Hazards
from textual_tracker.core.stages import Stage

ROUNDS = 60
SETTLED = 1e-12
"""A chance of ever closing is carried from stage to stage until it changes less, so often at most."""


class _Leaving(NamedTuple):
    """Of one stage, by working days since it was entered, to the oldest age: to be there still, and to leave it.

    `closed`: to close straight from it on that day; `ahead`: to go to each other open stage; `later`: by way, to take
    it on any later day. `last`: by way, the hazard of each day beyond the oldest age, on which `stays` is to stay.
    """

    survival: Sequence[float]
    closed: Sequence[float]
    ahead: Mapping[int, Sequence[float]]
    later: Mapping[int, Sequence[float]]
    last: Mapping[int, float]
    stays: float


class Chances:
    """Chances of closing within up to `reach` working days, by the hazards of one evening."""

    def __init__(self, hazards: Mapping[Stage, Hazards], reach: int) -> None:
        self.reach = reach
        self._hazards = hazards
        self._leaving = {int(stage): _leaving(found.ways) for stage, found in hazards.items()}
        self._from_start: dict[int, list[float]] = {stage: [0.0] for stage in self._leaving}
        self._from_oldest: dict[int, list[float]] = {stage: [0.0] for stage in self._leaving}
        self._carry_forward()
        self._ageless: dict[tuple[Stage, int], float] = {}

    def from_start(self, stage: Stage) -> Sequence[float]:
        """The chance to close within so many working days of entering `stage`, for 0 to `reach`."""
        return self._from_start[stage]

    def within(self, stage: Stage, age: int | None, days: int) -> float:
        """The chance to close within the next `days`, of a referral that has been in `stage` for `age`: working days.

        Where the age is unknown, that of all ages, weighted by how many stay so long.
        """
        if days <= 0:
            return 0.0
        if age is None:
            return self._of_any_age(stage, days)
        age = min(age, OLDEST)
        there = self._leaving[stage].survival[age]
        return min(1.0, self._leaves_and_closes(stage, age, days) / there) if there > 0 else 0.0

    def ever(self, stage: Stage, age: int | None) -> float:
        """The chance to close at all, without being lost or put into nurture before."""
        return self._closes_then(stage, age, self._ever)

    def straight(self, stage: Stage, age: int | None) -> float:
        """The chance to close without coming back to an earlier stage before, as when a contract falls through."""
        return self._closes_then(stage, age, self._straight[stage])

    def been(self, stage: Stage, age: int | None) -> int:
        """How many have been in `stage` for `age` working days, or at all."""
        found = self._hazards[stage]
        return found.people if age is None else found.at_risk[min(age, OLDEST + 1)]

    def _of_any_age(self, stage: Stage, days: int) -> float:
        found = self._ageless.get((stage, days))
        if found is None:
            seen = sum(1 for there in self._hazards[stage].at_risk[: OLDEST + 1] if there) or 1
            weights = self._leaving[stage].survival[:seen]
            closes = fsum(self._leaves_and_closes(stage, age, days) for age in range(seen))
            found = self._ageless[stage, days] = min(1.0, closes / fsum(weights))
        return found

    def _leaves_and_closes(self, stage: int, age: int, days: int) -> float:
        """The chance, on entering `stage`, to leave it within `days` after `age` and to have closed by then."""
        leaving, ends = self._leaving[stage], age + days
        total = sum(leaving.closed[age + 1 : ends + 1])
        for way, chances in leaving.ahead.items():
            total += sum(map(mul, chances[age + 1 : ends + 1], self._from_start[way][days - 1 :: -1]))
        if ends > OLDEST:
            total += leaving.survival[OLDEST] * self._from_oldest[stage][ends - OLDEST]
        return total

    def _carry_forward(self) -> None:
        # A day at a time: what happens within k days of entering another stage is known for fewer days already.
        for days in range(1, self.reach + 1):
            older = {stage: self._of_the_oldest(each, stage, days) for stage, each in self._leaving.items()}
            newly = {stage: self._leaves_and_closes(stage, 0, days) for stage in self._leaving}
            for stage, chance in newly.items():
                self._from_oldest[stage].append(min(1.0, older[stage]))
                self._from_start[stage].append(min(1.0, chance))

    def _of_the_oldest(self, leaving: _Leaving, stage: int, days: int) -> float:
        """The chance to close within `days` beyond the oldest age, from what it is within a day less."""
        closes = leaving.last.get(CLOSED, 0.0) + leaving.stays * self._from_oldest[stage][days - 1]
        return closes + sum(leaving.last[way] * self._from_start[way][days - 1] for way in leaving.ahead)

    def _closes_then(self, stage: Stage, age: int | None, then: Mapping[int, float]) -> float:
        """The chance to leave `stage` after `age` days, and to close `then`: by way, with what chance."""
        leaving, since = self._leaving[stage], 0 if age is None else min(age, OLDEST)
        there = leaving.survival[since]
        return min(1.0, _leads_to_closing(leaving, since, then) / there) if there > 0 else 0.0

    @cached_property
    def _ever(self) -> Mapping[int, float]:
        """By way out, the chance to close at all."""
        found = {**dict.fromkeys(self._leaving, 0.0), CLOSED: 1.0}
        for _ in range(ROUNDS):
            before = found
            found = {stage: _leads_to_closing(each, 0, before) for stage, each in self._leaving.items()}
            found[CLOSED] = 1.0
            if all(abs(found[stage] - before[stage]) < SETTLED for stage in found):
                break
        return found

    @cached_property
    def _straight(self) -> Mapping[int, Mapping[int, float]]:
        """By stage, and by way out that leads ahead of it, the chance to close without ever coming back."""
        found: dict[int, dict[int, float]] = {}
        then = {CLOSED: 1.0}
        for stage in sorted(self._leaving, reverse=True):
            found[stage] = dict(then)
            then[stage] = _leads_to_closing(self._leaving[stage], 0, then)
        return found


def _leaving(ways: Mapping[int, Sequence[float]]) -> _Leaving:
    """What the daily hazards come to."""
    *totals, total = map(sum, zip(*ways.values(), strict=True))
    survival = list(accumulate((1 - total for total in totals[1:]), mul, initial=1.0))
    leave = {way: [0.0, *map(mul, survival, each[1:-1])] for way, each in ways.items()}
    later = {way: _later(each, survival[OLDEST], ways[way][-1], total) for way, each in leave.items()}
    closed = leave.get(CLOSED, [0.0] * (OLDEST + 1))
    last = {way: each[-1] for way, each in ways.items()}
    ahead = {way: each for way, each in leave.items() if way not in {CLOSED, ENDED} and (any(each) or last[way])}
    return _Leaving(survival, closed, ahead, later, last, max(0.0, 1 - total))


def _later(leave: Sequence[float], older: float, hazard: float, total: float) -> list[float]:
    """By age, the chance to leave by one way on any day after it; `older`: to be there beyond the oldest age."""
    at_last = older * hazard / total if total else 0.0
    # Added from the end: near the oldest age all of it may be a hundred-millionth, and is divided by as little.
    return list(accumulate(reversed(leave[1:]), initial=at_last))[::-1]


def _leads_to_closing(leaving: _Leaving, age: int, then: Mapping[int, float]) -> float:
    """The chance, on entering the stage, to leave it after `age` days and to close `then`."""
    return fsum(chances[age] * then.get(way, 0.0) for way, chances in leaving.later.items())
