"""Facts dated after today: what has not happened yet does not count, and is usually a slip of the year."""

import datetime as dt
from collections.abc import Iterable, Iterator

from textual_tracker.core.journal import Journal
from textual_tracker.core.records import ApplicationFacts, AppointmentFacts, Day, Partner, Referral
from textual_tracker.core.stages import TOUCHES
from textual_tracker.reading.checks.finding import Finding, finding

_HINT = "it does not count until then; a plan belongs in next_step"
Dated = Iterator[tuple[str, dt.date]]


def days_ahead(journal: Journal, today: dt.date) -> Iterator[Finding]:
    """Every fact of `journal` that is dated after `today`."""
    for referral in journal.referrals.values():
        yield from _told(referral.path, _of_referral(referral, today), today)
    for partner in journal.partners.values():
        yield from _told(partner.path, _of_partner(partner, today), today)
    for day in journal.days.values():
        if day.date > today and _has_counts(day):
            message = f"{day.date} is after today, {today}; what was done then cannot be known yet"
            yield finding(day.path, "date", "future", message, "is the date in the name of the file right?")


def _told(path: str, dated: Dated, today: dt.date) -> Iterator[Finding]:
    for field, day in dated:
        message = f"{day} is after today, {today}"
        yield finding(path, field, "future", message, _HINT)


def _of_referral(referral: Referral, today: dt.date) -> Dated:
    if referral.received > today:
        yield "received", referral.received
        return
    yield from _of_entries("contact_attempts", [attempt.date for attempt in referral.contact_attempts], today)
    yield from _of_entries("partner_updates", [update.date for update in referral.partner_updates], today)
    yield from _of_entries("log", [entry.date for entry in referral.log], today)
    yield from _of_appointment("appointment", referral.appointment, today)
    yield from _of_application("application", referral.application, today)
    yield from _of_entries("application.moved", [move.date for move in referral.application.moved], today)
    yield from _of_outcome(referral, today)
    yield from _of_earlier(referral, today)


def _of_outcome(referral: Referral, today: dt.date) -> Dated:
    day = referral.outcome.date
    if day is not None and day > today:
        yield "outcome.date", day


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


def _of_application(field: str, facts: ApplicationFacts, today: dt.date) -> Dated:
    if facts.status is None and not any(getattr(facts, name) for name in TOUCHES):
        return
    for name in TOUCHES:
        day: dt.date | None = getattr(facts, name)
        if day is not None and day > today:
            yield f"{field}.{name}", day


def _of_partner(partner: Partner, today: dt.date) -> Dated:
    yield from _of_entries("touches", [touch.date for touch in partner.touches], today)


def _of_entries(name: str, days: list[dt.date], today: dt.date) -> Dated:
    for number, day in enumerate(days):
        if day > today:
            yield f"{name}[{number}].date", day


def _has_counts(day: Day) -> bool:
    counts: Iterable[int | None] = (day.calls, day.follow_ups, day.notes, day.conversations, day.appointments)
    return any(counts) or bool(day.custom)
