"""`tracker stalled --partners`: the partners who wait for word, and about whom."""

from collections import Counter

from textual_tracker.analytics.partners.care import PartnerRow, untold
from textual_tracker.analytics.rules import AT_RISK, STALLED
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.theirs import is_officers
from textual_tracker.analytics.wording import SIGNS, count, day, partner_named, partner_text, waited
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import print_unreadable
from textual_tracker.cli.reports.partner_row import partner_row
from textual_tracker.cli.table import Column


def report(call: Call, snapshot: Snapshot, who: str | None) -> int:
    """Print a row for each partner, referral and rule, of the referrals of `who` if that is one; the number of rows."""
    rows = [
        row
        for row in untold(snapshot, at_risk=call.parsed.flag("at_risk"))
        if row.referral is None or is_officers(row.referral, who, snapshot)
    ]
    if call.json:
        call.output.json([partner_row(row) for row in rows])
        return len(rows)
    print_unreadable(call.output, snapshot.journal)
    call.output.paragraph(_headline(rows))
    if rows:
        call.output.line()
        _print_table(call, snapshot, rows)
    return len(rows)


def _headline(rows: list[PartnerRow]) -> str:
    """`3 partners wait for word, 1 soon will, 2 went quiet`."""
    worst: dict[str, str | None] = {}
    for row in rows:
        worst.setdefault(row.partner, row.level)
    levels = Counter(worst.values())
    number = count(levels[STALLED], "partner waits", "partners wait") if levels[STALLED] else "no partner waits"
    waiting = f"{number} for word"
    soon = f", {levels[AT_RISK]} soon will" if levels[AT_RISK] else ""
    quiet = f", {levels[None]} went quiet" if levels[None] else ""
    return f"{waiting}{soon}{quiet}"


def _print_table(call: Call, snapshot: Snapshot, rows: list[PartnerRow]) -> None:
    call.output.table(
        [
            Column("", ["" if row.level is None else SIGNS[row.level] for row in rows], painted=True),
            Column("partner", [partner_named(snapshot, row.partner) for row in rows], least=12, painted=True),
            Column("about", [row.referral.name if row.referral else "" for row in rows], least=12),
            Column("rule", [partner_text(row) for row in rows], least=16, painted=True),
            Column("since", [day(row.since, snapshot.today) for row in rows], goes=1),
            Column("waited", [_waited(row, snapshot) for row in rows], goes=3),
            Column("limit", [str(row.limit) for row in rows], right=True, goes=2),
        ],
        [row.level or "" for row in rows],
        indent=" ",
    )


def _waited(row: PartnerRow, snapshot: Snapshot) -> str:
    """Working days; calendar days for a partner who went quiet."""
    if row.level is None:
        return count(row.waited, "day")
    return waited(row.waited, row.since, snapshot.today)
