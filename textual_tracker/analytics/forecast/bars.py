"""The chance of each number of closings, in as few bars as can be read."""

from itertools import chain, count
from typing import NamedTuple

from textual_tracker.analytics.forecast.outlook import Outlook
from textual_tracker.analytics.forecast.words import interval

TAIL = 0.01
"""Less than this at either end is shown with what is next to it."""
MOST = 12


class Bar(NamedTuple):
    """The chance of `low` to `high` closings; `high` is `None` where it is so many or more.

    `down`: it is so many or fewer, `low` being the least that can be.
    """

    low: int
    high: int | None
    chance: float
    down: bool = False

    @property
    def label(self) -> str:
        """`5`, `4–6`, `≤3`, `8+`."""
        if self.high is None:
            return f"{self.low:,}+"
        if self.down and self.low < self.high:
            return f"≤{self.high:,}"
        return interval(self.low, self.high)


def bars(outlook: Outlook, most: int = MOST) -> tuple[Bar, ...]:
    """At most about `most` bars, the fewest closings first; their chances sum to 1.

    Where single numbers would be too many, bars are of 2, 5, 10, 20 … numbers; the goal begins one.
    """
    chances, least = outlook.distribution, outlook.closed_already
    first, last = _reach(chances, least)
    step = next(step for step in _steps() if (last - first) // step + 1 <= max(most, 1))
    goal = None if outlook.goal is None or outlook.goal >= len(chances) else outlook.goal
    starts = _starts(first, last, step, least, goal)
    found = []
    for number, start in enumerate(starts):
        low = least if number == 0 else start
        high = starts[number + 1] - 1 if number + 1 < len(starts) else None
        chance = sum(chances[low:] if high is None else chances[low : high + 1])
        found.append(Bar(low, high, chance, down=number == 0))
    if not any(chances[starts[-1] + 1 :]):  # nothing lies above: not so many "or more"
        found[-1] = found[-1]._replace(high=starts[-1])
    return tuple(found)


def goal_at(outlook: Outlook, shown: tuple[Bar, ...]) -> int | None:
    """The number of the first bar at or above the goal, that of all bars where none is; `None` without a goal."""
    goal = outlook.goal
    return None if goal is None else sum(bar.low < goal for bar in shown)


def _reach(chances: tuple[float, ...], least: int) -> tuple[int, int]:
    """The first and the last number that are worth a bar of their own."""
    below, first = 0.0, min(least, len(chances) - 1)
    while first < len(chances) - 1 and below + chances[first] < TAIL:
        below += chances[first]
        first += 1
    above, last = 0.0, len(chances) - 1
    while last > first and above + chances[last] < TAIL:
        above += chances[last]
        last -= 1
    return first, last


def _steps() -> "chain[int]":
    return chain.from_iterable((10**power, 2 * 10**power, 5 * 10**power) for power in count())


def _starts(first: int, last: int, step: int, least: int, goal: int | None) -> list[int]:
    """Where the bars begin; the first has what lies below its beginning too."""
    if goal is None or not least < goal:
        return list(range(first - first % step, last + 1, step))
    if goal <= first:  # what lies below it is next to nothing, and stands apart all the same
        return [least, goal, *range(first - first % step + step, last + 1, step)]
    if goal > last:
        return [*range(first - first % step, last + 1, step), goal]
    return list(range(goal - -(-(goal - first) // step) * step, last + 1, step))
