"""Whether it is too early for a close rate: people came less than twice the usual days of a closing ago."""

from typing import Any

import pytest

from tests.analytics.results.small import DANA, LEE, RAVI, SMALL, TODAY, UMA, found, of
from tests.factories import day, make_journal, make_referral, outcome
from textual_tracker.analytics.results.early import (
    early_months_text,
    early_text,
    first_early,
    is_rate_too_early,
    is_too_early,
    usual_days,
    usual_text,
)
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.statistics.median import Median
from textual_tracker.core.records import Referral

SIX_WEEKS = Median(42, 5)
NEVER = Median(None, 0)


def closed(received: str, on: str, **facts: Any) -> Referral:
    return make_referral(f"Paid {received}", received, outcome=outcome("closed", on, amount=300_000), **facts)


class TestTheUsualDays:
    def test_from_received_to_closing_whenever_that_was(self) -> None:
        """Dana took 42 days; Uma, 56 days, came before the twelve months."""
        assert usual_days(Snapshot(SMALL, TODAY)) == Median(49, 2)

    def test_of_one_officer(self) -> None:
        journal = make_journal(
            closed("2025-06-02", "2025-07-02", officer="ana"),
            closed("2025-06-03", "2025-07-13", officer="maria"),
            closed("2025-06-04", "2025-08-03"),
        )
        snapshot = Snapshot(journal, TODAY)
        assert usual_days(snapshot, "ana") == Median(30, 1)
        assert usual_days(snapshot, "maria") == Median(40, 1)
        assert usual_days(snapshot) == Median(40, 3)

    @pytest.mark.parametrize(
        ("usual", "says"),
        [
            (NEVER, ""),
            (Median(42, 1), "the only closing so far took 42 days"),
            (Median(42, 4), "the 4 closings so far took 42 days"),
            (Median(42, 5), "closings take 42 days"),
            (Median(1, 5), "closings take 1 day"),
        ],
    )
    def test_in_words(self, usual: Median, says: str) -> None:
        assert usual_text(usual) == says


class TestTooEarly:
    @pytest.mark.parametrize(("since", "early"), [("2025-12-15", False), ("2025-12-16", False), ("2025-12-17", True)])
    def test_is_less_than_twice_the_usual_days(self, since: str, early: bool) -> None:
        """From 16 December to 10 March it is 84 days."""
        assert is_too_early(day(since), TODAY, SIX_WEEKS) == early

    def test_where_nobody_ever_closed_nobody_knows(self) -> None:
        assert not is_too_early(TODAY, TODAY, NEVER)

    def test_what_counts_is_who_came_first(self) -> None:
        """Of Dana and Ravi, Dana came first, on 5 January: 64 days ago."""
        both = of(DANA, RAVI)
        assert is_rate_too_early(both, TODAY, Median(33, 5))
        assert not is_rate_too_early(both, TODAY, Median(32, 5))
        assert early_text(both, TODAY, Median(33, 5)) == "too early: closings take 33 days"
        assert early_text(both, TODAY, Median(32, 5)) == ""

    def test_where_all_are_decided_it_never_is(self) -> None:
        assert early_text(of(DANA, LEE), TODAY, SIX_WEEKS) == ""

    def test_without_a_rate_there_is_nothing_to_be_too_early_for(self) -> None:
        assert early_text(of(RAVI), TODAY, SIX_WEEKS) == ""


class TestMonths:
    def test_from_the_first_on_that_began_too_lately(self) -> None:
        """Twice 42 days ago was 16 December: January is the first month that began after it."""
        months = found().by_month
        assert months[first_early(months, TODAY, SIX_WEEKS)].key == "2026-01"
        assert early_months_text(months, TODAY, SIX_WEEKS) == (
            "Too early for a close rate from Jan 2026 on: closings take 42 days, and a loss is decided sooner than a"
            " closing."
        )

    def test_who_is_put_off_is_undecided_too(self) -> None:
        parked = make_referral("Jo Hale", "2026-01-06", outcome=outcome("nurture", "2026-02-20", revisit="2026-09-01"))
        assert "from Jan 2026 on" in early_months_text(of(parked, DANA).by_month, TODAY, SIX_WEEKS)

    @pytest.mark.parametrize(
        ("people", "usual"),
        [((DANA, LEE), SIX_WEEKS), ((DANA, RAVI), NEVER), ((DANA, RAVI), Median(4, 5)), ((UMA,), SIX_WEEKS)],
        ids=["all are decided", "nobody ever closed", "closings take no time", "nobody came"],
    )
    def test_none_where_all_tell_enough(self, people: tuple[Referral, ...], usual: Median) -> None:
        months = of(*people).by_month
        assert first_early(months, TODAY, usual) == len(months)
        assert early_months_text(months, TODAY, usual) == ""
