"""Judging a forecast: officers whose lives are known, journals that know no more than their evening, scores by hand."""

import datetime as dt
from math import fsum, sqrt

import pytest

from benchmarks.calibration.__main__ import this_month
from benchmarks.calibration.months import Month, Told, closed_on, judged, last_number
from benchmarks.calibration.officers import BEGINNERS, Desk, Officer, month_end, officer, officers
from benchmarks.calibration.replays import track_record_of
from benchmarks.calibration.report import report
from benchmarks.calibration.scores import (
    all_told,
    brier,
    coverage,
    group,
    mean_errors,
    outside,
    reliability,
)
from tests.analytics.forecast.made import make_chance, make_outlook
from textual_tracker.analytics.forecast.baselines import stage_on
from textual_tracker.analytics.forecast.outlook import Outlook
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.path import path
from textual_tracker.core.stages import Stage


@pytest.fixture(scope="module")
def someone() -> Officer:
    return officer("7/0")


@pytest.fixture(scope="module")
def uninformed(someone: Officer) -> list[Month]:
    return list(judged(someone, a_third_each))


def stage_in_life(whose: Officer, name: str, evening: dt.date) -> str:
    """Where the life stands, told without the record."""
    now = last_number(whose.clock, evening)
    return next((visit.stage for visit in reversed(whose.stories[name].visits) if visit.entered <= now), "received")


def a_third_each(snapshot: Snapshot) -> Outlook:
    """A forecast that knows nothing: every open referral closes with the same chance."""
    standings = [(referral, snapshot.standing(referral)) for referral in snapshot.referrals]
    chances = [make_chance(referral=one, stage=at.stage, probability=1 / 3) for one, at in standings if at.is_open]
    return make_outlook(
        distribution=(0.5, 0.3, 0.2), closed_already=0, expected=0.7, low=0, high=1, chances=tuple(chances)
    )


def test_the_same_seed_is_the_same_officers_and_another_seed_is_others() -> None:
    first, again, other = (officer(seed) for seed in ("3/0", "3/0", "4/0"))
    assert list(first.stories) == list(again.stories)
    assert first.months == again.months
    assert list(first.stories) != list(other.stories)
    assert [one.seed for one in officers(3, 2)] == ["3/0", "3/1"]


def test_the_last_twelve_months_are_judged_and_a_year_at_least_lies_before_them(someone: Officer) -> None:
    assert len(someone.months) == 12
    assert month_end(someone.months[-1]) == someone.clock.end
    assert (someone.months[0] - someone.clock.start).days >= 360


def test_beginners_are_judged_from_ten_decided_on() -> None:
    beginner = officer("7/0", BEGINNERS)
    assert beginner.months[0] - beginner.clock.start < dt.timedelta(days=90)
    first, *_ = judged(beginner, this_month)
    assert first.first > beginner.months[0]


def test_the_record_of_an_evening_tells_the_stage_of_the_life(someone: Officer) -> None:
    desk = Desk(someone)
    for evening in someone.months[::5]:
        for name, referral in desk.journal(evening).referrals.items():
            stage = stage_on(path(referral, evening), evening.toordinal())
            assert stage is not None
            assert stage.name == stage_in_life(someone, name, evening)


def test_a_record_read_on_a_later_evening_tells_the_same_of_an_earlier_one(someone: Officer) -> None:
    """But for nurture that was lost in the end: the loss is written over it."""
    desk = Desk(someone)
    then, later = someone.months[2], someone.months[8]
    at_the_time, looking_back = desk.journal(then).referrals, desk.journal(later).referrals
    for name, referral in at_the_time.items():
        if path(referral, then)[-1].stage is not Stage.nurture:
            assert path(looking_back[name], then) == path(referral, then)


def test_the_closings_of_the_lives_are_those_of_the_records(someone: Officer) -> None:
    end = someone.clock.end
    recorded = {
        name: [dt.date.fromordinal(spell.entered) for spell in path(one, end) if spell.stage is Stage.closed]
        for name, one in Desk(someone).journal(end).referrals.items()
    }
    lived = {name: closed_on(someone.clock, story) for name, story in someone.stories.items()}
    assert recorded == {name: [day] if day and day <= end else [] for name, day in lived.items()}


