"""How likely a referral leaves its stage on a day, by the stage, the days in it, and where it goes.

The hazards of Aalen and Johansen, a working day at a time: of those who were in the stage for `age` days, the share
that left it on the last of them, for each way out. Who is still there counts until today. Where few have been that
long, the hazard leans on the one of the whole stage; where few have been in the stage at all, that leans on the one of
all stages. And under all of them lies a part of a closing and of a loss that nobody has seen, so that nothing is
impossible because it never came. Source: docs/numbers.md, "Forecast".
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from textual_tracker.core.stages import Stage

OLDEST = 170
"""Working days in a stage, eight months, from which on ages are not told apart."""

DAYS_UNSEEN = 2
"""Half a closing and half a loss take a day; on another nobody leaves."""
OPEN_STAGES = tuple(stage for stage in Stage if stage < Stage.closed)
CLOSED, ENDED = int(Stage.closed), int(Stage.lost)
"""Ways out by number, the other stages' numbers beside them; nurture counts as `ENDED` too."""


class Weights(NamedTuple):
    """How much the wider experience counts: as many working days of people at risk.

    `age`: the stage's own daily hazard beside that of one age; `stage`: that of all stages beside the stage's own.
    `unseen`: the closings, and the losses, put beside a past that has seen none; as Jeffreys' prior has it, a half.
    """

    age: float
    stage: float
    unseen: float


LEANING = Weights(age=1.0, stage=70.0, unseen=0.5)
"""Found by calibration: of simulated officers with 10 to 50 decided referrals, and those with hundreds."""


class Counts(NamedTuple):
    """What was seen in one stage. Lists are by age, from 0 to `OLDEST + 1` working days, the last for all ages beyond.

    `left`: by way out, how many left at that age; `stayed`: how many are still there, at which age;
    `beyond`: working days that anybody was there beyond `OLDEST`.
    """

    left: Mapping[int, Sequence[int]]
    stayed: Sequence[int]
    beyond: int

    @property
    def people(self) -> int:
        """How many have been there."""
        return sum(map(sum, self.left.values())) + sum(self.stayed)

    @property
    def at_risk(self) -> list[int]:
        """How many have been there for that many days or more, by age; the last: more than `OLDEST`."""
        last_seen = list(map(sum, zip(self.stayed, *self.left.values(), strict=True)))
        return list(accumulate(reversed(last_seen)))[::-1]

    @property
    def days(self) -> int:
        """The working days of all of them together on which they might have left."""
        return sum(self.at_risk[1 : OLDEST + 1]) + self.beyond


class Hazards(NamedTuple):
    """Of one stage: `at_risk` by age, the ways out with the daily hazard by age, and `people` who have been there.

    The hazard of age 0 is 0: a stage is entered in the evening. The last one holds for all ages beyond `OLDEST`.
    """

    at_risk: Sequence[int]
    ways: Mapping[int, Sequence[float]]
    people: int


def hazards_of(counts: Mapping[Stage, Counts], weights: Weights = LEANING) -> dict[Stage, Hazards]:
    """The hazards of every open stage, also of those in which nobody has been."""
    forward, ended = _of_all(counts)
    unseen = _unseen(counts, weights)
    found = {}
    for stage in OPEN_STAGES:
        wider = {_ahead(stage): forward, ENDED: ended}
        seen = counts.get(stage)
        if seen is None:
            ways = {way: [0.0] + [hazard] * (OLDEST + 1) for way, hazard in wider.items()}
            found[stage] = Hazards([0] * (OLDEST + 2), ways, 0)
        else:
            found[stage] = _of_stage(seen, wider, weights)
    return {stage: _with_unseen(each, unseen) for stage, each in found.items()}


def told_apart(age: int | None) -> int | None:
    """The age, or the first beyond the oldest, as which all of them count."""
    return age if age is None or age <= OLDEST else OLDEST + 1


def _of_stage(seen: Counts, wider: Mapping[int, float], weights: Weights) -> Hazards:
    at_risk, days = seen.at_risk, seen.days
    exposed = [*at_risk[: OLDEST + 1], seen.beyond]
    ways = {}
    for way in sorted({*seen.left, *wider}):
        left = seen.left.get(way, ())
        pooled = _share(sum(left) + weights.stage * wider.get(way, 0.0), days + weights.stage)
        if left:
            hazards = [
                _share(gone + weights.age * pooled, there + weights.age)
                for gone, there in zip(left, exposed, strict=True)
            ]
        else:
            hazards = [_share(weights.age * pooled, there + weights.age) for there in exposed]
        hazards[0] = 0.0
        ways[way] = hazards
    return Hazards(at_risk, ways, seen.people)


def _unseen(counts: Mapping[Stage, Counts], weights: Weights) -> Mapping[int, float]:
    """The least hazard of closing and of ending: of what nobody has seen in all the days of all stages.

    The first closing halves what lies under it, the ninth leaves a tenth of it: then it is known whence they come.
    """
    days = sum(seen.days for seen in counts.values()) + DAYS_UNSEEN
    return {
        way: weights.unseen / (1 + sum(sum(seen.left.get(way, ())) for seen in counts.values())) / days
        for way in (CLOSED, ENDED)
    }


def _with_unseen(found: Hazards, unseen: Mapping[int, float]) -> Hazards:
    """The same with these hazards under them. On as many days as they take nobody leaves: nobody does for certain."""
    seen = 1 - 2 * sum(unseen.values())
    ways = {}
    for way in sorted({*found.ways, *unseen}):
        each, least = found.ways.get(way, [0.0] * (OLDEST + 2)), unseen.get(way, 0.0)
        ways[way] = [0.0, *(seen * hazard + least for hazard in each[1:])]
    return found._replace(ways=ways)


def _of_all(counts: Mapping[Stage, Counts]) -> tuple[float, float]:
    """The daily hazard of going ahead, and of ending without closing, over all stages."""
    days = sum(seen.days for seen in counts.values())
    forward = ended = 0
    for stage, seen in counts.items():
        for way, left in seen.left.items():
            if way == ENDED:
                ended += sum(left)
            elif way > stage:
                forward += sum(left)
    return _share(forward, days), _share(ended, days)


def _ahead(stage: Stage) -> int:
    return stage + 1


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
