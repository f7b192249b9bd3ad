"""Statuses of one referral that contradict its other facts, or that were forgotten beside them."""

from collections.abc import Iterator

from textual_tracker.core.records import Referral
from textual_tracker.core.stages import ENDED_BADLY
from textual_tracker.core.vocabulary import TWO_WAY
from textual_tracker.reading.checks.finding import Finding, finding

_HELD_SINCE = ("started", "submitted", "preapproved", "under_contract", "conditional_approval", "clear_to_close")


def contradictions(referral: Referral) -> Iterator[Finding]:
    """Every contradiction within `referral`."""
    yield from _appointment(referral)
    yield from _application(referral)
    status = referral.outcome.status
    if status == "closed":
        yield from _closed(referral)
    elif status == "lost":
        yield from _lost(referral)
    elif status is None:
        yield from _no_outcome(referral)
    yield from _unended(referral)


def _appointment(referral: Referral) -> Iterator[Finding]:
    meeting = referral.appointment
    if meeting.status in {None, "none"} and (meeting.date is not None or meeting.set is not None):
        field = "appointment.date" if meeting.date is not None else "appointment.set"
        message = "the appointment has a date but no status, so it does not count"
        yield finding(referral.path, field, "no_status", message, "add status: set, held, no_show or cancelled")


def _application(referral: Referral) -> Iterator[Finding]:
    application = referral.application
    if application.status == "not_started" and referral.outcome.status != "closed":
        dated = next((name for name in _HELD_SINCE if getattr(application, name) is not None), None)
        if dated is not None:
            message = f"the application is not started, but {dated} has a date"
            yield _contradiction(referral, "application.status", message, f"write status: {_status_for(dated)}")


def _status_for(milestone: str) -> str:
    return "in_process" if milestone in {"under_contract", "conditional_approval"} else milestone


def _closed(referral: Referral) -> Iterator[Finding]:
    status = referral.application.status
    if status in ENDED_BADLY:
        message = f"the loan closed, but the application is {status}"
        yield _contradiction(referral, "outcome.status", message, "one of the two is wrong, or belongs under earlier")
    elif status == "not_started" and not referral.application.earlier:
        message = "the loan closed, but the application is not started"
        yield _contradiction(referral, "outcome.status", message, "write status: clear_to_close, or leave it out")


def _lost(referral: Referral) -> Iterator[Finding]:
    reason = referral.outcome.reason
    if reason == "never_reached" and _was_reached(referral):
        message = "the reason is never_reached, but they were reached"
        yield _contradiction(referral, "outcome.reason", message, "did they go cold? write reason: went_cold")
    elif reason == "no_show" and referral.appointment.status == "held":
        message = "the reason is no_show, but the appointment was held"
        yield _contradiction(referral, "outcome.reason", message, "one of the two is wrong")


def _was_reached(referral: Referral) -> bool:
    """Reached since the last return; what was said before it does not count."""
    since = max((item.ended for item in referral.outcome.earlier if item.ended is not None), default=referral.received)
    return any(attempt.result in TWO_WAY and attempt.date >= since for attempt in referral.contact_attempts)


def _no_outcome(referral: Referral) -> Iterator[Finding]:
    outcome = referral.outcome
    given = next((name for name in ("reason", "date", "amount") if getattr(outcome, name) is not None), None)
    if given is not None:
        message = f"the outcome has a {given} but no status, so the referral counts as open"
        yield finding(referral.path, f"outcome.{given}", "no_status", message, "add status: closed, lost or nurture")


def _unended(referral: Referral) -> Iterator[Finding]:
    for section in ("application", "outcome"):
        for number, item in enumerate(getattr(referral, section).earlier):
            if item.ended is None:
                message = "an earlier one needs the day on which it ended, else nobody knows until when it held"
                yield finding(
                    referral.path, f"{section}.earlier[{number}]", "no_ended", message, "add ended: 2026-03-20"
                )


def _contradiction(referral: Referral, field: str, message: str, hint: str) -> Finding:
    return finding(referral.path, field, "contradiction", message, hint)