def test_without_promises_no_record_says_when_a_closing_is_expected(someone: Officer) -> None:
    evening = someone.months[-1]
    promised = Desk(someone).journal(evening).referrals
    silent = Desk(someone, promises=False).journal(evening).referrals
    assert any(one.application.expected_close for one in promised.values())
    for name, referral in silent.items():
        assert not referral.application.expected_close
        assert not any(item.expected_close for item in referral.application.earlier)
        assert not any(move.what == "expected_close" for move in referral.application.moved)
        assert path(referral, evening) == path(promised[name], evening)


def test_the_true_chances_promise_as_many_closings_as_came(uninformed: list[Month]) -> None:
    told = all_told(uninformed)
    promised = fsum(one.truth for one in told)
    by_chance = sqrt(fsum(one.truth * (1 - one.truth) for one in told))
    assert abs(promised - sum(one.closed for one in told)) < 2 * by_chance


def test_the_report_says_where_a_goal_is_missed(someone: Officer, uninformed: list[Month]) -> None:
    lines = list(report(uninformed))
    assert lines[0].startswith("12 months of 1 officers; ")
    assert any(line.startswith("inside the 80% range") and "MISSED" in line for line in lines)
    assert any(line.startswith("Brier score") and "MISSED" in line for line in lines)
    assert list(judged(someone, lambda _: None)) == []


def test_what_the_program_forecast_is_good_and_is_what_it_replays_later(someone: Officer) -> None:
    """But for nurture that was lost in the end: with the loss written over it, it seems to have been open till then."""
    record = track_record_of(someone, promises=False)
    assert record is not None
    then = list(judged(someone, this_month, promises=False))
    assert coverage(then) >= 0.74
    assert brier((one.chance, one.closed) for one in all_told(then)) < brier(
        (one.fixed, one.closed) for one in all_told(then)
    )
    assert [replay.month for replay in record.replays] == list(someone.months)
    for replay, forecast in zip(record.replays, then, strict=True):
        assert replay.actual == forecast.actual
        assert (replay.low, replay.high) == (forecast.outlook.low, forecast.outlook.high)
        assert replay.expected == pytest.approx(forecast.outlook.expected, abs=0.02)
        assert replay.log_score == pytest.approx(forecast.log_score, abs=0.02)
        assert replay.three_month_mean == forecast.three_month_mean
        assert 0 <= replay.referrals - len(forecast.told) <= 10


def month(actual: int, expected: float, low: int, high: int, *told: tuple[float, bool]) -> Month:
    """A month of which only this is known."""
    return Month(
        "somebody",
        dt.date(2026, 3, 1),
        22,
        make_outlook(distribution=(0.2, 0.8), expected=expected, low=low, high=high),
        actual,
        -1.0,
        3.0,
        -2.0,
        6.0,
        tuple(Told(Stage.contacted, chance, 0.1, 0.2, chance, False, came) for chance, came in told),
    )


def test_scores_are_counted_over_all_months() -> None:
    months = [month(4, 5.0, 3, 6), month(8, 6.0, 5, 7), month(1, 2.5, 2, 4), month(2, 2.5, 1, 3)]
    assert coverage(months) == 0.5
    assert outside(months) == (1, 1)
    assert group("all", months).error == pytest.approx(16 / 15 - 1)
    assert mean_errors(months) == pytest.approx(((1 + 2 + 1.5 + 0.5) / 4, (1 + 5 + 2 + 1) / 4, (2 + 2 + 5 + 4) / 4))


def test_chances_are_held_against_what_came_in_tenths() -> None:
    assert brier([(0.5, True), (0.2, False)]) == pytest.approx((0.25 + 0.04) / 2)
    chances = [Told(Stage.contacted, place / 20, 0, 0, 0, False, place >= 18) for place in range(20)]
    bins = reliability(chances[::-1])
    assert [one.count for one in bins] == [2] * 10
    assert (bins[0].promised, bins[0].came) == pytest.approx((0.025, 0))
    assert (bins[-1].promised, bins[-1].came) == pytest.approx((0.925, 1))
    assert reliability([]) == []
