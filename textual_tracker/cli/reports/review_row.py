"""The JSON of `review`."""

import datetime as dt
from collections.abc import Sequence

from textual_tracker.analytics.diagnosis.words import headline
from textual_tracker.analytics.forecast.outlook import Outlook
from textual_tracker.analytics.results.cohort import Member
from textual_tracker.analytics.results.endings import Ending, amount_of
from textual_tracker.analytics.review.review import Review
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.cli.reports.partner_row import partner_row
from textual_tracker.cli.reports.rows import Row, stalled_row, text_of
from textual_tracker.core.records import Referral
from textual_tracker.core.vocabulary import COUNTERS


def review_row(snapshot: Snapshot, review: Review) -> Row:
    """The whole week; what waits, the forecast and the one thing are as of `today`."""
    outlook, first = review.forecast.this_month, review.diagnosis.first
    return {
        "from": review.window.start,
        "to": review.window.end,
        "today": review.today,
        "officer": review.officer,
        "activity": _activity(review),
        "moved": [{"id": one.referral.id, "date": one.date, "what": one.what} for one in review.moved],
        "received": _rows(snapshot, review.received),
        "faulty": [referral.id for referral in review.faulty],
        "closed": _ended(snapshot, review.closed),
        "lost": _ended(snapshot, review.lost),
        "nurture": _ended(snapshot, review.nurture),
        "returned": _rows(snapshot, review.returned),
        "stalled": [stalled_row(row) for row in review.stalled],
        "partners": [partner_row(row) for one in review.to_tell for row in one.rows],
        "forecast": None if outlook is None else _forecast(outlook),
        "one_thing": {
            "verdict": None if first is None else first.name,
            "step": None if first is None else first.step,
            "leverage": None if first is None else first.leverage,
            "sentence": headline(review.diagnosis),
            "advice": None if first is None else text_of(first.advice),
        },
    }


def _activity(review: Review) -> Row:
    year = review.activity
    due = [one for one in year.days if one.is_due]
    totals, goals = year.totals, year.due_goals
    return {
        "due": len(due),
        "done": sum(one.activity.done for one in due),
        "missing": year.missing,
        "streak": None if review.is_over else year.streak,
        "counts": {
            name: {"count": totals.get(name, 0), "goal": goals.get(name)}
            for name in dict.fromkeys((*COUNTERS, *totals))
        },
    }


def _rows(snapshot: Snapshot, members: Sequence[Member]) -> list[Row]:
    """The people, with where they stand and how it ended, as of today."""
    return [
        _row(snapshot, one.referral, one.standing.outcome.date, one.reason, snapshot.amount(one.referral))
        for one in members
    ]


def _ended(snapshot: Snapshot, found: Sequence[Ending]) -> list[Row]:
    """What ended in the week, with where the people stand today: some have come back since."""
    return [_ending(snapshot, one) for one in found]


def _ending(snapshot: Snapshot, ending: Ending) -> Row:
    facts, referral = ending.facts, ending.referral
    reason = facts.reason if facts.status == "lost" else None
    return _row(snapshot, referral, ending.date, reason, amount_of(ending))


def _row(snapshot: Snapshot, referral: Referral, date: dt.date | None, reason: str | None, amount: int | None) -> Row:
    return {
        "id": referral.id,
        "borrower": referral.name,
        "partner": referral.partner,
        "source": snapshot.journal.source_of(referral),
        "received": referral.received,
        "stage": snapshot.standing(referral).stage.name,
        "date": date,
        "reason": reason,
        "amount": amount,
    }


def _forecast(outlook: Outlook) -> Row:
    return {
        "from": outlook.window.start,
        "to": outlook.window.end,
        "closed_already": outlook.closed_already,
        "expected": outlook.expected,
        "interval80": [outlook.low, outlook.high],
        "goal": outlook.goal,
        "chance_of_goal": outlook.chance_of_goal,
    }
