"""Who does best, without rewarding luck: by what their share is at least, not by the share itself.

One closing of one is no better than eight of ten. What all groups have in common is the prior of each; the order is
that of the lower end of the 80 % credible interval, so that whoever is first has shown it.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Generic, TypeVar

from msgspec import Struct

from textual_tracker.analytics.statistics.beta import beta_quantile
from textual_tracker.analytics.statistics.beta_prior import fitted_prior

Key = TypeVar("Key")

FEW = 3
"""Whoever has fewer decided is listed after the others."""

LOW, HIGH = 0.1, 0.9
"""The quantiles between which 80 % lie."""


class Ranked(Struct, Generic[Key], frozen=True):
    """What is known of the share of one group, from 0 to 1: its mean, and the ends of the 80 % credible interval."""

    key: Key
    mean: float
    low: float
    high: float
    is_few: bool


def ranked(groups: Mapping[Key, tuple[int, int]]) -> list[Ranked[Key]]:
    """The groups, each (closed, decided), best first; those with fewer than three decided after the others.

    Both are in the order of `low`, then as they were given: who has the same `low` has the same numbers.
    """
    a, b = _prior(tuple(sorted(groups.values())))
    found = [
        Ranked(key, (a + closed) / (a + b + decided), *_ends(a + closed, b + decided - closed), decided < FEW)
        for key, (closed, decided) in groups.items()
    ]
    return sorted(found, key=lambda group: (group.is_few, -group.low))


@lru_cache(maxsize=16)
def _prior(groups: tuple[tuple[int, int], ...]) -> tuple[float, float]:
    """On a screen most changes of a journal decide nobody."""
    return fitted_prior(groups)


@lru_cache(maxsize=4096)
def _ends(a: float, b: float) -> tuple[float, float]:
    """Many partners of a large journal have the same few numbers."""
    return beta_quantile(LOW, a, b), beta_quantile(HIGH, a, b)
