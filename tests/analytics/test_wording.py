"""Words and numbers as people say them."""

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    make_journal,
    make_partner,
    make_referral,
    next_step,
    updates,
)
from textual_tracker.analytics import wording
from textual_tracker.analytics.partners.care import RULES, untold_about
from textual_tracker.analytics.rules import RULE_NAMES
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Referral
from textual_tracker.core.stages import Stage


def label(today: str, referral: Referral) -> str:
    """What is said of the referral's worst rule."""
    snapshot = Snapshot(make_journal(referral), day(today))
    firing = snapshot.fires(referral)[0]
    return wording.rule_label(firing, referral, len(snapshot.standing(referral).attempts))


def short_label(today: str, referral: Referral) -> str:
    snapshot = Snapshot(make_journal(referral), day(today))
    return wording.short_rule_text(snapshot, referral, snapshot.fires(referral)[0])


def test_every_rule_has_words() -> None:
    assert set(wording.RULE_LABELS) == {*RULE_NAMES, *RULES}


def test_stages_sources_and_what_it_is_about() -> None:
    assert wording.stage_label(Stage.clear_to_close) == "clear to close"
    assert wording.stage_label(Stage.preapproved) == "pre-approved"
    assert wording.word("cash_out_refinance") == "cash out refinance"
    assert wording.word("cpa") == "CPA"
    assert wording.word("real_estate_agent") == "agent"
    assert wording.word(None) == ""
    assert wording.about_label("in_process") == "in process"  # a refinance has no contract
    assert wording.about_label("appointment_held") == "appointment held"


class TestRuleLabel:
    @pytest.mark.parametrize(
        ("tries", "said"),
        [(1, "no answer, 1 try"), (3, "no answer, 3 tries"), (6, "to decide, 6 tries")],
    )
    def test_tries_are_counted(self, tries: int, said: str) -> None:
        dates = [f"2026-03-{date:02} call" for date in range(4, 4 + tries)]
        assert label("2026-03-13", make_referral(contact_attempts=attempts(*dates))) == said

    @pytest.mark.parametrize(
        ("today", "said"),
        [
            ("2026-03-20", "closing in 3 working days"),
            ("2026-03-24", "closing in 1 working day"),
            ("2026-03-25", "closing due"),
            ("2026-03-26", "closing 1 day late"),
            ("2026-03-27", "closing 2 days late"),
        ],
    )
    def test_a_closing(self, today: str, said: str) -> None:
        file = application("in_process", under_contract="2026-03-16", expected_close="2026-03-25")
        assert label(today, make_referral(application=file)) == said

    @pytest.mark.parametrize(
        ("today", "said"),
        [
            ("2026-03-20", "letter ends in 1 working day"),
            ("2026-03-21", "letter ends in 1 working day"),
            ("2026-03-23", "letter running out"),
            ("2026-03-24", "letter 1 day past its end"),
        ],
    )
    def test_a_letter(self, today: str, said: str) -> None:
        file = application("preapproved", preapproved="2026-03-16", expires="2026-03-23")
        assert label(today, make_referral(application=file)) == said

    @pytest.mark.parametrize(
        ("today", "said"),
        [
            ("2026-03-17", "letter ends Mon 23 Mar"),
            ("2026-03-22", "letter ends tomorrow"),
            ("2026-03-23", "letter running out"),
            ("2026-03-24", "letter 1 day past its end"),
        ],
    )
    def test_in_a_narrow_column_a_deadline_ahead_is_its_day(self, today: str, said: str) -> None:
        file = application("preapproved", preapproved="2026-03-16", expires="2026-03-23")
        assert short_label(today, make_referral(application=file)) == said

    def test_in_a_narrow_column_a_day_that_is_near_has_its_name(self) -> None:
        file = application("in_process", under_contract="2026-03-16", expected_close="2026-03-25")
        assert short_label("2026-03-20", make_referral(application=file)) == "closing Wed 25 Mar"
        assert short_label("2026-03-24", make_referral(application=file)) == "closing tomorrow"

    def test_in_a_narrow_column_all_else_is_the_same(self) -> None:
        called = make_referral(contact_attempts=attempts("2026-03-05 call"))
        assert short_label("2026-03-09", called) == "no answer, 1 try"

    def test_on_a_weekend_nothing_is_said_to_be_today(self) -> None:
        file = application("in_process", under_contract="2026-03-16", lock_expires="2026-03-21")
        assert label("2026-03-22", make_referral(application=file)) == "lock running out"

    def test_the_next_step_in_its_own_words(self) -> None:
        step = make_referral(next_step=next_step("2026-03-04", "pay stubs"), contact_attempts=attempts("2026-03-06"))
        assert label("2026-03-06", step) == "next step: pay stubs"
        silent = make_referral(next_step=next_step("2026-03-04", ""), contact_attempts=attempts("2026-03-06"))
        assert label("2026-03-06", silent) == "next step due"

    @pytest.mark.parametrize(("status", "said"), [("no_show", "no-show"), ("cancelled", "cancelled")])
    def test_missed_or_cancelled(self, status: str, said: str) -> None:
        missed = make_referral(appointment=appointment(status, set="2026-03-03", date="2026-03-04"))
        assert label("2026-03-09", missed) == said


