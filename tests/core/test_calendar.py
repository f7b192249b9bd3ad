"""Waiting, in working days. In 2026, 2 March is a Monday."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.factories import day
from textual_tracker.core.calendar import ONE_DAY, WorkCalendar

MONDAY, TUESDAY, FRIDAY = day("2026-03-02"), day("2026-03-03"), day("2026-03-06")
SATURDAY, SUNDAY, NEXT_MONDAY = day("2026-03-07"), day("2026-03-08"), day("2026-03-09")


def test_received_on_friday_looked_at_on_monday_is_one() -> None:
    assert WorkCalendar().waited(FRIDAY, NEXT_MONDAY) == 1


@pytest.mark.parametrize(
    ("since", "today", "waited"),
    [
        (MONDAY, MONDAY, 0),
        (MONDAY, TUESDAY, 1),
        (MONDAY, FRIDAY, 4),
        (MONDAY, SUNDAY, 4),
        (FRIDAY, SUNDAY, 0),
        (SATURDAY, SUNDAY, 0),
        (SATURDAY, NEXT_MONDAY, 1),
        (MONDAY, day("2027-03-01"), 260),
    ],
)
def test_the_day_it_began_does_not_count_and_today_does(since: dt.date, today: dt.date, waited: int) -> None:
    assert WorkCalendar().waited(since, today) == waited


@pytest.mark.parametrize(
    ("since", "waited"),
    [(TUESDAY, -1), (FRIDAY, -4), (SATURDAY, -4), (SUNDAY, -4), (NEXT_MONDAY, -5)],
)
def test_a_date_ahead_counts_down(since: dt.date, waited: int) -> None:
    assert WorkCalendar().waited(since, MONDAY) == waited


def test_a_holiday_stops_the_clock() -> None:
    calendar = WorkCalendar(holidays=[TUESDAY, SATURDAY])
    assert calendar.waited(MONDAY, FRIDAY) == 3
    assert calendar.waited(FRIDAY, MONDAY) == -3
    assert calendar.waited(FRIDAY, NEXT_MONDAY) == 1  # a holiday on a Saturday takes nothing away


def test_the_journal_says_which_weekdays_are_worked() -> None:
    tuesday_to_saturday = WorkCalendar(weekdays=range(1, 6))
    assert tuesday_to_saturday.waited(FRIDAY, NEXT_MONDAY) == 1
    assert tuesday_to_saturday.is_working(SATURDAY)
    assert not tuesday_to_saturday.is_working(MONDAY)


def test_without_working_days_nothing_waits() -> None:
    never = WorkCalendar(weekdays=())
    assert never.waited(MONDAY, day("2030-01-01")) == 0
    assert never.next_working(MONDAY) == MONDAY
    assert never.received_for_work(MONDAY, None) == MONDAY


@pytest.mark.parametrize(
    ("received", "time", "for_work"),
    [
        (MONDAY, None, MONDAY),
        (MONDAY, dt.time(16, 59, 59), MONDAY),
        (MONDAY, dt.time(17), TUESDAY),
        (MONDAY, dt.time(23, 30), TUESDAY),
        (FRIDAY, dt.time(17), NEXT_MONDAY),
        (SATURDAY, None, NEXT_MONDAY),
        (SATURDAY, dt.time(9), NEXT_MONDAY),
        (SUNDAY, None, NEXT_MONDAY),
    ],
)
def test_received_for_work(received: dt.date, time: dt.time | None, for_work: dt.date) -> None:
    assert WorkCalendar().received_for_work(received, time) == for_work


def test_received_for_work_passes_over_holidays_and_obeys_day_ends() -> None:
    calendar = WorkCalendar(holidays=[NEXT_MONDAY], day_ends=dt.time(12, 30))
    assert calendar.received_for_work(FRIDAY, dt.time(12, 30)) == day("2026-03-10")
    assert calendar.received_for_work(NEXT_MONDAY, None) == day("2026-03-10")
    assert calendar.received_for_work(FRIDAY, dt.time(12, 29)) == FRIDAY


def test_the_last_day_of_the_calendar_is_no_trap() -> None:
    assert WorkCalendar().received_for_work(dt.date.max, dt.time(18)) == dt.date.max
    assert WorkCalendar().received_for_work(dt.date.max - ONE_DAY, dt.time(18)) == dt.date.max  # a Friday
    assert WorkCalendar().waited(dt.date.min, dt.date.max) > 0


def counted_day_by_day(calendar: WorkCalendar, since: dt.date, today: dt.date) -> int:
    if since > today:
        return -counted_day_by_day(calendar, today, since)
    days = [since + ONE_DAY * n for n in range(1, (today - since).days + 1)]
    return sum(map(calendar.is_working, days))


@given(strategies.calendars, strategies.dates, strategies.dates)
def test_waited_is_what_counting_day_by_day_gives(calendar: WorkCalendar, since: dt.date, today: dt.date) -> None:
    assert calendar.waited(since, today) == counted_day_by_day(calendar, since, today)


@given(strategies.weekdays, strategies.holidays, strategies.dates)
def test_a_day_is_worked_on_its_weekday_unless_it_is_a_holiday(
    weekdays: set[int], holidays: list[dt.date], date: dt.date
) -> None:
    assert WorkCalendar(weekdays, holidays).is_working(date) == (date.weekday() in weekdays and date not in holidays)


@given(strategies.calendars, st.dates(), st.times())
def test_received_for_work_is_never_earlier(calendar: WorkCalendar, date: dt.date, time: dt.time) -> None:
    for_work = calendar.received_for_work(date, time)
    assert for_work >= date
    assert calendar.waited(date, for_work) <= 1
