"""Checks that need the whole journal, or today's date."""

import datetime as dt
from collections.abc import Iterator

from textual_tracker.core.journal import Journal
from textual_tracker.reading.checks.ahead import days_ahead
from textual_tracker.reading.checks.duplicates import likely_duplicates
from textual_tracker.reading.checks.finding import Finding, finding
from textual_tracker.reading.checks.nobodys import nobodys_records
from textual_tracker.reading.checks.references import unknown_references


def check_journal(journal: Journal, today: dt.date) -> list[Finding]:
    """What is odd across the records of `journal`, or as of `today`; in no particular order."""
    return [
        *unknown_references(journal),
        *nobodys_records(journal),
        *days_ahead(journal, today),
        *_passed_appointments(journal, today),
        *likely_duplicates(journal.referrals.values()),
    ]


def _passed_appointments(journal: Journal, today: dt.date) -> Iterator[Finding]:
    for referral in journal.referrals.values():
        meeting = referral.appointment
        if (
            meeting.status == "set"
            and meeting.date is not None
            and meeting.date < today
            and _is_open(referral.outcome.status)
        ):
            message = f"the appointment of {meeting.date} is over, but its status is still set"
            hint = "write what happened: held, no_show or cancelled"
            yield finding(referral.path, "appointment.status", "appointment_passed", message, hint)


def _is_open(status: str | None) -> bool:
    return status in {None, "open"}
