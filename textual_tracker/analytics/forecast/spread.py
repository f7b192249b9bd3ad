"""The distribution of a sum of unequal chances, widened for what is not known of the rates behind them.

All chances rest on the same past. If fewer close there than usually would, all of them are too low together, so the
sum is less certain than independent chances make it. Here the odds of all share one factor around 1, lognormal, as wide
as the number of closings behind them says; it is integrated by a Gauss-Hermite rule, so nothing is left to a die.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from math import exp, fsum, sqrt

from textual_tracker.analytics.statistics.counts import (
    NEGLIGIBLE,
    Distribution,
    binomial,
    convolved,
    mixed,
    poisson,
    poisson_binomial,
)

NODES = (-3.750439717725742, -2.366759410734541, -1.154405394739968, 0.0, 1.154405394739968, 2.366759410734541,
         3.750439717725742)  # fmt: skip
WEIGHTS = (5.482688559722183e-4, 3.075712396758651e-2, 2.401231786050127e-1, 4.571428571428571e-1,
           2.401231786050127e-1, 3.075712396758651e-2, 5.482688559722183e-4)  # fmt: skip
"""The rule of seven points for a standard normal. Source: Abramowitz and Stegun, table 25.10, for exp(-x²), scaled."""

HALF = 0.5
MANY = 4
"""So many of the same chance are a binomial."""


def of_share(share: float, closings: int) -> float:
    """The relative standard error of a closing `share` that rests on so many closings."""
    return sqrt(max(0.0, 1 - share) / (closings + HALF))


def of_count(seen: int) -> float:
    """The relative standard error of the rate of a stream in which so many were seen."""
    return 1 / sqrt(seen + HALF)


def distribution(chances: Mapping[tuple[float, float], int], arrivals: float, arrivals_error: float) -> Distribution:
    """The chance of each number of closings.

    `chances` counts the open referrals by (chance, relative error of the rate behind it); `arrivals` is the mean of the
    stream beside them. The mean is the sum of the chances and of `arrivals`, whatever the errors.
    """
    alike = [(_shifted(chance, error), count) for (chance, error), count in chances.items()]
    return _without_end(
        mixed(
            WEIGHTS,
            [
                convolved(_sum_of([(shifted[place], count) for shifted, count in alike]), poisson(arrivals * factor))
                for place, factor in enumerate(_factors(arrivals_error))
            ],
        )
    )


def _sum_of(chances: Iterable[tuple[float, int]]) -> Distribution:
    """How many of these happen: each a chance, and how many have it."""
    singles: list[float] = []
    groups: list[Distribution] = []
    for chance, count in chances:
        if count < MANY:
            singles.extend([chance] * count)
        else:
            groups.append(binomial(count, chance))
    return reduce(convolved, groups, poisson_binomial(singles))


def _without_end(counts: Distribution) -> Distribution:
    """The same without the counts at the end that have no chance."""
    last = len(counts)
    while last > 1 and counts[last - 1] < NEGLIGIBLE:
        last -= 1
    return counts[:last]


def _factors(error: float) -> list[float]:
    """The factor on the odds in each scenario; 1 on average."""
    factors = [exp(error * node) for node in NODES]
    mean = fsum(weight * factor for weight, factor in zip(WEIGHTS, factors, strict=True))
    return [factor / mean for factor in factors]


def _shifted(chance: float, error: float) -> list[float]:
    """The chance in each scenario: its odds times the factor, and still `chance` on average."""
    shifted = [chance * factor / (1 - chance + chance * factor) for factor in _factors(error)]
    mean = fsum(weight * each for weight, each in zip(WEIGHTS, shifted, strict=True))
    if mean >= 1 or not error:
        return shifted
    # The odds are concave in the factor, so the mean fell below the chance; the complements shrink alike, none below 0.
    return [max(0.0, 1 - (1 - each) * (1 - chance) / (1 - mean)) for each in shifted]
