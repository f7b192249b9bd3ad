"""The track record: which months are replayed, what happened in them, and the scores."""

import datetime as dt
from math import log

import pytest

from tests.analytics.forecast.made import make_chance, make_outlook
from tests.analytics.forecast.test_baselines import went
from tests.factories import make_referral
from textual_tracker.analytics.forecast.outlook import Outlook
from textual_tracker.analytics.forecast.track_record import track_record
from textual_tracker.analytics.window import Window
from textual_tracker.core.path import Path
from textual_tracker.core.stages import Stage

TODAY = dt.date(2026, 4, 14)


def outlook(first: dt.date, chances: dict[str, tuple[Stage, float]], *distribution: float, closed: int = 0) -> Outlook:
    """A forecast of the month that begins on `first`; its range is 0 to 1."""
    expected = sum(count * chance for count, chance in enumerate(distribution))
    each = [
        make_chance(name, probability, referral=make_referral(id=name), stage=stage)
        for name, (stage, probability) in chances.items()
    ]
    return make_outlook(
        Window(first, first),
        distribution,
        closed_already=closed,
        expected=expected,
        low=0,
        high=1,
        goal=None,
        chances=tuple(each),
    )


def months_asked(paths: dict[str, Path], today: dt.date) -> list[dt.date]:
    asked: list[dt.date] = []

    def ask(first: dt.date) -> Outlook:
        asked.append(first)
        return outlook(first, {}, 1.0)

    track_record(paths, today, ask)
    return asked


def test_the_twelve_months_before_the_running_one_are_replayed_oldest_first() -> None:
    paths = {"one": went(("2019-05-05", Stage.received))}
    asked = months_asked(paths, TODAY)
    assert asked[0] == dt.date(2025, 4, 1)
    assert asked[-1] == dt.date(2026, 3, 1)
    assert len(asked) == 12


def test_a_month_is_over_on_the_first_of_the_next() -> None:
    paths = {"one": went(("2026-01-05", Stage.received))}
    assert months_asked(paths, dt.date(2026, 3, 31)) == [dt.date(2026, 2, 1)]
    assert months_asked(paths, dt.date(2026, 4, 1)) == [dt.date(2026, 2, 1), dt.date(2026, 3, 1)]


def test_there_is_no_record_of_nothing_nor_of_an_officer_who_has_just_begun() -> None:
    assert track_record({}, TODAY, lambda first: outlook(first, {}, 1.0)) is None
    assert months_asked({"one": went(("2026-04-02", Stage.received))}, TODAY) == []


def test_a_month_with_too_little_history_is_left_out() -> None:
    paths = {"one": went(("2026-01-05", Stage.received))}
    assert track_record(paths, TODAY, lambda _: None) is None
    record = track_record(paths, TODAY, lambda first: outlook(first, {}, 1.0) if first.month == 3 else None)
    assert record is not None
    assert [replay.month for replay in record.replays] == [dt.date(2026, 3, 1)]


MARCH = {
    "before": went(("2026-01-05", Stage.preapproved), ("2026-02-11", Stage.closed)),
    "first": went(("2026-02-05", Stage.preapproved), ("2026-03-01", Stage.closed)),
    "open": went(("2026-02-05", Stage.preapproved), ("2026-03-31", Stage.closed)),
    "new": went(("2026-03-02", Stage.preapproved), ("2026-03-20", Stage.closed)),
    "later": went(("2026-02-05", Stage.preapproved), ("2026-04-01", Stage.closed)),
    "lost": went(("2026-02-05", Stage.contacted), ("2026-03-05", Stage.lost)),
}
"""In March three closed: one on its first day, one that was open then, one that was not received yet."""
CHANCES = {
    "open": (Stage.preapproved, 0.7),
    "later": (Stage.preapproved, 0.4),
    "lost": (Stage.contacted, 0.1),
}


def march(*distribution: float) -> Outlook:
    return outlook(dt.date(2026, 3, 1), CHANCES, *distribution, closed=1)


