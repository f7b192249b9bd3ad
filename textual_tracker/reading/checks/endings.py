"""Facts dated after a referral ended."""

import datetime as dt
from collections.abc import Iterator

from textual_tracker.core.records import Referral
from textual_tracker.core.stages import TOUCHES
from textual_tracker.reading.checks.finding import Finding, finding


def after_the_ending(referral: Referral) -> Iterator[Finding]:
    """The first fact after a referral was closed or lost, with how many more there are.

    Contacts from the day of a second chance on are what that day is for. The log and the partner updates may go on.
    """
    outcome = referral.outcome
    if outcome.status not in {"closed", "lost"} or outcome.date is None:
        return
    late = sorted((day, field) for field, day in _facts(referral) if day is not None and day > outcome.date)
    if not late:
        return
    day, field = late[0]
    more = f", and {len(late) - 1} more" if len(late) > 1 else ""
    message = f"{day} is after the referral was {outcome.status}, {outcome.date}{more}"
    yield finding(referral.path, field, "after_ending", message, _hint(referral, day))


def _hint(referral: Referral, day: dt.date) -> str:
    by_hand = "move the ending to outcome.earlier, with the day on which it ended"
    return f"if they came back: tracker reopen {referral.id} --date {day}, or {by_hand}"


def _facts(referral: Referral) -> Iterator[tuple[str, dt.date | None]]:
    revisit = referral.outcome.revisit
    for number, attempt in enumerate(referral.contact_attempts):
        if revisit is None or attempt.date < revisit:
            yield f"contact_attempts[{number}].date", attempt.date
    meeting = referral.appointment
    yield "appointment.set", meeting.set
    if meeting.status in {"held", "no_show"}:
        yield "appointment.date", meeting.date
    for name in TOUCHES:
        yield f"application.{name}", getattr(referral.application, name)
