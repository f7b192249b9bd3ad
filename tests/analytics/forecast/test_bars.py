"""The chance of each count in few bars: ends that are next to nothing are joined, many counts are taken together."""

import pytest

from tests.analytics.forecast.made import CHANCES, MARCH, make_outlook
from textual_tracker.analytics.forecast.bars import bars, goal_at


def labels(distribution: tuple[float, ...], **facts: object) -> list[str]:
    return [bar.label for bar in bars(make_outlook(MARCH, distribution, **facts))]


def test_a_bar_for_each_count() -> None:
    assert labels(CHANCES) == ["3", "4", "5", "6", "7", "8", "9"]
    assert [bar.chance for bar in bars(make_outlook())] == list(CHANCES[3:])


def test_ends_that_are_next_to_nothing_are_joined() -> None:
    distribution = (0.004, 0.005, 0.5, 0.481, 0.008, 0.002)
    shown = bars(make_outlook(MARCH, distribution, closed_already=0, goal=None))
    assert [bar.label for bar in shown] == ["≤2", "3", "4+"]
    assert [round(bar.chance, 6) for bar in shown] == [0.509, 0.481, 0.01]


@pytest.mark.parametrize(("goal", "number"), [(3, 0), (5, 2), (9, 6), (20, 7), (None, None)])
def test_the_goal_stands_at_the_first_bar_that_reaches_it(goal: int | None, number: int | None) -> None:
    outlook = make_outlook(goal=goal)
    assert goal_at(outlook, bars(outlook)) == number


def test_of_many_counts_several_share_a_bar_and_the_goal_begins_one() -> None:
    even = (1 / 60,) * 60
    assert labels(even, closed_already=0, goal=None) == [
        "≤4", "5–9", "10–14", "15–19", "20–24", "25–29", "30–34", "35–39", "40–44", "45–49", "50–54", "55+",
    ]  # fmt: skip
    with_goal = bars(make_outlook(MARCH, even, closed_already=0, goal=33), most=8)
    assert [bar.label for bar in with_goal] == ["≤2", "3–12", "13–22", "23–32", "33–42", "43–52", "53+"]
    assert sum(bar.chance for bar in with_goal) == pytest.approx(1)


@pytest.mark.parametrize(
    ("goal", "shown", "number"),
    [
        (1, ["0", "1–2", "3", "4+"], 1),
        (2, ["≤1", "2", "3", "4+"], 1),
        (3, ["≤2", "3", "4+"], 1),
        (5, ["≤2", "3", "4", "5"], 3),
        (6, ["≤2", "3", "4+"], 3),
    ],
)
def test_the_goal_begins_a_bar_where_next_to_nothing_lies_too(goal: int, shown: list[str], number: int) -> None:
    outlook = make_outlook(MARCH, (0.004, 0.005, 0.5, 0.481, 0.008, 0.002), closed_already=0, goal=goal)
    assert [bar.label for bar in bars(outlook)] == shown
    assert goal_at(outlook, bars(outlook)) == number


@pytest.mark.parametrize("distribution", [(1.0,), (0.0, 0.0, 0.0, 1.0)])
def test_what_is_certain_is_one_bar(distribution: tuple[float, ...]) -> None:
    count = len(distribution) - 1
    assert labels(distribution, closed_already=count) == [str(count)]
