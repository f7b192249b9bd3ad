"""What may be assumed of a share before anything is known of it: learnt from all the others.

Each group has a share of its own, which is drawn from a beta distribution that all groups have in common. That
distribution is the prior of each of them: a group of few is pulled towards the others, a group of many hardly.
Source: Gelman and others, Bayesian Data Analysis (third edition, 2013), chapter 5.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import exp, lgamma, log, sqrt

GROUPS_AT_LEAST = 5
"""Of fewer groups nothing is learnt: the prior is Beta(1, 1)."""

WEIGHT_LOW, WEIGHT_HIGH = 0.1, 1000.0
"""Between these the weight of the prior, a + b, is looked for, and not above the number of all that were counted: it
was learnt from them, and knows no more than they do. Where the groups differ less than chance has it, the likelihood
grows with the weight for ever; where each is all or nothing, as the weight falls to 0."""

WEIGHT_UNKNOWN = 2.0
"""The weight where the groups say nothing about it, as that of Beta(1, 1)."""

GOLDEN = (sqrt(5) - 1) / 2
MEAN_STEPS, WEIGHT_STEPS = 40, 36
"""The steps of the searches: each leaves 62 % of what the one before left."""

LOGIT = 14.0
"""The mean is looked for between odds of one to a million and a million to one."""

PARTS = 12
"""The weight is looked at first in so many parts, should there be more than one top."""

_Run = tuple[int, int, int]


def fitted_prior(groups: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """The a and b of the beta prior that makes the `groups`, each (hits, n), most likely. Groups of none say nothing.

    a + b is no more than the n of all together. Beta(1, 1) with fewer than five groups. Where all hit, or none, or no
    group has two, the likelihood has no single maximum: then it is the mean of all, with one hit and one miss added,
    and a weight of two.
    """
    told = [(hits, n) for hits, n in groups if n > 0]
    if len(told) < GROUPS_AT_LEAST:
        return 1.0, 1.0
    all_hits, all_n = sum(hits for hits, _ in told), sum(n for _, n in told)
    if all_hits in {0, all_n} or max(n for _, n in told) == 1:
        mean = (all_hits + 1) / (all_n + 2)
        return mean * WEIGHT_UNKNOWN, (1 - mean) * WEIGHT_UNKNOWN
    likelihood = _likelihood(told)

    def at_weight(log_weight: float) -> float:
        weight = exp(log_weight)
        logit = _highest(lambda logit: likelihood(*_shape(weight, logit)), -LOGIT, LOGIT, MEAN_STEPS)
        return likelihood(*_shape(weight, logit))

    low, high = _around_highest(at_weight, log(WEIGHT_LOW), log(min(WEIGHT_HIGH, all_n)))
    weight = exp(_highest(at_weight, low, high, WEIGHT_STEPS))
    return _shape(weight, _highest(lambda logit: likelihood(*_shape(weight, logit)), -LOGIT, LOGIT, MEAN_STEPS))


def _shape(weight: float, logit: float) -> tuple[float, float]:
    return weight / (1 + exp(-logit)), weight / (1 + exp(logit))


def _likelihood(groups: Sequence[tuple[int, int]]) -> Callable[[float, float], float]:
    """The logarithm of the beta-binomial likelihood of all groups, as a function of a and b, but for a constant."""
    hits = _runs(hits for hits, _ in groups)
    misses = _runs(n - hits for hits, n in groups)
    whole = _runs(n for _, n in groups)

    def likelihood(a: float, b: float) -> float:
        return _rising(hits, a) + _rising(misses, b) - _rising(whole, a + b)

    return likelihood


def _runs(counts: Iterable[int]) -> list[_Run]:
    """(from, to, how many of the counts are as high as `to`), for each step between neighbouring counts.

    log(Γ(a + count) / Γ(a)) summed over all counts needs no more than the steps: a thousand partners have few of them.
    """
    many, runs = Counter(counts), list[_Run]()
    left, before = many.total() - many[0], 0
    for count in sorted(count for count in many if count):
        runs.append((before, count, left))
        left, before = left - many[count], count
    return runs


def _rising(runs: list[_Run], shape: float) -> float:
    return sum(many * (lgamma(shape + to) - lgamma(shape + since)) for since, to, many in runs)


def _around_highest(function: Callable[[float], float], low: float, high: float) -> tuple[float, float]:
    """The neighbours of the highest of PARTS + 1 points: the top lies between them."""
    points = [low + (high - low) * part / PARTS for part in range(PARTS + 1)]
    best = max(range(PARTS + 1), key=lambda point: function(points[point]))
    return points[max(best - 1, 0)], points[min(best + 1, PARTS)]


def _highest(function: Callable[[float], float], low: float, high: float, steps: int) -> float:
    """Where `function`, with one top between `low` and `high`, is highest: by golden sections."""
    left, right = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
    at_left, at_right = function(left), function(right)
    for _ in range(steps):
        if at_left >= at_right:
            high, right, at_right = right, left, at_left
            left = high - GOLDEN * (high - low)
            at_left = function(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + GOLDEN * (high - low)
            at_right = function(right)
    return (low + high) / 2
