"""Partners who were not told. 2 March 2026 is a Monday."""

from typing import Any

import pytest

from tests.factories import application as an_application
from tests.factories import (
    attempts,
    day,
    make_journal,
    make_partner,
    make_referral,
    make_settings,
    next_step,
    outcome,
    updates,
)
from textual_tracker.analytics.partners.care import PartnerRow, untold
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Partner, Referral
from textual_tracker.core.settings import Settings


def rows_of(
    today: str, *records: Referral | Partner, rule: str = "", settings: Settings | None = None
) -> list[PartnerRow]:
    """The rows of these records, those at risk too, or only those of one rule."""
    found = untold(Snapshot(make_journal(*records, settings=settings), day(today)), at_risk=True)
    return [row for row in found if rule in {"", row.rule}]


def levels(today: str, *records: Referral | Partner, rule: str, settings: Settings | None = None) -> dict[str, str]:
    """The level of the rule for each partner."""
    return {row.partner: row.level or "" for row in rows_of(today, *records, rule=rule, settings=settings)}


def sent(**facts: Any) -> Referral:
    """A referral of 2 March from Sarah Chen."""
    return make_referral(**{"partner": "sarah-chen", **facts})


class TestThank:
    @pytest.mark.parametrize(
        ("received", "today", "level"),
        [
            ("2026-03-02", "2026-03-02", "at_risk"),
            ("2026-03-02", "2026-03-03", "stalled"),
            ("2026-03-06T18:00", "2026-03-07", None),  # received for work on Monday
            ("2026-03-06T18:00", "2026-03-09", "at_risk"),
            ("2026-03-06T18:00", "2026-03-10", "stalled"),
        ],
    )
    def test_it_waits_from_received_for_work(self, received: str, today: str, level: str | None) -> None:
        assert levels(today, sent(received=received), rule="thank").get("sarah-chen") == level

    def test_what_the_row_says(self) -> None:
        (row,) = rows_of("2026-03-04", sent())
        assert (row.rule, row.since, row.waited, row.limit) == ("thank", day("2026-03-02"), 2, 1)
        assert row.referral == sent()

    def test_any_update_thanks(self) -> None:
        assert levels("2026-03-04", sent(partner_updates=updates("2026-03-02")), rule="thank") == {}
        tomorrow = sent(partner_updates=updates("2026-03-05"))
        assert levels("2026-03-04", tomorrow, rule="thank") == {"sarah-chen": "stalled"}

    @pytest.mark.parametrize("status", ["closed", "lost", "nurture"])
    def test_only_while_open(self, status: str) -> None:
        assert levels("2026-03-04", sent(outcome=outcome(status, "2026-03-03")), rule="thank") == {}

    def test_thanks_are_due_even_to_those_who_want_no_updates(self) -> None:
        rare = make_partner("sarah-chen", update_days=0)
        assert levels("2026-03-04", sent(), rare, rule="thank") == {"sarah-chen": "stalled"}

    def test_nobody_sent_it(self) -> None:
        assert rows_of("2026-03-04", make_referral()) == []


class TestAlsoTell:
    TWO = sent(also_tell=("mike-tran",))

    def test_each_is_told_by_updates_with_their_id(self) -> None:
        assert levels("2026-03-04", self.TWO, rule="thank") == {"sarah-chen": "stalled", "mike-tran": "stalled"}

    def test_an_update_without_an_id_was_for_the_partner(self) -> None:
        told = sent(also_tell=("mike-tran",), partner_updates=updates("2026-03-02 call"))
        assert levels("2026-03-04", told, rule="thank") == {"mike-tran": "stalled"}

    def test_an_update_with_an_id_was_for_that_one(self) -> None:
        told = sent(also_tell=("mike-tran",), partner_updates=updates("2026-03-02 call thanks @mike-tran"))
        assert levels("2026-03-04", told, rule="thank") == {"sarah-chen": "stalled"}

    def test_without_a_partner_the_other_is_told(self) -> None:
        alone = make_referral(also_tell=("mike-tran",), partner_updates=updates("2026-03-02 call"))
        assert levels("2026-03-04", alone, rule="thank") == {"mike-tran": "stalled"}

    def test_the_same_person_twice_is_one(self) -> None:
        assert len(rows_of("2026-03-04", sent(also_tell=("sarah-chen",)), rule="thank")) == 1


