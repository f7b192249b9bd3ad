"""The beta distribution, as SciPy has it."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from textual_tracker.analytics.statistics.beta import beta_cdf, beta_quantile

shapes = st.floats(0.05, 3000)
shares = st.floats(0, 1)


@settings(deadline=None)  # SciPy takes its time when it is first asked
@given(x=shares, a=shapes, b=shapes)
def test_the_chance_of_at_most(x: float, a: float, b: float) -> None:
    assert beta_cdf(x, a, b) == pytest.approx(stats.beta.cdf(x, a, b), abs=1e-10)


@settings(deadline=None)  # SciPy takes its time when it is first asked
@given(q=st.floats(1e-6, 1 - 1e-6), a=shapes, b=shapes)
def test_a_quantile(q: float, a: float, b: float) -> None:
    expected = stats.beta.ppf(q, a, b)
    assume(1e-12 < expected < 1 - 1e-12)
    assert beta_quantile(q, a, b) == pytest.approx(expected, abs=1e-9)


def test_by_hand() -> None:
    assert beta_cdf(0.3, 1, 1) == pytest.approx(0.3)  # uniform
    assert beta_cdf(0.5, 2, 2) == pytest.approx(0.5)
    assert beta_cdf(0.5, 2, 1) == pytest.approx(0.25)  # x²
    assert beta_quantile(0.1, 1, 1) == pytest.approx(0.1)
    assert beta_quantile(0.25, 2, 1) == pytest.approx(0.5)


def test_the_ends() -> None:
    assert [beta_cdf(x, 2, 3) for x in (-0.5, 0, 1, 2)] == [0, 0, 1, 1]
    assert [beta_quantile(q, 2, 3) for q in (0, 1)] == [0, 1]
    assert beta_quantile(0.1, 1e-7, 5) == pytest.approx(0, abs=1e-12)
    assert beta_quantile(0.1, 5, 1e-7) == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize(("a", "b"), [(200_000.0, 300_000.0), (5_000_000.0, 3.0), (0.001, 0.001)])
def test_extreme_shapes(a: float, b: float) -> None:
    for q in (0.1, 0.5, 0.9):
        assert beta_quantile(q, a, b) == pytest.approx(stats.beta.ppf(q, a, b), abs=1e-9)
