"""How likely a referral leaves its stage on a day."""

import pytest

from textual_tracker.analytics.forecast.hazards import CLOSED, ENDED, OLDEST, OPEN_STAGES, Counts, Weights, hazards_of
from textual_tracker.core.stages import Stage

AS_SEEN = Weights(age=0, stage=0, unseen=0)
RECEIVED, ATTEMPTING, CONTACTED = Stage.received, Stage.attempting, Stage.contacted


def ages(*days: int) -> list[int]:
    """How many at each age."""
    counts = [0] * (OLDEST + 2)
    for each in days:
        counts[min(each, OLDEST + 1)] += 1
    return counts


def test_who_left_on_a_day_is_counted_among_those_who_were_still_there_that_day() -> None:
    # Of five, one closes after 3 days, one is last seen after 3, one is lost after 4, two are still there after 9.
    seen = Counts({CLOSED: ages(3), ENDED: ages(4)}, ages(3, 9, 9), 0)
    found = hazards_of({RECEIVED: seen}, AS_SEEN)[RECEIVED]
    assert found.people == 5
    assert found.at_risk[:6] == [5, 5, 5, 5, 3, 2]
    assert found.ways[CLOSED][:6] == [0, 0, 0, pytest.approx(1 / 5), 0, 0]
    assert found.ways[ENDED][:6] == [0, 0, 0, 0, pytest.approx(1 / 3), 0]


def test_where_few_have_been_so_long_the_hazard_leans_on_that_of_the_stage() -> None:
    # Four people, on 3 + 3 + 4 + 10 = 20 days; two close. A day at a time that is 2/20.
    seen = Counts({CLOSED: ages(3, 3)}, ages(4, 10), 0)
    found = hazards_of({RECEIVED: seen}, Weights(age=2, stage=0, unseen=0))[RECEIVED]
    assert found.ways[CLOSED][3] == pytest.approx((2 + 2 * 0.1) / (4 + 2))
    assert found.ways[CLOSED][10] == pytest.approx((0 + 2 * 0.1) / (1 + 2))
    assert found.ways[CLOSED][OLDEST] == pytest.approx(0.1)


def test_where_few_have_been_in_a_stage_it_leans_on_all_stages() -> None:
    # In received ten people on 40 days: eight went ahead, two were lost.
    seen = Counts({ATTEMPTING: ages(*[4] * 8), ENDED: ages(4, 4)}, ages(), 0)
    # In contacted one on five days, and still there.
    alone = Counts({}, ages(5), 0)
    found = hazards_of({RECEIVED: seen, CONTACTED: alone}, Weights(age=0, stage=5, unseen=0))
    forward, ended = 8 / 45, 2 / 45
    assert found[CONTACTED].ways[Stage.appointment_set][OLDEST] == 0  # nobody at that age, and no weight for the stage
    leaning = hazards_of({RECEIVED: seen, CONTACTED: alone}, Weights(age=2, stage=5, unseen=0))[CONTACTED]
    assert leaning.ways[Stage.appointment_set][OLDEST] == pytest.approx(5 * forward / (5 + 5))
    assert leaning.ways[ENDED][OLDEST] == pytest.approx(5 * ended / (5 + 5))


def test_a_stage_in_which_nobody_has_been_has_the_hazards_of_all_others() -> None:
    seen = Counts({ATTEMPTING: ages(*[4] * 8), ENDED: ages(4, 4)}, ages(), 0)
    found = hazards_of({RECEIVED: seen}, Weights(age=1, stage=100, unseen=0))[Stage.clear_to_close]
    assert found.people == 0
    assert found.ways[CLOSED][7] == pytest.approx(8 / 40)
    assert found.ways[ENDED][7] == pytest.approx(2 / 40)


def test_beyond_the_oldest_age_all_days_are_one() -> None:
    # One closed 10 days beyond, one still waits 30 days beyond: one closing in 40 days.
    seen = Counts({CLOSED: ages(OLDEST + 10)}, ages(OLDEST + 30), 40)
    assert hazards_of({RECEIVED: seen}, AS_SEEN)[RECEIVED].ways[CLOSED][OLDEST + 1] == pytest.approx(1 / 40)


def test_half_a_closing_lies_under_a_past_without_one_and_the_less_of_a_loss_the_more_were_seen() -> None:
    # Ten were lost after four days, none closed: half a closing on these 40 days and two more, and 1/22 of a loss.
    seen = Counts({ENDED: ages(*[4] * 10)}, ages(), 0)
    found = hazards_of({RECEIVED: seen}, Weights(age=0, stage=0, unseen=0.5))
    assert found[RECEIVED].ways[CLOSED][:5] == [0, *[pytest.approx(0.5 / 42)] * 4]
    assert found[RECEIVED].ways[ENDED][3] == pytest.approx(0.5 / 11 / 42)
    # On as many days as both take nobody leaves.
    assert found[RECEIVED].ways[ENDED][4] == pytest.approx(1 - 2 * (0.5 + 0.5 / 11) / 42 + 0.5 / 11 / 42)
    assert found[CONTACTED].ways[CLOSED][4] == pytest.approx(0.5 / 42)


def test_nobody_leaves_for_certain_and_nobody_stays_for_certain() -> None:
    all_at_once = Counts({CLOSED: ages(*[1] * 30)}, ages(), 0)
    for past in ({}, {RECEIVED: all_at_once}):
        for one in hazards_of(past).values():
            daily = [sum(each[age] for each in one.ways.values()) for age in range(1, OLDEST + 2)]
            assert all(0 < each < 1 for each in daily)


def test_without_any_past_and_any_leaning_nobody_ever_leaves() -> None:
    found = hazards_of({}, AS_SEEN)
    assert set(found) == set(OPEN_STAGES)
    assert all(not any(each) for one in found.values() for each in one.ways.values())
