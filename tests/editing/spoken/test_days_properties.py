"""Whatever the day: it comes back from every way of writing it, on the right side of today."""

import datetime as dt
import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textual_tracker.editing.spoken import fact_day, leading_moment, plan_day, split_ref_and_moment
from textual_tracker.errors import UsageError
from textual_tracker.reading.scalars import FIRST_YEAR, LAST_YEAR

days = st.dates(dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31))
todays = st.dates(dt.date(1950, 1, 1), dt.date(2150, 12, 31))
times = st.times().map(lambda time: time.replace(second=0, microsecond=0))

WHOLE: dict[str, Callable[[dt.date], str]] = {
    "iso": dt.date.isoformat,
    "slashes": lambda day: f"{day.month}/{day.day}/{day.year}",
    "padded": lambda day: f"{day:%m/%d/}{day.year}",
    "year first": lambda day: f"{day.year}/{day.month}/{day.day}",
    "day month": lambda day: f"{day.day} {day:%b} {day.year}",
    "month day": lambda day: f"{day:%B} {day.day}, {day.year}",
    "glued": lambda day: f"{day.day}{day:%b} {day.year}",
    "ordinal": lambda day: f"the {day.day}th of {day:%B} {day.year}",
    "weekday": lambda day: f"{day:%a} {day.day} {day:%b} {day.year}",
}
CLOCKS: dict[str, Callable[[dt.time], str]] = {
    "24 hours": lambda time: f"{time:%H:%M}",
    "12 hours": lambda time: f"{time:%I:%M %p}",
    "12 hours, short": lambda time: f"{time:%I:%M%p}".lstrip("0"),
    "dotted": lambda time: f"{time:%I:%M} {'a.m.' if time.hour < 12 else 'p.m.'}",
}
SIDELESS = st.sampled_from(
    "mon tue wed thu fri sat sun 6th 31st eom 3d 2w 1m 1y 3/6 12/31 1/1 10mar today".split()  # noqa: SIM905 - readable
)


@pytest.mark.parametrize("form", WHOLE)
@given(day=days, today=todays)
def test_a_whole_date_comes_back_in_a_plan_and_in_a_fact(form: str, day: dt.date, today: dt.date) -> None:
    text = WHOLE[form](day)
    assert plan_day(text, today) == fact_day(text, today) == (day, None)


@pytest.mark.parametrize("clock", CLOCKS)
@given(day=days, time=times, form=st.sampled_from(sorted(WHOLE)), glue=st.sampled_from((" ", " at ", " @ ", " @")))
def test_a_date_and_a_time_come_back_in_either_order(
    clock: str, day: dt.date, time: dt.time, form: str, glue: str
) -> None:
    date, hour = WHOLE[form](day), CLOCKS[clock](time)
    assert plan_day(f"{date}{glue}{hour}", day) == (day, time)
    assert plan_day(f"{glue}{hour} {date}", day) == (day, time)


@given(day=days)
def test_a_date_without_its_year_comes_back_from_the_year_before_and_after(day: dt.date) -> None:
    if (day.month, day.day) == (2, 29):
        return
    for text in (f"{day.day} {day:%b}", f"{day:%B} {day.day}", f"{day.month}/{day.day}"):
        assert plan_day(text, max(day - dt.timedelta(days=364), dt.date(FIRST_YEAR, 1, 1))) == (day, None)
        assert plan_day(text, day) == fact_day(text, day) == (day, None)
        assert fact_day(text, min(day + dt.timedelta(days=364), dt.date(LAST_YEAR, 12, 31))) == (day, None)


@given(text=SIDELESS, today=todays)
def test_a_plan_is_never_before_today_and_a_fact_never_after(text: str, today: dt.date) -> None:
    assert fact_day(text, today)[0] <= today <= plan_day(text, today)[0]


@given(weekday=st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), today=todays)
def test_a_weekday_is_within_a_week_and_never_today(weekday: str, today: dt.date) -> None:
    ahead, back = plan_day(weekday, today)[0], fact_day(weekday, today)[0]
    assert f"{ahead:%a}".lower() == f"{back:%a}".lower() == weekday
    assert 1 <= (ahead - today).days <= 7
    assert 1 <= (today - back).days <= 7


@given(
    text=st.sampled_from(["mon 2pm", "6 mar", "in 3 days", "+3", "next fri at 9", "3/6/26 14:00"]), chance=st.randoms()
)
def test_neither_letter_case_nor_blanks_matter(text: str, chance: random.Random) -> None:
    wild = "".join(chance.choice((letter.upper(), letter.lower())) for letter in text)
    wild = "  " + wild.replace(" ", chance.choice(("   ", "\t", "\u00a0"))) + " "
    today = dt.date(2026, 3, 10)
    assert plan_day(wild, today) == plan_day(text, today)


@given(text=st.text() | st.from_regex(r"[a-z0-9+/:@. -]{0,30}", fullmatch=True), plan=st.booleans())
def test_whatever_is_typed_is_a_day_or_a_refusal_in_one_line(text: str, *, plan: bool) -> None:
    answer = said(text, plan=plan)
    assert FIRST_YEAR <= answer.year <= LAST_YEAR if isinstance(answer, dt.date) else answer and "\n" not in answer


def said(text: str, *, plan: bool) -> dt.date | str:
    """The day, or the sentence that refuses it."""
    try:
        return (plan_day if plan else fact_day)(text, dt.date(2026, 3, 10))[0]
    except UsageError as refused:
        return str(refused)


@given(
    when=st.sampled_from(["fri", "mon 2pm", "2pm mon", "next fri at 9", "2026-03-06", "in 3 days", "march 6, 2026"]),
    rest=st.lists(st.sampled_from(["dana", "ortiz", "call", "pay-stubs"]), min_size=1, max_size=4),
)
def test_a_day_is_found_at_either_end_of_a_line(when: str, rest: list[str]) -> None:
    today = dt.date(2026, 3, 10)
    moment = plan_day(when, today)
    assert leading_moment([*when.split(), *rest], today) == (moment, rest)
    assert split_ref_and_moment([*rest, *when.split()], today) == (rest, moment)
