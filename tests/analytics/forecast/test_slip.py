"""How far from the day that was expected closings come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textual_tracker.analytics.forecast.history import Closing
from textual_tracker.analytics.forecast.slip import PRIOR_WEIGHT, Slips, slips_of

slips = st.lists(st.integers(-30, 60), max_size=3).map(tuple)


def closing(*slips: int) -> Closing:
    return Closing(738_000, None, slips)


def test_without_any_experience_it_is_on_the_day_or_up_to_ten_days_later() -> None:
    prior = slips_of([])
    assert prior.chance(0, 0, -100) == pytest.approx(1 / 11)
    assert prior.chance(0, 10, -100) == pytest.approx(1)
    assert prior.chance(-5, -1, -100) == 0


def test_the_officer_s_own_slips_count_one_a_closing_and_the_prior_three() -> None:
    # Twelve closings on the day, one that was put off from 20 days before and from 10, and came on the day in the end.
    found = slips_of([*[closing(0)] * 12, closing(20, 10, 0)])
    total = 13 + PRIOR_WEIGHT
    assert found.chance(0, 0, -100) == pytest.approx((12 + 1 / 3 + 3 / 11) / total)
    assert found.chance(20, 20, -100) == pytest.approx(1 / 3 / total)


def test_who_is_late_already_is_asked_about_those_who_were_later() -> None:
    found = slips_of([*[closing(0)] * 12, closing(20)])
    # 9 days late or later: two elevenths of the prior, on day 9 and 10, and the one who was 20 days late.
    as_late = 3 * 2 / 11 + 1
    assert found.weight(9) == pytest.approx(as_late)
    assert found.chance(9, 9, 9) == pytest.approx(3 / 11 / as_late)
    assert found.chance(9, 30, 9) == pytest.approx(1)
    assert found.chance(0, 9, 9) == pytest.approx(3 / 11 / as_late)


def test_where_nobody_was_ever_so_late_it_has_no_weight() -> None:
    assert slips_of([]).weight(11) == 0
    assert slips_of([closing(20)]).weight(11) == pytest.approx(1)
    assert slips_of([closing(20)]).chance(11, 40, 11) == pytest.approx(1)


@given(st.lists(slips.map(lambda each: closing(*each)), max_size=8), st.integers(-40, 70))
def test_the_days_to_come_share_all_there_is(closings: list[Closing], least: int) -> None:
    found: Slips = slips_of(closings)
    if found.weight(least):
        assert sum(found.chance(slip, slip, least) for slip in range(least, 80)) == pytest.approx(1)
