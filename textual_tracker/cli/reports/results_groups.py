"""The tables of `results` by source, partner, month and officer."""

from collections.abc import Sequence

from textual_tracker.analytics.results.early import early_months_text, usual_days
from textual_tracker.analytics.results.groups import Group
from textual_tracker.analytics.results.months import MonthSnapshot
from textual_tracker.analytics.results.ranking import FEW
from textual_tracker.analytics.results.results import Results
from textual_tracker.analytics.results.words import key_label, month_of_window, number, rate_text
from textual_tracker.analytics.snapshot import Snapshot
from textual_tracker.analytics.wording import count, short_money
from textual_tracker.cli.output import Output
from textual_tracker.cli.table import Column
from textual_tracker.cli.text import wrapped

NAME = 18
"""The fewest cells to which a name is cut."""

HANDFUL = 3

ORDER_OF_PARTNERS = (
    "Best first by what their close rate is at least, with 9 chances in 10, judged beside all partners;"
    f" those with fewer than {FEW} decided stand below."
)
ABOUT_SNAPSHOTS = (
    "What closed in a month beside what came in it: not the same people. Those who closed came months before, so while"
    " more come every month it lies under the close rate."
)


def print_groups(output: Output, snapshot: Snapshot, found: Results, kind: str, *, folds: bool) -> None:
    """The rows of one kind; nothing where there are none. `folds`: a terminal gets the partners of few in one line."""
    rows: tuple[Group, ...] = getattr(found, f"by_{kind}")
    if kind == "month":
        rows = rows[_first_with_anybody(rows) :]
    if not rows:
        return
    shown = _unfolded(rows) if folds and output.width is not None else rows
    output.line()
    output.table(_columns(snapshot, found, kind, shown), indent=" ")
    if len(shown) < len(rows):
        few = count(len(rows) - len(shown), "partner")
        print_indented(output, f"{few} with fewer than {FEW} decided; --by {kind} shows them", "quiet")
    if kind == "partner" and any(row.ranked is not None and not row.ranked.is_few for row in rows):
        print_indented(output, ORDER_OF_PARTNERS, "quiet")
    if kind == "month":
        early = early_months_text(rows, snapshot.today, usual_days(snapshot, found.officer))
        if early:
            print_indented(output, early, "quiet")
        output.line()
        _print_snapshots(output, found)


def print_indented(output: Output, text: str, style: str = "") -> None:
    """A sentence under a table, broken between words on a terminal."""
    for part in [text] if output.width is None else wrapped(text, output.width - 1):
        output.line(f" {part}", style)


def _unfolded(rows: Sequence[Group]) -> Sequence[Group]:
    """Without the partners of whom too few are decided to tell anything, where those are more than a handful."""
    few = [row for row in rows if row.ranked is not None and row.ranked.is_few]
    return [row for row in rows if row not in few] if HANDFUL < len(few) < len(rows) else rows


def _first_with_anybody(rows: Sequence[Group]) -> int:
    """A window may begin long before the journal: the months before the first referral say nothing."""
    return next((number for number, row in enumerate(rows) if row.received), 0)


def _columns(snapshot: Snapshot, found: Results, kind: str, rows: Sequence[Group]) -> list[Column]:
    least = [f"{row.ranked.low:.0%}" if row.ranked is not None and not row.ranked.is_few else "" for row in rows]
    return [
        Column(f"BY {kind.upper()}", [key_label(kind, row.key, snapshot, found.window) for row in rows], least=NAME),
        _counts("received", [row.received for row in rows]),
        _counts("contacted", [row.contacted for row in rows], goes=4),
        _counts("appt held", [row.appointments_held for row in rows], goes=5),
        _counts("applied", [row.applications for row in rows], goes=6),
        _counts("closed", [row.closed for row in rows], goes=10),
        _counts("lost", [row.lost for row in rows], goes=9),
        _counts("open", [row.open for row in rows], goes=7),
        _counts("nurture", [row.nurture for row in rows], goes=1),
        Column("amount", [short_money(row.amount or None) for row in rows], right=True, goes=3),
        Column(
            "days", ["" if row.median_days is None else number(row.median_days) for row in rows], right=True, goes=2
        ),
        Column("close rate", [rate_text(row.close_rate) for row in rows], right=True),
        Column("at least", least, right=True, goes=8),
    ]


def _counts(title: str, numbers: Sequence[int], *, goes: int = 0) -> Column:
    """A column of numbers; none is a dot, so that the others are seen."""
    return Column(title, [f"{number:,}" if number else "·" for number in numbers], right=True, goes=goes)


def _print_snapshots(output: Output, found: Results) -> None:
    rows = _from_the_first(found.snapshots)
    if not rows:
        return
    output.table(
        [
            Column("CLOSED IN THE MONTH", [month_of_window(row.month, found.window) for row in rows]),
            _counts("received", [row.received for row in rows]),
            _counts("closed", [row.closed for row in rows]),
        ],
        indent=" ",
    )
    print_indented(output, ABOUT_SNAPSHOTS, "quiet")


def _from_the_first(rows: tuple[MonthSnapshot, ...]) -> tuple[MonthSnapshot, ...]:
    first = next((number for number, row in enumerate(rows) if row.received or row.closed), len(rows))
    return rows[first:]
