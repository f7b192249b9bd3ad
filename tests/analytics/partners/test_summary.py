"""What partners sent, and when they were last heard from. 10 March 2026 is a Tuesday."""

import pytest

from tests.factories import (
    attempts,
    day,
    make_journal,
    make_partner,
    make_referral,
    outcome,
    updates,
)
from textual_tracker.analytics.partners.summary import PartnerSummary, partner_summaries, usual_gap
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Partner, Referral


def summaries(*records: Referral | Partner, today: str = "2026-03-10", unread: tuple[str, ...] = ()) -> list[str]:
    return [summary.id for summary in partner_summaries(Snapshot(make_journal(*records), day(today)), unread)]


def of(partner_id: str, *records: Referral | Partner, today: str = "2026-03-10") -> PartnerSummary:
    found = partner_summaries(Snapshot(make_journal(*records), day(today)))
    return next(summary for summary in found if summary.id == partner_id)


OPEN = make_referral("Dana Ortiz", "2026-03-06", partner="sarah-chen")
CLOSED = make_referral(
    "Lee Park", "2026-01-05", partner="sarah-chen", outcome=outcome("closed", "2026-02-20", amount=300_000)
)
WITHOUT_AMOUNT = make_referral("Ida Moss", "2026-01-06", partner="sarah-chen", outcome=outcome("closed", "2026-02-23"))
LOST = make_referral(
    "Al Grey", "2026-01-07", partner="sarah-chen", outcome=outcome("lost", "2026-02-01", reason="not_ready")
)
NURTURED = make_referral(
    "Bo Lind", "2026-01-08", partner="sarah-chen", outcome=outcome("nurture", "2026-02-02", revisit="2026-09-01")
)
ALL = (OPEN, CLOSED, WITHOUT_AMOUNT, LOST, NURTURED)


def test_what_became_of_what_was_sent() -> None:
    summary = of("sarah-chen", make_partner(), *ALL)
    assert (summary.sent, summary.open, summary.closed, summary.lost, summary.nurture) == (5, 1, 2, 1, 1)
    assert summary.dollars == 300_000
    assert summary.last_referral == day("2026-03-06")


def test_an_ending_of_a_later_day_has_not_happened_yet() -> None:
    summary = of("sarah-chen", make_partner(), *ALL, today="2026-02-20")
    assert (summary.sent, summary.open, summary.closed, summary.lost, summary.nurture) == (4, 1, 1, 1, 1)
    assert summary.last_referral == day("2026-01-08")


def test_a_referral_that_came_back_is_open() -> None:
    came_back = make_referral(
        received="2026-01-05",
        partner="sarah-chen",
        outcome=outcome("open", earlier=[]),
        contact_attempts=attempts("2026-03-05 call reached"),
    )
    assert of("sarah-chen", came_back).open == 1


def test_only_the_sender_has_the_credit_but_the_referral_concerns_those_who_are_told_too() -> None:
    both = make_referral(
        partner="sarah-chen", also_tell=("mike-tran",), partner_updates=updates("2026-03-09 call contacted @jin-park")
    )
    sender, told, heard = (of(name, both) for name in ("sarah-chen", "mike-tran", "jin-park"))
    assert (sender.sent, told.sent, heard.sent) == (1, 0, 0)
    assert sender.referrals == told.referrals == heard.referrals == (both,)


@pytest.mark.parametrize(
    ("touched", "told", "last"),
    [
        ((), (), None),
        (("2026-03-02 call reached",), (), "2026-03-02"),
        (("2026-03-02 call reached",), ("2026-03-05 text contacted",), "2026-03-05"),
        (("2026-03-06 call reached",), ("2026-03-05 text contacted",), "2026-03-06"),
        (("2026-03-11 call reached",), ("2026-03-12 text contacted",), None),  # not yet
    ],
)
def test_the_last_contact_is_the_later_of_a_touch_and_an_update(
    touched: tuple[str, ...], told: tuple[str, ...], last: str | None
) -> None:
    partner = make_partner(touches=attempts(*touched))
    referral = make_referral(partner="sarah-chen", partner_updates=updates(*told))
    assert of("sarah-chen", partner, referral).last_contact == (day(last) if last else None)


def test_an_update_to_somebody_else_is_no_contact_with_the_sender() -> None:
    referral = make_referral(partner="sarah-chen", partner_updates=updates("2026-03-09 call contacted @mike-tran"))
    assert of("sarah-chen", referral).last_contact is None
    assert of("mike-tran", referral).last_contact == day("2026-03-09")


def test_an_id_that_leads_nowhere_is_a_partner_without_a_record() -> None:
    summary = of("sara-chen", make_referral(partner="sara-chen"))
    assert (summary.partner, summary.unread, summary.name) == (None, False, "sara-chen")


def test_a_file_that_cannot_be_read_is_known_without_a_referral() -> None:
    (summary,) = partner_summaries(Snapshot(make_journal(), day("2026-03-10")), ["mike-tran"])
    assert (summary.id, summary.unread, summary.referrals) == ("mike-tran", True, ())


def test_those_who_wait_come_first_the_worst_of_them_before_the_others() -> None:
    records = (
        make_partner("adam-bell"),
        make_partner("mike-tran"),
        make_partner("sarah-chen"),
        make_referral("Dana Ortiz", "2026-03-06", partner="sarah-chen"),  # not thanked for 2 working days
        make_referral("Lee Park", "2026-03-02", partner="mike-tran"),  # not thanked for 6
    )
    assert summaries(*records) == ["mike-tran", "sarah-chen", "adam-bell"]


def test_what_they_wait_for_and_that_they_went_quiet_are_told_apart() -> None:
    lost_today = outcome("lost", "2026-03-10", reason="never_reached")
    old = make_referral(
        received="2025-11-03",
        partner="sarah-chen",
        outcome=lost_today,
        partner_updates=updates("2025-11-03 text thanks"),
    )
    summary = of("sarah-chen", make_partner(tier="A"), old)
    assert [row.rule for row in summary.untold] == ["milestone_untold"]
    assert summary.quiet is not None
    assert summary.quiet.waited == 127  # 27 days of November, 31, 31, 28, and 10 of March


def test_the_usual_gap_is_the_median_of_the_days_between_their_referrals() -> None:
    def sent(*received: str) -> PartnerSummary:
        return of("sarah-chen", *(make_referral(f"N {date}", date, partner="sarah-chen") for date in received))

    assert usual_gap(sent("2026-01-01")) is None
    assert usual_gap(sent("2026-01-01", "2026-01-11")) == 10
    assert usual_gap(sent("2026-01-31", "2026-01-01", "2026-01-11", "2026-01-15")) == 10  # 10, 4, 16
