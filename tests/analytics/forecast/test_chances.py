"""The chance of closing within so many days."""

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textual_tracker.analytics.forecast.chances import Chances
from textual_tracker.analytics.forecast.hazards import CLOSED, ENDED, OLDEST, OPEN_STAGES, Counts, Weights, hazards_of
from textual_tracker.core.stages import Stage

AS_SEEN = Weights(age=0, stage=0, unseen=0)
RECEIVED, PREAPPROVED, IN_PROCESS = Stage.received, Stage.preapproved, Stage.in_process
REACH = 40


def ages(*days: int) -> list[int]:
    counts = [0] * (OLDEST + 2)
    for each in days:
        counts[min(each, OLDEST + 1)] += 1
    return counts


def toy() -> Chances:
    """Eight of which four close, after 5, 8, 20 and 30 days, two are lost and two still wait."""
    seen = Counts({CLOSED: ages(5, 8, 20, 30), ENDED: ages(8, 15)}, ages(12, 25), 0)
    return Chances(hazards_of({RECEIVED: seen}, AS_SEEN), REACH)


@pytest.mark.parametrize(("days", "share"), [(4, 0), (5, 1 / 8), (8, 1 / 4), (15, 1 / 4), (20, 13 / 32), (30, 23 / 32)])
def test_from_the_start_it_is_the_cumulative_incidence(days: int, share: float) -> None:
    assert toy().within(RECEIVED, 0, days) == pytest.approx(share)


@pytest.mark.parametrize(
    ("age", "days", "chance"),
    [
        (5, 3, (1 / 4 - 1 / 8) / (7 / 8)),
        (10, 10, (13 / 32 - 1 / 4) / (5 / 8)),
        (16, 14, (23 / 32 - 1 / 4) / (15 / 32)),
        (21, 8, 0),
        (21, 9, 1),
    ],
)
def test_later_on_it_is_the_rest_of_it_among_those_who_are_still_there(age: int, days: int, chance: float) -> None:
    assert toy().within(RECEIVED, age, days) == pytest.approx(chance)


def test_at_all() -> None:
    assert toy().ever(RECEIVED, 0) == pytest.approx(23 / 32)
    assert toy().ever(RECEIVED, 10) == pytest.approx((23 / 32 - 1 / 4) / (5 / 8))


def test_with_an_unknown_day_of_entry_all_ages_count_as_often_as_they_are_seen() -> None:
    # Everybody closes, half after one day and half after two: of the evenings on which somebody waits, two thirds are
    # the first, from which half close within a day, and one third the second, from which all do.
    seen = Counts({CLOSED: ages(1, 2, 1, 2)}, ages(), 0)
    found = Chances(hazards_of({RECEIVED: seen}, AS_SEEN), REACH)
    assert found.within(RECEIVED, None, 1) == pytest.approx((1 * 0.5 + 0.5 * 1) / 1.5)
    assert found.within(RECEIVED, None, 2) == pytest.approx(1)


def falls_through() -> Chances:
    """Pre-approved: under contract after 10 days. Half the contracts close after 20 days, half fall through after 5."""
    seen = {
        PREAPPROVED: Counts({int(IN_PROCESS): ages(10, 10)}, ages(), 0),
        IN_PROCESS: Counts({CLOSED: ages(20, 20), int(PREAPPROVED): ages(5, 5)}, ages(), 0),
    }
    return Chances(hazards_of(seen, AS_SEEN), 60)


def test_a_contract_that_falls_through_begins_anew() -> None:
    found = falls_through()
    assert found.within(IN_PROCESS, 0, 19) == 0
    assert found.within(IN_PROCESS, 0, 20) == pytest.approx(1 / 2)
    # Falls through on day 5, under contract again on day 15, closed on day 35.
    assert found.within(IN_PROCESS, 0, 35) == pytest.approx(3 / 4)
    assert found.within(PREAPPROVED, 4, 6 + 20) == pytest.approx(1 / 2)
    assert found.within(IN_PROCESS, 5, 15) == pytest.approx(1)


def test_in_the_end_all_of_them_close_but_only_half_by_this_contract() -> None:
    found = falls_through()
    assert found.ever(IN_PROCESS, 0) == pytest.approx(1)
    assert found.straight(IN_PROCESS, 0) == pytest.approx(1 / 2)
    assert found.straight(IN_PROCESS, 5) == pytest.approx(1)
    assert found.straight(PREAPPROVED, 3) == pytest.approx(1 / 2)


