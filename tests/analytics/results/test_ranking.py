"""Who does best, without rewarding luck."""

import pytest
from scipy import stats

from textual_tracker.analytics.results.ranking import ranked


def test_with_few_groups_each_starts_from_anything_is_possible() -> None:
    (chen, tran) = ranked({"tran": (1, 9), "chen": (8, 10)})
    assert [chen.key, tran.key] == ["chen", "tran"]
    assert chen.mean == pytest.approx(9 / 12)
    assert (chen.low, chen.high) == pytest.approx(tuple(stats.beta.ppf([0.1, 0.9], 9, 3)))
    assert tran.low == pytest.approx(stats.beta.ppf(0.1, 2, 9))


def test_many_closings_are_more_than_a_lucky_three() -> None:
    proven, lucky = ranked({"lucky": (3, 3), "proven": (15, 20)})
    assert [proven.key, lucky.key] == ["proven", "lucky"]
    assert proven.mean < lucky.mean  # 16 of 22 and 4 of 5: the order is that of the lower end


def test_fewer_than_three_come_after_the_others() -> None:
    order = ranked({"one of one": (1, 1), "none of nine": (0, 9), "nobody": (0, 0), "two of two": (2, 2)})
    assert [(group.key, group.is_few) for group in order] == [
        ("none of nine", False),
        ("two of two", True),
        ("one of one", True),
        ("nobody", True),
    ]


def test_five_groups_teach_what_is_usual() -> None:
    usual = {f"partner {number}": (5, 10) for number in range(6)}
    (one,) = [group for group in ranked({**usual, "one": (1, 1)}) if group.key == "one"]
    assert one.mean == pytest.approx(0.5, abs=0.02)  # not 2 of 3, as Beta(1, 1) would have it
    assert one.low > 0.4


def test_a_few_who_look_alike_are_not_as_good_as_a_thousand() -> None:
    """Eighteen decided: no more can be known of anybody than of eighteen and their own three."""
    alike = ranked({f"partner {number}": (number % 2 + 1, 3) for number in range(6)})
    best = alike[0]
    assert best.mean == pytest.approx(11 / 21, abs=0.002)
    assert (best.low, best.high) == pytest.approx(tuple(stats.beta.ppf([0.1, 0.9], 11, 10)), abs=0.002)


def test_nobody_is_nobody() -> None:
    assert ranked({}) == []
