"""Facts dated after today: what has not happened yet does not count, and is usually a slip of the year."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from textual_tracker.core.journal import Journal
from textual_tracker.core.records import (
    ApplicationFacts,
    AppointmentFacts,
    Attempt,
    Day,
    LogEntry,
    Move,
    PartnerUpdate,
    Referral,
)
from textual_tracker.core.stages import TOUCHES
from textual_tracker.reading.checks.finding import Finding, finding

_HINT = "it does not count until then; a plan belongs in next_step"
Dated: TypeAlias = Iterator[tuple[str, dt.date]]
"""Fields, each with its day."""
Entry: TypeAlias = Attempt | PartnerUpdate | LogEntry | Move


def days_ahead(journal: Journal, today: dt.date) -> Iterator[Finding]:
    """Every fact of `journal` that is dated after `today`."""
    for referral in journal.referrals.values():
        for field, day in _of_referral(referral, today):
            yield _told(referral.path, field, day, today)
    for partner in journal.partners.values():
        for field, day in _of_entries("touches", partner.touches, today):
            yield _told(partner.path, field, day, today)
    for activity in journal.days.values():
        if activity.date > today and _has_counts(activity):
            message = f"{activity.date} is after today, {today}; what was done then cannot be known yet"
            yield finding(activity.path, "date", "future", message, "is the date in the name of the file right?")


def _told(path: str, field: str, day: dt.date, today: dt.date) -> Finding:
    return finding(path, field, "future", f"{day} is after today, {today}", _HINT)


def _of_referral(referral: Referral, today: dt.date) -> Dated:
    if referral.received > today:
        yield "received", referral.received
        return
    yield from _of_entries("contact_attempts", referral.contact_attempts, today)
    yield from _of_entries("partner_updates", referral.partner_updates, today)
    appointment, application, outcome = referral.appointment, referral.application, referral.outcome
    yield from _of_appointment("appointment", appointment, today)
    yield from _of_application(application, today)
    if outcome.date is not None and outcome.date > today:
        yield "outcome.date", outcome.date
    if referral.log:
        yield from _of_entries("log", referral.log, today)
    if application.moved:
        yield from _of_entries("application.moved", application.moved, today)
    if appointment.earlier or application.earlier or outcome.earlier:
        yield from _of_earlier(referral, today)


def _of_earlier(referral: Referral, today: dt.date) -> Dated:
    for number, meeting in enumerate(referral.appointment.earlier):
        yield from _of_appointment(f"appointment.earlier[{number}]", meeting, today)
    for section, ends in (
        ("application", [item.ended for item in referral.application.earlier]),
        ("outcome", [item.ended for item in referral.outcome.earlier]),
    ):
        for number, ended in enumerate(ends):
            if ended is not None and ended > today:
                yield f"{section}.earlier[{number}].ended", ended


def _of_appointment(field: str, meeting: AppointmentFacts, today: dt.date) -> Dated:
    if meeting.set is not None and meeting.set > today:
        yield f"{field}.set", meeting.set
    if meeting.date is not None and meeting.date > today and meeting.status in {"held", "no_show"}:
        yield f"{field}.date", meeting.date


def _of_application(facts: ApplicationFacts, today: dt.date) -> Dated:
    for name in TOUCHES:
        day: dt.date | None = getattr(facts, name)
        if day is not None and day > today:
            yield f"application.{name}", day


def _of_entries(name: str, entries: Iterable[Entry], today: dt.date) -> Dated:
    for number, entry in enumerate(entries):
        if entry.date > today:
            yield f"{name}[{number}].date", entry.date


def _has_counts(day: Day) -> bool:
    counts: Iterable[int | None] = (day.calls, day.follow_ups, day.notes, day.conversations, day.appointments)
    return any(counts) or bool(day.custom)
