"""The windows of a forecast."""

import datetime as dt

import pytest

from tests.factories import day
from textual_tracker.analytics.forecast.months import days_ahead, month_after, month_of
from textual_tracker.analytics.window import Window


@pytest.mark.parametrize(
    ("today", "start", "end"),
    [
        ("2026-03-10", "2026-03-01", "2026-03-31"),
        ("2028-02-29", "2028-02-01", "2028-02-29"),
        ("2026-12-31", "2026-12-01", "2026-12-31"),
        ("0001-01-01", "0001-01-01", "0001-01-31"),
        ("9999-12-05", "9999-12-01", "9999-12-31"),
    ],
)
def test_this_month(today: str, start: str, end: str) -> None:
    assert month_of(day(today)) == Window(day(start), day(end))


def test_the_month_after() -> None:
    assert month_after(month_of(day("2026-12-10"))) == Window(day("2027-01-01"), day("2027-01-31"))
    assert month_after(month_of(dt.date.max)) is None


def test_ninety_days_begin_tomorrow() -> None:
    assert days_ahead(day("2026-03-10"), 90) == Window(day("2026-03-11"), day("2026-06-08"))
    assert days_ahead(day("9999-12-20"), 90) == Window(day("9999-12-21"), dt.date.max)
    assert days_ahead(dt.date.max, 90) is None
