"""Closed and lost as competing ends: the chances of one stage are the cumulative incidence, by hand and beside KM.

The leaning is set to none, so that hazards are what was seen. Of lost the same is asked with both ends exchanged.
"""

from fractions import Fraction
from itertools import accumulate
from operator import mul

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analytics.forecast.test_hazards import AS_SEEN, ages
from textual_tracker.analytics.forecast.chances import Chances
from textual_tracker.analytics.forecast.hazards import CLOSED, ENDED, Counts, hazards_of
from textual_tracker.analytics.statistics.survival import kaplan_meier
from textual_tracker.core.stages import Stage

CTC = Stage.clear_to_close
STAYED = 0
Seen = list[tuple[int, int]]
"""Days in the stage, and how it was left."""
EXACT: Seen = [
    (5, CLOSED), (8, ENDED), (8, CLOSED), (12, STAYED), (15, ENDED), (20, CLOSED), (25, STAYED), (30, CLOSED),
]  # fmt: skip
OTHER_END = {CLOSED: ENDED, ENDED: CLOSED, STAYED: STAYED}


def counts(seen: Seen) -> Counts:
    def of(way: int) -> list[int]:
        return ages(*(day for day, how in seen if how == way))

    return Counts({CLOSED: of(CLOSED), ENDED: of(ENDED)}, of(STAYED), 0)


def incidence(seen: Seen, reach: int) -> list[float]:
    """The share that has closed, by days."""
    return list(Chances(hazards_of({CTC: counts(seen)}, AS_SEEN), reach).from_start(CTC))


def incidence_of_lost(seen: Seen, reach: int) -> list[float]:
    return incidence([(day, OTHER_END[how]) for day, how in seen], reach)


def staying(seen: Seen, reach: int) -> list[float]:
    """The share that is still there, by days."""
    ways = hazards_of({CTC: counts(seen)}, AS_SEEN)[CTC].ways.values()
    return list(accumulate((1 - sum(each[age] for each in ways) for age in range(1, reach + 1)), mul, initial=1.0))


@pytest.mark.parametrize(
    ("day", "closed", "lost", "stays"),
    [
        (4, Fraction(0), Fraction(0), Fraction(1)),
        (5, Fraction(1, 8), Fraction(0), Fraction(7, 8)),
        (8, Fraction(1, 4), Fraction(1, 8), Fraction(5, 8)),
        (15, Fraction(1, 4), Fraction(9, 32), Fraction(15, 32)),
        (20, Fraction(13, 32), Fraction(9, 32), Fraction(5, 16)),
        (30, Fraction(23, 32), Fraction(9, 32), Fraction(0)),
        (40, Fraction(23, 32), Fraction(9, 32), Fraction(0)),
    ],
)
def test_competing_ends_by_hand(day: int, closed: Fraction, lost: Fraction, stays: Fraction) -> None:
    assert incidence(EXACT, 40)[day] == pytest.approx(float(closed))
    assert incidence_of_lost(EXACT, 40)[day] == pytest.approx(float(lost))
    assert staying(EXACT, 40)[day] == pytest.approx(float(stays))


def test_a_published_table_of_two_causes() -> None:
    # British Journal of Cancer 91 (2004) 1229, table 2: 305 people, the causes E and CR, C was last seen.
    table = [
        (7, STAYED), (10, CLOSED), (14, STAYED), (16, CLOSED), (18, ENDED), (23, CLOSED), (24, STAYED), (26, ENDED),
        (27, CLOSED),
    ]  # fmt: skip
    everybody = [*table, *[(99, STAYED)] * (305 - len(table))]
    shares = incidence(everybody, 30)
    assert [shares[day] for day in (10, 16, 23, 27)] == pytest.approx(
        [0.003289, 0.006590, 0.009890, 0.013202], abs=1e-6
    )
    stays = staying(everybody, 30)
    assert [stays[day] for day in (10, 16, 18, 23, 26, 27)] == pytest.approx(
        [0.996711, 0.993410, 0.990110, 0.986809, 0.983498, 0.980187], abs=1e-6
    )


pasts = st.lists(st.tuples(st.integers(1, 40), st.sampled_from([CLOSED, ENDED, STAYED])), min_size=1, max_size=40)


@given(pasts)
def test_all_who_closed_who_were_lost_and_who_stay_are_everybody(seen: Seen) -> None:
    closed, lost, stays = incidence(seen, 41), incidence_of_lost(seen, 41), staying(seen, 41)
    assert [sum(shares) for shares in zip(closed, lost, stays, strict=True)] == pytest.approx([1.0] * 42)


@given(pasts)
def test_where_nobody_is_lost_it_is_kaplan_meier_and_losses_never_raise_it(seen: Seen) -> None:
    curve = kaplan_meier((day, how == CLOSED) for day, how in seen)
    leaves = [1 - curve.survival(day) for day in range(42)]
    without = [(day, CLOSED if how == CLOSED else STAYED) for day, how in seen]
    assert incidence(without, 41) == pytest.approx(leaves)
    assert all(closed <= gone + 1e-12 for closed, gone in zip(incidence(seen, 41), leaves, strict=True))
