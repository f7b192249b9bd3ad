"""What the pipeline says of one referral: on a card of the board, and in a row of the table."""

from bisect import bisect_right
from collections.abc import Sequence

from textual_tracker.analytics.pipeline import Card, Column
from textual_tracker.analytics.wording import clock, day, days, sender, short_money, stage_label
from textual_tracker.core.stages import Stage
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.words import DOT, mark, rule_piece
from textual_tracker.tui.widgets import board as drawn
from textual_tracker.tui.widgets import columns as table
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.lanes import Lane
from textual_tracker.tui.widgets.row import Row

COLUMNS = (
    table.Column("", 2, gap=1),
    table.Column("who", 14, 24),
    table.Column("stage", 12, 21, priority=2),
    table.Column("days", 4, priority=1, align="right"),
    table.Column("what fires", 14, 28),
    table.Column("amount", 6, 8, priority=3, align="right"),
    table.Column("from", 12, 22, priority=4),
    table.Column("phone", 12, 14, priority=5),
)


def summary(column: Column) -> str:
    """`6 · $1.9M`."""
    dollars = f"{DOT}{short_money(column.dollars)}" if column.dollars else ""
    return f"{len(column.cards)}{dollars}"


def card(look: Look, column: Column, number: int) -> drawn.Card:
    """One card: who, and how long in this stage; below it what fires, what comes next, or who sent it; the money."""
    found = column.cards[number]
    closed = found.standing.stage is Stage.closed
    says = _fires_or_comes(look, found)
    return drawn.Card(
        mark=mark(found.referral, found.firing),
        title=Piece(found.referral.name, "strong"),
        number=Piece("" if closed else _days(look, found), "quiet"),
        below=says if says.text else Piece(sender(look.snapshot, found.referral), "quiet"),
        number_below=Piece(short_money(found.amount), "quiet"),
        whole=bool(says.text),
    )


class CardTable:
    """The board as a table: a heading for each column that has cards, then its cards."""

    def __init__(self, look: Look, columns: Sequence[Column], lanes: Sequence[Lane]) -> None:
        self._look = look
        self._columns = [column for column in columns if column.cards]
        self.keys: list[str] = []
        self._starts: list[int] = []
        for lane in lanes:
            if lane.keys:
                self._starts.append(len(self.keys))
                self.keys += [f"\0{lane.key}", *lane.keys]

    def row(self, number: int) -> Row:
        """One row."""
        group = bisect_right(self._starts, number) - 1
        column, within = self._columns[group], number - self._starts[group]
        return _row(self._look, column.cards[within - 1]) if within else _heading(column)


def _heading(column: Column) -> Row:
    return Row(across=(Piece(column.title, "accent"), Piece(f"  {summary(column)}", "quiet")), heading=True)


def _row(look: Look, found: Card) -> Row:
    referral = found.referral
    return Row(
        (
            mark(referral, found.firing),
            Piece(referral.name, "strong"),
            Piece(stage_label(found.standing.stage)),
            Piece(_days(look, found)),
            _fires_or_comes(look, found),
            Piece(short_money(found.amount)),
            Piece(sender(look.snapshot, referral)),
            Piece(referral.phone),
        )
    )


def _days(look: Look, found: Card) -> str:
    return days(found.standing.days_in_stage(look.snapshot.today))


def _fires_or_comes(look: Look, found: Card) -> Piece:
    """The rule that fires, else the date that comes next, or came last."""
    if found.firing is not None:
        return rule_piece(look.snapshot, found.referral, found.firing)
    return Piece(_comes(look, found), "quiet")


def _comes(look: Look, found: Card) -> str:
    standing, today = found.standing, look.snapshot.today
    meeting, closing = standing.appointment, standing.application.expected_close
    if standing.stage is Stage.appointment_set and meeting.date is not None:
        return f"{day(meeting.date, today)} {clock(meeting.time)}".rstrip()
    if standing.stage in {Stage.in_process, Stage.clear_to_close} and closing is not None:
        return f"closes {day(closing, today)}"
    if standing.stage is Stage.closed and standing.outcome.date is not None:
        return day(standing.outcome.date, today)
    return ""
