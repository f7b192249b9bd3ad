"""A diagnosis in words: the one thing to change, and no percentage of very few."""

import pytest

from tests.analytics.diagnosis.made import APPLIED, CALLED, CLOSED, SET, diagnosed, lost, people, tried, verdict, wanted
from tests.factories import appointment, attempts
from textual_tracker.analytics.diagnosis.words import finding, gain, goal, headline, measured, not_judged, title


def test_the_headline_says_what_to_change_and_what_it_would_bring() -> None:
    # 16 of 40 agreed; 16 closings in 156 days are 3.1 a month, and at 60% they would be half as many again.
    found = diagnosed(people(16, CLOSED), people(24, lost("went_cold", **CALLED)))
    assert headline(found) == (
        "Change one thing: scripting. 40% of the 40 people talked with agreed to an appointment (target 60%);"
        " at 60% you would close about 1.6 more a month."
    )


def test_what_nobody_can_know_is_said_to_be_so() -> None:
    found = diagnosed(people(9, lost("no_show", **SET)))
    assert headline(found) == (
        "Change one thing: scripting. 0 of the 9 appointments agreed were held (target 80%);"
        " nothing closed in this time, so what mending it would bring cannot be told."
    )
    found = diagnosed(people(9, CLOSED), people(20, tried(6)))
    assert found.first is not None
    assert found.first.step == "stalled"
    assert headline(found).endswith("; what mending it would bring cannot be told from your numbers.")


def test_speed_has_no_whom() -> None:
    late = {"contact_attempts": attempts(*(f"2025-10-{day:02} call no_answer" for day in range(8, 14)))}
    found = diagnosed(people(8, lost("never_reached", **late)))
    assert headline(found).startswith("Change one thing: speed. 0 of the 8 people were first attempted within one")


def test_traffic_counts_referrals() -> None:
    found = diagnosed(people(20, CLOSED), settings=wanted({"referrals": 20}))
    assert headline(found) == (
        "Change one thing: traffic. 3.9 referrals come a month, and your goal is 20;"
        " with 20 you would close about 16.1 more a month."
    )


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "Nobody was received from 11 Mar 2025 to 10 Mar 2026, so nothing can be said."),
        (1, "Not enough data yet to say what to change: 1 referral received from 11 Mar 2025 on."),
        (20, "Nothing breaks, as far as 20 referrals can tell; not everything is clear yet."),
    ],
)
def test_where_nothing_fires(number: int, said: str) -> None:
    assert headline(diagnosed(people(number, CLOSED))) == said


def test_of_few_the_counts_are_said_alone() -> None:
    found = diagnosed(people(4, CLOSED), people(5, lost("went_cold", **CALLED)))
    assert measured(verdict("contacted_to_set", found)) == "4 of 9"
    assert measured(verdict("six_attempts", found)) == "nobody yet"


def test_of_many_the_share_and_its_interval() -> None:
    found = diagnosed(people(18, CLOSED), people(2, lost("no_show", **SET)))
    step = verdict("set_to_held", found)
    assert measured(step) == "18 of 20, 90% (70–97%)"  # Wilson 0.6990 to 0.9721
    assert goal(step) == "target 80%"
    assert finding(step) == "on target"
    assert gain(step) == ""


def test_what_is_said_of_each_state() -> None:
    found = diagnosed(people(3, CALLED), people(1, lost("never_reached", **tried(1))))
    assert finding(verdict("contacted_to_set", found)) == "not enough data yet, 5 more needed"
    assert finding(verdict("referrals", found)) == "no goal set"
    assert finding(verdict("lost_to_it", found)) == "reported, not blamed"
    assert goal(verdict("stalled", found)) == "target 10% at most"
    assert title(verdict("stalled", found)) == "follow-up: stalled"
    assert title(verdict("lost_to_it", found)) == "qualification"


def test_a_chance_is_never_none_nor_all() -> None:
    assert finding(verdict("contacted_to_set", diagnosed(people(300, CALLED)))) == ">99% likely to be below it"
    nobody = wanted({}, targets={"follow_up": {"stalled": 0.0}})
    step = verdict("stalled", diagnosed(people(20, CALLED), settings=nobody))
    assert step.chance == 1.0
    assert finding(step) == ">99% likely to be above it"


def test_who_is_not_judged_stands_beside_those_who_are() -> None:
    lately = {"contact_attempts": attempts("2026-03-05 call reached")}
    met = {**lately, "appointment": appointment("set", set="2026-03-05", date="2026-03-20")}
    tried_once = {"contact_attempts": attempts("2026-03-05 call no_answer")}
    found = diagnosed(
        people(11, lately, "2026-03-05"),
        people(1, met, "2026-03-05"),
        people(2, tried_once, "2026-03-05"),
        people(3, APPLIED),
        people(1, {}, "2026-03-10"),
    )
    said = {one.step: not_judged(one) for one in found.verdicts}
    assert said == {
        "within_one": "1 still has time",
        "six_attempts": "3 came in the last 10 working days, or want no calls, and are not judged yet",
        "stalled": "",
        "contacted_to_set": "12 came there in the last 10 working days and are not judged yet",
        "set_to_held": "1 came there in the last 10 working days, or has the day ahead, and is not judged yet",
        "held_to_application": "",
        "submitted_to_closed": "3 are not decided yet",
        "told": "",
        "referrals": "",
        "lost_to_it": "",
    }
