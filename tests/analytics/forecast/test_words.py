"""A forecast in words: the headline, the goal, the dollars, what a chance rests on."""

from typing import Any

import pytest

from tests.analytics.forecast.made import APRIL, MARCH, make_chance, make_forecast, make_outlook
from tests.factories import day
from textual_tracker.analytics.forecast import words
from textual_tracker.analytics.window import Window
from textual_tracker.core.stages import Stage

TODAY = day("2026-03-10")


@pytest.mark.parametrize(
    ("chance", "said"),
    [(0, "<1%"), (1e-300, "<1%"), (0.005, "<1%"), (0.0051, "1%"), (0.9949, "99%"), (0.995, ">99%"), (1, ">99%")],
)
def test_what_is_still_to_come_is_never_said_to_be_impossible_or_certain(chance: float, said: str) -> None:
    assert words.chance_percent(chance) == said


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [
        ("2026-03-01", "2026-03-31", "March 2026"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-02-01", "2024-02-28", "1–28 February 2024"),
        ("9999-12-01", "9999-12-31", "December 9999"),
        ("2026-03-01", "2026-03-13", "1–13 March 2026"),
        ("2026-03-01", "2026-03-01", "1 March 2026"),
        ("2026-03-01", "2026-06-30", "1 March to 30 June 2026"),
        ("2026-12-01", "2027-01-31", "1 December 2026 to 31 January 2027"),
    ],
)
def test_a_window_by_name(start: str, end: str, name: str) -> None:
    assert words.window_name(Window(day(start), day(end))) == name


def test_the_headline() -> None:
    assert words.headline(make_outlook(), TODAY) == "March 2026: 3 closed, most likely 5 (80%: 4–7)"


def test_the_headline_where_nothing_is_closed_yet_and_where_there_is_one_number() -> None:
    outlook = make_outlook(MARCH, (0.9, 0.1), closed_already=0, low=0, high=0)
    assert words.headline(outlook, TODAY) == "March 2026: none closed, most likely 0 (80%: 0)"


def test_the_headline_of_a_window_that_has_not_begun() -> None:
    outlook = make_outlook(APRIL, (0.2, 0.5, 0.3), closed_already=0, low=0, high=1)
    assert words.headline(outlook, TODAY) == "April 2026: most likely 1 (80%: 0–1)"


def test_the_goal() -> None:
    assert words.goal_words(make_outlook()) == "chance of your goal of 5: 78%"
    assert words.of_goal(make_outlook()) == "78% for 5"


def test_a_goal_that_is_reached() -> None:
    outlook = make_outlook(goal=3)
    assert (words.goal_words(outlook), words.of_goal(outlook)) == ("your goal of 3 is reached", "reached")
    assert words.goal_percent(outlook) == "reached"


def test_a_goal_that_is_not_reached_is_never_certain_nor_out_of_reach() -> None:
    assert words.goal_words(make_outlook(goal=4, chance_of_goal=1.0)) == "chance of your goal of 4: >99%"
    assert words.goal_words(make_outlook(goal=40, chance_of_goal=0.0)) == "chance of your goal of 40: <1%"


def test_no_goal() -> None:
    outlook = make_outlook(goal=None)
    assert (words.goal_words(outlook), words.of_goal(outlook)) == ("", "")


def test_where_the_expected_number_comes_from() -> None:
    outlook = make_outlook(expected=5.5, arrivals=0.3, chances=(make_chance(), make_chance("Ana Gómez")))
    assert words.made_of(outlook) == ("3 closed, 2.2 from 2 open referrals, 0.3 from those not received yet")
    nothing = make_outlook(expected=0.0, arrivals=0.0, closed_already=0, chances=())
    assert words.made_of(nothing) == "0.0 from 0 open referrals"
    hardly = make_outlook(expected=3.04, arrivals=0.04, chances=(make_chance(),))
    assert words.made_of(hardly) == "3 closed, 0.0 from 1 open referral"


