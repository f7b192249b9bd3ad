"""Days and amounts as a sentence says them."""

import datetime as dt

from tests.factories import day
from textual_tracker.editing.words import day_words, moment_words, money, on_day, plain_word

TODAY = day("2026-03-10")


def test_a_day_has_its_weekday() -> None:
    assert day_words(day("2026-03-16"), TODAY) == "Mon 16 Mar"


def test_a_day_of_another_year_has_the_year() -> None:
    assert day_words(day("2027-01-05"), TODAY) == "Tue 5 Jan 2027"


def test_an_hour_is_said_where_one_was_given() -> None:
    assert moment_words((day("2026-03-16"), dt.time(14)), TODAY) == "Mon 16 Mar 14:00"
    assert moment_words((day("2026-03-16"), None), TODAY) == "Mon 16 Mar"


def test_today_goes_without_saying() -> None:
    assert on_day(TODAY, TODAY) == ""
    assert on_day(day("2026-03-09"), TODAY) == " on Mon 9 Mar"


def test_amounts_and_words() -> None:
    assert money(385_000) == "$385,000"
    assert plain_word("never_reached") == "never reached"