class TestSilent:
    """Told on Monday 2 March; a week of seven working days ends on Wednesday the 11th."""

    TOLD = sent(partner_updates=updates("2026-03-02 text"))

    @pytest.mark.parametrize(
        ("today", "level"),
        [("2026-03-06", None), ("2026-03-09", "at_risk"), ("2026-03-10", "at_risk"), ("2026-03-11", "stalled")],
    )
    def test_the_journals_limit_and_two_days_of_warning(self, today: str, level: str | None) -> None:
        assert levels(today, self.TOLD, make_partner(), rule="silent").get("sarah-chen") == level

    def test_what_the_row_says(self) -> None:
        (row,) = rows_of("2026-03-12", self.TOLD, rule="silent")
        assert (row.since, row.waited, row.limit, row.level) == (day("2026-03-02"), 8, 7, "stalled")
        (row,) = rows_of("2026-03-09", self.TOLD, rule="silent")
        assert (row.waited, row.limit, row.level) == (5, 5, "at_risk")

    @pytest.mark.parametrize(
        ("partner", "journal", "limit"),
        [
            ({}, 7, 7),
            ({}, 10, 10),
            ({"update_days": 3}, 7, 3),
            ({"type": "past_client", "update_days": 4}, 7, 4),
            ({"update_days": 1}, 7, 1),
        ],
    )
    def test_whose_limit_it_is(self, partner: dict[str, Any], journal: int, limit: int) -> None:
        settings = make_settings(partner_update_days=journal)
        (row,) = rows_of("2026-04-30", self.TOLD, make_partner(**partner), rule="silent", settings=settings)
        assert row.limit == limit

    @pytest.mark.parametrize(
        ("partner", "journal"),
        [({"type": "past_client"}, 7), ({"type": "sphere"}, 7), ({"update_days": 0}, 7), ({}, 0)],
    )
    def test_with_limit_0_nobody_is_silent(self, partner: dict[str, Any], journal: int) -> None:
        settings = make_settings(partner_update_days=journal)
        assert rows_of("2026-04-30", self.TOLD, make_partner(**partner), rule="silent", settings=settings) == []

    def test_the_warning_never_comes_before_the_update(self) -> None:
        eager = make_partner(update_days=1)
        assert levels("2026-03-02", self.TOLD, eager, rule="silent") == {"sarah-chen": "at_risk"}
        assert levels("2026-03-03", self.TOLD, eager, rule="silent") == {"sarah-chen": "stalled"}

    def test_doubled_while_preapproved(self) -> None:
        shopping = sent(
            partner_updates=updates("2026-03-02 text preapproved"),
            application=an_application("preapproved", preapproved="2026-03-02"),
        )
        found = {
            today: levels(f"2026-03-{today}", shopping, rule="silent").get("sarah-chen") for today in range(17, 21)
        }
        assert found == {17: None, 18: "at_risk", 19: "at_risk", 20: "stalled"}

    def test_the_last_update_counts_and_one_ahead_does_not(self) -> None:
        twice = sent(partner_updates=updates("2026-03-04 text", "2026-03-02 text", "2026-03-20 text"))
        (row,) = rows_of("2026-03-13", twice, rule="silent")
        assert row.since == day("2026-03-04")

    def test_only_while_open_and_once_told(self) -> None:
        assert rows_of("2026-04-30", sent(), rule="silent") == []
        ended = sent(partner_updates=updates("2026-03-02"), outcome=outcome("nurture", "2026-03-02"))
        assert rows_of("2026-04-30", ended, rule="silent") == []


