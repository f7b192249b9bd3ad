"""How long it takes, where some have not got there yet."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import AalenJohansenFitter, KaplanMeierFitter
from scipy import stats

from textual_tracker.analytics.statistics.survival import aalen_johansen, kaplan_meier

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


EXACT = [(5, "close"), (8, "lost"), (8, "close"), (12, None), (15, "lost"), (20, "close"), (25, None), (30, "close")]


def test_competing_ends_by_hand() -> None:
    found = aalen_johansen(EXACT)
    assert [step.time for step in found.steps] == [5, 8, 15, 20, 30]
    closed = [Fraction(1, 8), Fraction(1, 4), Fraction(1, 4), Fraction(13, 32), Fraction(23, 32)]
    lost = [Fraction(0), Fraction(1, 8), Fraction(9, 32), Fraction(9, 32), Fraction(9, 32)]
    staying = [Fraction(7, 8), Fraction(5, 8), Fraction(15, 32), Fraction(5, 16), Fraction(0)]
    assert [step.incidence["close"] for step in found.steps] == pytest.approx(list(map(float, closed)))
    assert [step.incidence["lost"] for step in found.steps] == pytest.approx(list(map(float, lost)))
    assert [step.survival for step in found.steps] == pytest.approx(list(map(float, staying)))
    assert [found.incidence("close", day) for day in (0, 7, 8, 400)] == pytest.approx([0, 1 / 8, 1 / 4, 23 / 32])
    assert [found.survival(day) for day in (0, 7, 30)] == pytest.approx([1, 7 / 8, 0])
    assert found.incidence("moved away", 30) == 0


def test_a_published_table_of_two_causes() -> None:
    # British Journal of Cancer 91 (2004) 1229, table 2: 305 people, the causes E and CR, C was last seen.
    table = [(7, None), (10, "E"), (14, None), (16, "E"), (18, "CR"), (23, "E"), (24, None), (26, "CR"), (27, "E")]
    found = aalen_johansen([*table, *[(99.0, None)] * (305 - len(table))])
    assert [step.at_risk for step in found.steps] == [304, 302, 301, 300, 298, 297]
    assert [step.survival for step in found.steps] == pytest.approx(
        [0.996711, 0.993410, 0.990110, 0.986809, 0.983498, 0.980187], abs=1e-6
    )
    of_e = [step.incidence["E"] for step in found.steps if "E" in step.events]
    assert of_e == pytest.approx([0.003289, 0.006590, 0.009890, 0.013202], abs=1e-6)
    assert of_e == pytest.approx([0.003, 0.006, 0.009, 0.012], abs=0.0015)  # as printed, from rounded terms


days = st.integers(0, 40)
seen = st.lists(st.tuples(days, st.booleans()), min_size=1, max_size=40)
ended = st.lists(st.tuples(days, st.sampled_from(["closed", "lost", "nurture", None])), max_size=40)


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


@settings(deadline=None)
@given(st.lists(st.sampled_from([1, 2, 0]), min_size=1, max_size=30))
def test_incidences_are_as_lifelines_has_them(causes: list[int]) -> None:
    times = list(range(1, len(causes) + 1))
    found = aalen_johansen([(day, str(cause) if cause else None) for day, cause in zip(times, causes, strict=True)])
    for cause in {1, 2}.intersection(causes):
        fitter = AalenJohansenFitter(calculate_variance=False).fit(times, causes, event_of_interest=cause)
        theirs = fitter.cumulative_density_.iloc[:, 0]
        assert [found.incidence(str(cause), day) for day in times] == pytest.approx(theirs.loc[times], abs=1e-9)


@given(ended)
def test_all_who_left_and_all_who_stay_are_everybody(times: list[tuple[int, str | None]]) -> None:
    last = 1.0
    for step in aalen_johansen(times).steps:
        assert sum(step.incidence.values()) + step.survival == pytest.approx(1)
        assert step.survival <= last
        last = step.survival


@given(ended)
def test_one_end_alone_is_kaplan_meier(times: list[tuple[int, str | None]]) -> None:
    only = [(day, "closed" if cause else None) for day, cause in times]
    curve = kaplan_meier((day, cause is not None) for day, cause in only)
    for step, other in zip(aalen_johansen(only).steps, curve.steps, strict=True):
        assert (step.time, step.at_risk) == (other.time, other.at_risk)
        assert step.survival == pytest.approx(other.survival)
        assert step.incidence["closed"] == pytest.approx(1 - other.survival)


@given(ended)
def test_more_ends_never_raise_an_incidence(times: list[tuple[int, str | None]]) -> None:
    curve = kaplan_meier((day, cause == "closed") for day, cause in times)
    found = aalen_johansen(times)
    assert all(found.incidence("closed", day) <= 1 - curve.survival(day) + 1e-12 for day in range(41))
