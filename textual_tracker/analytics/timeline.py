"""A referral's story: everything dated in its file as one list, oldest first, and what is planned after it."""

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import about_label, clock, long_day, money, word
from textual_tracker.core.records import ApplicationFacts, AppointmentFacts, EndedApplication, OutcomeFacts, Referral
from textual_tracker.core.stages import TOUCHES

MILESTONES = {
    "started": "application started",
    "submitted": "application submitted",
    "preapproved": "pre-approved",
    "under_contract": "under contract",
    "appraisal_ordered": "appraisal ordered",
    "appraisal_received": "appraisal received",
    "conditional_approval": "conditional approval",
    "clear_to_close": "clear to close",
    "decided": "decided",
}
DEADLINES = {
    "expires": "pre-approval letter ends",
    "expected_close": "closing expected",
    "lock_expires": "rate lock ends",
}
MOVED = {"expected_close": "closing", "lock_expires": "rate lock", "expires": "pre-approval letter"}
KINDS = (
    "received", "attempt", "log", "appointment", "application", "moved", "outcome", "partner_update", "next_step",
    "deadline",
)  # fmt: skip
"""The sorts of event, in the order in which those of one day are told."""


class Event(Struct, frozen=True):
    """One thing that happened, or that is planned for `date`; `kind` is one of `KINDS`."""

    date: dt.date
    time: dt.time | None
    kind: str
    text: str

    @property
    def sort_key(self) -> tuple[dt.date, bool, dt.time, int]:
        """By day; what was received begins its day; then by hour, and what has none comes after it."""
        return (self.date, self.kind != "received", self.time or dt.time.max, KINDS.index(self.kind))


def timeline(snapshot: Snapshot, referral: Referral) -> list[Event]:
    """The story of `referral` as of the snapshot's day: later facts are left out, plans and deadlines are not."""
    past = [event for event in _facts(snapshot, referral) if event.date <= snapshot.today]
    return sorted((*past, *_plans(snapshot, referral)), key=lambda event: event.sort_key)


def _facts(snapshot: Snapshot, referral: Referral) -> Iterator[Event]:
    yield Event(referral.received, referral.received_time, "received", _received(snapshot, referral))
    for attempt in referral.contact_attempts:
        what = _words(word(attempt.channel) or "contact attempt", word(attempt.result))
        yield Event(attempt.date, attempt.time, "attempt", _told(what, attempt.by, attempt.note))
    for entry in referral.log:
        yield Event(entry.date, entry.time, "log", _told("", entry.by, entry.note) or "noted")
    for update in referral.partner_updates:
        name = snapshot.journal.partner_name(update.partner or referral.partner or "")
        what = _words(f"told {name}" if name else "told the partner", about_label(update.about or ""))
        by_way = f" ({word(update.channel)})" if update.channel else ""
        yield Event(update.date, update.time, "partner_update", _told(what + by_way, update.by, update.note))
    for meeting in (*referral.appointment.earlier, referral.appointment):
        yield from _meeting(meeting, snapshot.today)
    for facts in (*referral.application.earlier, referral.application):
        yield from _application(facts)
    for move in referral.application.moved:
        before = f", was {long_day(move.before)}" if move.before else ""
        what = f"{MOVED.get(move.what or '', 'appointment' if move.what else 'a date')} moved{before}"
        yield Event(move.date, None, "moved", _told(what, None, move.note))
    for ended in referral.outcome.earlier:
        yield from _outcome(ended)
        if ended.ended is not None:
            yield Event(ended.ended, None, "outcome", "came back")
    yield from _outcome(referral.outcome)


def _received(snapshot: Snapshot, referral: Referral) -> str:
    if referral.partner:
        return f"received from {snapshot.journal.partner_name(referral.partner)}"
    source = word(snapshot.journal.source_of(referral))
    return f"received ({source})" if source else "received"


def _meeting(meeting: AppointmentFacts, today: dt.date) -> Iterator[Event]:
    """When an appointment was agreed, and what became of it on its day."""
    if meeting.set is not None:
        day = f" for {long_day(meeting.date)}" if meeting.date else ""
        hour = f", {clock(meeting.time)}" if meeting.time else ""
        yield Event(meeting.set, None, "appointment", f"appointment agreed{day}{hour}")
    if meeting.date is not None and meeting.status not in {None, "none"}:
        what = {"held": "appointment held", "no_show": "no-show", "cancelled": "appointment cancelled"}
        unknown = "appointment" if meeting.date == today else "appointment, what came of it is not recorded"
        text = _told(what.get(meeting.status or "", unknown), None, meeting.note)
        yield Event(meeting.date, meeting.time, "appointment", text)


def _application(facts: ApplicationFacts) -> Iterator[Event]:
    for name in TOUCHES:
        day = getattr(facts, name)
        if day is not None:
            decided = name == "decided" and facts.status
            yield Event(day, None, "application", f"application {word(facts.status)}" if decided else MILESTONES[name])
    if isinstance(facts, EndedApplication) and facts.ended is not None:
        what = "contract ended" if facts.under_contract else "application ended"
        yield Event(facts.ended, None, "application", _told(_words(what, word(facts.reason)), None, facts.note))


def _outcome(facts: OutcomeFacts) -> Iterator[Event]:
    if facts.date is None or facts.status in {None, "open"}:
        return
    detail = money(facts.amount) if facts.status == "closed" else word(facts.reason)
    yield Event(facts.date, None, "outcome", _told(_words(word(facts.status), detail), None, facts.note))


def _plans(snapshot: Snapshot, referral: Referral) -> Iterator[Event]:
    """What lies ahead: the appointment, deadlines, the second chance; and the next step, overdue or not."""
    standing = snapshot.standing(referral)
    meeting = standing.appointment
    if standing.is_open:
        if meeting.status == "set" and meeting.date is not None and meeting.date > snapshot.today:
            yield Event(meeting.date, meeting.time, "appointment", _told("appointment", None, meeting.note))
        for name, text in DEADLINES.items():
            day = getattr(standing.application, name)
            if day is not None:
                yield Event(day, None, "deadline", text)
        step = referral.next_step
        if step is not None and step.due is not None:
            yield Event(step.due, None, "next_step", _told(_words("next step", step.action), step.who, ""))
    elif standing.outcome.revisit is not None:
        yield Event(standing.outcome.revisit, None, "deadline", "second chance: look again")


def _words(what: str, detail: str) -> str:
    return f"{what}: {detail}" if detail else what


def _told(what: str, by: str | None, note: str) -> str:
    """`call: reached, by maria; prefers texts`."""
    named = f"{what}, by {by}" if by and what else f"by {by}" if by else what
    return f"{named}; {note}" if named and note else named or note
