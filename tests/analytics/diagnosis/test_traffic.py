"""Whether fewer come than wanted, at the true length of what is known; the chance is held to SciPy."""

import pytest
from scipy import stats

from tests.factories import day, make_day, make_journal, make_referral
from textual_tracker.analytics.diagnosis.diagnosis import diagnosis
from textual_tracker.analytics.diagnosis.traffic import chance_of_fewer, traffic
from textual_tracker.analytics.diagnosis.verdict import Diagnosis
from textual_tracker.analytics.diagnosis.words import finding, measured
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import last_twelve_months
from textual_tracker.core.settings import Goals, Settings


@pytest.mark.parametrize(("seen", "goal"), [(0, 3.0), (168, 240.0), (168, 168.0), (9, 1.0), (5000, 5100.0), (8, 1e6)])
def test_the_chance_is_that_of_the_gamma_distribution(seen: int, goal: float) -> None:
    assert chance_of_fewer(seen, goal) == pytest.approx(stats.gamma.cdf(goal, 1 + seen), abs=1e-9)


def test_no_fewer_than_nothing() -> None:
    assert chance_of_fewer(0, 0.0) == 0.0


def came(*days: str, activity: str = "") -> Diagnosis:
    """Twelve referrals on each of these days, and a goal of 20 a month."""
    settings = Settings(goals=Goals(monthly={"referrals": 20}))
    referrals = [make_referral(f"Came {one} {number}", one) for one in days for number in range(12)]
    typed = [make_day(activity, calls=1)] if activity else []
    now = Snapshot(make_journal(*referrals, *typed, settings=settings), day("2026-03-10"))
    return diagnosis(now, last_twelve_months(now.today))


def traffic_of(found: Diagnosis) -> tuple[str, str, str]:
    (verdict,) = [one for one in found.verdicts if one.name == "traffic"]
    return verdict.status, measured(verdict), finding(verdict)


@pytest.mark.parametrize(("first", "more"), [("2026-03-06", 25), ("2026-02-10", 1)])
def test_of_less_than_a_month_nothing_is_said_a_month(first: str, more: int) -> None:
    """From 6 to 10 March are five days, from 10 February 29."""
    found = came(first)
    said = f"not enough data yet, {more} more {'day' if more == 1 else 'days'} needed"
    assert traffic_of(found) == ("too_few", "less than a month", said)
    assert found.closings_a_month is None


def test_from_a_month_on_the_true_length_counts() -> None:
    """36 in the 30 days from 9 February on are 36.5 in 30.4."""
    assert traffic_of(came("2026-02-09", "2026-02-10", "2026-03-01")) == (
        "on_target",
        "36.5 referrals a month",
        "on target",
    )


def test_a_day_of_activity_is_known_too() -> None:
    """12 in the 90 days since 11 December are 4.1 a month."""
    status, said, _ = traffic_of(came("2026-03-06", activity="2025-12-11"))
    assert (status, said) == ("waits", "4.1 referrals a month")


def test_it_says_of_what_more_are_needed() -> None:
    a_year = last_twelve_months(day("2026-03-10"))
    few = traffic(20, None, 3, a_year, None, breaks=False)
    undecided = traffic(20, 4, 30, a_year, None, breaks=False)
    assert finding(few) == "not enough data yet, 5 more referrals needed"
    assert finding(undecided) == "not enough data yet, 8 more decided referrals needed"
