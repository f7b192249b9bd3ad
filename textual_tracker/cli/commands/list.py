"""`tracker list`: the open referrals, or those that match a query."""

import datetime as dt
from collections.abc import Sequence

from textual_tracker.analytics.query.query import parse_query, select
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import count, day, short_money
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_snapshot
from textual_tracker.cli.reports import columns
from textual_tracker.cli.reports.rows import list_row
from textual_tracker.cli.table import Column
from textual_tracker.core.records import Referral


def run(call: Call) -> int:
    """Print the referrals, the oldest received first."""
    snapshot = open_snapshot(call)
    referrals, what = _selected(call, snapshot)
    if call.json:
        call.output.json([list_row(snapshot, referral) for referral in referrals])
        return 0
    call.output.paragraph(_headline(snapshot, referrals, what))
    if referrals:
        call.output.line()
        _print_table(call, snapshot, referrals)
    return 0


def _selected(call: Call, snapshot: Snapshot) -> tuple[list[Referral], str]:
    """The referrals, the oldest received first, and what they are called."""
    chosen, what = _chosen(call, snapshot)
    return sorted(chosen, key=_by_day_received), what


def _by_day_received(referral: Referral) -> tuple[dt.date, dt.time, str]:
    """The name of a file may say no day, or another one. No time of day is midnight."""
    return referral.received, referral.received_time or dt.time.min, referral.id


def _chosen(call: Call, snapshot: Snapshot) -> tuple[Sequence[Referral], str]:
    text = " ".join(call.words)
    if text:
        return select(snapshot, parse_query(text, snapshot.journal.settings.queries)), "referral"
    if call.parsed.flag("all"):
        return snapshot.referrals, "referral"
    return [r for r in snapshot.referrals if snapshot.standing(r).is_open], "open referral"


def _headline(snapshot: Snapshot, referrals: list[Referral], what: str) -> str:
    """`48 open referrals · $12.3M`."""
    dollars = sum(snapshot.amount(referral) or 0 for referral in referrals)
    return count(len(referrals), what) + (f" · {short_money(dollars)}" if dollars else "")


def _print_table(call: Call, snapshot: Snapshot, referrals: list[Referral]) -> None:
    standings = [snapshot.standing(referral) for referral in referrals]
    firings = [next(iter(snapshot.fires(referral)), None) for referral in referrals]
    days = [standing.days_in_stage(snapshot.today) for standing in standings]
    touches = [standing.last_touch for standing in standings]
    rows = list(zip(referrals, firings, strict=True))
    call.output.table(
        [
            columns.sign_column(rows),
            columns.name_column(referrals),
            columns.stage_column(snapshot, referrals, goes=0),
            Column("days", ["?" if number is None else str(number) for number in days], right=True, goes=4),
            Column("last touch", [day(touch, snapshot.today) if touch else "–" for touch in touches], goes=1),
            columns.from_column(snapshot, referrals, goes=5),
            Column("amount", [short_money(snapshot.amount(r)) for r in referrals], right=True, goes=2),
            Column("phone", [referral.phone for referral in referrals], goes=3),
            columns.rule_column(snapshot, rows, goes=6),
            columns.fault_column(snapshot, referrals),
        ],
        columns.level_styles(firings),
        indent=" ",
    )
