"""`tracker stalled`: who waits, since when, and what to do; with `--partners`, who was not told."""

from collections import Counter

import msgspec

from textual_tracker.analytics.partner_care import PartnerRow, untold
from textual_tracker.analytics.rules import AT_RISK, STALLED
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow, folds, stalled_rows
from textual_tracker.analytics.wording import SIGNS, count, day, short_money
from textual_tracker.cli import columns
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_snapshot, print_unreadable
from textual_tracker.cli.partners import partner_text
from textual_tracker.cli.rows import partner_row, stalled_row
from textual_tracker.cli.table import Column


def run(call: Call) -> int:
    """Print the table; with `--exit-code`, 1 where it has a row."""
    snapshot = open_snapshot(call, shows_unreadable=not call.json)
    found = _partners(call, snapshot) if call.parsed.flag("partners") else _referrals(call, snapshot)
    return 1 if found and call.parsed.flag("exit_code") else 0


def _referrals(call: Call, snapshot: Snapshot) -> int:
    rows = stalled_rows(snapshot, at_risk=call.parsed.flag("at_risk"))
    if call.json:
        call.output.data(msgspec.json.encode([stalled_row(row) for row in rows]) + b"\n")
        return len(rows)
    print_unreadable(call.output, snapshot.journal)
    call.output.line(_headline(snapshot, rows))
    shown = rows if call.output.width is None or call.parsed.flag("all") else [row for row in rows if not folds(row)]
    if shown:
        call.output.line()
        _print_table(call, snapshot, shown)
    if len(shown) < len(rows):
        call.output.line()
        call.output.line(f"   {len(rows) - len(shown)} to decide or close out; --all shows them", "quiet")
    return len(rows)


def _headline(snapshot: Snapshot, rows: list[StalledRow]) -> str:
    """`12 stalled, 7 at risk · $4.1M waiting`."""
    stalled = sum(1 for referral in snapshot.referrals if any(f.level == STALLED for f in snapshot.fires(referral)))
    firing = sum(1 for referral in snapshot.referrals if snapshot.fires(referral))
    dollars = sum(snapshot.amount(row.referral) or 0 for row in rows)
    at_risk = f", {firing - stalled} at risk" if firing > stalled else ""
    waiting = f" · {short_money(dollars)} waiting" if dollars else ""
    return f"{stalled or 'nobody'} stalled{at_risk}{waiting}"


def _print_table(call: Call, snapshot: Snapshot, rows: list[StalledRow]) -> None:
    referrals = [row.referral for row in rows]
    firings = [row.firing for row in rows]
    call.output.table(
        [
            columns.sign_column(firings),
            columns.name_column(referrals),
            columns.stage_column(snapshot, referrals, goes=2),
            columns.rule_column(snapshot, list(zip(referrals, firings, strict=True))),
            Column("since", [day(firing.since, snapshot.today) for firing in firings], goes=1),
            columns.waited_column(firings),
            Column("limit", [str(firing.limit) for firing in firings], right=True, goes=3),
            columns.from_column(snapshot, referrals, goes=4),
            Column("what to do", [firing.action for firing in firings], least=16),
            columns.fault_column(snapshot, referrals),
        ],
        columns.level_styles(firings),
        indent=" ",
    )


def _partners(call: Call, snapshot: Snapshot) -> int:
    rows = untold(snapshot, at_risk=call.parsed.flag("at_risk"))
    if call.json:
        call.output.data(msgspec.json.encode([partner_row(row) for row in rows]) + b"\n")
        return len(rows)
    print_unreadable(call.output, snapshot.journal)
    call.output.line(_partner_headline(rows))
    if rows:
        call.output.line()
        _print_partners(call, snapshot, rows)
    return len(rows)


def _partner_headline(rows: list[PartnerRow]) -> str:
    """`3 partners wait for word, 1 soon will, 2 went quiet`."""
    worst: dict[str, str | None] = {}
    for row in rows:
        worst.setdefault(row.partner, row.level)
    levels = Counter(worst.values())
    waiting = f"{count(levels[STALLED], 'partner waits', 'partners wait')} for word"
    soon = f", {levels[AT_RISK]} soon will" if levels[AT_RISK] else ""
    quiet = f", {levels[None]} went quiet" if levels[None] else ""
    return f"{waiting}{soon}{quiet}"


def _print_partners(call: Call, snapshot: Snapshot, rows: list[PartnerRow]) -> None:
    call.output.table(
        [
            Column("", ["" if row.level is None else SIGNS[row.level] for row in rows], painted=True),
            Column("partner", [snapshot.journal.partner_name(row.partner) for row in rows], least=12, painted=True),
            Column("about", [row.referral.name if row.referral else "" for row in rows], least=12),
            Column("rule", [partner_text(row) for row in rows], painted=True),
            Column("since", [day(row.since, snapshot.today) for row in rows], goes=1),
            Column("waited", [_waited(row) for row in rows]),
            Column("limit", [str(row.limit) for row in rows], right=True, goes=2),
        ],
        [row.level or "" for row in rows],
        indent=" ",
    )


def _waited(row: PartnerRow) -> str:
    """Working days; calendar days for a partner who went quiet."""
    if row.level is None:
        return count(row.waited, "day")
    return count(row.waited, "working day")
