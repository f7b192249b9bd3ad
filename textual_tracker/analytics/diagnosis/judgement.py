"""Whether a share misses its target, as far as so many can tell."""

from typing import NamedTuple

from textual_tracker.analytics.diagnosis.verdict import Status
from textual_tracker.analytics.statistics.beta import beta_cdf
from textual_tracker.analytics.statistics.rate import Rate

SURE = 0.8
"""The chance of missing the target from which a verdict fires; below the rest to 1 the target is kept."""

LEAST = 8
"""Of fewer than so many nothing is said."""

FORESEEN = 200
"""More than so many more is as good as never."""


class Judgement(NamedTuple):
    """What `verdict.Verdict` tells of the same names."""

    status: Status
    chance: float | None
    needed: int | None


def judged(rate: Rate | None, target: float, *, at_most: bool = False) -> Judgement:
    """Whether the rate misses `target`: stays below it or, with `at_most`, lies above it.

    The true share is Beta(1 + hits, 1 + misses): nothing is known of it beforehand. Whoever keeps the target in what
    was counted does not miss it, however few were: 8 of 8 is not below 99 %.
    """
    n = 0 if rate is None else rate.n
    if rate is None or n < LEAST:
        return Judgement("too_few", None, LEAST - n)
    chance = chance_of_missing(rate.hits, n, target, at_most=at_most)
    keeps = rate.rate <= target if at_most else rate.rate >= target
    if chance >= SURE and not keeps:
        return Judgement("fires", chance, None)
    if keeps and (chance <= 1 - SURE or rate.rate in {0.0, 1.0}):
        return Judgement("on_target", chance, None)
    return Judgement("undecided", chance, _needed(rate, target, at_most=at_most))


def chance_of_missing(hits: float, n: float, target: float, *, at_most: bool) -> float:
    """The chance that the true share lies below the target, or with `at_most` above it."""
    below = beta_cdf(target, 1 + hits, 1 + n - hits)
    return 1 - below if at_most else below


def _needed(rate: Rate, target: float, *, at_most: bool) -> int | None:
    """How many more, at the rate so far, until it is clear; `None` where that lies too far off."""

    def is_clear(more: int) -> bool:
        n = rate.n + more
        chance = chance_of_missing(rate.rate * n, n, target, at_most=at_most)
        return chance >= SURE or chance <= 1 - SURE

    if rate.rate == target or not is_clear(FORESEEN):
        return None
    low, high = 0, FORESEEN
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_clear(middle) else (middle, high)
    return high
