"""When somebody was first attempted, and how often before they were given up. 9 March 2026 is a Monday."""

import pytest

from tests.analytics.results.small import of
from tests.factories import application, attempts, ended_outcome, make_referral, outcome
from textual_tracker.core.records import Referral


def tried(received: str, *texts: str, **facts: object) -> Referral:
    return make_referral("Dana Ortiz", received, contact_attempts=attempts(*texts), **facts)


def in_time(referral: Referral, today: str = "2026-03-10") -> tuple[int, int] | None:
    rate = of(referral, today=today).speed.within_one
    return None if rate is None else (rate.hits, rate.n)


@pytest.mark.parametrize(
    ("referral", "expected"),
    [
        (tried("2026-02-27", "2026-03-02 call"), (1, 1)),  # Friday to Monday
        (tried("2026-02-27", "2026-03-03 call"), (0, 1)),
        (tried("2026-02-27T18:00", "2026-03-03 call"), (1, 1)),  # after hours: from Monday
        (tried("2026-02-28", "2026-03-03 call"), (1, 1)),  # a Saturday: from Monday
        (tried("2026-02-02", "2026-02-02 call replied"), (1, 1)),
        (tried("2026-03-09"), None),  # not yet
        (tried("2026-03-06"), (0, 1)),
        (tried("2026-03-02", "2026-03-12 call"), (0, 1)),  # a plan is no attempt
    ],
)
def test_within_one_working_day(referral: Referral, expected: tuple[int, int] | None) -> None:
    assert in_time(referral) == expected


def test_an_attempt_that_lies_ahead_is_a_plan() -> None:
    planned = of(tried("2026-03-02", "2026-03-12 call")).speed
    assert (planned.to_first_attempt.n, planned.to_first_attempt.value) == (0, None)


@pytest.mark.parametrize("ending", ["lost", "nurture", "closed"])
def test_whoever_ended_without_a_call_waits_for_none(ending: str) -> None:
    assert in_time(tried("2026-03-02", outcome=outcome(ending, "2026-03-06", reason=None))) is None


def test_whoever_ended_after_a_late_call_was_called_late() -> None:
    ended = outcome("lost", "2026-03-09", reason="not_ready")
    assert in_time(tried("2026-03-02", "2026-03-05 call no_answer", outcome=ended)) == (0, 1)


def test_whoever_came_further_without_a_call_on_file_waits_for_none() -> None:
    assert in_time(tried("2026-03-02", application=application("submitted", submitted="2026-03-04"))) is None


def test_whoever_came_back_without_ever_being_called_waits_again() -> None:
    back = outcome(earlier=[ended_outcome("nurture", "2026-02-04", "2026-03-02")])
    assert in_time(tried("2026-02-02", outcome=back)) == (0, 1)


def test_a_return_does_not_begin_anew() -> None:
    back = tried("2026-01-05", "2026-01-06 call", "2026-03-05 call reached",
                 outcome=outcome(earlier=[ended_outcome("nurture", "2026-01-20", "2026-03-02")]))  # fmt: skip
    assert of(back).speed.to_first_attempt.value == 1


def test_an_attempt_before_it_was_received_counts_as_at_once() -> None:
    assert of(tried("2026-02-02", "2026-01-30 call")).speed.to_first_attempt.value == 0


@pytest.mark.parametrize(("many", "early"), [(5, 1), (6, 0)])
@pytest.mark.parametrize("ending", ["lost", "nurture"])
def test_given_up_before_six(many: int, early: int, ending: str) -> None:
    days = [f"2026-02-{day:02d} call no_answer" for day in range(2, 2 + many)]
    found = of(tried("2026-02-02", *days, outcome=outcome(ending, "2026-03-02", reason=None))).attempts
    assert (found.never_reached, found.attempts) == (1, many)
    assert found.gave_up_early is not None
    assert (found.gave_up_early.hits, found.gave_up_early.n) == (early, 1)
