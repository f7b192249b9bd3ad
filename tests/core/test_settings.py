"""What the settings of a journal come to."""

import pytest

from tests.factories import make_settings

TWO = {"ana": "Ana Rivera", "maria": "Maria Soto"}


@pytest.mark.parametrize(
    ("officers", "officer", "calls"), [({}, None, 15), (TWO, None, 30), (TWO, "ana", 15), ({"ana": "Ana"}, None, 15)]
)
def test_goals_a_day_are_each_officers(officers: dict[str, str], officer: str | None, calls: int) -> None:
    assert make_settings(officers=officers, daily={"calls": 15}).daily_goals(officer) == {"calls": calls}


def test_a_goal_of_0_is_none() -> None:
    assert make_settings(daily={"calls": 0, "notes": 3}).daily_goals(None) == {"notes": 3}
