"""The next calendar month, and the same day of another year."""

import datetime as dt

import pytest

from tests.factories import day
from textual_tracker.core.months import in_year, next_month


@pytest.mark.parametrize(
    ("month", "following"), [((2026, 1), (2026, 2)), ((2026, 11), (2026, 12)), ((2026, 12), (2027, 1))]
)
def test_the_next_month(month: tuple[int, int], following: tuple[int, int]) -> None:
    assert next_month(*month) == following


def test_past_the_last_month_there_is() -> None:
    assert next_month(dt.MAXYEAR, 12) == (dt.MAXYEAR + 1, 1)


@pytest.mark.parametrize(
    ("today", "year", "same"),
    [
        ("2026-03-10", 2025, "2025-03-10"),
        ("2026-03-10", 2027, "2027-03-10"),
        ("2028-02-29", 2027, "2027-02-28"),
        ("2028-02-29", 2029, "2029-02-28"),
        ("2027-02-28", 2028, "2028-02-28"),
    ],
)
def test_the_same_day_of_another_year(today: str, year: int, same: str) -> None:
    assert in_year(day(today), year) == day(same)