@pytest.mark.parametrize(
    ("number", "since", "said"),
    [
        (0, "2026-03-13", "today"),
        (0, "2026-03-14", "0 working days"),  # Saturday, looked at on Friday
        (1, "2026-03-12", "1 working day"),
        (12, "2026-02-25", "12 working days"),
        (-1, "2026-03-16", "in 1 working day"),
    ],
)
def test_waited(number: int, since: str, said: str) -> None:
    assert wording.waited(number, day(since), day("2026-03-13")) == said


def test_counts() -> None:
    assert wording.count(0, "referral") == "0 referrals"
    assert wording.count(1, "referral") == "1 referral"
    assert wording.count(2, "try", "tries") == "2 tries"


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2026-03-09", "today"),
        ("2026-03-08", "yesterday"),
        ("2026-03-10", "tomorrow"),
        ("2026-03-06", "Fri 6 Mar"),
        ("2026-12-24", "Thu 24 Dec"),
        ("2025-12-31", "31 Dec 2025"),
        ("2027-01-02", "2 Jan 2027"),
    ],
)
def test_days(date: str, said: str) -> None:
    assert wording.day(day(date), day("2026-03-09")) == said


def test_across_new_year_a_near_day_needs_no_year() -> None:
    assert wording.day(day("2025-12-31"), day("2026-01-05")) == "Wed 31 Dec"
    assert wording.day(day("2025-12-29"), day("2026-01-05")) == "29 Dec 2025"


def test_long_days_hours_and_days_in_stage() -> None:
    assert wording.long_day(day("2026-03-10")) == "Tue 10 Mar 2026"
    assert wording.clock(dt.time(14)) == "14:00"
    assert wording.clock(None) == ""
    assert wording.days(4) == "4d"
    assert wording.days(None) == "?"


@pytest.mark.parametrize(
    ("dollars", "said", "short"),
    [
        (None, "", ""),
        (0, "$0", "$0"),
        (950, "$950", "$950"),
        (1_000, "$1,000", "$1k"),
        (385_000, "$385,000", "$385k"),
        (999_499, "$999,499", "$999k"),
        (999_500, "$999,500", "$1.0M"),
        (1_850_000, "$1,850,000", "$1.9M"),
        (12_000_000, "$12,000,000", "$12.0M"),
    ],
)
def test_money(dollars: int | None, said: str, short: str) -> None:
    assert wording.money(dollars) == said
    assert wording.short_money(dollars) == short


class TestOfAReferral:
    """What both faces say of one, in the same words."""

    SENT = make_referral(partner="sarah-chen", partner_updates=updates("2026-03-02 text thanks"))
    FRIEND = make_referral(source="past_client")
    SNAPSHOT = Snapshot(make_journal(SENT, make_partner("sarah-chen")), day("2026-03-06"))

    def test_who_sent_it_else_where_it_came_from(self) -> None:
        assert wording.sender(self.SNAPSHOT, self.SENT) == "Sarah Chen"
        assert wording.came_from(self.SNAPSHOT, self.SENT) == "from Sarah Chen"
        assert wording.sender(self.SNAPSHOT, self.FRIEND) == "past client"
        assert wording.came_from(self.SNAPSHOT, self.FRIEND) == "past client"
        assert wording.came_from(self.SNAPSHOT, make_referral()) == ""

    def test_what_fires(self) -> None:
        called = make_referral(contact_attempts=attempts("2026-03-03 call", "2026-03-04 call"))
        snapshot = Snapshot(make_journal(called), day("2026-03-06"))
        assert wording.rule_text(snapshot, called, snapshot.fires(called)[0]) == "no answer, 2 tries"
        assert wording.rule_text(snapshot, called, None) == wording.short_rule_text(snapshot, called, None) == ""

    def test_what_the_partner_waits_for(self) -> None:
        reached = replace(self.SENT, contact_attempts=attempts("2026-03-05 call reached"))
        news = Snapshot(make_journal(reached, make_partner("sarah-chen")), day("2026-03-06"))
        assert [wording.partner_text(row) for row in untold_about(news, reached)] == ["contacted, not told yet"]
        later = Snapshot(self.SNAPSHOT.journal, day("2026-03-12"))
        assert [wording.partner_text(row) for row in untold_about(later, self.SENT)] == ["nothing heard"]
