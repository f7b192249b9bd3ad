"""What the settings of a journal come to."""

import pytest

from tests.factories import make_settings


@pytest.mark.parametrize(("people", "calls"), [(1, 15), (2, 30)])
def test_goals_a_day_are_each_officers(people: int, calls: int) -> None:
    assert make_settings(daily={"calls": 15}).daily_goals(people) == {"calls": calls}


def test_a_goal_of_0_is_none() -> None:
    assert make_settings(daily={"calls": 0, "notes": 3}).daily_goals() == {"notes": 3}
