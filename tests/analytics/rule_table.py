"""The table of rules, each row with a referral to which it applies. 4 March 2026 is a Wednesday."""

import datetime as dt
from typing import Any, NamedTuple

from tests.factories import (
    application,
    appointment,
    attempts,
    day,
    make_journal,
    make_referral,
    next_step,
    outcome,
)
from textual_tracker.analytics.rules import Firing
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.core.settings import Settings

WEDNESDAY = "2026-03-04"
SIX = [f"2026-02-{date} call no_answer" for date in ("23", "24", "25", "26", "27")] + [f"{WEDNESDAY} text"]


class Row(NamedTuple):
    """A row of the table: its words, a referral to which it applies, and the day since which that one waits."""

    rule: str
    band: int
    at_risk: int | None
    stalled: int
    action: str
    facts: dict[str, Any]
    since: str = WEDNESDAY


ROWS = [
    Row(
        *("late_closing", 1, -3, -1, "tell everyone, today"),
        {"application": application("in_process", under_contract="2026-03-02", expected_close="2026-03-25")},
        since="2026-03-25",
    ),
    Row(
        *("late_closing", 1, None, 1, "tell everyone, today"),
        {"application": application("clear_to_close", clear_to_close="2026-03-02", expected_close="2026-03-25")},
        since="2026-03-25",
    ),
    Row(
        *("lock_expiring", 1, -7, -2, "extend the lock"),
        {"application": application("in_process", under_contract="2026-03-02", lock_expires="2026-03-25")},
        since="2026-03-25",
    ),
    Row(
        *("lock_expiring", 1, -7, -2, "extend the lock"),
        {"application": application("clear_to_close", clear_to_close="2026-03-02", lock_expires="2026-03-25")},
        since="2026-03-25",
    ),
    Row(
        *("preapproval_expiring", 1, -10, -2, "renew the letter"),
        {"application": application("preapproved", preapproved="2026-03-02", expires="2026-03-25")},
        since="2026-03-25",
    ),
    Row(
        *("not_closed", 1, 2, 4, "book the closing"),
        {"application": application("clear_to_close", clear_to_close=WEDNESDAY)},
    ),
    Row("no_attempt", 2, 0, 1, "call now", {"received": WEDNESDAY}),
    Row("next_step_overdue", 2, 0, 1, "do it", {"next_step": next_step(WEDNESDAY)}),
    Row(
        *("close_out", 2, 0, 1, "record the reason, tell the partner"),
        {"application": application("denied", submitted="2026-03-03", decided=WEDNESDAY)},
    ),
    Row(
        *("close_out", 2, 0, 1, "record the reason, tell the partner"),
        {"application": application("withdrawn", started="2026-03-03", decided=WEDNESDAY)},
    ),
    Row("no_show", 2, 1, 2, "rebook", {"appointment": appointment("no_show", set="2026-03-02", date=WEDNESDAY)}),
    Row("no_show", 2, 1, 2, "rebook", {"appointment": appointment("cancelled", set="2026-03-02", date=WEDNESDAY)}),
    Row(
        *("no_answer", 2, 1, 2, "try again, another channel"),
        {"contact_attempts": attempts(f"{WEDNESDAY} call left_message", "2026-03-03 call no_answer")},
    ),
    Row("no_answer", 2, 1, 2, "try again, another channel", {"contact_attempts": attempts(*SIX[1:])}),
    Row(
        *("decide", 3, 1, 3, "ask the partner for an introduction, or close it out"),
        {"contact_attempts": attempts(*SIX)},
    ),
    Row(
        *("no_appointment", 3, 2, 4, "ask for the appointment"),
        {"contact_attempts": attempts(f"{WEDNESDAY} call reached")},
    ),
    Row(
        *("no_appointment", 3, 2, 4, "ask for the appointment"),
        {"appointment": appointment("set", set=WEDNESDAY)},
    ),
    Row(
        *("no_application", 3, 2, 4, "send the application"),
        {"appointment": appointment("held", date=WEDNESDAY)},
    ),
    Row(
        *("application_unfinished", 3, 2, 5, "help them finish"),
        {"application": application("started", started=WEDNESDAY)},
    ),
    Row("no_decision", 3, 2, 4, "chase the decision", {"application": application("submitted", submitted=WEDNESDAY)}),
    Row(
        *("preapproved_silent", 3, 5, 10, "check in: still looking?"),
        {"application": application("preapproved", preapproved=WEDNESDAY)},
    ),
    Row(
        *("process_silent", 3, 7, 12, "chase the file"),
        {"application": application("in_process", under_contract=WEDNESDAY)},
    ),
    *(
        Row("revisit_due", 3, 0, 5, "second chance", {"outcome": outcome(status, "2026-02-02", revisit=WEDNESDAY)})
        for status in ("nurture", "lost", "closed")
    ),
]


def after(since: str, working_days: int) -> dt.date:
    """The first weekday on which `since` has been waiting for so many working days; before it, where negative."""
    date, step = day(since), dt.timedelta(days=1 if working_days > 0 else -1)
    for _ in range(abs(working_days)):
        date += step
        while date.weekday() >= 5:
            date += step
    return date


def fires(today: dt.date | str, settings: Settings | None = None, **facts: Any) -> dict[str, Firing]:
    """What fires on `today` for a referral received on 2 February, by the rule."""
    referral = make_referral(**{"received": "2026-02-02", **facts})
    snapshot = Snapshot(make_journal(referral, settings=settings), day(today) if isinstance(today, str) else today)
    return {firing.rule: firing for firing in snapshot.fires(referral)}


def level(row: Row, waited: int, **more: Any) -> str | None:
    """The level of the row's rule after so many working days."""
    firing = fires(after(row.since, waited), **row.facts, **more).get(row.rule)
    return firing.level if firing is not None else None
