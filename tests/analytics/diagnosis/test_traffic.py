"""The chance that fewer come than wanted, held to SciPy."""

import pytest
from scipy import stats

from textual_tracker.analytics.diagnosis.traffic import chance_of_fewer


@pytest.mark.parametrize(("seen", "goal"), [(0, 3.0), (168, 240.0), (168, 168.0), (9, 1.0), (5000, 5100.0), (8, 1e6)])
def test_the_chance_is_that_of_the_gamma_distribution(seen: int, goal: float) -> None:
    assert chance_of_fewer(seen, goal) == pytest.approx(stats.gamma.cdf(goal, 1 + seen), abs=1e-9)


def test_no_fewer_than_nothing() -> None:
    assert chance_of_fewer(0, 0.0) == 0.0