class TestLevelsAndOrder:
    def test_those_at_risk_only_when_asked_for(self) -> None:
        fresh, late = sent(received="2026-03-04"), make_referral("Lee Ortiz", partner="mike-tran")
        snapshot = Snapshot(make_journal(fresh, late), day("2026-03-04"))
        assert [row.partner for row in untold(snapshot, at_risk=False)] == ["mike-tran"]
        assert [row.partner for row in untold(snapshot, at_risk=True)] == ["mike-tran", "sarah-chen"]

    def test_a_row_for_each_partner_referral_and_rule(self) -> None:
        spoken = sent(contact_attempts=attempts("2026-03-03 call reached"))
        found = rows_of("2026-03-04", spoken, make_referral("Lee Ortiz", partner="sarah-chen"))
        assert sorted((row.referral.name, row.rule) for row in found if row.referral) == [
            ("Dana Ortiz", "milestone_untold"),
            ("Dana Ortiz", "thank"),
            ("Lee Ortiz", "thank"),
        ]

    def test_the_journal_may_switch_a_rule_off(self) -> None:
        off = make_settings(stalled={"thank": None, "silent": None, "milestone_untold": None})
        spoken = sent(contact_attempts=attempts("2026-03-03 call reached"))
        assert rows_of("2026-04-30", spoken, settings=off) == []

    def test_or_one_of_its_levels(self) -> None:
        patient = make_settings(stalled={"thank": (None, 3)})
        assert levels("2026-03-04", sent(), rule="thank", settings=patient) == {}
        assert levels("2026-03-05", sent(), rule="thank", settings=patient) == {"sarah-chen": "stalled"}

    def test_what_the_borrower_waits_for_does_not_quiet_it(self) -> None:
        waiting = sent(next_step=next_step("2026-04-01"), do_not_contact=True, consent_to_share="none")
        assert levels("2026-03-04", waiting, rule="thank") == {"sarah-chen": "stalled"}


