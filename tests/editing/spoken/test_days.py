"""Days and times as people say them, on Tuesday 10 March 2026."""

import datetime as dt

import pytest

from textual_tracker.editing.moment import written
from textual_tracker.editing.spoken import fact_day, plan_day
from textual_tracker.errors import UsageError

TUESDAY = dt.date(2026, 3, 10)


def plan(text: str, today: dt.date = TUESDAY) -> str:
    return written(plan_day(text, today))


def fact(text: str, today: dt.date = TUESDAY) -> str:
    return written(fact_day(text, today))


def refusal(text: str, *, planned: bool = True) -> str:
    with pytest.raises(UsageError) as refused:
        (plan_day if planned else fact_day)(text, TUESDAY)
    return str(refused.value)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-03-10"),
        ("tomorrow", "2026-03-11"),
        ("tom", "2026-03-11"),
        ("tmr", "2026-03-11"),
        ("yesterday", "2026-03-09"),
        ("yes", "2026-03-09"),
        ("next fri", "2026-03-13"),
        ("last fri", "2026-03-06"),
        ("next tue", "2026-03-17"),
        ("last tuesday", "2026-03-03"),
        ("next week", "2026-03-17"),
        ("last month", "2026-02-10"),
        ("+3", "2026-03-13"),
        ("-2", "2026-03-08"),
        ("+2w", "2026-03-24"),
        ("in 3 days", "2026-03-13"),
        ("in 2 weeks", "2026-03-24"),
        ("in a month", "2026-04-10"),
        ("3 days ago", "2026-03-07"),
        ("a week ago", "2026-03-03"),
        ("2 weeks from now", "2026-03-24"),
        ("2 weeks from fri", "2026-03-27"),
        ("2026-03-06", "2026-03-06"),
        ("2026-3-6", "2026-03-06"),
        ("2026/03/06", "2026-03-06"),
        ("3/6/2026", "2026-03-06"),
        ("3/6/26", "2026-03-06"),
        ("6 march 2027", "2027-03-06"),
        ("March 6, 2026", "2026-03-06"),
        ("the 6th of March 2026", "2026-03-06"),
        ("Fri 6 Mar 2026", "2026-03-06"),
        ("Friday, March 6, 2026", "2026-03-06"),
        ("on 3/6/26", "2026-03-06"),
    ],
)
def test_a_day_that_says_its_side_is_the_same_in_a_plan_and_in_a_fact(text: str, day: str) -> None:
    assert (plan(text), fact(text)) == (day, day)


@pytest.mark.parametrize(
    ("text", "ahead", "back"),
    [
        ("fri", "2026-03-13", "2026-03-06"),
        ("Friday", "2026-03-13", "2026-03-06"),
        ("thur", "2026-03-12", "2026-03-05"),
        ("tues", "2026-03-17", "2026-03-03"),
        ("on wed", "2026-03-11", "2026-03-04"),
        ("6 mar", "2027-03-06", "2026-03-06"),
        ("mar 6", "2027-03-06", "2026-03-06"),
        ("3/6", "2027-03-06", "2026-03-06"),
        ("6 apr", "2026-04-06", "2025-04-06"),
        ("10 mar", "2026-03-10", "2026-03-10"),
        ("6th", "2026-04-06", "2026-03-06"),
        ("the 10th", "2026-03-10", "2026-03-10"),
        ("30th", "2026-03-30", "2026-01-30"),
        ("eom", "2026-03-31", "2026-02-28"),
        ("end of the month", "2026-03-31", "2026-02-28"),
        ("3d", "2026-03-13", "2026-03-07"),
        ("2w", "2026-03-24", "2026-02-24"),
        ("1m", "2026-04-10", "2026-02-10"),
        ("1y", "2027-03-10", "2025-03-10"),
        ("two weeks", "2026-03-24", "2026-02-24"),
        ("a week", "2026-03-17", "2026-03-03"),
    ],
)
def test_a_plan_looks_ahead_and_a_fact_back(text: str, ahead: str, back: str) -> None:
    assert (plan(text), fact(text)) == (ahead, back)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("mon 2pm", "2026-03-16T14:00"),
        ("2pm mon", "2026-03-16T14:00"),
        ("mon@2pm", "2026-03-16T14:00"),
        ("mon @ 2:30 pm", "2026-03-16T14:30"),
        ("mon at 9", "2026-03-16T09:00"),
        ("tomorrow at 10", "2026-03-11T10:00"),
        ("at 10 tomorrow", "2026-03-11T10:00"),
        ("fri noon", "2026-03-13T12:00"),
        ("in 3 days at 9:15 a.m.", "2026-03-13T09:15"),
        ("march 16, 2026, 2 p.m.", "2026-03-16T14:00"),
        ("2026-03-16T14:00", "2026-03-16T14:00"),
        ("2026-03-16 14:00", "2026-03-16T14:00"),
        ("2026-03-16T14:00:00", "2026-03-16T14:00"),
    ],
)
def test_a_day_with_a_time_in_any_order(text: str, moment: str) -> None:
    assert plan(text) == moment


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2pm", "14:00"),
        ("2p", "14:00"),
        ("12pm", "12:00"),
        ("12am", "00:00"),
        ("9am", "09:00"),
        ("14:00", "14:00"),
        ("0:05", "00:05"),
        ("at 9", "09:00"),
        ("@9", "09:00"),
        ("10 o'clock", "10:00"),
        ("at 17", "17:00"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
    ],
)
def test_a_time_alone_is_one_of_today(text: str, time: str) -> None:
    assert plan(text) == fact(text) == f"2026-03-10T{time}"


