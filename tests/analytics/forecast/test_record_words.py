"""The track record in words; where the forecast was the worse one, it says so."""

import pytest

from tests.analytics.forecast.made import make_record, make_replay
from tests.factories import day
from textual_tracker.analytics.forecast.outlook import TrackRecord
from textual_tracker.analytics.forecast.record_words import (
    against_baselines,
    inside_words,
    month_by_month,
    months_missing,
    short_record,
    takes_care,
    trust,
)


def test_how_often_it_was_inside() -> None:
    assert inside_words(make_record()) == "1 of the last 2 months fell inside the 80% range"
    assert inside_words(make_record(make_replay())) == "the one month replayed fell inside the 80% range"
    assert inside_words(make_record(make_replay(actual=9))) == "the one month replayed fell outside the 80% range"
    assert inside_words(make_record(make_replay(actual=9), make_replay(actual=8))).startswith(
        "none of the last 2 months"
    )


def test_beside_a_range_stands_how_often_such_a_range_held() -> None:
    assert trust(make_record()) == "1 of the last 2 months fell inside such a range"
    assert trust(make_record(brier=None, brier_fixed=None)) == "1 of the last 2 months fell inside such a range"
    assert trust(make_record(make_replay())) == "the one month replayed fell inside such a range"
    assert trust(None) == "no past month can tell yet how good such a range is"
    assert not takes_care(make_record())
    assert not takes_care(None)


@pytest.mark.parametrize(
    ("record", "says"),
    [
        (
            make_record(*[make_replay(actual=9)] * 3, *[make_replay()] * 2),
            "only 2 of the last 5 months fell inside such a range",
        ),
        (make_record(*[make_replay(actual=9)] * 3), "none of the last 3 months fell inside such a range"),
        (make_record(make_replay(actual=9)), "the one month replayed fell outside such a range"),
        (make_record(brier=0.11), "its chances were no better than fixed percentages"),
        (make_record(brier=0.1), "its chances were no better than fixed percentages"),
        (make_record(brier=0.01, brier_fixed=0.0), "its chances were no better than fixed percentages"),
    ],
)
def test_of_a_poor_record_it_says_to_take_it_with_care(record: TrackRecord, says: str) -> None:
    assert trust(record) == f"take it with care: {says}"
    assert takes_care(record)


def test_where_neither_was_ever_wrong_nothing_is_held_against_the_chances() -> None:
    assert not takes_care(make_record(brier=0.0, brier_fixed=0.0))


def test_months_that_are_not_replayed_are_counted_with_the_reason() -> None:
    assert months_missing(make_record(*[make_replay()] * 12)) == ""
    assert months_missing(make_record(*[make_replay()] * 11)) == (
        "1 of the last 12 is missing: fewer than ten were decided when it began"
    )
    assert months_missing(make_record(make_replay())) == (
        "11 of the last 12 are missing: fewer than ten were decided when they began"
    )


def test_beside_both_baselines() -> None:
    assert list(against_baselines(make_record())) == [
        "better than fixed percentages by 20% (Brier 0.080, theirs 0.100)",
        "better than the three-month mean by 25% (off by 1.2 closings a month, that by 1.6)",
    ]


def test_worse_is_said_plainly() -> None:
    record = make_record(brier=0.11, error=2.0)
    assert list(against_baselines(record)) == [
        "worse than fixed percentages by 10% (Brier 0.110, theirs 0.100)",
        "worse than the three-month mean by 25% (off by 2.0 closings a month, that by 1.6)",
    ]


def test_beyond_twice_as_bad_no_percentage_is_said() -> None:
    record = make_record(brier=0.0157, brier_fixed=0.001, error=3.3, error_three_month_mean=1.6)
    assert list(against_baselines(record)) == [
        "far worse than fixed percentages (Brier 0.016, theirs 0.001)",
        "far worse than the three-month mean (off by 3.3 closings a month, that by 1.6)",
    ]
    assert short_record(record) == "1 of the last 2 months fell inside · worse than fixed percentages"
    twice = make_record(brier=0.2, error=3.2)
    assert [sentence.partition(" (")[0] for sentence in against_baselines(twice)] == [
        "worse than fixed percentages by 100%",
        "worse than the three-month mean by 100%",
    ]


def test_as_good_is_neither() -> None:
    record = make_record(brier=0.1, error=1.601)
    assert [sentence.partition(" (")[0] for sentence in against_baselines(record)] == [
        "no better and no worse than fixed percentages",
        "no better and no worse than the three-month mean",
    ]


def test_a_baseline_that_was_never_wrong() -> None:
    perfect = make_record(brier=0.0, brier_fixed=0.0, error=0.5, error_three_month_mean=0.0)
    assert [sentence.partition(" (")[0] for sentence in against_baselines(perfect)] == [
        "as good as fixed percentages",
        "worse than the three-month mean",
    ]


def test_where_nobody_was_open_there_is_nothing_to_compare_the_chances_by() -> None:
    record = make_record(brier=None, brier_fixed=None)
    assert [sentence.split()[2] for sentence in against_baselines(record)] == ["the"]
    assert short_record(record) == "1 of the last 2 months fell inside"


def test_month_by_month_newest_first() -> None:
    assert month_by_month(make_record(), day("2026-03-10")) == ["Feb said 4–7, was 5 ✓", "Jan said 2–5, was 6 ✗"]


def test_in_short() -> None:
    before = "1 of the last 2 months fell inside"
    assert short_record(make_record()) == f"{before} · beats fixed percentages by 20%"
    assert short_record(make_record(brier=0.11)) == f"{before} · worse than fixed percentages"
    assert short_record(make_record(brier=0.1)) == f"{before} · as good as fixed percentages"
    assert short_record(make_record(make_replay(), brier=None)) == "the one month replayed fell inside"
