"""Dates of one referral that cannot be in the order in which they stand. Only real contradictions are told."""

import datetime as dt
from collections.abc import Iterable, Iterator

from textual_tracker.core.records import ApplicationFacts, AppointmentFacts, Referral
from textual_tracker.core.stages import ENDINGS
from textual_tracker.reading.checks.finding import Finding, finding

# One of these cannot come before the other. A contract may precede the application and the letter.
_STEPS = (
    ("started", "submitted"),
    ("started", "preapproved"),
    ("submitted", "preapproved"),
    ("submitted", "conditional_approval"),
    ("submitted", "clear_to_close"),
    ("preapproved", "clear_to_close"),
    ("under_contract", "clear_to_close"),
    ("appraisal_ordered", "appraisal_received"),
    ("conditional_approval", "clear_to_close"),
    ("started", "decided"),
    ("submitted", "decided"),
    ("preapproved", "expires"),
)
_BEFORE_THE_CLOSING = (
    "started",
    "submitted",
    "preapproved",
    "under_contract",
    "conditional_approval",
    "clear_to_close",
)
_AFTER_RECEIPT = ("started", "submitted", "preapproved", "conditional_approval", "clear_to_close", "decided")
_WORDS = {
    "started": "the application was started",
    "submitted": "the application was submitted",
    "preapproved": "the pre-approval was given",
    "expires": "the letter expires",
    "under_contract": "the contract was signed",
    "appraisal_ordered": "the appraisal was ordered",
    "appraisal_received": "the appraisal was received",
    "conditional_approval": "the conditional approval was given",
    "clear_to_close": "the loan was clear to close",
    "decided": "the decision fell",
}
_HINT = "one of the two dates is wrong"


def out_of_order(referral: Referral) -> Iterator[Finding]:
    """Every pair of dates of `referral` that contradict each other, told at the one that comes too early."""
    yield from _before_receipt(referral)
    yield from _appointments(referral)
    yield from _applications(referral)
    yield from _outcome(referral)


def _appointments(referral: Referral) -> Iterator[Finding]:
    yield from _appointment(referral.path, "appointment", referral.appointment)
    for number, meeting in enumerate(referral.appointment.earlier):
        yield from _appointment(referral.path, f"appointment.earlier[{number}]", meeting)


def _applications(referral: Referral) -> Iterator[Finding]:
    yield from _application(referral.path, "application", referral.application)
    for number, item in enumerate(referral.application.earlier):
        field = f"application.earlier[{number}]"
        yield from _application(referral.path, field, item)
        begun = item.under_contract or item.started
        if item.ended is not None and begun is not None and item.ended < begun:
            message = f"it ended on {item.ended}, before it began, {begun}"
            yield finding(referral.path, f"{field}.ended", "date_order", message, _HINT)


def _before_receipt(referral: Referral) -> Iterator[Finding]:
    received = referral.received
    for name, days in (
        ("contact_attempts", [attempt.date for attempt in referral.contact_attempts]),
        ("partner_updates", [update.date for update in referral.partner_updates]),
    ):
        for number, day in enumerate(days):
            if day < received:
                message = f"{day} is before the referral was received, {received}"
                yield finding(referral.path, f"{name}[{number}].date", "date_order", message, _HINT)
    meeting = referral.appointment
    if meeting.set is not None and meeting.set < received:
        message = f"the appointment was set on {meeting.set}, before the referral was received, {received}"
        yield finding(referral.path, "appointment.set", "date_order", message, _HINT)
    for name in _AFTER_RECEIPT:
        step: dt.date | None = getattr(referral.application, name)
        if step is not None and step < received:
            message = f"{_WORDS[name]} on {step}, before the referral was received, {received}"
            yield finding(referral.path, f"application.{name}", "date_order", message, _HINT)


def _appointment(path: str, field: str, meeting: AppointmentFacts) -> Iterator[Finding]:
    if meeting.date is not None and meeting.set is not None and meeting.date < meeting.set:
        message = f"the appointment is for {meeting.date}, before it was set, {meeting.set}"
        yield finding(path, f"{field}.date", "date_order", message, _HINT)


def _application(path: str, field: str, facts: ApplicationFacts) -> Iterator[Finding]:
    for first, second in _steps_of(facts):
        earlier, later = getattr(facts, first), getattr(facts, second)
        if later < earlier:
            message = f"{_WORDS[second]} on {later}, before {_WORDS[first]}, {earlier}"
            yield finding(path, f"{field}.{second}", "date_order", message, _HINT)


def _steps_of(facts: ApplicationFacts) -> Iterable[tuple[str, str]]:
    dated = {name for name in _WORDS if getattr(facts, name) is not None}
    return [step for step in _STEPS if step[0] in dated and step[1] in dated] if len(dated) > 1 else ()


def _outcome(referral: Referral) -> Iterator[Finding]:
    outcome = referral.outcome
    day = outcome.date
    for number, item in enumerate(outcome.earlier):
        if item.ended is not None and item.date is not None and item.ended < item.date:
            message = f"they came back on {item.ended}, before it ended, {item.date}"
            yield finding(referral.path, f"outcome.earlier[{number}].ended", "date_order", message, _HINT)
    if day is None:
        return
    returned = max((item.ended for item in outcome.earlier if item.ended is not None), default=day)
    if day < returned and outcome.status in ENDINGS:
        message = f"it ended on {day}, before they came back, {returned}, so the referral counts as open"
        yield finding(referral.path, "outcome.date", "date_order", message, _HINT)
        return
    if day < referral.received:
        message = f"it ended on {day}, before the referral was received, {referral.received}"
        yield finding(referral.path, "outcome.date", "date_order", message, _HINT)
    elif outcome.status == "closed":
        for name in _BEFORE_THE_CLOSING:
            step: dt.date | None = getattr(referral.application, name)
            if step is not None and day < step:
                message = f"it closed on {day}, before {_WORDS[name]}, {step}"
                yield finding(referral.path, "outcome.date", "date_order", message, _HINT)
                return
    if outcome.revisit is not None and outcome.revisit < day:
        message = f"the second chance, {outcome.revisit}, is before the ending, {day}"
        yield finding(referral.path, "outcome.revisit", "date_order", message, _HINT)
