"""The distribution of a sum of unequal chances, widened for what is not known of the rates behind them.

All chances rest on the same past. If fewer close there than usually would, all of them are too low together, so the
sum is less certain than independent chances make it. Here the odds of all share one factor around 1, lognormal, as wide
as the number of closings behind them says; it is integrated by a Gauss-Hermite rule, so nothing is left to a die.
"""

from collections.abc import Mapping
from math import exp, fsum, sqrt

from textual_tracker.analytics.statistics.counts import Distribution, convolved, mixed, poisson, poisson_binomial

NODES = (-3.750439717725742, -2.366759410734541, -1.154405394739968, 0.0, 1.154405394739968, 2.366759410734541,
         3.750439717725742)  # fmt: skip
WEIGHTS = (5.482688559722183e-4, 3.075712396758651e-2, 2.401231786050127e-1, 4.571428571428571e-1,
           2.401231786050127e-1, 3.075712396758651e-2, 5.482688559722183e-4)  # fmt: skip
"""The rule of seven points for a standard normal. Source: Abramowitz and Stegun, table 25.10, for exp(-x²), scaled."""

HALF = 0.5


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
    factors = _factors(arrivals_error)
    scenarios: list[list[float]] = [[] for _ in NODES]
    for (chance, error), count in chances.items():
        for scenario, shifted in zip(scenarios, _shifted(chance, error), strict=True):
            scenario.extend([shifted] * count)
    return mixed(
        WEIGHTS,
        [
            convolved(poisson_binomial(scenario), poisson(arrivals * factor))
            for scenario, factor in zip(scenarios, factors, strict=True)
        ],
    )


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