def test_dollars_and_their_goal() -> None:
    outlook = make_outlook()
    assert words.expected_dollars(outlook) == "$1.5M"
    assert words.of_volume_goal(outlook) == "75% of $2.0M"
    assert words.of_volume_goal(make_outlook(volume_goal=None)) == ""


def test_amounts_that_are_not_known_are_said() -> None:
    assert words.without_amount(make_outlook()) == ""
    assert words.without_amount(make_outlook(amount_unknown=3)) == (
        "3 open referrals without an amount, taken at the mean of $310,000"
    )
    nothing = make_outlook(amount_unknown=1, usual_amount=None, expected_amount=0.0, closed_amount=0)
    assert words.without_amount(nothing) == "1 open referral without an amount, and none is known to take for it"
    assert words.expected_dollars(nothing) == words.of_volume_goal(nothing) == ""


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"been": 34}, "34 others waited as long"),
        ({"been": 1}, "1 other waited as long"),
        ({"been": 3583}, "3,583 others waited as long"),
        ({"basis": "pooled", "been": 3}, "few waited as long: 3"),
        ({"basis": "pooled", "been": 0}, "nobody waited as long yet"),
        ({"basis": "stage", "days_in_stage": None}, "day of entry unknown"),
        ({"basis": "expected_close", "expected_close": day("2026-03-13")}, "expected Fri 13 Mar"),
        ({"basis": "expected_close", "expected_close": TODAY}, "expected today"),
        ({"basis": "expected_close", "expected_close": day("2026-03-06")}, "was expected Fri 6 Mar"),
    ],
)
def test_what_a_chance_rests_on(facts: dict[str, Any], said: str) -> None:
    assert words.rests_on(make_chance(**facts), TODAY) == said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"been": 34}, 'It rests on the 34 others that waited in "in process" as long as this one'),
        ({"basis": "pooled", "been": 1}, 'Only 1 other waited in "in process" as long as this one'),
        ({"basis": "pooled", "been": 0}, 'Nobody waited in "in process" as long as this one'),
        ({"basis": "stage", "stage": Stage.preapproved}, 'The day on which it came to "pre-approved" is unknown'),
        (
            {"basis": "expected_close"},
            'The stage "in process" says whether it closes (34 others waited there as long), ',
        ),
    ],
)
def test_the_same_in_a_sentence(facts: dict[str, Any], said: str) -> None:
    sentence = words.rests_on_sentence(make_chance(**facts))
    assert sentence.startswith(said)
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("decided", "said"),
    [
        (0, "no referral is decided (closed or lost), and it takes 10; 10 more."),
        (1, "1 referral is decided (closed or lost), and it takes 10; 9 more."),
        (9, "9 referrals are decided (closed or lost), and it takes 10; 1 more."),
    ],
)
def test_under_ten_decided_it_says_what_is_missing(decided: int, said: str) -> None:
    nothing = make_forecast(decided=decided, chosen=None, next_month=None, ninety_days=None)
    assert words.missing_sentence(nothing) == f"Too little history for a forecast: {said}"


def test_the_windows_side_by_side() -> None:
    names = [name for name, _ in words.windows(make_forecast())]
    assert names == ["March 2026", "April 2026", "90 days, 11 Mar–8 Jun"]


def test_a_window_that_was_asked_for_comes_first() -> None:
    week = make_outlook(Window(day("2026-03-01"), day("2026-03-13")), goal=None)
    found = make_forecast(chosen=week, this_month=make_outlook())
    assert [name for name, _ in words.windows(found)][:2] == ["1–13 March 2026", "March 2026"]


@pytest.mark.parametrize(
    ("month", "said"),
    [("2026-03-01", "Mar"), ("2025-05-01", "May"), ("2025-04-01", "Apr 2025"), ("2025-03-01", "Mar 2025")],
)
def test_a_month_that_could_be_taken_for_a_later_one_has_its_year(month: str, said: str) -> None:
    assert words.short_month(day(month), TODAY) == said
