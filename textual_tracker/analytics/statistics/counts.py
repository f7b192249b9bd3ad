"""How likely each count is: sums of unequal chances, streams of arrivals, and what may be done with them.

A distribution is a tuple of chances, indexed by the count: `distribution[3]` is the chance of exactly three. It sums
to 1. Chances under 1e-15 in its tails are taken for none, so that a thousand unequal chances take milliseconds; all of
them together stay under 1e-11.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import exp, fsum, lgamma, log, log1p, sqrt

Distribution = tuple[float, ...]

NEGLIGIBLE = 1e-15
"""A chance in a tail that is taken for none."""

HELD = 0.8
"""So much of the chance a range holds at least."""

SAME = 1e-12
"""Sums of chances that differ by less are equal."""


def poisson_binomial(probabilities: Iterable[float]) -> Distribution:
    """How many of independent things of unequal chance happen: exactly, by convolution. Index 0 to how many there are.

    Of none at all it is certainly 0.
    """
    chances = list(probabilities)
    first, held = 0, [1.0]
    for chance in chances:
        other = 1 - chance
        held = [stays * other + comes * chance for stays, comes in zip([*held, 0.0], [0.0, *held], strict=True)]
        skipped, held = _without_tails(held)
        first += skipped
    return _whole([0.0] * first + held, len(chances) + 1)


def binomial(count: int, chance: float) -> Distribution:
    """How many of `count` things of the same chance happen; what cannot be told from never is left out at the end."""
    mean = count * chance
    last = min(count, int(mean + 10 * sqrt(mean) + 20))
    if chance <= 0:
        return (1.0,)
    if chance >= 1:
        return _whole([0.0] * count + [1.0], count + 1)
    comes, stays = log(chance), log1p(-chance)
    exponents = [
        comes * happen + stays * (count - happen) - lgamma(happen + 1) - lgamma(count - happen + 1)
        for happen in range(last + 1)
    ]
    highest = max(exponents)
    return _whole([exp(exponent - highest) for exponent in exponents], last + 1)


def poisson(mean: float) -> Distribution:
    """The counts of a stream that brings `mean` on average: as many as can happen (what lies beyond is under 1e-15)."""
    last = int(mean + 10 * sqrt(mean) + 20)
    if mean <= 0:
        return _whole([1.0], last + 1)
    rate = log(mean)
    exponents = [count * rate - lgamma(count + 1) for count in range(last + 1)]
    highest = max(exponents)
    return _whole([exp(exponent - highest) for exponent in exponents], last + 1)


def convolved(one: Sequence[float], other: Sequence[float]) -> Distribution:
    """The distribution of the sum of two independent counts."""
    (one_first, one_held), (other_first, other_held) = _without_tails(one), _without_tails(other)
    if len(one_held) > len(other_held):
        one_held, other_held = other_held, one_held
    wide = len(other_held)
    sums = [0.0] * (len(one_held) + wide - 1)
    for start, weight in enumerate(one_held):
        sums[start : start + wide] = [
            sum_ + weight * chance for sum_, chance in zip(sums[start : start + wide], other_held, strict=True)
        ]
    return _whole([0.0] * (one_first + other_first) + sums, len(one) + len(other) - 1)


def mixed(weights: Sequence[float], distributions: Sequence[Sequence[float]]) -> Distribution:
    """The distribution where one of several holds, each with its weight. It is as long as the longest of them.

    Raises `ValueError` where there are not as many weights as distributions.
    """
    longest = max(map(len, distributions))
    sums = [0.0] * longest
    for weight, distribution in zip(weights, distributions, strict=True):
        for count, chance in enumerate(distribution):
            sums[count] += weight * chance
    return _whole(sums, longest)


def mean_of(distribution: Sequence[float]) -> float:
    """The count to be expected."""
    return fsum(count * chance for count, chance in enumerate(distribution))


def shortest_range(distribution: Sequence[float]) -> tuple[int, int]:
    """The shortest run of counts that holds at least `HELD`, 80 %: its lowest and its highest count.

    Of several equally short it is the one that holds most, and of those the lowest.
    """
    until = [0.0, *accumulate(distribution)]
    wanted = min(HELD, until[-1]) - SAME
    best, best_held = (0, len(distribution) - 1), until[-1]
    high = 0
    for low in range(len(distribution)):
        while high < len(distribution) and until[high + 1] - until[low] < wanted:
            high += 1
        if high == len(distribution):
            break
        held, shorter = until[high + 1] - until[low], (best[1] - best[0]) - (high - low)
        if shorter > 0 or (shorter == 0 and held > best_held + SAME):
            best, best_held = (low, high), held
        high = max(high, low + 1)
    return best


def _without_tails(chances: Sequence[float]) -> tuple[int, list[float]]:
    """How many counts at the low end cannot happen, and the chances between both tails."""
    first, last = 0, len(chances)
    while first < last - 1 and chances[first] < NEGLIGIBLE:
        first += 1
    while last - 1 > first and chances[last - 1] < NEGLIGIBLE:
        last -= 1
    return first, list(chances[first:last])


def _whole(chances: list[float], length: int) -> Distribution:
    """`length` chances that sum to 1."""
    total = fsum(chances)
    return (*(chance / total for chance in chances), *[0.0] * (length - len(chances)))
