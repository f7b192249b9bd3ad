"""The list of the weekday. 9 March 2026 is a Monday."""

import pytest

from tests.factories import (
    attempts,
    day,
    log,
    make_journal,
    make_partner,
    make_referral,
    make_settings,
    outcome,
)
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.weekday_list import WeekdayList, weekday_list
from textual_tracker.core.records import Partner, Referral

WEEK = {
    "mon": "partners",
    "tue": "updates",
    "wed": "past_clients",
    "thu": "stage:attempting",
    "fri": "hot",
    "sat": "stagee:lost",
}


def of(weekday: str, *records: Referral | Partner) -> WeekdayList | None:
    """The list of a day of the week of 9 March 2026."""
    date = 9 + ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].index(weekday)
    settings = make_settings(week=WEEK, queries={"hot": "partner:chen"})
    return weekday_list(Snapshot(make_journal(*records, settings=settings), day(f"2026-03-{date:02}")))


def test_partners_are_the_active_ones_of_tier_a_and_b_longest_untouched_first() -> None:
    found = of(
        "mon",
        make_partner("new", tier="A", touches=attempts("2026-03-06 call", "2026-03-09 call")),
        make_partner("old", tier="B", touches=attempts("2026-02-06 call", "2026-03-05 call", "2026-01-06 call")),
        make_partner("planned", tier="A", touches=attempts("2026-02-20 call", "2026-03-20 call")),
        make_partner("never", tier="A"),
        make_partner("third", tier="C"),
        make_partner("untold"),
        make_partner("asleep", tier="A", status="dormant"),
    )
    assert found is not None
    assert found.name == "partners"
    assert found.partners == ("never", "planned", "old", "new")
    assert found.referrals == ()


def test_updates_are_the_partners_with_an_open_referral() -> None:
    found = of(
        "tue",
        make_referral("One", partner="sarah-chen", also_tell=("mike-tran",)),
        make_referral("Two", partner="sarah-chen"),
        make_referral("Gone", partner="lost-one", outcome=outcome("lost", "2026-03-06")),
        make_referral("Rests", partner="nurtured", outcome=outcome("nurture", "2026-03-06")),
        make_referral("Ahead", "2026-03-20", partner="to-come"),
    )
    assert found is not None
    assert found.partners == ("mike-tran", "sarah-chen")


def test_past_clients_are_who_closed_and_partners_who_did_longest_untouched_first() -> None:
    won = outcome("closed", "2026-02-27")
    found = of(
        "wed",
        make_referral("Fresh", "2025-10-01", outcome=won, log=log("2026-03-06")),
        make_referral("Old", "2025-11-03", outcome=won),
        make_referral("Left Alone", outcome=won, do_not_contact=True),
        make_referral("Open"),
        make_referral("Not Yet", outcome=outcome("closed", "2026-03-20")),
        make_partner("client", type="past_client"),
        make_partner("gone", type="past_client", status="dormant"),
        make_partner("agent", tier="A"),
    )
    assert found is not None
    assert found.partners == ("client",)
    assert found.referrals == ("2025-11-03-old", "2025-10-01-fresh")


@pytest.mark.parametrize(("weekday", "names"), [("thu", ("2026-03-02-tried",)), ("fri", ("2026-03-02-hers",))])
def test_anything_else_is_a_query(weekday: str, names: tuple[str, ...]) -> None:
    found = of(
        weekday,
        make_referral("Tried", contact_attempts=attempts("2026-03-06 call")),
        make_referral("Hers", partner="sarah-chen"),
    )
    assert found is not None
    assert (found.name, found.referrals, found.problem) == (WEEK[weekday], names, "")


def test_a_query_that_is_wrong_says_so() -> None:
    found = of("sat", make_referral())
    assert found is not None
    assert found.referrals == ()
    assert 'Did you mean "stage"?' in found.problem


def test_a_day_without_a_list() -> None:
    assert of("sun", make_referral()) is None
