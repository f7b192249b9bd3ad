"""A sum of unequal chances that share what is not known of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, stats

from textual_tracker.analytics.forecast.spread import NODES, WEIGHTS, distribution, of_count, of_share
from textual_tracker.analytics.statistics.counts import mean_of


def variance(counts: tuple[float, ...]) -> float:
    mean = mean_of(counts)
    return sum((count - mean) ** 2 * chance for count, chance in enumerate(counts))


def test_the_rule_is_that_of_a_standard_normal() -> None:
    moments = [sum(weight * node**power for node, weight in zip(NODES, WEIGHTS, strict=True)) for power in range(9)]
    assert moments == pytest.approx([1, 0, 1, 0, 3, 0, 15, 0, 105])


def test_without_any_doubt_it_is_the_sum_itself() -> None:
    assert distribution({(0.1, 0.0): 1, (0.5, 0.0): 1, (0.7, 0.0): 1}, 0.0, 0.0) == pytest.approx(
        (0.135, 0.465, 0.365, 0.035)
    )


def test_many_of_the_same_chance_are_a_binomial() -> None:
    found = distribution({(0.3, 0.0): 50, (0.2, 0.0): 2}, 0.0, 0.0)
    fifty, two = stats.binom(50, 0.3), stats.binom(2, 0.2)
    assert found[17] == pytest.approx(sum(two.pmf(few) * fifty.pmf(17 - few) for few in range(3)))


def test_arrivals_are_a_stream() -> None:
    assert distribution({}, 1.7, 0.0)[:12] == pytest.approx(stats.poisson(1.7).pmf(range(12)), abs=1e-12)


def test_who_is_certain_stays_certain() -> None:
    assert distribution({(1.0, 0.4): 2, (0.0, 0.4): 5}, 0.0, 0.2) == pytest.approx((0, 0, 1))


def test_a_shared_doubt_widens_the_sum_and_leaves_its_mean() -> None:
    sure, unsure = (distribution({(0.3, error): 40}, 2.0, error) for error in (0.0, 0.4))
    assert mean_of(unsure) == pytest.approx(mean_of(sure)) == pytest.approx(14)
    assert variance(unsure) > variance(sure) * 2


def test_it_is_the_integral_over_the_factor() -> None:
    # Forty small chances: the factor's lognormal, integrated by SciPy, over a binomial of each.
    error, chance = 0.35, 0.05

    def happens(factor: float) -> float:
        return chance * factor / (1 - chance + chance * factor)

    def mean_one(z: float) -> float:
        return float(stats.norm.pdf(z) * happens(float(stats.lognorm.ppf(stats.norm.cdf(z), error, scale=scale))))

    scale = float(1 / stats.lognorm(error).mean())
    lost = integrate.quad(mean_one, -7, 7)[0]

    def of_five(z: float) -> float:
        factor = float(stats.lognorm.ppf(stats.norm.cdf(z), error, scale=scale))
        shifted = 1 - (1 - happens(factor)) * (1 - chance) / (1 - lost)
        return float(stats.norm.pdf(z) * stats.binom(40, shifted).pmf(5))

    found = distribution({(chance, error): 40}, 0.0, 0.0)
    assert found[5] == pytest.approx(integrate.quad(of_five, -7, 7)[0], abs=2e-4)


def test_a_rate_is_the_surer_the_more_closings_it_rests_on() -> None:
    assert of_share(0.2, 100) == pytest.approx((0.8 / 100.5) ** 0.5)
    assert of_share(1.0, 0) == 0
    assert of_share(0.5, 0) == pytest.approx(1)
    assert of_count(0) == pytest.approx(2**0.5)
    assert of_count(99) == pytest.approx(1 / 99.5**0.5)


probabilities = st.floats(0, 1)
errors = st.floats(0, 1.5)


@given(
    st.dictionaries(st.tuples(probabilities, errors), st.integers(1, 8), max_size=8),
    st.floats(0, 30),
    errors,
)
def test_it_sums_to_one_and_its_mean_is_the_sum_of_the_chances(
    chances: dict[tuple[float, float], int], arrivals: float, error: float
) -> None:
    found = distribution(chances, arrivals, error)
    assert sum(found) == pytest.approx(1)
    assert all(chance >= 0 for chance in found)
    expected = arrivals + sum(chance * count for (chance, _), count in chances.items())
    assert mean_of(found) == pytest.approx(expected, rel=1e-6, abs=1e-6)