class TestQuietPartner:
    """Sarah Chen sent her last referral on 1 May 2025."""

    LAST = sent(received="2025-05-01", outcome=outcome("lost", "2025-05-02"))
    PARTNER = make_partner(tier="A")

    @pytest.mark.parametrize(("today", "quiet"), [("2025-07-30", False), ("2025-07-31", True)])
    def test_beyond_ninety_days(self, today: str, quiet: bool) -> None:
        assert bool(rows_of(today, self.LAST, self.PARTNER, rule="quiet_partner")) is quiet

    def test_what_the_row_says_in_calendar_days(self) -> None:
        (row,) = rows_of("2025-08-01", self.LAST, self.PARTNER, rule="quiet_partner")
        assert (row.partner, row.referral, row.level) == ("sarah-chen", None, None)
        assert (row.since, row.waited, row.limit) == (day("2025-05-01"), 92, 90)

    @pytest.mark.parametrize(("today", "quiet"), [("2025-08-29", False), ("2025-08-30", True)])
    def test_beyond_twice_the_median_gap(self, today: str, quiet: bool) -> None:
        """Gaps of 10, 60 and 61 days: twice the median is 120."""
        earlier = [sent(name=date, received=date) for date in ("2024-12-21", "2024-12-31", "2025-03-01")]
        gap_of_61_and = [*earlier, sent(received="2025-05-01")]
        found = rows_of(today, *gap_of_61_and, self.PARTNER, rule="quiet_partner")
        assert bool(found) is quiet
        assert not quiet or (found[0].waited, found[0].limit) == (121, 120)

    def test_half_a_day_of_median_counts(self) -> None:
        """Gaps of 60 and 61 days: twice the median is 121."""
        three = [sent(name=date, received=date) for date in ("2024-12-31", "2025-03-01", "2025-05-01")]
        assert rows_of("2025-08-30", *three, self.PARTNER, rule="quiet_partner") == []
        assert rows_of("2025-08-31", *three, self.PARTNER, rule="quiet_partner") != []

    @pytest.mark.parametrize(
        ("partner", "quiet"),
        [
            ({"tier": "B"}, True),
            ({"tier": "C"}, False),
            ({}, False),
            ({"tier": "A", "status": "prospect"}, False),
            ({"tier": "A", "status": "dormant"}, False),
            ({"tier": "A", "status": "do_not_contact"}, False),
            ({"tier": "A", "type": "past_client"}, False),
            ({"tier": "A", "type": "sphere"}, False),
        ],
    )
    def test_which_partners(self, partner: dict[str, Any], quiet: bool) -> None:
        assert bool(rows_of("2025-12-01", self.LAST, make_partner(**partner), rule="quiet_partner")) is quiet

    def test_three_referrals_are_as_good_as_a_tier(self) -> None:
        three = [sent(name=name, received="2025-05-01") for name in ("One", "Two", "Three")]
        assert rows_of("2025-12-01", *three, make_partner(), rule="quiet_partner") != []
        assert rows_of("2025-12-01", *three[:2], make_partner(), rule="quiet_partner") == []

    def test_who_never_sent_anybody_is_not_quiet(self) -> None:
        told_only = make_referral(received="2025-05-01", also_tell=("sarah-chen",))
        assert rows_of("2025-12-01", told_only, self.PARTNER, rule="quiet_partner") == []

    @pytest.mark.parametrize(("today", "quiet"), [("2025-10-28", False), ("2025-10-29", True)])
    def test_a_touch_quiets_it_for_twenty_working_days(self, today: str, quiet: bool) -> None:
        """Of Wednesday 1 October; the 20th working day after it is Wednesday the 29th."""
        touched = make_partner(tier="A", touches=attempts("2025-10-01 call no_answer", "2025-09-01 call", "2026-01-01"))
        assert bool(rows_of(today, self.LAST, touched, rule="quiet_partner")) is quiet

    @pytest.mark.parametrize(("today", "quiet"), [("2025-10-28", False), ("2025-10-29", True)])
    def test_so_does_an_update(self, today: str, quiet: bool) -> None:
        told = sent(received="2025-05-01", partner_updates=updates("2025-10-01 call"))
        assert bool(rows_of(today, told, self.PARTNER, rule="quiet_partner")) is quiet
        other = make_referral(received="2025-05-03", partner_updates=updates("2025-10-01 call thanks @sarah-chen"))
        assert bool(rows_of(today, self.LAST, other, self.PARTNER, rule="quiet_partner")) is quiet

    @pytest.mark.parametrize(("today", "quiet"), [("2025-12-17", False), ("2025-12-24", True)])
    def test_where_weeks_have_one_working_day_that_is_long(self, today: str, quiet: bool) -> None:
        """Of Wednesday 6 August; the 20th Wednesday after it is 24 December."""
        wednesdays = make_settings(working_days=("wed",))
        told = sent(
            received="2025-05-01", partner_updates=updates("2025-08-06 call"), outcome=outcome("lost", "2025-06-02")
        )
        assert bool(rows_of(today, told, self.PARTNER, rule="quiet_partner", settings=wednesdays)) is quiet

    def test_one_of_today_counts_already(self) -> None:
        touched = make_partner(tier="A", touches=attempts("2025-12-01 call"))
        assert rows_of("2025-12-01", self.LAST, touched, rule="quiet_partner") == []
        told = sent(received="2025-05-01", partner_updates=updates("2025-12-01 call"))
        assert rows_of("2025-12-01", told, self.PARTNER, rule="quiet_partner") == []

    def test_quiet_partners_come_last(self) -> None:
        waiting = make_referral(received="2025-12-01", partner="mike-tran")
        found = rows_of("2025-12-01", self.LAST, self.PARTNER, waiting)
        assert [row.rule for row in found] == ["thank", "quiet_partner"]

    def test_null_switches_it_off(self) -> None:
        off = make_settings(stalled={"quiet_partner": None})
        assert rows_of("2025-12-01", self.LAST, self.PARTNER, rule="quiet_partner", settings=off) == []
