"""A rate is never without its number and its interval."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from textual_tracker.analytics.statistics.rate import rate_of, wilson

PUBLISHED = [
    (18, 20, 0.6989663547715128, 0.972133518786232, 1e-12),
    (4, 200, 0.00780442641634947, 0.05028708690582643, 1e-12),
    (0, 30, 0.0, 0.11351339, 1e-8),
    (30, 30, 0.8864866, 1.0, 1e-7),
    (81, 263, 0.2553, 0.3662, 5e-5),
]
"""R's binom.confint, and Newcombe (1998)."""


@pytest.mark.parametrize(("hits", "n", "low", "high", "near"), PUBLISHED)
def test_published_intervals(hits: int, n: int, low: float, high: float, near: float) -> None:
    assert list(wilson(hits, n)) == pytest.approx([low, high], abs=near)


@given(n=st.integers(1, 5000), share=st.floats(0, 1))
def test_as_statsmodels_has_it(n: int, share: float) -> None:
    hits = round(n * share)
    low, high = wilson(hits, n)
    assert (low, high) == pytest.approx(proportion_confint(hits, n, method="wilson"), abs=1e-12)
    assert 0 <= low <= hits / n <= high <= 1


def test_of_nobody_there_is_no_rate() -> None:
    assert rate_of(0, 0) is None


def test_a_rate_of_few_says_so() -> None:
    one, twelve = rate_of(1, 1), rate_of(9, 12)
    assert one is not None
    assert twelve is not None
    assert (one.is_few, twelve.is_few) == (True, False)
    assert (twelve.rate, twelve.n, twelve.hits) == (0.75, 12, 9)
