"""A small journal whose results can be counted on one's fingers, on Tuesday 10 March 2026.

In the window: Dana closed, Lee was never reached and lost, Kai was denied, Ravi waits for a first call, Jo is in
nurture. Max was a duplicate, Sam's file has an error, Uma came before the window.
"""

from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    make_day,
    make_journal,
    make_partner,
    make_referral,
    outcome,
)
from textual_tracker.analytics.results.results import Results, results
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.window import Window, last_twelve_months
from textual_tracker.core.journal import Journal
from textual_tracker.core.records import Referral

TODAY = day("2026-03-10")

DANA = make_referral(
    "Dana Ortiz",
    "2026-01-05",
    partner="sarah-chen",
    contact_attempts=attempts("2026-01-05 call reached"),
    appointment=appointment("held", set="2026-01-06", date="2026-01-07"),
    application=application("clear_to_close", started="2026-01-08", submitted="2026-01-12"),
    outcome=outcome("closed", "2026-02-16", amount=300_000),
)
LEE = make_referral(
    "Lee Park",
    "2026-01-06",
    partner="sarah-chen",
    contact_attempts=attempts("2026-01-08 call no_answer", "2026-01-12 call left_message"),
    outcome=outcome("lost", "2026-01-20", reason="never_reached"),
)
KAI = make_referral(
    "Kai Brooks",
    "2026-02-02",
    partner="mike-tran",
    contact_attempts=attempts("2026-02-02 call reached"),
    application=application("denied", submitted="2026-02-09", decided="2026-02-20"),
    outcome=outcome("lost", "2026-02-23", reason="denied_credit"),
)
RAVI = make_referral("Ravi Shah", "2026-03-09", source="online")
JO = make_referral(
    "Jo Hale",
    "2026-02-10",
    source="past_client",
    contact_attempts=attempts("2026-02-11 text replied"),
    outcome=outcome("nurture", "2026-02-20", revisit="2026-09-01"),
)
MAX = make_referral(
    "Max Twice", "2026-02-11", source="online", outcome=outcome("lost", "2026-02-11", reason="duplicate")
)
SAM = make_referral("Sam Fault", "2026-02-12", source="online", faulty=True)
UMA = make_referral(
    "Uma Early",
    "2025-03-10",
    source="past_client",
    contact_attempts=attempts("2025-03-10 call reached"),
    application=application("submitted", submitted="2025-04-01"),
    outcome=outcome("closed", "2025-05-05", amount=200_000),
)
PEOPLE = (DANA, LEE, KAI, RAVI, JO, MAX, SAM, UMA)

SMALL = make_journal(
    *PEOPLE,
    make_partner("sarah-chen"),
    make_partner("mike-tran", type="builder"),
    make_day("2026-02-02", calls=9, conversations=4),
    make_day("2026-02-03", calls=7, appointments=1),
)


def found(journal: Journal = SMALL, start: str = "", end: str = "", today: str = "2026-03-10", **more: str) -> Results:
    """The results of these days, else of the last twelve months."""
    usual = last_twelve_months(day(today))
    window = Window(day(start) if start else usual.start, day(end) if end else usual.end)
    return results(Snapshot(journal, day(today)), window, more.get("officer"))


def of(*referrals: Referral, today: str = "2026-03-10", **more: str) -> Results:
    """The results of a journal of these alone."""
    return found(make_journal(*referrals), today=today, **more)
