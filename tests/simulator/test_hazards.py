"""The hazards are what they say, and the exact chances follow from them."""

from collections import Counter
from math import sqrt

import pytest

from benchmarks.simulator.dice import Dice
from benchmarks.simulator.hazards import AHEAD, HAZARDS, QUALITIES, after, leave, row
from benchmarks.simulator.path import Visit, walk
from benchmarks.simulator.truth import chance_of_closing

WALKS = 3000


@pytest.mark.parametrize("stage", HAZARDS)
@pytest.mark.parametrize("quality", QUALITIES)
def test_on_every_day_something_may_happen_and_may_not(stage: str, quality: str) -> None:
    for item in HAZARDS[stage]:
        chances = row(stage, item.age, quality)[1:]
        assert all(chance >= 0 for chance in chances)
        assert sum(chances) < 1


def test_every_stage_begins_at_age_zero_and_leads_somewhere() -> None:
    assert HAZARDS.keys() == AHEAD.keys()
    for rows in HAZARDS.values():
        ages = [item.age for item in rows]
        assert ages[0] == 0
        assert ages == sorted(set(ages))


def test_a_refinance_needs_no_letter_and_no_contract() -> None:
    assert after("application_submitted", "advance", refinance=False) == "preapproved"
    assert after("application_submitted", "advance", refinance=True) == "in_process"
    assert after("in_process", "back", refinance=False) == "preapproved"
    assert after("in_process", "back", refinance=True) == "lost"


def test_quality_multiplies_the_chances_of_its_stages() -> None:
    assert row("contacted", 1, "plain").advance == 0.030
    assert row("contacted", 1, "cold").advance == pytest.approx(0.030 * 0.45)
    assert row("contacted", 1, "cold").lose == pytest.approx(0.018 / 0.7)
    assert row("in_process", 20, "cold").advance == row("in_process", 20, "plain").advance == 0.16


def test_stays_are_drawn_as_the_table_says() -> None:
    # received, plain: 0.86 on the day itself; else 0.80 of the 0.14 on the day after.
    drawn = Counter(leave(Dice("stay", number), "received", "plain") for number in range(WALKS))
    assert abs(drawn[0, "advance"] / WALKS - 0.86) < 4 * sqrt(0.86 * 0.14 / WALKS)
    assert abs(drawn[1, "advance"] / WALKS - 0.112) < 4 * sqrt(0.112 * 0.888 / WALKS)


def test_ways_out_are_taken_in_their_proportion() -> None:
    # contacted, plain: nurture is 0.003 of 0.021 at first and 0.007 of 0.047 later, so about 0.146 of those who end.
    ways = Counter(leave(Dice("way", number), "contacted", "plain")[1] for number in range(WALKS))
    ended = ways["lose"] + ways["nurture"]
    assert abs(ways["nurture"] / ended - 0.146) < 4 * sqrt(0.146 * 0.854 / ended) + 0.004


def test_a_closing_a_day_away_is_the_hazard_itself() -> None:
    assert chance_of_closing("clear_to_close", "plain", 1, 1) == pytest.approx(0.32)
    assert chance_of_closing("clear_to_close", "plain", 0, 1) == 0
    # Two days: 0.32, or 0.679 that nothing happens, then 0.32 again.
    assert chance_of_closing("clear_to_close", "plain", 1, 2) == pytest.approx(0.32 + 0.679 * 0.32)


@pytest.mark.parametrize(
    ("stage", "waited", "horizon", "refinance"),
    [
        ("received", 0, 120, False),
        ("contacted", 3, 90, False),
        ("preapproved", 10, 45, False),
        ("contacted", 0, 90, True),
    ],
)
def test_the_exact_chance_is_what_simulated_lives_show(
    stage: str, waited: int, horizon: int, *, refinance: bool
) -> None:
    outcomes = []
    for number in range(WALKS):
        visits = walk(Dice("walk", number), "good", 0, 2000, refinance=refinance)
        for place, visit in enumerate(visits):
            if visit.stage == stage and visit.left > visit.entered + waited:
                closed = _closed(visits[place:])
                outcomes.append(closed is not None and closed <= visit.entered + waited + horizon)
                break
    expected = chance_of_closing(stage, "good", waited, horizon, refinance=refinance)
    seen = sum(outcomes) / len(outcomes)
    assert abs(seen - expected) < 4 * sqrt(expected * (1 - expected) / len(outcomes))


def test_better_senders_close_more() -> None:
    chances = [chance_of_closing("received", quality, 0, 150) for quality in ("best", "good", "plain", "weak", "cold")]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] > 2 * chances[2]
    assert chances[4] < 0.04


def _closed(visits: list[Visit]) -> int | None:
    return next((visit.entered for visit in visits if visit.stage == "closed"), None)
