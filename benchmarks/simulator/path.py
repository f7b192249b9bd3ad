"""The path of one referral through the stages, on working days, drawn from the hazards."""

from typing import NamedTuple

from benchmarks.simulator.dice import Dice
from benchmarks.simulator.hazards import after, leave

RESTING = frozenset({"lost", "nurture"})


class Visit(NamedTuple):
    """A stay in one stage. Days count working days from the first of the simulation; `way` is how it was left."""

    stage: str
    entered: int
    left: int
    way: str


def walk(dice: Dice, quality: str, first: int, last: int, *, refinance: bool) -> list[Visit]:
    """Every visit from the working day `first` until the referral has closed, or the day `last` is over.

    The visit during which the simulation ends has its true end beyond `last`.
    """
    visits: list[Visit] = []
    stage, day = "received", first
    while day <= last:
        stayed, way = leave(dice, stage, quality)
        visits.append(Visit(stage, day, day + stayed, way))
        if way == "stays":
            break
        stage, day = after(stage, way, refinance=refinance), day + stayed
        if stage == "closed":
            visits.append(Visit("closed", day, day, "stays"))
            break
    return visits
