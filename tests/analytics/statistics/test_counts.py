"""How likely each count is."""

import time
from itertools import accumulate
from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from textual_tracker.analytics.statistics.counts import (
    binomial,
    convolved,
    mean_of,
    mixed,
    poisson,
    poisson_binomial,
    shortest_range,
)

POIBIN = (0.9955901, 0.5696224, 0.8272597, 0.3818746, 0.4290036, 0.8707646, 0.8858267, 0.7557183)
PUBLISHED = [
    ((0.4163448, 0.3340270, 0.9689613), (0.0120647, 0.39129134, 0.46189012, 0.13475384), 1e-7),
    ((0.1, 0.5, 0.7), (0.135, 0.465, 0.365, 0.035), 1e-12),
    ((0.2, 0.5), (0.4, 0.5, 0.1), 1e-12),
    ((0.3, 0.8), (0.14, 0.62, 0.24), 1e-12),
    ((0.3, 0.8, 0.3), (0.098, 0.476, 0.354, 0.072), 1e-12),
    ((0, 0, 0.4, 0.2, 0.8, 0.1, 1), (0, 0.0864, 0.4344, 0.3784, 0.0944, 0.0064, 0, 0), 1e-12),
    ((0, 0, 0), (1, 0, 0, 0), 0),
    ((1, 1, 1), (0, 0, 0, 1), 0),
]
"""R's poibin and PoissonBinomial, and products by hand."""

chances = st.lists(st.floats(0, 1), max_size=60)


@pytest.mark.parametrize(("probabilities", "expected", "near"), PUBLISHED)
def test_published_sums_of_unequal_chances(
    probabilities: tuple[float, ...], expected: tuple[float, ...], near: float
) -> None:
    assert poisson_binomial(probabilities) == pytest.approx(expected, abs=near)


def test_the_longer_example_of_poibin() -> None:
    found = poisson_binomial(POIBIN)
    assert found[0] == pytest.approx(4.17079659e-07, rel=1e-8)
    assert [found[2], found[7], found[8]] == pytest.approx([2.46250608e-03, 2.02460933e-01, 4.48023378e-02], abs=1e-9)


def test_of_nothing_nothing_happens() -> None:
    assert poisson_binomial([]) == (1.0,)


@settings(deadline=None)  # SciPy takes its time when it is first asked
@given(chances)
def test_as_scipy_has_it(probabilities: list[float]) -> None:
    found = poisson_binomial(probabilities)
    assert len(found) == len(probabilities) + 1
    assert fsum(found) == pytest.approx(1, abs=1e-12)
    assert mean_of(found) == pytest.approx(fsum(probabilities), abs=1e-9)
    if probabilities:
        assert found == pytest.approx(stats.poisson_binom.pmf(range(len(found)), probabilities), abs=1e-10)


def test_equal_chances_are_binomial() -> None:
    for n, chance in [(6, 0.8), (10, 0.5), (20, 0.04), (7, 0.3)]:
        assert poisson_binomial([chance] * n) == pytest.approx(stats.binom.pmf(range(n + 1), n, chance), abs=1e-14)


def test_eleven_hundred_unequal_chances_are_exact_and_quick() -> None:
    probabilities = [(37 * number % 1000) / 1000 for number in range(1100)]
    began = time.perf_counter()
    found = poisson_binomial(probabilities)
    assert time.perf_counter() - began < 0.3  # some 10 ms on an idle machine
    assert found == pytest.approx(stats.poisson_binom.pmf(range(1101), probabilities), abs=1e-11)


@settings(deadline=None)  # SciPy takes its time when it is first asked
@given(st.floats(0, 400))
def test_a_stream_is_as_scipy_has_it(mean: float) -> None:
    found = poisson(mean)
    assert fsum(found) == pytest.approx(1, abs=1e-12)
    assert found == pytest.approx(stats.poisson.pmf(range(len(found)), mean), abs=1e-11)
    assert mean_of(found) == pytest.approx(mean, abs=1e-9)


def test_a_stream_that_brings_nothing_and_one_that_brings_thousands() -> None:
    assert poisson(0) == pytest.approx((1.0, *[0.0] * 20))
    assert poisson(5000)[4990] == pytest.approx(stats.poisson.pmf(4990, 5000), rel=1e-9)


@given(chances, chances)
def test_the_sum_of_two_is_that_of_all(some: list[float], others: list[float]) -> None:
    summed = convolved(poisson_binomial(some), poisson_binomial(others))
    assert summed == pytest.approx(poisson_binomial(some + others), abs=1e-10)


def test_one_of_several_distributions() -> None:
    assert mixed((0.25, 0.75), [(1.0,), (0.0, 0.4, 0.6)]) == pytest.approx((0.25, 0.3, 0.45))
    with pytest.raises(ValueError, match="zip"):
        mixed((1.0,), [(1.0,), (1.0,)])


RANGES = [
    ((1.0,), (0, 0)),
    ((0.0, 0.0, 1.0), (2, 2)),
    ((0.1, 0.8, 0.1), (1, 1)),  # exactly the share
    ((0.5, 0.5), (0, 1)),
    ((0.135, 0.465, 0.365, 0.035), (1, 2)),
    ((0.0120647, 0.39129134, 0.46189012, 0.13475384), (1, 2)),
    ((0.1, 0.3, 0.3, 0.2, 0.1), (1, 3)),  # the first three hold 0.7 only
    ((0.2, 0.3, 0.2, 0.3), (1, 3)),
    ((0.05, 0.4, 0.1, 0.4, 0.05), (1, 3)),
    ((0.25, 0.25, 0.25, 0.25), (0, 3)),
    ((0.2, 0.2, 0.2, 0.2, 0.2), (0, 3)),  # two of them hold as much: the lower
    ((0.2, 0.6, 0.2), (0, 1)),
    ((0.19, 0.61, 0.2), (1, 2)),  # both hold the share: the one that holds more
]


@pytest.mark.parametrize(("distribution", "expected"), RANGES)
def test_the_shortest_range(distribution: tuple[float, ...], expected: tuple[int, int]) -> None:
    assert shortest_range(distribution) == expected


@given(st.lists(st.integers(0, 20), min_size=1, max_size=12).filter(any))
def test_no_shorter_range_holds_four_fifths(weights: list[int]) -> None:
    distribution = [weight / sum(weights) for weight in weights]
    sums = [0.0, *accumulate(distribution)]
    holding = [
        (high - low, -round(sums[high + 1] - sums[low], 9), low)
        for low in range(len(weights))
        for high in range(low, len(weights))
        if sums[high + 1] - sums[low] >= 0.8 - 1e-12
    ]
    width, _, first = min(holding)
    assert shortest_range(distribution) == (first, first + width)


@pytest.mark.parametrize(("count", "chance"), [(1, 0.5), (7, 0.3), (950, 0.0002), (700, 0.9), (40, 0.999)])
def test_many_of_one_chance_are_scipy_s_binomial(count: int, chance: float) -> None:
    found = binomial(count, chance)
    assert fsum(found) == pytest.approx(1)
    assert found == pytest.approx(stats.binom(count, chance).pmf(range(len(found))), abs=1e-12)
    assert mean_of(found) == pytest.approx(count * chance)


def test_many_that_never_happen_or_always_do() -> None:
    assert binomial(5, 0.0) == (1.0,)
    assert binomial(3, 1.0) == (0, 0, 0, 1)
