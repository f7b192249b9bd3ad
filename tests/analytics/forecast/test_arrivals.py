"""The closings of referrals that are not received yet."""

import msgspec
import pytest

from tests.analytics.forecast.test_hazards import ages
from tests.factories import day
from textual_tracker.analytics.forecast.arrivals import Stream, stream_of
from textual_tracker.analytics.forecast.chances import Chances
from textual_tracker.analytics.forecast.clock import Clock
from textual_tracker.analytics.forecast.hazards import CLOSED, Counts, Weights, hazards_of
from textual_tracker.analytics.forecast.history import Closing, Evening
from textual_tracker.core.calendar import WorkCalendar
from textual_tracker.core.stages import Stage

RECEIVED, CONTACTED = Stage.received, Stage.contacted
NOW = 738_000
EVERY_DAY = Clock(WorkCalendar(range(7)))


def evening(*starts: tuple[int, Stage]) -> Evening:
    return Evening(
        day=NOW, clock=EVERY_DAY, counts={}, closings_from={}, starts=starts, closings=[], decided=0, waiting=[]
    )


def all_close_after(days: int) -> Chances:
    seen = {stage: Counts({CLOSED: ages(days, days)}, ages(), 0) for stage in (RECEIVED, CONTACTED)}
    return Chances(hazards_of(seen, Weights(0, 0, 0)), 60)


def test_they_come_as_they_came_in_the_last_year() -> None:
    stream = stream_of(evening((NOW - 900, RECEIVED), (NOW - 365, RECEIVED), (NOW - 364, RECEIVED), (NOW, CONTACTED)))
    assert stream == Stream(seen=2, days=365, starts={RECEIVED: 1, CONTACTED: 1})


def test_where_there_is_less_than_a_year_they_come_as_they_came_since_the_first() -> None:
    assert stream_of(evening((NOW - 13, RECEIVED), (NOW - 2, RECEIVED))) == Stream(2, 14, {RECEIVED: 2})


def test_they_come_on_working_days() -> None:
    # 6 March 2026 is a Friday: with it three working days up to Tuesday.
    week = Clock(WorkCalendar())
    friday = day("2026-03-06").toordinal()
    found = stream_of(msgspec.structs.replace(evening((friday, RECEIVED)), day=friday + 4, clock=week))
    assert found == Stream(1, 3, {RECEIVED: 1})
    saturday = stream_of(msgspec.structs.replace(evening((friday + 1, RECEIVED)), day=friday + 1, clock=week))
    assert saturday.days == 1


def test_where_nobody_ever_came_nobody_comes() -> None:
    assert stream_of(evening()).closings(all_close_after(5), 1, 30) == 0


def test_who_closes_on_the_day_of_coming_is_a_closing_on_every_such_day() -> None:
    at_once = [Closing(NOW - days, None, (), at_once=True) for days in (400, 90, 40, 10)]
    later = Closing(NOW - 5, None, ())
    here = msgspec.structs.replace(evening((NOW - 99, RECEIVED)), closings=[*at_once, later])
    stream = stream_of(here)
    assert stream == Stream(seen=1, days=365, starts={RECEIVED: 1}, at_once=3)
    assert stream.closings_at_once(1, 30) == pytest.approx(30 * 3 / 365)
    assert stream.closings_at_once(31, 60) == pytest.approx(30 * 3 / 365)
    assert stream.closings_at_once(1, 0) == 0
    alone = stream_of(msgspec.structs.replace(evening(), closings=at_once[2:]))
    assert alone == Stream(seen=0, days=41, starts={}, at_once=2)


def test_one_closes_in_the_window_if_they_come_early_enough() -> None:
    # One comes every second day, and closes five days later: within 30 days those of the first 25 do.
    stream = Stream(seen=50, days=100, starts={RECEIVED: 30, CONTACTED: 20})
    assert stream.closings(all_close_after(5), 1, 30) == pytest.approx(25 / 2)
    assert stream.closings(all_close_after(5), 1, 4) == 0
    assert stream.closings(all_close_after(5), 1, 6) == pytest.approx(1 / 2)


def test_of_a_later_window_those_before_it_do_not_count() -> None:
    stream = Stream(seen=50, days=100, starts={RECEIVED: 50})
    assert stream.closings(all_close_after(5), 31, 60) == pytest.approx(30 / 2)
    assert stream.closings(all_close_after(40), 31, 60) == pytest.approx(20 / 2)
