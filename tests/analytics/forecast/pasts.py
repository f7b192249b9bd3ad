"""Journals for forecasts: referrals told in a line, and a past in which twelve are decided.

Every day is worked unless the settings say otherwise, so that days can be counted by hand.
"""

import datetime as dt
from typing import Any

import msgspec

from tests.factories import application, attempts, day, make_journal, make_referral, outcome
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.records import Referral
from textual_tracker.core.settings import Settings
from textual_tracker.core.vocabulary import WEEKDAYS

TODAY = day("2026-03-10")
LONG_AGO = day("2025-06-02")


def after(days: int, since: dt.date = LONG_AGO) -> str:
    """The day so many days later."""
    return (since + dt.timedelta(days=days)).isoformat()


def ended(number: int, days: int, how: str, since: dt.date = LONG_AGO, **facts: Any) -> Referral:
    """One that stayed received for so many days, and then closed, was lost or put into nurture."""
    more = {"reason": "not_ready"} if how == "lost" else {}
    return make_referral(f"Past {number}", after(0, since), outcome=outcome(how, after(days, since), **more), **facts)


def waiting(number: int, days: int, today: dt.date = TODAY, **facts: Any) -> Referral:
    """One that was received so many days before `today`, and has not been called."""
    return make_referral(f"Open {number}", after(-days, today), **facts)


TWELVE = (
    *(ended(number, days, "closed") for number, days in enumerate((5, 8, 20, 20, 30, 41))),
    *(ended(number, days, "lost") for number, days in enumerate((2, 8, 12, 20, 33, 50), start=6)),
)
"""Six closed and six were lost, all straight from received."""


def snapshot(*referrals: Referral, today: dt.date = TODAY, settings: Settings | None = None) -> Snapshot:
    """These and nobody else, as of today."""
    every_day = msgspec.structs.replace(settings or Settings(), working_days=WEEKDAYS)
    return Snapshot(make_journal(*referrals, settings=every_day), today)


def in_process(name: str, since: str, **facts: Any) -> Referral:
    """One that was received and reached two weeks before it went under contract on `since`."""
    received = after(-14, day(since))
    return make_referral(
        name,
        received,
        contact_attempts=attempts(f"{received} call reached"),
        application=application("in_process", **{"under_contract": since, **facts}),
    )
