"""The rows of the JSON outputs, as `schema/output/` describes them: ids, ISO dates, whole dollars, null for absent."""

import datetime as dt
from typing import Any

from textual_tracker.analytics.rules import Firing
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow
from textual_tracker.analytics.wording import clock
from textual_tracker.core.problems import Problem
from textual_tracker.core.records import NextStep, Referral

Row = dict[str, Any]


def list_row(snapshot: Snapshot, referral: Referral) -> Row:
    """One referral of `list`, as of the snapshot's day."""
    standing = snapshot.standing(referral)
    return {
        "id": referral.id,
        "borrower": referral.name,
        "source": snapshot.journal.source_of(referral),
        "partner": referral.partner,
        "officer": referral.officer,
        "received": referral.received,
        "received_time": time_of(referral.received_time),
        "stage": standing.stage.name,
        "furthest_stage": standing.furthest.name,
        "entered": standing.entered,
        "days_in_stage": standing.days_in_stage(snapshot.today),
        "last_touch": standing.last_touch,
        "attempts": standing.all_attempts,
        "outcome": standing.outcome.status or "open",
        "reason": standing.outcome.reason,
        "amount": snapshot.amount(referral),
        "phone": text_of(referral.phone),
        "next_step": _next_step(referral.next_step),
        "fires": [{"rule": firing.rule, "level": firing.level} for firing in snapshot.fires(referral)],
        "faulty": referral.faulty,
    }


def _next_step(step: NextStep | None) -> Row | None:
    return None if step is None else {"due": step.due, "who": step.who, "action": text_of(step.action)}


def stalled_row(row: StalledRow) -> Row:
    """One referral of `stalled`, with its worst rule."""
    return {
        "id": row.referral.id,
        "borrower": row.referral.name,
        "partner": row.referral.partner,
        "stage": row.standing.stage.name,
        **firing_row(row.firing),
    }


def firing_row(firing: Firing) -> Row:
    """One rule that fires."""
    return {
        "rule": firing.rule,
        "level": firing.level,
        "since": firing.since,
        "waited": firing.waited,
        "limit": firing.limit,
        "action": firing.action,
    }


def problem_row(problem: Problem) -> Row:
    """One problem of `check`."""
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": text_of(problem.hint),
    }


def text_of(text: str) -> str | None:
    """Text that was not written is null."""
    return text or None


def time_of(time: dt.time | None) -> str | None:
    """`16:40`, or null."""
    return clock(time) or None
