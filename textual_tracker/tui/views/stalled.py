"""Stalled: who waits, by which rule, since when, and what to do."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from textual_tracker.analytics.query import Query
from textual_tracker.analytics.rules import STALLED, Firing
from textual_tracker.analytics.stalled import StalledRow, folds, stalled_rows
from textual_tracker.analytics.wording import count, day, short_money, stage_label, waited
from textual_tracker.core.problems import Problem
from textual_tracker.tui.actions import Action
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.asking import AskingView
from textual_tracker.tui.views.problem_page import problem_page
from textual_tracker.tui.views.target import Target, target_of_problem, target_of_referral
from textual_tracker.tui.views.view import OPEN, READING, Page, page_of
from textual_tracker.tui.views.words import DOT, FAULT, mark, nothing_yet, place, rule_piece, sender
from textual_tracker.tui.widgets.columns import Column
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.line_table import LineTable, Row, no_row

COLUMNS = (
    Column("", 2, gap=1),
    Column("who", 16, 24),
    Column("stage", 21, priority=6),
    Column("rule", 19, 28),
    Column("since", 10, 11, priority=3),
    Column("waited", 15, priority=1, align="right"),
    Column("limit", 5, priority=7, align="right"),
    Column("phone", 12, 14, priority=4),
    Column("from", 12, 20, priority=5),
    Column("what to do", 18, 50, priority=2),
)
FOLD = "\0long dead"
"""The key of the line into which the long-dead fold; no file is named like it."""


class StalledList(NamedTuple):
    """What the view shows: files that cannot be read, then the rows, and the long-dead apart from them.

    `items` and their `keys` are what lies above the fold. `stalled` says how many of all rows are, the others being at
    risk; `dollars` is what they come to. `everybody` are the rows without the query, `matching` of them match.
    """

    items: Sequence[Problem | StalledRow | None]
    keys: Sequence[str]
    long_dead: Sequence[StalledRow]
    matching: int
    stalled: int
    dollars: int
    everybody: Sequence[StalledRow]


def stalled_list(look: Look, query: Query | None, known: Sequence[StalledRow] | None = None) -> StalledList:
    """Who is stalled or at risk in this look, as far as they match; `known`: everybody, where that is known."""
    snapshot = look.snapshot
    everybody = stalled_rows(snapshot, at_risk=True) if known is None else known
    tests = query.tests if query is not None else ()
    rows = [row for row in everybody if all(test(snapshot, row.referral) for test in tests)]
    items: list[Problem | StalledRow | None] = [*snapshot.journal.unreadable, *(row for row in rows if not folds(row))]
    return StalledList(
        items=items,
        keys=[_key(item) for item in items],
        long_dead=[row for row in rows if folds(row)],
        matching=len(rows),
        stalled=sum(any(firing.level == STALLED for firing in snapshot.fires(row.referral)) for row in rows),
        dollars=sum(snapshot.amount(row.referral) or 0 for row in rows),
        everybody=everybody,
    )


class StalledView(AskingView[StalledList]):
    """The stalled table."""

    TITLE = "Stalled"
    EXAMPLE = "stage:contacted partner:chen amount:>300000 dana"

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._table = LineTable(COLUMNS)
        self._table.show((), no_row, READING)
        self._unfolded = False
        self._items: list[Problem | StalledRow | None] = []

    def lists(self) -> Iterable[LineTable]:
        """The table."""
        return (self._table,)

    @property
    def main(self) -> LineTable:
        """The table."""
        return self._table

    def question(self, look: Look) -> Callable[[], StalledList]:
        """Find who is stalled, and matches the query."""
        query = self._query
        known = self.found.everybody if self.found is not None and self.look is look else None
        return lambda: stalled_list(look, query, known)

    def answer(self) -> str:
        """`2 of 19`."""
        return "" if self.found is None else f"{self.found.matching} of {len(self.found.everybody)}"

    def draw(self, look: Look, found: StalledList) -> None:
        """The table: files that cannot be read, the rows, the fold."""
        below: list[StalledRow | None] = [None, *(found.long_dead if self._unfolded else ())] if found.long_dead else []
        self._items = [*found.items, *below]
        self._table.show([*found.keys, *map(_key, below)], self._row, self._notice(look))
        self.say(_headline(look, found))

    def label(self, action: Action) -> str:
        """Enter on the fold unfolds it."""
        if action.id == "detail" and self._table.key == FOLD:
            return "fold" if self._unfolded else "unfold"
        return super().label(action)

    def do_detail(self) -> None:
        """Open the detail; on the fold, unfold it or fold it again."""
        if self._table.key != FOLD or self.has_class(OPEN):
            super().do_detail()
        elif self.look is not None and self.found is not None:
            self._unfolded = not self._unfolded
            self.draw(self.look, self.found)

    def target(self) -> Target | None:
        """The referral, or the file that cannot be read."""
        item = self._selected()
        if self.look is None or item is None:
            return None
        if isinstance(item, Problem):
            return target_of_problem(item)
        return target_of_referral(self.look, item.referral)

    def page(self) -> Page:
        """The detail of the referral, or of what is wrong in the file."""
        item = self._selected()
        if self.look is None or item is None:
            return Page()
        if isinstance(item, Problem):
            return Page(_key(item), tuple(problem_page(item)))
        return page_of(self.look, item.referral)

    def _selected(self) -> Problem | StalledRow | None:
        return self._items[self._table.index] if self._items else None

    def _row(self, number: int) -> Row:
        item = self._items[number]
        if isinstance(item, Problem):
            return Row(across=_unreadable(item))
        return Row(across=self._fold()) if item is None or self.look is None else _row(self.look, item)

    def _fold(self) -> Line:
        dead = len(self.found.long_dead) if self.found is not None else 0
        sign, verb = ("▾", "fold") if self._unfolded else ("▸", "unfold")
        return (
            Piece(f"{sign}  "),
            Piece(f"{dead} to decide or close out", "strong"),
            Piece(f"   enter {verb}s", "quiet"),
        )

    def _notice(self, look: Look) -> tuple[Line, ...]:
        """What an empty table says."""
        if self.query_text:
            return ((), (Piece("Nobody who is stalled matches. "), Piece("esc clears the query.", "quiet")))
        if not look.snapshot.journal.referrals:
            return nothing_yet(look.snapshot.today)
        return ((), (Piece("Nobody waits. "), Piece("2 shows the pipeline.", "quiet")))


def _key(item: Problem | StalledRow | None) -> str:
    return FOLD if item is None else f"\0{item.path}" if isinstance(item, Problem) else item.referral.id


def _unreadable(problem: Problem) -> Line:
    return Piece(f"{FAULT}  {place(problem)}", "fault"), Piece(f"  cannot be read: {problem.message}")


def _row(look: Look, row: StalledRow) -> Row:
    snapshot, referral, firing = look.snapshot, row.referral, row.firing
    return Row(
        (
            mark(referral, firing),
            Piece(referral.name, "strong"),
            Piece(stage_label(row.standing.stage)),
            rule_piece(snapshot, referral, firing),
            Piece(day(firing.since, snapshot.today)),
            Piece(_waited(firing, snapshot.today)),
            Piece(str(firing.limit) if firing.limit >= 0 else "", "quiet"),
            Piece(referral.phone),
            Piece(sender(snapshot, referral)),
            Piece(firing.action),
        )
    )


def _waited(firing: Firing, today: dt.date) -> str:
    """`3 working days`; of what still lies ahead, until when there is time."""
    return waited(firing.waited) if firing.waited >= 0 else f"till {day(firing.since, today)}"


def _headline(look: Look, found: StalledList) -> Line:
    """`12 stalled, 7 at risk · $4.1M waiting`."""
    unreadable = len(look.snapshot.journal.unreadable)
    says = [Piece(f"{found.stalled or 'nobody'} stalled", "stalled" if found.stalled else "strong")]
    if found.matching > found.stalled:
        says += [Piece(", "), Piece(f"{found.matching - found.stalled} at risk", "risk")]
    if found.dollars:
        says.append(Piece(f"{DOT}{short_money(found.dollars)} waiting", "quiet"))
    if unreadable:
        says.append(Piece(f"{DOT}{FAULT} {count(unreadable, 'file')} cannot be read", "fault"))
    return tuple(says)
