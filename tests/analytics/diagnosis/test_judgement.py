"""When a share misses its target: the posterior chance, held to SciPy, and the floor of eight."""

import pytest
from scipy import stats

from textual_tracker.analytics.diagnosis.judgement import chance_of_missing, judged
from textual_tracker.analytics.statistics.rate import rate_of


@pytest.mark.parametrize(("hits", "n", "target"), [(3, 8, 0.6), (72, 139, 0.6), (0, 8, 0.9), (31, 31, 0.75)])
def test_the_chance_is_that_of_the_beta_distribution(hits: int, n: int, target: float) -> None:
    expected = stats.beta.cdf(target, 1 + hits, 1 + n - hits)
    assert chance_of_missing(hits, n, target, at_most=False) == pytest.approx(expected, abs=1e-12)
    assert chance_of_missing(hits, n, target, at_most=True) == pytest.approx(1 - expected, abs=1e-12)


@pytest.mark.parametrize(
    ("hits", "status"),
    [
        # The chances of lying below 60%, from the binomial: P(Bin(9, 0.6) > hits).
        (3, "fires"),  # 0.9006
        (4, "undecided"),  # 0.7334
        (6, "undecided"),  # 0.2318
        (7, "on_target"),  # 0.0705
    ],
)
def test_eight_are_enough_where_they_are_clear(hits: int, status: str) -> None:
    assert judged(rate_of(hits, 8), 0.6).status == status


@pytest.mark.parametrize("n", range(1, 8))
def test_of_seven_nothing_is_said_however_bad(n: int) -> None:
    assert judged(rate_of(0, n), 0.9) == ("too_few", None, 8 - n)


def test_of_nobody_eight_are_needed() -> None:
    assert judged(None, 0.9) == ("too_few", None, 8)


def test_what_is_to_be_rare_fires_above_its_target() -> None:
    assert judged(rate_of(5, 10), 0.1, at_most=True).status == "fires"
    assert judged(rate_of(1, 60), 0.1, at_most=True).status == "on_target"
    assert judged(rate_of(0, 8), 0.1, at_most=True).status == "on_target"


@pytest.mark.parametrize("target", [0.0, 1.0, 0.99, -1.0, 2.0])
def test_any_target_is_safe(target: float) -> None:
    for at_most in (False, True):
        for hits in (0, 4, 8):
            found = judged(rate_of(hits, 8), target, at_most=at_most)
            assert found.chance is not None
            assert 0 <= found.chance <= 1


def test_whoever_keeps_the_target_does_not_miss_it() -> None:
    # P(Beta(9, 1) < 0.99) = 0.99 ** 9 = 0.91, of no miss at all.
    assert judged(rate_of(8, 8), 0.99).status == "on_target"
    assert judged(rate_of(8, 8), 1.0).status == "on_target"
    assert judged(rate_of(0, 8), 0.0).status == "on_target"


def test_a_target_of_everybody_is_missed_by_one() -> None:
    assert judged(rate_of(7, 8), 1.0).status == "fires"


class TestHowManyMore:
    def test_the_first_number_at_which_it_is_clear(self) -> None:
        needed = judged(rate_of(10, 20), 0.55).needed
        assert needed is not None
        for more, is_clear in ((needed - 1, False), (needed, True)):
            n = 20 + more
            assert (stats.beta.cdf(0.55, 1 + n / 2, 1 + n / 2) >= 0.8) == is_clear

    def test_at_its_target_no_number_would_tell(self) -> None:
        assert judged(rate_of(12, 20), 0.6).needed is None

    def test_where_it_is_clear_none_is_needed(self) -> None:
        assert judged(rate_of(0, 20), 0.6).needed is None
        assert judged(rate_of(20, 20), 0.6).needed is None
