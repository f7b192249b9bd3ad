"""The JSON of `today`."""

from textual_tracker.analytics.activity.counters import DayActivity
from textual_tracker.analytics.agenda import Agenda, Meeting
from textual_tracker.analytics.partners.care import ToTell
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.cli.reports.rows import Row, stalled_row, time_of
from textual_tracker.cli.sentences import next_sentence


def today_row(snapshot: Snapshot, found: Agenda) -> Row:
    """The whole report of the day."""
    week = found.week
    return {
        "date": found.date,
        "next": None if found.next_row is None else next_sentence(snapshot, found.next_row),
        "unreadable": [
            {"path": problem.path, "line": problem.line, "message": problem.message}
            for problem in snapshot.journal.unreadable
        ],
        "deadlines": [stalled_row(row) for row in found.deadlines],
        "calls": [stalled_row(row) for row in found.calls],
        "appointments": [_meeting(meeting) for meeting in found.appointments],
        "tell": [_to_tell(snapshot, one) for one in found.tell],
        "week": {
            "list": None if week is None else week.name,
            "rows": [] if week is None else [*week.partners, *week.referrals],
        },
        "activity": _activity(found.activity),
        "streak": found.streak,
        "score": found.activity.score,
        "done": found.activity.done,
    }


def _meeting(meeting: Meeting) -> Row:
    return {
        "id": meeting.referral.id,
        "borrower": meeting.referral.name,
        "date": meeting.date,
        "time": time_of(meeting.time),
        "partner": meeting.referral.partner,
        "passed": meeting.passed,
    }


def _to_tell(snapshot: Snapshot, one: ToTell) -> Row:
    return {
        "partner": one.partner,
        "name": snapshot.journal.partner_name(one.partner),
        "referrals": list(dict.fromkeys(row.referral.id for row in one.rows if row.referral is not None)),
        "level": one.level,
        "rules": list(dict.fromkeys(row.rule for row in one.rows)),
    }


def _activity(activity: DayActivity) -> Row:
    return {name: {"count": number, "goal": activity.goals.get(name)} for name, number in activity.counts.items()}
