"""`tracker stalled`: who waits, since when, and what to do; with `--partners`, who was not told."""

from importlib import import_module

from textual_tracker.analytics.rules import STALLED
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.stalled import StalledRow, folds, stalled_rows
from textual_tracker.analytics.theirs import is_theirs
from textual_tracker.analytics.wording import day, short_money
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_snapshot, print_unreadable
from textual_tracker.cli.officers import asked_who, officer_named
from textual_tracker.cli.reports import columns
from textual_tracker.cli.reports.rows import stalled_row
from textual_tracker.cli.table import Column


def run(call: Call) -> int:
    """Print the table; with `--exit-code`, 1 where it has a row, or a file that may hide one cannot be read."""
    if call.parsed.flag("explain"):
        return _explain(call)
    partners = call.parsed.flag("partners")
    typed = asked_who(call)
    snapshot = open_snapshot(call, shows_unreadable=not call.json, settled=partners)
    who = officer_named(snapshot, typed) if typed else None
    if partners:
        found: int = import_module("textual_tracker.cli.reports.untold").report(call, snapshot, who)
    else:
        found = _referrals(call, snapshot, who)
    if who is not None and not call.json:
        _say_what_is_nobodys(call, snapshot)
    shown = found or (not partners and snapshot.journal.unreadable)
    return 1 if shown and call.parsed.flag("exit_code") else 0


def _explain(call: Call) -> int:
    import_module("textual_tracker.cli.asked").explained(call, "stalled")
    return 0


def _say_what_is_nobodys(call: Call, snapshot: Snapshot) -> None:
    """Beside one officer's rows: what is in nobody's must not be lost sight of."""
    from textual_tracker.analytics.nobodys import (  # noqa: PLC0415 - most ask for everybody
        WHICH,
        nobodys_open,
        nobodys_open_words,
    )

    nobodys = nobodys_open_words(nobodys_open(snapshot))
    if nobodys:
        call.output.paragraph(f"{nobodys}; {WHICH}")


def _referrals(call: Call, snapshot: Snapshot, who: str | None) -> int:
    rows = _rows(snapshot, who, at_risk=call.parsed.flag("at_risk"))
    if call.json:
        call.output.json([stalled_row(row) for row in rows])
        return len(rows)
    print_unreadable(call.output, snapshot.journal)
    call.output.paragraph(_headline(snapshot, rows, who))
    shown = rows if call.output.width is None or call.parsed.flag("all") else [row for row in rows if not folds(row)]
    if shown:
        call.output.line()
        _print_table(call, snapshot, shown)
    if len(shown) < len(rows):
        call.output.line()
        folded = f"{len(rows) - len(shown)} to decide or close out; --all shows them"
        call.output.paragraph(folded, "quiet", indent="   ")
    return len(rows)


def _rows(snapshot: Snapshot, who: str | None, *, at_risk: bool) -> list[StalledRow]:
    return [row for row in stalled_rows(snapshot, at_risk=at_risk) if is_theirs(row, who, snapshot)]


def _headline(snapshot: Snapshot, rows: list[StalledRow], who: str | None) -> str:
    """`12 stalled, 7 at risk · $4.1M waiting`, of all that fire, whether or not `--at-risk` shows them."""
    shown = {row.referral.id: row.referral for row in (*rows, *_rows(snapshot, who, at_risk=True))}
    firing = shown.values()
    stalled = sum(row.firing.level == STALLED for row in rows)
    dollars = sum(snapshot.amount(referral) or 0 for referral in firing)
    at_risk = f", {len(firing) - stalled} at risk" if len(firing) > stalled else ""
    waiting = f" · {short_money(dollars)} waiting" if dollars else ""
    return f"{stalled or 'nobody'} stalled{at_risk}{waiting}"


def _print_table(call: Call, snapshot: Snapshot, rows: list[StalledRow]) -> None:
    referrals = [row.referral for row in rows]
    firings = [row.firing for row in rows]
    pairs = list(zip(referrals, firings, strict=True))
    call.output.table(
        [
            columns.sign_column(pairs),
            columns.name_column(referrals),
            columns.stage_column(snapshot, referrals, goes=3),
            columns.rule_column(snapshot, pairs),
            Column("since", [day(firing.since, snapshot.today) for firing in firings], goes=1),
            columns.waited_column(snapshot, firings, width=call.output.width),
            Column("limit", [str(firing.limit) for firing in firings], right=True, goes=2),
            columns.from_column(snapshot, referrals, goes=4),
            Column("what to do", [firing.action for firing in firings], least=columns.ACTION, goes=5),
            columns.fault_column(snapshot, referrals),
        ],
        columns.level_styles(firings),
        indent=" ",
    )