def test_what_happened_are_all_closings_of_the_month_of_whoever() -> None:
    record = track_record(MARCH, TODAY, lambda first: march(0.0, 0.2, 0.5, 0.25, 0.05) if first.month == 3 else None)
    assert record is not None
    (replay,) = record.replays
    assert replay.actual == 3
    assert not replay.is_inside
    assert record.inside == 0
    assert replay.log_score == pytest.approx(log(0.25))


def test_the_chances_are_held_against_what_became_of_each() -> None:
    record = track_record(MARCH, TODAY, lambda first: march(1.0) if first.month == 3 else None)
    assert record is not None
    (replay,) = record.replays
    assert replay.referrals == 3
    assert replay.brier == pytest.approx(((1 - 0.7) ** 2 + 0.4**2 + 0.1**2) / 3)


def test_the_fixed_percentages_are_those_known_on_the_first() -> None:
    record = track_record(MARCH, TODAY, lambda first: march(1.0) if first.month == 3 else None)
    assert record is not None
    (replay,) = record.replays
    # On 1 February one was pre-approved, and closed in it; nobody was contacted. As shipped: 60 % and 10 %.
    preapproved = (1 + 0.6) / 2
    assert replay.brier_fixed == pytest.approx(((1 - preapproved) ** 2 + preapproved**2 + 0.1**2) / 3)
    assert replay.expected_fixed == pytest.approx(1 + 2 * preapproved + 0.1)


def test_what_was_held_for_impossible_costs_much_but_is_a_number() -> None:
    record = track_record(MARCH, TODAY, lambda first: march(0.5, 0.5) if first.month == 3 else None)
    assert record is not None
    assert record.log_score == pytest.approx(log(1e-9))


def test_scores_over_all_months_are_means_over_chances_and_over_months() -> None:
    forecasts = {
        2: outlook(dt.date(2026, 2, 1), {"before": (Stage.preapproved, 0.9)}, 0.1, 0.9),
        3: march(0.0, 0.1, 0.4, 0.5),
    }
    record = track_record(MARCH, TODAY, lambda first: forecasts.get(first.month))
    assert record is not None
    february, third = record.replays
    assert (february.actual, third.actual) == (1, 3)
    assert february.is_inside
    assert record.inside == 1
    assert record.months == 2
    assert record.brier == pytest.approx((0.1**2 + 0.3**2 + 0.4**2 + 0.1**2) / 4)
    assert record.log_score == pytest.approx((log(0.9) + log(0.5)) / 2)
    assert record.error == pytest.approx((abs(0.9 - 1) + abs(2.4 - 3)) / 2)
    # The months before: January without a closing; January and February with one.
    assert (february.three_month_mean, third.three_month_mean) == (0, 0.5)
    assert record.error_three_month_mean == pytest.approx((1 + 2.5) / 2)


def test_a_month_on_whose_first_nobody_was_open_has_no_brier_score_and_no_percentage_is_invented() -> None:
    record = track_record(MARCH, TODAY, lambda first: outlook(first, {}, 1.0) if first.month == 3 else None)
    assert record is not None
    assert record.replays[0].brier is None
    assert (record.brier, record.brier_fixed, record.skill) == (None, None, None)


def test_who_was_lost_and_came_back_to_close_within_the_month_has_closed() -> None:
    path = went(
        ("2026-02-05", Stage.contacted),
        ("2026-03-05", Stage.lost),
        ("2026-03-10", Stage.contacted),
        ("2026-03-30", Stage.closed),
    )
    chances = {"one": (Stage.contacted, 0.2)}
    record = track_record(
        {"one": path}, TODAY, lambda first: outlook(first, chances, 1.0) if first.month == 3 else None
    )
    assert record is not None
    assert record.brier == pytest.approx(0.8**2)


def test_skill_is_by_how_much_the_brier_score_is_lower_than_that_of_fixed_percentages() -> None:
    paths = {"one": went(("2026-02-05", Stage.contacted))}
    chances = {"one": (Stage.contacted, 0.05)}
    record = track_record(paths, TODAY, lambda first: outlook(first, chances, 1.0) if first.month == 3 else None)
    assert record is not None
    # Nobody closes, nothing is known: 5 % beside the 10 % as shipped.
    assert record.skill == pytest.approx(1 - 0.05**2 / 0.10**2)
