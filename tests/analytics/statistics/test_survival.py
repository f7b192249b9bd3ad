"""How long it takes, where some have not got there yet."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import KaplanMeierFitter
from scipy import stats

from textual_tracker.analytics.statistics.survival import kaplan_meier

MERCAPTOPURINE = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"
MAINTAINED = "9 13 13+ 18 23 28+ 31 34 45+ 48 161+"
NOT_MAINTAINED = "5 5 8 8 12 16+ 23 27 30 33 43 45"
TIES = "0.5+ 1 1 2 2+ 3 4 5+ 6 7+ 8 9 10+ 12 14+ 14 17+ 20 21+"
PUBLISHED = [
    (MERCAPTOPURINE, (0.857143, 0.806723, 0.752941, 0.690196, 0.627451, 0.537815, 0.448179), 23),
    (
        PLACEBO,
        (
            0.904762,
            0.809524,
            0.761905,
            0.666667,
            0.571429,
            0.380952,
            0.285714,
            0.190476,
            0.142857,
            0.095238,
            0.047619,
            0,
        ),
        8,
    ),
    (MAINTAINED, (0.909091, 0.818182, 0.715909, 0.613636, 0.490909, 0.368182, 0.184091), 31),
    (NOT_MAINTAINED, (0.833333, 0.666667, 0.583333, 0.486111, 0.388889, 0.291667, 0.194444, 0.097222, 0), 23),
    (TIES, (0.8889, 0.8333, 0.7738, 0.714286, 0.649351, 0.577201, 0.505051, 0.420875, 0.3367, 0.16835), 12),
]
"""Freireich and others (1963), both arms; R's survival::aml, both arms; SAS, with ties. + was last seen."""


def typed(text: str) -> list[tuple[float, bool]]:
    return [(float(time.rstrip("+")), not time.endswith("+")) for time in text.split()]


@pytest.mark.parametrize(("text", "expected", "median"), PUBLISHED)
def test_published_curves(text: str, expected: tuple[float, ...], median: float) -> None:
    curve = kaplan_meier(typed(text))
    assert [step.survival for step in curve.steps] == pytest.approx(expected, abs=6e-5)
    assert curve.median == median


def test_who_was_at_risk_and_who_left() -> None:
    curve = kaplan_meier(typed(MERCAPTOPURINE))
    assert [(step.time, step.at_risk, step.events) for step in curve.steps] == [
        (6, 21, 3),
        (7, 17, 1),
        (10, 15, 1),
        (13, 12, 1),
        (16, 11, 1),
        (22, 7, 1),
        (23, 6, 1),
    ]
    assert curve.n == 21


def test_the_share_still_there_on_any_day() -> None:
    curve = kaplan_meier(typed(MERCAPTOPURINE))
    assert [curve.survival(day) for day in (0, 5, 6, 9, 23, 90)] == pytest.approx(
        [1, 1, 6 / 7, 0.806723, 0.448179, 0.448179], abs=1e-6
    )


def test_no_median_where_more_than_half_stay() -> None:
    assert kaplan_meier([]).median is None
    assert kaplan_meier([(4, False)]).median is None
    assert kaplan_meier([(4, True), (5, False), (6, False)]).median is None
    assert kaplan_meier([(4, True), (5, False)]).median == 4
    assert kaplan_meier([(day, True) for day in range(1, 7)]).median == 3  # 5/6 · 4/5 · 3/4, not quite 1/2 in floats


days = st.integers(0, 40)
seen = st.lists(st.tuples(days, st.booleans()), min_size=1, max_size=40)


@settings(deadline=None)  # lifelines takes its time when it is first asked
@given(seen)
def test_a_curve_is_as_scipy_and_lifelines_have_it(times: list[tuple[int, bool]]) -> None:
    curve = kaplan_meier(times)
    grid = list(range(42))
    found = [curve.survival(day) for day in grid]
    fitted = KaplanMeierFitter().fit([day for day, _ in times], [left for _, left in times])
    assert found == pytest.approx(fitted.survival_function_at_times(grid).to_numpy(), abs=1e-9)
    gone, last_seen = [day for day, left in times if left], [day for day, left in times if not left]
    if gone:
        theirs = stats.ecdf(stats.CensoredData(uncensored=gone, right=last_seen)).sf
        assert found == pytest.approx(theirs.evaluate(np.array(grid)), abs=1e-9)
