"""What may be assumed of a share, learnt from all the others."""

from statistics import mean, stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize, stats

from textual_tracker.analytics.statistics.beta_prior import WEIGHT_HIGH, WEIGHT_LOW, fitted_prior

RATS = [
    *[(0, 20)] * 7, *[(0, 19)] * 4, *[(0, 18)] * 2, (0, 17),
    *[(1, 20)] * 4, *[(1, 19)] * 2, *[(1, 18)] * 2, (2, 25), (2, 24), (2, 23), *[(2, 20)] * 6, (1, 10), (5, 49),
    (2, 19),
    (5, 46), (3, 27), (2, 17), (7, 49), (7, 47), *[(3, 20)] * 2, (2, 13), (9, 48), (10, 50), *[(4, 20)] * 7, (10, 48),
    *[(4, 19)] * 3, (5, 22), (11, 46), (12, 49), *[(5, 20)] * 2, (6, 23), (5, 19), (6, 22), *[(6, 20)] * 3, (16, 52),
    (15, 47), (15, 46), (9, 24),
]  # fmt: skip
"""Tumours of 70 groups of rats (Gelman and others, Bayesian Data Analysis, table 5.1)."""


def log_likelihood(groups: list[tuple[int, int]], a: float, b: float) -> float:
    return float(sum(stats.betabinom.logpmf(hits, n, a, b) for hits, n in groups))


def test_the_table_is_the_published_one() -> None:
    shares = [hits / n for hits, n in RATS]
    assert (len(RATS), round(mean(shares), 3), round(stdev(shares), 3)) == (70, 0.136, 0.103)


def test_the_rats_as_scipy_fits_them() -> None:
    found = optimize.minimize(
        lambda shape: -log_likelihood(RATS, *map(float, shape)),
        x0=(1.4, 8.6),
        bounds=[(0.01, 100)] * 2,
        method="L-BFGS-B",
    )
    a, b = fitted_prior(RATS)
    assert (a, b) == pytest.approx(tuple(found.x), rel=2e-3)
    assert log_likelihood(RATS, a, b) >= -found.fun - 1e-6


def test_a_group_of_few_is_pulled_to_the_others() -> None:
    a, b = fitted_prior(RATS)
    assert 4 / 14 > (a + 4) / (a + b + 14) > 0.136


def test_fewer_than_five_groups_teach_nothing() -> None:
    assert fitted_prior([]) == (1, 1)
    assert fitted_prior([(3, 4), (1, 9), (0, 2), (5, 5)]) == (1, 1)
    assert fitted_prior([(3, 4), (1, 9), (0, 2), (5, 5), (0, 0), (0, 0)]) == (1, 1)  # nobody is no group
    assert fitted_prior([(3, 4), (1, 9), (0, 2), (5, 5), (2, 2)]) != (1, 1)


def test_of_many_groups_the_prior_that_they_came_from_is_found() -> None:
    sizes = [1 + number % 30 for number in range(3000)]
    hits = stats.betabinom.rvs(sizes, 4, 6, random_state=7)
    assert fitted_prior(list(zip(map(int, hits), sizes, strict=True))) == pytest.approx((4, 6), rel=0.1)


@pytest.mark.parametrize(
    ("each", "number", "weight"), [((10, 20), 8, 160), ((1, 3), 6, 18), ((30, 60), 30, WEIGHT_HIGH)]
)
def test_groups_that_do_not_differ_weigh_as_much_as_all_that_were_counted(
    each: tuple[int, int], number: int, weight: float
) -> None:
    hits, n = each
    a, b = fitted_prior([each] * number)
    assert a + b == pytest.approx(weight, rel=1e-3)
    assert a / (a + b) == pytest.approx(hits / n, abs=0.01)


def test_all_or_nothing_weighs_least() -> None:
    a, b = fitted_prior([(9, 9), (0, 9), (8, 8), (0, 7), (9, 9), (0, 9)])
    assert (a / (a + b), a + b) == pytest.approx((0.5, WEIGHT_LOW), rel=5e-3)


@pytest.mark.parametrize(
    ("groups", "mean_share"),
    [
        ([(0, 4)] * 5, 1 / 22),  # none of 20
        ([(4, 4)] * 5, 21 / 22),
        ([(1, 1), (0, 1), (0, 1), (1, 1), (0, 1)], 3 / 7),  # one each: how they differ cannot be seen
    ],
)
def test_where_nothing_is_most_likely(groups: list[tuple[int, int]], mean_share: float) -> None:
    a, b = fitted_prior(groups)
    assert (a / (a + b), a + b) == pytest.approx((mean_share, 2))


@given(st.lists(st.integers(0, 12).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), max_size=12))
@settings(max_examples=60, deadline=None)
def test_it_is_a_prior_whatever_the_groups(groups: list[tuple[int, int]]) -> None:
    a, b = fitted_prior(groups)
    assert a > 0
    assert b > 0
    assert WEIGHT_LOW * 0.999 <= a + b <= WEIGHT_HIGH * 1.001
    assert a + b <= max(2, sum(n for _, n in groups)) * 1.001
    assert (a, b) == fitted_prior(groups)
