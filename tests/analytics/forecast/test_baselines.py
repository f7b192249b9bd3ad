"""The two baselines: a mean of three months, and one percentage a stage, learnt from what was known by then."""

import datetime as dt
from collections import Counter
from itertools import pairwise
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from textual_tracker.analytics.forecast.baselines import (
    AS_SHIPPED,
    FixedPercentages,
    first_days,
    log_poisson,
    stage_on,
    three_month_mean,
)
from textual_tracker.core.path import Path, Spell
from textual_tracker.core.stages import Stage


def day(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


def went(*steps: tuple[str, Stage]) -> Path:
    """A path of spells, each up to the next."""
    ends = [*((day(left), to) for left, to in steps[1:]), (None, None)]
    return tuple(Spell(stage, day(entered), left, to) for (entered, stage), (left, to) in zip(steps, ends, strict=True))


JANUARY, FEBRUARY, MARCH, APRIL = FIRSTS = first_days(day("2026-01-15"), day("2026-04-02"))


def test_the_first_days_are_those_of_every_month_from_the_earliest_day_to_the_latest() -> None:
    assert [dt.date.fromordinal(first) for first in FIRSTS] == [
        dt.date(2026, 1, 1), dt.date(2026, 2, 1), dt.date(2026, 3, 1), dt.date(2026, 4, 1)
    ]  # fmt: skip
    assert first_days(1, 40) == [1, 32]
    assert dt.date.fromordinal(first_days(day("9999-12-31"), day("9999-12-31"))[-1]) == dt.date(9999, 12, 1)


def test_the_mean_is_that_of_the_three_months_before_and_of_no_other() -> None:
    firsts = first_days(day("2026-01-01"), day("2026-06-01"))
    closings = [day(text) for text in ("2026-01-31", "2026-02-01", "2026-02-28", "2026-04-30", "2026-05-01")]
    assert three_month_mean(closings, firsts, 4) == (2 + 0 + 1) / 3


def test_a_journal_of_two_months_has_their_mean() -> None:
    closings = [day("2026-01-20"), day("2026-02-02"), day("2026-02-03"), day("2026-03-01")]
    assert three_month_mean(closings, FIRSTS, 2) == 1.5
    assert three_month_mean(closings, FIRSTS, 1) == 1


@pytest.mark.parametrize(("count", "mean"), [(0, 2.0), (3, 2.0), (7, 2 / 3), (40, 12.0)])
def test_its_chance_of_what_happened_is_that_of_a_poisson_count(count: int, mean: float) -> None:
    assert log_poisson(count, mean) == pytest.approx(poisson.logpmf(count, mean))


def test_three_months_without_a_closing_make_none_impossible() -> None:
    assert log_poisson(0, 0.0) == pytest.approx(-1 / 6)
    assert log_poisson(1, 0.0) == pytest.approx(log(1 / 6) - 1 / 6)


def test_a_percentage_is_the_share_that_stood_there_on_a_first_and_closed_within_the_month() -> None:
    paths = [
        went(("2026-01-10", Stage.preapproved), ("2026-02-20", Stage.closed)),
        went(("2026-01-10", Stage.preapproved), ("2026-03-05", Stage.lost)),
        went(("2026-01-10", Stage.preapproved)),
    ]
    fixed = FixedPercentages(paths, FIRSTS)
    shipped = AS_SHIPPED[Stage.preapproved]
    # February: one of three closes. March: none of two. Each time the shipped percentage counts as one more.
    assert fixed.known_on(FIRSTS.index(MARCH))[Stage.preapproved] == pytest.approx((1 + shipped) / (3 + 1))
    assert fixed.known_on(FIRSTS.index(APRIL))[Stage.preapproved] == pytest.approx((1 + shipped) / (3 + 2 + 1))


def test_nothing_is_known_of_a_month_before_it_is_over() -> None:
    paths = [went(("2026-01-10", Stage.preapproved), ("2026-02-02", Stage.closed))]
    fixed = FixedPercentages(paths, FIRSTS)
    assert fixed.known_on(FIRSTS.index(FEBRUARY)) == AS_SHIPPED
    assert fixed.known_on(FIRSTS.index(MARCH))[Stage.preapproved] > AS_SHIPPED[Stage.preapproved]


def test_a_closing_counts_for_the_stage_of_the_first_and_not_for_those_after_it() -> None:
    path = went(("2026-01-10", Stage.preapproved), ("2026-02-05", Stage.in_process), ("2026-02-26", Stage.closed))
    known = FixedPercentages([path], FIRSTS).known_on(FIRSTS.index(MARCH))
    assert known[Stage.preapproved] == pytest.approx((1 + AS_SHIPPED[Stage.preapproved]) / 2)
    assert known[Stage.in_process] == AS_SHIPPED[Stage.in_process]


def test_who_was_received_within_the_month_or_has_closed_on_its_first_stood_nowhere() -> None:
    paths = [
        went(("2026-02-03", Stage.contacted), ("2026-02-20", Stage.closed)),
        went(("2026-01-03", Stage.contacted), ("2026-02-01", Stage.closed)),
    ]
    assert FixedPercentages(paths, FIRSTS).known_on(FIRSTS.index(MARCH)) == AS_SHIPPED


def test_who_closes_on_the_first_of_the_next_month_has_not_closed_within_the_month() -> None:
    paths = [went(("2026-01-10", Stage.contacted), ("2026-03-01", Stage.closed))]
    known = FixedPercentages(paths, FIRSTS).known_on(FIRSTS.index(APRIL))
    assert known[Stage.contacted] == pytest.approx(AS_SHIPPED[Stage.contacted] / 2)


def test_who_came_back_counts_again() -> None:
    path = went(
        ("2026-01-10", Stage.contacted),
        ("2026-01-20", Stage.lost),
        ("2026-02-10", Stage.contacted),
        ("2026-03-31", Stage.closed),
    )
    known = FixedPercentages([path], FIRSTS).known_on(FIRSTS.index(APRIL))
    assert known[Stage.contacted] == pytest.approx((1 + AS_SHIPPED[Stage.contacted]) / 2)


def test_who_closes_twice_within_a_month_has_closed() -> None:
    path = went(
        ("2026-01-10", Stage.preapproved),
        ("2026-02-03", Stage.closed),
        ("2026-02-10", Stage.contacted),
        ("2026-02-27", Stage.closed),
    )
    known = FixedPercentages([path], FIRSTS).known_on(FIRSTS.index(MARCH))
    assert known[Stage.preapproved] == pytest.approx((1 + AS_SHIPPED[Stage.preapproved]) / 2)


@st.composite
def any_path(draw: st.DrawFn) -> Path:
    """Any stages on any days of four months, one after the other."""
    days = draw(st.lists(st.integers(JANUARY, APRIL + 5), min_size=1, max_size=6, unique=True))
    stages = draw(st.lists(st.sampled_from(Stage), min_size=len(days), max_size=len(days)))
    steps = [*zip(sorted(days), stages, strict=True)]
    ends = [*steps[1:], (None, None)]
    return tuple(Spell(stage, entered, *end) for (entered, stage), end in zip(steps, ends, strict=True))


@given(paths=st.lists(any_path(), max_size=5), month=st.integers(0, 3))
def test_the_percentages_are_those_that_counting_one_by_one_gives(paths: list[Path], month: int) -> None:
    stood, closed = Counter[Stage](), Counter[Stage]()
    for first, following in pairwise(FIRSTS[: month + 1]):
        for path in paths:
            stages = {day: stage_on(path, day) for day in range(first, following)}
            now = stages[first]
            if now is not None and now < Stage.closed:
                stood[now] += 1
                closed[now] += Stage.closed in stages.values()
    assert FixedPercentages(paths, FIRSTS).known_on(month) == pytest.approx(
        {stage: (closed[stage] + shipped) / (stood[stage] + 1) for stage, shipped in AS_SHIPPED.items()}
    )


def test_every_open_stage_has_a_percentage_even_where_there_is_nothing() -> None:
    assert set(FixedPercentages([], FIRSTS).known_on(0)) == {stage for stage in Stage if stage < Stage.closed}
