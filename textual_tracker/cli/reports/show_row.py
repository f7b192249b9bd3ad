"""The JSON of `show`: a row of `list` with all the rest of the referral."""

from textual_tracker.analytics.partners.care import untold_about
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.timeline import timeline
from textual_tracker.cli.reports.partner_row import partner_row
from textual_tracker.cli.reports.rows import Row, firing_row, list_row, problem_row, text_of, time_of
from textual_tracker.cli.reports.show_chance import Shown, shown_chance_row
from textual_tracker.core.problems import Problem
from textual_tracker.core.records import ApplicationFacts, AppointmentFacts, Loan, Referral


def show_row(snapshot: Snapshot, referral: Referral, problems: list[Problem], chance: Shown | None) -> Row:
    """Everything about one referral, as of the snapshot's day."""
    standing = snapshot.standing(referral)
    return {
        **list_row(snapshot, referral),
        "fires": [firing_row(firing) for firing in snapshot.fires(referral)],
        "path": referral.path,
        "email": text_of(referral.email),
        "co_borrower": text_of(referral.co_borrower),
        "best_time": text_of(referral.best_time),
        "do_not_contact": referral.do_not_contact,
        "also_tell": referral.also_tell,
        "loan": _loan(referral.loan),
        "appointment": _appointment(standing.appointment),
        "application": _application(standing.application),
        "outcome_date": standing.outcome.date,
        "revisit": standing.outcome.revisit,
        "consent_to_share": referral.consent_to_share,
        "tags": referral.tags,
        "notes": text_of(referral.notes),
        "extra": dict(referral.extra),
        "timeline": [
            {"date": event.date, "time": time_of(event.time), "kind": event.kind, "text": event.text}
            for event in timeline(snapshot, referral)
        ],
        "chance": None if chance is None else shown_chance_row(chance),
        "partner_rules": [partner_row(row) for row in untold_about(snapshot, referral)],
        "problems": [problem_row(problem) for problem in problems],
    }


def _loan(loan: Loan) -> Row | None:
    if loan == Loan():
        return None
    return {"purpose": loan.purpose, "program": loan.program, "amount": loan.amount}


def _appointment(meeting: AppointmentFacts) -> Row | None:
    if meeting == AppointmentFacts():
        return None
    return {"status": meeting.status, "set": meeting.set, "date": meeting.date, "time": time_of(meeting.time)}


def _application(facts: ApplicationFacts) -> Row | None:
    if all(getattr(facts, name) in {None, ""} for name in ApplicationFacts.__struct_fields__):
        return None
    return {
        "status": facts.status,
        "expires": facts.expires,
        "expected_close": facts.expected_close,
        "lock_expires": facts.lock_expires,
    }
