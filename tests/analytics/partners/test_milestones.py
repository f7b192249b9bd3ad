"""The news that partners want to hear: the rule milestone_untold. 2 March 2026 is a Monday."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given

from tests import strategies
from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    ended_application,
    ended_outcome,
    make_journal,
    make_partner,
    make_referral,
    move,
    outcome,
    updates,
)
from textual_tracker.analytics.partners.care import PartnerRow, untold
from textual_tracker.analytics.partners.milestones import milestones
from textual_tracker.analytics.recency import last_fact, recent_since
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Partner, Referral

CONTACTED: dict[str, Any] = {"contact_attempts": attempts("2026-03-04 call no_answer", "2026-03-05 call reached")}


def news(today: str, **facts: Any) -> list[tuple[str, str]]:
    """The milestones that are news on `today`: about, and the day."""
    referral = make_referral(**facts)
    found = milestones(Snapshot(make_journal(referral), day(today)), referral)
    return [(milestone.about, milestone.day.isoformat()) for milestone in found]


def row(today: str, partner: Partner | None = None, **facts: Any) -> PartnerRow | None:
    """What Sarah Chen has not been told about a referral of 2 March."""
    journal = make_journal(make_referral(partner="sarah-chen", **facts), partner or make_partner())
    found = [row for row in untold(Snapshot(journal, day(today)), at_risk=True) if row.rule == "milestone_untold"]
    return found[0] if found else None


def untold_news(today: str, *told: str, partner: Partner | None = None, **facts: Any) -> str | None:
    """What is untold after the updates `told`: about."""
    found = row(today, partner, partner_updates=updates(*told), **facts)
    return found.about if found else None


class TestWhatIsNews:
    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            (CONTACTED, ("contacted", "2026-03-05")),
            (
                {"appointment": appointment("held", set="2026-03-03", date="2026-03-09")},
                ("appointment_held", "2026-03-09"),
            ),
            ({"application": application(preapproved="2026-03-09")}, ("preapproved", "2026-03-09")),
            ({"application": application(under_contract="2026-03-09")}, ("in_process", "2026-03-09")),
            ({"application": application(conditional_approval="2026-03-09")}, ("in_process", "2026-03-09")),
            ({"application": application(clear_to_close="2026-03-09")}, ("clear_to_close", "2026-03-09")),
            ({"outcome": outcome("nurture", "2026-03-09")}, ("nurture", "2026-03-09")),
            ({"outcome": outcome("closed", "2026-03-09")}, ("closed", "2026-03-09")),
            ({"outcome": outcome("lost", "2026-03-09", reason="went_cold")}, ("lost", "2026-03-09")),
            (
                {"application": application(earlier=[ended_application("2026-03-09", under_contract="2025-12-01")])},
                ("fell_through", "2026-03-09"),
            ),
            ({"application": application(moved=[move("2026-03-09")])}, ("date_moved", "2026-03-09")),
        ],
    )
    def test_each_from_its_day_on(self, facts: dict[str, Any], expected: tuple[str, str]) -> None:
        assert expected not in news("2026-03-04", **facts)
        assert news("2026-03-09", **facts) == [expected]

    @pytest.mark.parametrize(
        "facts",
        [
            {"contact_attempts": attempts("2026-03-05 call left_message")},
            {"appointment": appointment("set", set="2026-03-03", date="2026-03-09")},
            {"appointment": appointment("no_show", set="2026-03-03", date="2026-03-09")},
            {"appointment": appointment("held")},  # on an unknown day
            {"application": application(started="2026-03-09", submitted="2026-03-10", appraisal_ordered="2026-03-10")},
            {"application": application(moved=[move("2026-03-09", "lock_expires"), move("2026-03-09", "appointment")])},
            {"outcome": outcome("open", "2026-03-09")},
            {"outcome": outcome("nurture")},  # on an unknown day
            {"outcome": outcome("lost", "2026-03-09", reason="duplicate")},
            {"outcome": outcome("lost", "2026-03-09", reason="not_a_referral")},
        ],
    )
    def test_what_is_none(self, facts: dict[str, Any]) -> None:
        assert news("2026-03-20", **facts) == []

    def test_at_most_sixty_calendar_days_old(self) -> None:
        assert news("2026-05-04", **CONTACTED) == [("contacted", "2026-03-05")]
        assert news("2026-05-05", **CONTACTED) == []

    def test_an_appointment_held_is_news_after_the_next_one_was_made(self) -> None:
        again = appointment(
            "set",
            set="2026-03-10",
            date="2026-03-12",
            earlier=[
                appointment("no_show", set="2026-03-03", date="2026-03-04"),
                appointment("held", set="2026-03-05", date="2026-03-09"),
            ],
        )
        assert news("2026-03-10", appointment=again) == [("appointment_held", "2026-03-09")]
        assert news("2026-03-09", appointment=again) == [("appointment_held", "2026-03-09")]
        assert news("2026-03-08", appointment=again) == []

    def test_what_was_before_a_return_is_history(self) -> None:
        facts = CONTACTED | {
            "application": application(
                moved=[move("2026-03-06")], earlier=[ended_application("2026-03-06", preapproved="2026-03-05")]
            ),
            "outcome": outcome(earlier=[ended_outcome("lost", "2026-03-07", "2026-03-09")]),
        }
        assert news("2026-03-09", **facts) == []
        assert news("2026-03-08", **facts)[-1] == ("lost", "2026-03-07")

    def test_an_ending_before_a_return_is_news_though_nothing_else_is(self) -> None:
        """Seen from the 8th it had been lost the day before, whatever came afterwards; nobody ever called."""
        facts = {"outcome": outcome(earlier=[ended_outcome("lost", "2026-03-07", "2026-03-09")])}
        assert news("2026-03-08", **facts) == [("lost", "2026-03-07")]

    def test_what_happens_on_the_day_of_a_return_is_news(self) -> None:
        back = outcome(earlier=[ended_outcome("lost", "2026-03-04", "2026-03-05")])
        assert news("2026-03-09", **CONTACTED, outcome=back) == [("contacted", "2026-03-05")]

    @pytest.mark.parametrize("status", ["denied", "withdrawn", "incomplete"])
    def test_while_it_is_to_be_closed_out_only_the_ending_is_news(self, status: str) -> None:
        facts = CONTACTED | {"application": application(status, preapproved="2026-03-06", decided="2026-03-10")}
        assert news("2026-03-09", **facts) == [("contacted", "2026-03-05"), ("preapproved", "2026-03-06")]
        assert news("2026-03-10", **facts) == []
        assert ("lost", "2026-03-11") in news(
            "2026-03-11", **facts, outcome=outcome("lost", "2026-03-11", reason="denied_credit")
        )


class TestUntold:
    @pytest.mark.parametrize(("today", "level"), [("2026-03-05", "at_risk"), ("2026-03-06", "stalled")])
    def test_at_risk_on_its_day_and_stalled_a_working_day_later(self, today: str, level: str) -> None:
        found = row(today, **CONTACTED)
        assert found is not None
        assert (found.level, found.since, found.about) == (level, day("2026-03-05"), "contacted")

    def test_an_update_on_the_day_or_later_tells_it(self) -> None:
        assert untold_news("2026-03-10", "2026-03-04 text attempted", **CONTACTED) == "contacted"
        assert untold_news("2026-03-10", "2026-03-05 text no_news", **CONTACTED) is None
        assert untold_news("2026-03-10", "2026-03-09 text", **CONTACTED) is None

    def test_an_update_after_today_has_not_told_it(self) -> None:
        assert untold_news("2026-03-10", "2026-03-11 text contacted", **CONTACTED) == "contacted"

    def test_the_latest_that_is_untold(self) -> None:
        facts = CONTACTED | {"application": application(preapproved="2026-03-09", under_contract="2026-03-12")}
        assert untold_news("2026-03-13", **facts) == "in_process"
        assert untold_news("2026-03-13", "2026-03-12 text", **facts) is None
        assert untold_news("2026-03-10", "2026-03-06 text", **facts) == "preapproved"

    @pytest.mark.parametrize("status", ["closed", "lost"])
    def test_closed_and_lost_are_told_only_by_an_update_about_them(self, status: str) -> None:
        facts: dict[str, Any] = {"outcome": outcome(status, "2026-03-09", reason="went_cold")}
        assert untold_news("2026-03-12", "2026-03-10 call thanks", **facts) == status
        assert untold_news("2026-03-12", f"2026-03-08 call {status}", **facts) == status
        assert untold_news("2026-03-12", f"2026-03-09 call {status}", **facts) is None

    def test_nurture_is_told_by_any(self) -> None:
        facts: dict[str, Any] = {"outcome": outcome("nurture", "2026-03-09", revisit="2026-09-01")}
        assert untold_news("2026-03-12", "2026-03-09 call", **facts) is None

    def test_each_partner_is_told_for_themselves(self) -> None:
        facts = CONTACTED | {"also_tell": ("mike-tran",)}
        assert untold_news("2026-03-12", "2026-03-06 call contacted @mike-tran", **facts) == "contacted"

    @pytest.mark.parametrize("partner", [{"update_days": 0}, {"type": "past_client"}, {"type": "sphere"}])
    def test_with_limit_0_only_the_ending(self, partner: dict[str, Any]) -> None:
        personal = make_partner(**partner)
        assert untold_news("2026-03-10", partner=personal, **CONTACTED) is None
        moved = CONTACTED | {"application": application(moved=[move("2026-03-09")])}
        assert untold_news("2026-03-10", partner=personal, **moved) is None
        for status in ("nurture", "closed", "lost"):
            ended = CONTACTED | {"outcome": outcome(status, "2026-03-09", reason="went_cold")}
            assert untold_news("2026-03-10", partner=personal, **ended) == status


@given(strategies.seen)
def test_a_glance_misses_no_news(seen: tuple[Referral, dt.date]) -> None:
    referral, today = seen
    later = today + dt.timedelta(days=30)
    for date in (dt.date.min, today, later):
        news_then = milestones(Snapshot(make_journal(referral), date), referral)
        assert last_fact(referral) >= recent_since(date) or not news_then
