"""Chance that is the same on every machine: nothing but `random.Random.random`, seeded by words.

`random()` is the one method whose numbers Python promises to keep. No logarithm and no exponential is taken,
so that no last bit of a float differs between systems.
"""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """One stream of chance. Each referral, day and partner has its own, so that changing one moves no other."""

    __slots__ = ("roll",)

    def __init__(self, *key: object) -> None:
        self.roll = random.Random("/".join(map(str, key))).random

    def chance(self, probability: float) -> bool:
        """True with `probability`."""
        return self.roll() < probability

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self.roll() * (high - low + 1))

    def pick(self, items: Sequence[T]) -> T:
        """One of `items`, all alike."""
        return items[int(self.roll() * len(items))]

    def weighted(self, items: Sequence[tuple[T, float]]) -> T:
        """One of `items`, each with its weight."""
        left = self.roll() * sum(weight for _, weight in items)
        for item, weight in items:
            left -= weight
            if left < 0:
                return item
        return items[-1][0]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """`items` in another order."""
        return [item for _, _, item in sorted((self.roll(), place, item) for place, item in enumerate(items))]

    def arrivals(self, expected: float) -> int:
        """How many come on a day on which `expected` are: a binomial of at least four trials, close to Poisson."""
        trials = 4 + int(expected * 4)
        return sum(self.roll() < expected / trials for _ in range(trials))