@pytest.mark.parametrize(
    ("text", "time"), [("at 2", "14:00"), ("6:30", "18:30"), ("02:30", "02:30"), ("2am", "02:00"), ("7:00", "07:00")]
)
def test_an_hour_from_1_to_6_is_in_the_afternoon_unless_it_says_otherwise(text: str, time: str) -> None:
    assert plan(text) == f"2026-03-10T{time}"


def test_months_are_not_of_one_length() -> None:
    january = dt.date(2026, 1, 31)
    assert plan("1m", january) == "2026-02-28"
    assert plan("eom", january) == fact("eom", january) == "2026-01-31"
    assert plan("31st", dt.date(2026, 4, 10)) == "2026-05-31"


def test_a_leap_day_is_found_where_there_is_one() -> None:
    assert plan("29 feb", dt.date(2027, 6, 1)) == "2028-02-29"
    assert fact("feb 29", dt.date(2028, 6, 1)) == "2028-02-29"
    assert plan("29 feb 2028") == "2028-02-29"
    assert plan("1y", dt.date(2028, 2, 29)) == "2029-02-28"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31 feb", "there is no 31 Feb"),
        ("feb 30 2026", "there is no 30 Feb"),
        ("29 feb 2027", "there is no 29 Feb 2027"),
        ("29 feb", "there is no 29 Feb 2027; with the year it is 29 Feb 2028"),
        ("32nd", "no month has a day 32"),
        ("2026-04-31", "there is no 31 Apr"),
        ("13/6", "there is no month 13; the month comes first: 6/13 is June 13, 13 jun as well"),
        ("6 mar 1850", "the year 1850 is outside of 1900 to 2199"),
        ("2200-01-01", "the year 2200 is outside of 1900 to 2199"),
        ("+99999", "that day is outside of the years 1900 to 2199"),
        ("999y", "that day is outside of the years 1900 to 2199"),
        ("mon 13pm", "there is no 13pm; write 13:00"),
        ("mon 0am", "there is no 0am; write 0:00"),
        ("99pm", "there is no 99pm; write 2pm or 14:00"),
        ("mon 25:00", "there is no 25:00; times go from 00:00 to 23:59"),
        ("14:75", "there is no 14:75; times go from 00:00 to 23:59"),
        ("thu 6 mar 2026", "6 Mar 2026 is a Friday, not a Thursday"),
    ],
)
def test_what_does_not_exist_is_refused_in_words(text: str, sentence: str) -> None:
    assert refusal(text) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("wendesday", '"wendesday" is no day; did you mean "wednesday"?'),
        ("tomorow 2pm", '"tomorow 2pm" is no day; did you mean "tomorrow 2pm"?'),
        ("mon 9", '"mon 9" is no day; did you mean "mon at 9"?'),
        ("fri 13", '"fri 13" is no day; did you mean "fri 13th" or "fri at 13"?'),
        ("2026-03-06T14:00Z", '"2026-03-06T14:00Z" is no day; write it like fri, +3, mon 2pm, 6 mar or 2026-03-06'),
        ("9", '"9" is no day; write it like fri, +3, mon 2pm, 6 mar or 2026-03-06'),
        ("may", '"may" is no day; write it like fri, +3, mon 2pm, 6 mar or 2026-03-06'),
        ("", "a day is missing; write it like fri, +3, mon 2pm, 6 mar or 2026-03-06"),
    ],
)
def test_what_is_no_day_is_met_with_the_nearest_right_way_to_write_it(text: str, sentence: str) -> None:
    assert refusal(text) == sentence


def test_a_fact_gets_its_own_examples() -> None:
    examples = "yesterday, fri, -2, 6 mar or 2026-03-06"
    assert refusal("whenever", planned=False) == f'"whenever" is no day; write it like {examples}'


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("mon 9", '"mon 9th" or "mon at 9"'),
        ("sun 1", '"sun 1st" or "sun at 1"'),
        ("mon 2", '"mon 2nd" or "mon at 2"'),
        ("tue 3", '"tue 3rd" or "tue at 3"'),
        ("thu 12", '"thu 12th" or "thu at 12"'),
        ("sun 22", '"sun 22nd" or "sun at 22"'),
        ("tue 8", '"tue at 8"'),
    ],
)
def test_a_number_behind_a_weekday_may_be_one_of_the_month(text: str, meant: str) -> None:
    """1 March 2026 is a Sunday, 12 and 22 February a Thursday and a Sunday; 8 March is no Tuesday."""
    assert refusal(text, planned=False) == f'"{text}" is no day; did you mean {meant}?'


def test_a_refusal_repeats_little_and_nothing_that_steers_a_terminal() -> None:
    assert refusal("\x1b[2J" + "x" * 500) == (
        f'"\\x1b[2J{"x" * 35}…" is no day; write it like fri, +3, mon 2pm, 6 mar or 2026-03-06'
    )


@pytest.mark.parametrize(
    "text", ["ago", "in a", "a", "an hour", "in 2 hours", "+", "+3 ago", "+3x", "in 3 days ago", "next", "mon tue", "@"]
)
def test_half_a_day_is_none(text: str) -> None:
    assert "is no day" in refusal(text)
