"""The order of the stalled, sentence by sentence, and what folds away. 9 March 2026 is a Monday."""

from typing import Any

import pytest

from tests.factories import (
    application,
    attempts,
    day,
    make_journal,
    make_referral,
    make_settings,
    next_step,
)
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow, folds, stalled_rows
from textual_tracker.core.records import Referral
from textual_tracker.core.settings import Settings

MONDAY = "2026-03-09"


def rows(*referrals: Referral, at_risk: bool = True, settings: Settings | None = None) -> list[StalledRow]:
    """The rows of 9 March 2026."""
    return stalled_rows(Snapshot(make_journal(*referrals, settings=settings), day(MONDAY)), at_risk=at_risk)


def order(*referrals: Referral, **options: Any) -> list[str]:
    """The names in their order."""
    return [row.referral.name for row in rows(*referrals, **options)]


def tried(name: str, last: str, **facts: Any) -> Referral:
    """One who did not answer on `last`: band 2, at risk after one working day, stalled after two."""
    return make_referral(name, contact_attempts=attempts(f"{last} call no_answer"), **facts)


def reached(name: str, last: str, **facts: Any) -> Referral:
    """One without an appointment since `last`: band 3, at risk after two working days, stalled after four."""
    return make_referral(name, contact_attempts=attempts(f"{last} call reached"), **facts)


def closing(name: str, expected_close: str, **facts: Any) -> Referral:
    """One in process: band 1, at risk three working days before it is to close, stalled one before."""
    return make_referral(
        name, application=application("in_process", under_contract="2026-03-06", expected_close=expected_close), **facts
    )


def test_the_band_comes_first() -> None:
    assert order(
        reached("Long Silent", "2026-02-03"), tried("No Answer", "2026-03-04"), closing("Soon Closing", "2026-03-12")
    ) == ["Soon Closing", "No Answer", "Long Silent"]


def test_then_stalled_before_at_risk() -> None:
    assert order(
        tried("At Risk", "2026-03-06"), tried("Stalled", "2026-03-05"), make_referral("New Today", received=MONDAY)
    ) == ["Stalled", "New Today", "At Risk"]


def test_then_no_attempt_newest_first() -> None:
    assert order(
        tried("Forgotten", "2026-02-03"),
        make_referral("Older", received="2026-02-03"),
        make_referral("At Midnight", received="2026-03-05"),
        make_referral("Afternoon", received="2026-03-05T16:40:20"),
        make_referral("Moment Later", received="2026-03-05T16:40:30"),
        make_referral("Morning", received="2026-03-05T09:45"),
        make_referral("Noon", received="2026-03-05T10:15"),
        make_referral("Early", received="2026-03-05T09:15"),
    ) == ["Moment Later", "Afternoon", "Noon", "Morning", "Early", "At Midnight", "Older", "Forgotten"]


def test_no_attempt_does_not_pass_its_band_or_level() -> None:
    assert order(
        make_referral("Today", received=MONDAY), closing("Closing", "2026-03-12"), tried("Stalled", "2026-03-05")
    ) == ["Closing", "Stalled", "Today"]


def test_then_how_far_past_the_limit() -> None:
    assert order(tried("Two Over", "2026-03-03"), tried("Five Over", "2026-02-26"), tried("At It", "2026-03-05")) == [
        "Five Over",
        "Two Over",
        "At It",
    ]


def test_past_the_limit_of_its_own_level_not_how_long() -> None:
    silent = make_referral(
        "Twelve Days", application=application("in_process", under_contract="2026-02-19"), received="2026-02-02"
    )
    assert order(silent, reached("Five Days", "2026-03-02")) == ["Five Days", "Twelve Days"]
    at_risk = make_referral(
        "Nine Days", application=application("in_process", under_contract="2026-02-24"), received="2026-02-02"
    )
    assert order(reached("Three Days", "2026-03-04"), at_risk) == ["Nine Days", "Three Days"]  # 9 − 7, 3 − 2


def test_then_the_order_of_the_table() -> None:
    submitted = make_referral("B Submitted", application=application("submitted", submitted="2026-03-02"))
    contacted = reached("Z Contacted", "2026-03-02")
    assert order(submitted, contacted) == ["Z Contacted", "B Submitted"]


def test_then_the_id() -> None:
    same = [tried(name, "2026-03-05") for name in ("Carla", "Adam", "Beth")]
    assert order(*same) == ["Adam", "Beth", "Carla"]


class TestWorst:
    TWICE = closing("Twice", "2026-03-12", next_step=next_step("2026-03-02"))
    """At risk in band 1, stalled in band 2."""

    def test_one_row_a_referral_its_worst_rule(self) -> None:
        (row,) = rows(self.TWICE)
        assert (row.firing.rule, row.firing.level) == ("late_closing", "at_risk")
        assert row.standing.stage.name == "in_process"

    def test_among_the_stalled_it_is_there_with_the_rule_that_is_stalled(self) -> None:
        (row,) = rows(self.TWICE, at_risk=False)
        assert (row.firing.rule, row.firing.level) == ("next_step_overdue", "stalled")

    def test_those_at_risk_only_when_asked_for(self) -> None:
        assert order(tried("At Risk", "2026-03-06"), at_risk=False) == []

    def test_the_worst_of_one_referral_by_how_far_past(self) -> None:
        both = tried("Both", "2026-03-04", next_step=next_step("2026-03-03"))
        (row,) = rows(both)
        assert row.firing.rule == "next_step_overdue"  # 4 − 1 beats 3 − 2


def test_who_was_received_after_today_does_not_exist() -> None:
    assert order(make_referral("Tomorrow", received="2026-03-10"), tried("Here", "2026-03-05")) == ["Here"]


class TestFolding:
    @pytest.mark.parametrize(("last", "folded"), [("2026-02-19", False), ("2026-02-18", True)])
    def test_band_three_folds_beyond_three_times_its_limit(self, last: str, folded: bool) -> None:
        (row,) = rows(reached("Silent", last, received="2026-02-02"))
        assert row.firing.waited == (13 if folded else 12)
        assert folds(row) is folded

    def test_other_bands_never_fold(self) -> None:
        (row,) = rows(tried("Forgotten", "2026-02-03"))
        assert not folds(row)

    def test_by_the_journals_own_limit(self) -> None:
        patient = make_settings(stalled={"no_appointment": (5, 10)})
        (row,) = rows(reached("Silent", "2026-02-03"), settings=patient)
        assert row.firing.waited == 24
        assert not folds(row)

    def test_one_that_is_only_at_risk_does_not_fold(self) -> None:
        never_stalled = make_settings(stalled={"no_appointment": (1, None)})
        (row,) = rows(reached("Silent", "2026-02-03"), settings=never_stalled)
        assert not folds(row)
