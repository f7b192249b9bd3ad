"""The truth that a forecast can be held to: exact chances of closing, from the hazards alone.

A referral's path is a semi-Markov chain with known daily chances, so the chance that it closes within so many working
days is a sum, carried forward a day at a time over (stage, age). Nothing is sampled.
"""

from functools import cache

from benchmarks.simulator.hazards import HAZARDS, after, row

OLDEST = 64
"""Ages from here on share one cell: no row of the table begins later."""


def chance_of_closing(stage: str, quality: str, waited: int, horizon: int, *, refinance: bool = False) -> float:
    """The chance that a referral closes within the next `horizon` working days.

    It has been in `stage` for `waited` working days, and what may happen today has happened.
    """
    chances = {(stage, min(waited, OLDEST)): 1.0}
    closed = 0.0
    for _ in range(horizon):
        chances, newly = _next_day(chances, quality, refinance=refinance)
        closed += newly
    return closed


def _next_day(
    chances: dict[tuple[str, int], float], quality: str, *, refinance: bool
) -> tuple[dict[tuple[str, int], float], float]:
    """The chances a working day later, and the chance of having closed on it."""
    evening: dict[tuple[str, int], float] = {}
    closed = 0.0
    today = [(stage, min(age + 1, OLDEST), chance) for (stage, age), chance in chances.items()]
    while today:
        stage, age, chance = today.pop()
        if stage == "closed":
            closed += chance
            continue
        stays = 1.0
        for way, probability in _ways(stage, age, quality):
            stays -= probability
            today.append((after(stage, way, refinance=refinance), 0, chance * probability))
        evening[stage, age] = evening.get((stage, age), 0.0) + chance * stays
    return evening, closed


@cache
def _ways(stage: str, age: int, quality: str) -> tuple[tuple[str, float], ...]:
    """How a referral may leave on this day, and with what chance."""
    return tuple((way, chance) for way, chance in row(stage, age, quality)._asdict().items() if way != "age" and chance)


if max(item.age for rows in HAZARDS.values() for item in rows) >= OLDEST:
    raise ValueError("a row of the hazards begins after the oldest age that is told apart")
