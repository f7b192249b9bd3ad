"""A journal to put queries to, as of 9 March 2026, a Monday."""

import pytest

from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    ended_outcome,
    loan,
    log,
    make_journal,
    make_partner,
    make_referral,
    make_settings,
    outcome,
)
from textual_tracker.analytics.query.query import parse_query, select
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.errors import UsageError

SAVED = {
    "hot": "stage:preapproved amount:>300000",
    "hotter": "hot partner:chen",
    "loop": "query:pool",
    "pool": "loop",
    "broken": "stagee:lost",
}
JOURNAL = make_journal(
    make_partner("sarah-chen", type="builder"),
    make_partner("mike-tran"),
    make_referral("New", "2026-03-09", partner="sarah-chen", tags=("first-time-buyer",)),
    make_referral("Tried", "2026-03-05", contact_attempts=attempts("2026-03-06 call"), source="cpa", phone="555-0142"),
    make_referral("Met", "2026-03-02", appointment=appointment("held", set="2026-03-03", date="2026-03-06")),
    make_referral("Sits", "2026-03-02", appointment=appointment("set", set="2026-03-03", date="2026-03-20")),
    make_referral(
        "Ana Gomez",
        "2026-02-02",
        partner="sarah-chen",
        application=application("preapproved", preapproved="2026-02-10"),
        loan=loan(385_000, purpose="purchase", program="fha"),
        log=log("2026-03-05"),
    ),
    make_referral(
        "Bo O'Hara",
        "2026-02-03",
        partner="mike-tran",
        application=application("preapproved", preapproved="2026-03-05"),
        loan=loan(290_000, purpose="cash_out_refinance"),
        notes="Met at the open house on Elm Street.",
    ),
    make_referral("Won", "2025-12-31", outcome=outcome("closed", "2026-02-27", amount=410_000)),
    make_referral("Gone", "2026-01-05", outcome=outcome("lost", "2026-02-02", reason="chose_other_lender_rate")),
    make_referral("Rests", "2026-01-06", outcome=outcome("nurture", "2026-02-02", revisit="2026-09-01")),
    make_referral(
        "Back",
        "2025-06-02",
        faulty=True,
        outcome=outcome(earlier=[ended_outcome("lost", "2025-09-03", "2026-03-09", reason="not_ready")]),
    ),
    make_referral("Ahead", "2026-03-10"),
    settings=make_settings(officer="Ana Rivera"),
)
NAMES = {referral.name for referral in JOURNAL.referrals.values()} - {"Ahead"}


def found(query: str) -> set[str]:
    """The names that match on 9 March 2026."""
    snapshot = Snapshot(JOURNAL, day("2026-03-09"))
    return {referral.name for referral in select(snapshot, parse_query(query, SAVED))}


def refused(query: str) -> str:
    """What is said of a query that is wrong."""
    with pytest.raises(UsageError) as refusal:
        parse_query(query, SAVED)
    return str(refusal.value)
