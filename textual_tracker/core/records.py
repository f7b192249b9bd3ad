"""The records of a journal: frozen values that hold dated facts, exactly as a person wrote them.

Nothing here is derived: stage, age, last touch and silence are computed as of a date by
`textual_tracker.core.stages`. Days are `datetime.date`; where a person may also write the time of day, it
lies beside the day (`None`: not written). Text is text as typed. Amounts are whole dollars. An absent value
is `None`, `""` or `()`; the words of closed lists are those of `textual_tracker.core.vocabulary`.
"""

import datetime as dt

from msgspec import Struct

from textual_tracker.core import words


class Record(Struct, frozen=True, array_like=True, gc=False, kw_only=True):
    """A frozen value; array-like, so that the index of ten thousand is small and decodes in milliseconds."""


class Attempt(Record, frozen=True):
    """One contact attempt, or one touch of a partner. Without a result it is one-way."""

    date: dt.date
    time: dt.time | None = None
    channel: words.Channel | None = None
    result: words.Result | None = None
    by: str | None = None
    note: str = ""


class AppointmentFacts(Record, frozen=True):
    """`set`: the day on which it was agreed; `date`: the day for which it is agreed."""

    status: words.AppointmentStatus | None = None
    set: dt.date | None = None
    date: dt.date | None = None
    time: dt.time | None = None
    note: str = ""


class Appointment(AppointmentFacts, frozen=True):
    """The appointment that counts now, and in `earlier` what it was before, oldest first."""

    earlier: tuple[AppointmentFacts, ...] = ()


class ApplicationFacts(Record, frozen=True):
    """A loan application's status, milestones and deadlines."""

    status: words.ApplicationStatus | None = None
    started: dt.date | None = None
    submitted: dt.date | None = None
    preapproved: dt.date | None = None
    expires: dt.date | None = None
    under_contract: dt.date | None = None
    appraisal_ordered: dt.date | None = None
    appraisal_received: dt.date | None = None
    conditional_approval: dt.date | None = None
    clear_to_close: dt.date | None = None
    decided: dt.date | None = None
    expected_close: dt.date | None = None
    lock_expires: dt.date | None = None
    note: str = ""


class EndedApplication(ApplicationFacts, frozen=True):
    """A contract, or a whole application, that ended on `ended`."""

    ended: dt.date | None = None
    reason: words.Reason | None = None


class Move(Record, frozen=True):
    """A deadline that was put off on `date`: `what` was `before` (the file's key is `from`)."""

    date: dt.date
    what: str | None = None
    before: dt.date | None = None
    note: str = ""


class Application(ApplicationFacts, frozen=True):
    """The application that counts now, with what ended before it and the dates that were moved."""

    earlier: tuple[EndedApplication, ...] = ()
    moved: tuple[Move, ...] = ()


class OutcomeFacts(Record, frozen=True):
    """How a referral ended. `amount` is what was funded, in dollars; `revisit` the second chance's day."""

    status: words.OutcomeStatus | None = None
    date: dt.date | None = None
    reason: words.Reason | None = None
    amount: int | None = None
    revisit: dt.date | None = None
    note: str = ""


class EndedOutcome(OutcomeFacts, frozen=True):
    """An outcome that held until the referral came back on `ended`."""

    ended: dt.date | None = None


class Outcome(OutcomeFacts, frozen=True):
    """The outcome that counts now (`None` and `open` are the same), and the ones before a return."""

    earlier: tuple[EndedOutcome, ...] = ()


class PartnerUpdate(Record, frozen=True):
    """Word given to a partner; without `partner` it was the referral's own."""

    date: dt.date
    time: dt.time | None = None
    partner: str | None = None
    by: str | None = None
    channel: words.Channel | None = None
    about: words.About | None = None
    note: str = ""


class NextStep(Record, frozen=True):
    """What is to be done next, by whom and when."""

    due: dt.date | None = None
    who: str | None = None
    action: str = ""


class LogEntry(Record, frozen=True):
    """Anything else that happened; it counts as a touch."""

    date: dt.date
    time: dt.time | None = None
    by: str | None = None
    note: str = ""


class Loan(Record, frozen=True):
    """What the borrower wants; `amount` in whole dollars."""

    purpose: words.Purpose | None = None
    program: words.Program | None = None
    amount: int | None = None


class Referral(Record, frozen=True):
    """One person who was sent to the officer, and everything dated that happened since.

    `id` is the file's stem, `path` the file relative to the journal with forward slashes. `faulty`: the file has
    an error, and the field in error is absent here. `stale`: the file cannot be read now and this is its last good
    version. `extra` holds the person's own `x-` keys as (dotted path, text).
    """

    id: str
    path: str
    name: str
    received: dt.date
    received_time: dt.time | None = None
    phone: str = ""
    email: str = ""
    co_borrower: str = ""
    best_time: str = ""
    do_not_contact: bool = False
    source: words.Source | None = None
    partner: str | None = None
    also_tell: tuple[str, ...] = ()
    officer: str | None = None
    loan: Loan = Loan()
    contact_attempts: tuple[Attempt, ...] = ()
    appointment: Appointment = Appointment()
    application: Application = Application()
    outcome: Outcome = Outcome()
    partner_updates: tuple[PartnerUpdate, ...] = ()
    next_step: NextStep | None = None
    log: tuple[LogEntry, ...] = ()
    consent_to_share: words.Consent = "status_only"
    tags: tuple[str, ...] = ()
    notes: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    faulty: bool = False
    stale: bool = False


class Day(Record, frozen=True):
    """One day's activity as typed. A counter that was not typed is `None`, which is not zero.

    `custom` holds (kind, count) for the kinds named in journal.yaml; `day_off` is "", "day_off" (for a plain
    true), or one of the kinds of day off. `officer` is "" in a journal of one officer.
    """

    id: str
    path: str
    date: dt.date
    officer: str = ""
    calls: int | None = None
    follow_ups: int | None = None
    notes: int | None = None
    conversations: int | None = None
    appointments: int | None = None
    custom: tuple[tuple[str, int], ...] = ()
    day_off: str = ""
    comment: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    faulty: bool = False
    stale: bool = False


class Partner(Record, frozen=True):
    """Somebody who sends referrals. `update_days`: working days they may go without word (`None`: the journal's)."""

    id: str
    path: str
    name: str
    type: str | None = None
    company: str = ""
    phone: str = ""
    email: str = ""
    tier: str | None = None
    since: dt.date | None = None
    update_days: int | None = None
    prefers: str | None = None
    status: str = "active"
    touches: tuple[Attempt, ...] = ()
    notes: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    faulty: bool = False
    stale: bool = False