def test_how_many_have_been_there_so_long() -> None:
    assert toy().been(RECEIVED, None) == 8
    assert toy().been(RECEIVED, 0) == 8
    assert toy().been(RECEIVED, 12) == 5
    assert toy().been(RECEIVED, 31) == 0
    assert toy().been(RECEIVED, 10_000) == 0


def day_by_day(seen: Mapping[Stage, Counts], reach: int) -> dict[int, list[list[float]]]:
    """By stage, the chances to close within so many days, from each age: told from one day's hazards to the next's."""
    hazards = hazards_of(seen)
    ages = range(OLDEST + 2)
    found = {int(stage): [[0.0] * len(ages)] for stage in hazards}
    for days in range(1, reach + 1):
        for stage, each in hazards.items():
            row = []
            for age in ages:
                next_age = min(age + 1, OLDEST + 1)
                left = {way: hazard[next_age] for way, hazard in each.ways.items()}
                ends = {CLOSED: 1.0, ENDED: 0.0}
                closes = sum(
                    chance * (ends[way] if way in ends else found[way][days - 1][0]) for way, chance in left.items()
                )
                row.append(closes + (1 - sum(left.values())) * found[int(stage)][days - 1][next_age])
            found[int(stage)].append(row)
    return found


def test_beyond_the_oldest_age_as_far_as_a_forecast_goes_each_day_is_counted() -> None:
    long = (5, 40, OLDEST - 1, OLDEST + 60)
    seen = {
        RECEIVED: Counts({int(PREAPPROVED): ages(*long), ENDED: ages(3, OLDEST + 9)}, ages(OLDEST + 200), 269),
        PREAPPROVED: Counts({int(IN_PROCESS): ages(*long), int(RECEIVED): ages(OLDEST + 2)}, ages(12), 62),
        IN_PROCESS: Counts({CLOSED: ages(20, 30, 30), int(PREAPPROVED): ages(9)}, ages(), 0),
    }
    found, reach = Chances(hazards_of(seen), 2 * OLDEST), 2 * OLDEST
    expected = day_by_day(seen, reach)
    for stage in (RECEIVED, PREAPPROVED, IN_PROCESS):
        assert found.from_start(stage) == pytest.approx([row[0] for row in expected[int(stage)]], abs=1e-12)
        for age in (0, 1, OLDEST - 5, OLDEST, OLDEST + 500):
            for days in (1, 30, OLDEST, reach):
                # Whoever is beyond the oldest age is taken as if just there.
                assert found.within(stage, age, days) == pytest.approx(
                    expected[int(stage)][days][min(age, OLDEST + 1)], abs=1e-12
                ), (stage, age, days)


lengths = st.lists(st.integers(1, OLDEST + 40), max_size=12)


@st.composite
def pasts(draw: st.DrawFn) -> dict[Stage, Counts]:
    """Anything that may have been seen, in some stages."""
    seen = {}
    for stage in draw(st.sets(st.sampled_from(OPEN_STAGES), max_size=4)):
        ways = draw(st.sets(st.sampled_from([*map(int, OPEN_STAGES), CLOSED, ENDED]), max_size=4)) - {int(stage)}
        left = {way: draw(lengths) for way in ways}
        stayed = draw(lengths)
        beyond = sum(max(0, length - OLDEST) for each in (*left.values(), stayed) for length in each)
        seen[stage] = Counts({way: ages(*each) for way, each in left.items()}, ages(*stayed), beyond)
    return seen


@given(pasts(), st.sampled_from(OPEN_STAGES), st.none() | st.integers(0, OLDEST + 60))
def test_chances_are_chances_and_grow_with_the_horizon(
    seen: dict[Stage, Counts], stage: Stage, age: int | None
) -> None:
    found = Chances(hazards_of(seen), 12)
    chances = [found.within(stage, age, days) for days in range(13)]
    assert chances[0] == 0
    assert all(0 <= earlier <= later + 1e-12 for earlier, later in pairwise(chances))
    assert chances[-1] <= 1
    assert found.straight(stage, age) <= found.ever(stage, age) + 1e-9 <= 1 + 1e-9
    if age is not None:
        assert chances[-1] <= found.ever(stage, age) + 1e-9
