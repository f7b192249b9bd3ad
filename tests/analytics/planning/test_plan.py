"""From closings back to calls: published reference values, Wilson's intervals, and how ranges are put together."""

from math import exp, log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from textual_tracker.analytics.planning.plan import Need, Range, Step, plan

CHAIN = [Step("applications", 74, 41), Step("appointments", 120, 74), Step("conversations", 900, 120)]


def bounds(need: Need) -> tuple[float, float, float]:
    assert need.number is not None
    return need.number.low, need.number.likely, need.number.high


class TestReference:
    """One loan officer's own plan: closes 55 % of full applications; 60 closings; 2.5 leads an application."""

    def test_sixty_closings_take_109_applications_and_273_leads(self) -> None:
        applications, leads = plan(60, [Step("applications", 100, 55), Step("leads", 250, 100)])
        assert bounds(applications)[1] == pytest.approx(109.0909, abs=1e-4)
        assert bounds(leads)[1] == pytest.approx(272.7273, abs=1e-4)


class TestRange:
    def test_of_one_step_it_is_wilsons_turned_round(self) -> None:
        (need,) = plan(5, [Step("applications", 20, 18)])
        assert bounds(need) == pytest.approx((5 / 0.972133518786232, 5 / 0.9, 5 / 0.6989663547715128))

    def test_of_two_steps_the_distances_are_added_as_squares_on_the_log_scale(self) -> None:
        first, second = (0.9, 0.6989663547715128, 0.972133518786232), (0.02, 0.00780442641634947, 0.05028708690582643)
        _, need = plan(1, [Step("applications", 20, 18), Step("appointments", 200, 4)])
        up = sqrt(log(first[0] / first[1]) ** 2 + log(second[0] / second[1]) ** 2)
        down = sqrt(log(first[2] / first[0]) ** 2 + log(second[2] / second[0]) ** 2)
        assert bounds(need) == pytest.approx((exp(-down) / 0.018, 1 / 0.018, exp(up) / 0.018))

    def test_it_agrees_with_the_interval_of_the_whole_way(self) -> None:
        """Of 900 conversations 41 closed: the steps between them change the range by little."""
        *_, need = plan(4, CHAIN)
        low, high = proportion_confint(41, 900, method="wilson")
        assert bounds(need)[1] == pytest.approx(4 * 900 / 41)
        assert bounds(need)[0] == pytest.approx(4 / high, rel=0.05)
        assert bounds(need)[2] == pytest.approx(4 / low, rel=0.05)

    def test_it_is_narrower_than_all_worst_cases_at_once(self) -> None:
        *_, need = plan(4, CHAIN)
        worst = 4.0
        for step in CHAIN:
            worst /= step.share.low
        assert bounds(need)[2] < worst

    def test_more_history_makes_it_narrower(self) -> None:
        (few,), (many,) = plan(5, [Step("applications", 4, 2)]), plan(5, [Step("applications", 400, 200)])
        assert bounds(few)[0] < bounds(many)[0] < 10 < bounds(many)[2] < bounds(few)[2]


class TestMoreThanOneForOne:
    """People call back: 30 conversations from 20 calls is no share, but a ratio of two counts."""

    def test_its_interval_is_that_of_the_odds(self) -> None:
        low, high = proportion_confint(30, 50, method="wilson")
        share = Step("calls", 20, 30).share
        assert (share.low, share.likely, share.high) == pytest.approx((low / (1 - low), 1.5, high / (1 - high)))

    def test_one_for_one_is_still_a_share(self) -> None:
        share = Step("calls", 30, 30).share
        assert (share.likely, share.high) == (1.0, 1.0)


class TestWhatIsMissing:
    @pytest.mark.parametrize(
        "step", [Step("appointments", 0, 0), Step("appointments", 9, 0), Step("appointments", 0, 9)]
    )
    def test_a_step_without_data_has_no_number_and_neither_has_any_before_it(self, step: Step) -> None:
        found = plan(5, [Step("applications", 20, 10), step, Step("conversations", 100, 9)])
        assert [need.number is None for need in found] == [False, True, True]

    def test_without_any_step_there_is_nothing(self) -> None:
        assert plan(5, []) == ()


counts = st.integers(0, 10**6)


@given(st.integers(1, 10_000), st.lists(st.tuples(counts, counts), max_size=5))
def test_a_number_lies_in_its_range_and_is_never_negative(wanted: int, pairs: list[tuple[int, int]]) -> None:
    for need in plan(wanted, [Step("calls", *pair) for pair in pairs]):
        if need.number is not None:
            low, likely, high = bounds(need)
            assert 0 < low <= likely * (1 + 1e-9)
            assert likely <= high * (1 + 1e-9)
            assert high < float("inf")


def test_a_part_of_a_range() -> None:
    assert Range(10.0, 20.0, 40.0).per(20) == Range(0.5, 1.0, 2.0)
