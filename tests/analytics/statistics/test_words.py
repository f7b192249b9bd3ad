"""Shares as people read them."""

import pytest

from textual_tracker.analytics.statistics.rate import rate_of
from textual_tracker.analytics.statistics.words import percent, percent_range, rate_text, short_rate


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.0, "0%"), (0.004, "<1%"), (0.006, "1%"), (0.58, "58%"), (0.994, "99%"), (0.996, ">99%"), (1.0, "100%")],
)
def test_what_is_neither_none_nor_all_is_not_said_to_be(share: float, text: str) -> None:
    assert percent(share) == text


@pytest.mark.parametrize(
    ("ends", "text"), [((0.5, 0.66), "50–66%"), ((0.001, 0.2), "<1%–20%"), ((0.8, 0.999), "80–>99%"), ((1, 1), "100%")]
)
def test_a_range_has_one_percent_sign(ends: tuple[float, float], text: str) -> None:
    assert percent_range(*ends) == text


def test_a_share_comes_with_its_number_and_its_interval() -> None:
    """Wilson's interval of 81 of 263 is 0.2553 to 0.3662."""
    assert rate_text(rate_of(81, 263)) == "31% of 263 (26–37%)"
    assert short_rate(rate_of(81, 263)) == "31% (26–37%)"


@pytest.mark.parametrize("say", [rate_text, short_rate])
def test_of_few_the_counts_are_said_and_of_none_nothing(say: object) -> None:
    assert callable(say)
    assert say(rate_of(3, 5)) == "3 of 5"
    assert say(rate_of(0, 9)) == "0 of 9"
    assert say(rate_of(0, 0)) == "–"
