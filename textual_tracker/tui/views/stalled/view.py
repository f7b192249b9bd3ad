"""Stalled: who waits, by which rule, since when, and what to do."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from textual_tracker.analytics.query.query import Query
from textual_tracker.analytics.rules import STALLED
from textual_tracker.analytics.stalled import StalledRow, folds, stalled_rows
from textual_tracker.analytics.wording import RULE_LABELS, count, day, sender, short_money, stage_label
from textual_tracker.core.problems import Problem
from textual_tracker.tui.actions import BY_ID, Action
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.asking import AskingView
from textual_tracker.tui.views.listing import FOLD, FoldingView
from textual_tracker.tui.views.orders import AMOUNT, LATE, SENDER, SINCE, STAGE, WAITED, WHO
from textual_tracker.tui.views.problems.page import problem_page
from textual_tracker.tui.views.sorting import Sorting, SortingView
from textual_tracker.tui.views.target import Target, target_of_problem, target_of_referral
from textual_tracker.tui.views.view import Page, page_of
from textual_tracker.tui.views.words import DOT, FAULT, fires_beside, how_long, mark, nothing_yet, place
from textual_tracker.tui.widgets.columns import Column
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.row import Row

LONGEST = 19
"""Cells of what fires that are always there."""
COLUMNS = (
    Column("", 2, gap=1),
    Column("who", 15, 24),
    Column("stage", 15, 21, priority=6),
    Column("rule", LONGEST, 28),
    Column("since", 10, 11, priority=4, gap=1),
    Column("waited", 16, priority=1, align="right"),
    Column("limit", 5, priority=7, align="right"),
    Column("phone", 12, 14, priority=3),
    Column("from", 10, 20, priority=5),
    Column("what to do", 17, 50, priority=2),
)
"""All of them stand beside the detail on a terminal of 200 columns. On one of 80 the detail has the phone."""


class Group(NamedTuple):
    """A heading: the rule, how many rows it has, and what to do."""

    rule: str
    rows: int
    action: str


Item: TypeAlias = Problem | StalledRow | Group | None
"""What a line of the list is about; `None`: the fold."""
OWN: Sorting[StalledRow] = Sorting(LATE)


class StalledList(NamedTuple):
    """What the view shows: files that cannot be read, then the rows, and the long-dead apart from them.

    `items` and their `keys` are what lies above the fold. `stalled` says how many of all rows are, the others being at
    risk; `dollars` is what they come to. `everybody` are the rows without the query, `matching` of them match.
    """

    items: Sequence[Item]
    keys: Sequence[str]
    long_dead: Sequence[StalledRow]
    matching: int
    stalled: int
    dollars: int
    everybody: Sequence[StalledRow]


def stalled_list(
    look: Look,
    query: Query | None,
    sorting: Sorting[StalledRow] = OWN,
    *,
    by_rule: bool = False,
    known: Sequence[StalledRow] | None = None,
) -> StalledList:
    """Who is stalled or at risk in this look, as far as they match, in one list or under a heading for each rule.

    `known`: everybody, where that is known.
    """
    snapshot = look.snapshot
    everybody = stalled_rows(snapshot, at_risk=True) if known is None else known
    tests = query.tests if query is not None else ()
    rows = sorting.apply(snapshot, [row for row in everybody if all(test(snapshot, row.referral) for test in tests)])
    alive = [row for row in rows if not folds(row)]
    items: list[Item] = [*snapshot.journal.unreadable, *(_by_rule(alive) if by_rule else alive)]
    return StalledList(
        items=items,
        keys=[_key(item) for item in items],
        long_dead=[row for row in rows if folds(row)],
        matching=len(rows),
        stalled=sum(row.firing.level == STALLED for row in rows),
        dollars=sum(snapshot.amount(row.referral) or 0 for row in rows),
        everybody=everybody,
    )


class StalledView(FoldingView[StalledList], SortingView[StalledList], AskingView[StalledList]):
    """The stalled table."""

    TITLE = "Stalled"
    COLUMNS = COLUMNS
    EXAMPLE = "stage:contacted partner:chen amount:>300000 dana"
    ORDERS = (LATE, WAITED, AMOUNT, STAGE, SENDER, WHO, SINCE)

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._by_rule = False
        self._items: list[Item] = []

    def question(self, look: Look) -> Callable[[], StalledList]:
        """Find who is stalled, and matches the query."""
        query, sorting, by_rule = self._query, self.sorting, self._by_rule
        known = self.found.everybody if self.found is not None and self.look is look else None
        return lambda: stalled_list(look, query, sorting, by_rule=by_rule, known=known)

    def answer(self) -> str:
        """`2 of 19`."""
        return "" if self.found is None else f"{self.found.matching} of {len(self.found.everybody)}"

    def draw(self, look: Look, found: StalledList) -> None:
        """The table: files that cannot be read, the rows, the fold."""
        below: list[StalledRow | None] = [None, *(found.long_dead if self._unfolded else ())] if found.long_dead else []
        self._items = [*found.items, *below]
        self.mark_head(self._table)
        self._table.show([*found.keys, *map(_key, below)], self._row, self._notice(look))
        self.say(_headline(look, found), self.sorted_by)

    def do_arrange(self) -> None:
        """From one list to a heading for each rule, or back."""
        self._by_rule = not self._by_rule
        self.outdate()

    def label(self, action: Action) -> str:
        """`b` leads to the other of the two lists."""
        if action.id == "arrange":
            return "one list" if self._by_rule else "by rule"
        return super().label(action)

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
        item = self._items[self._table.index] if self._items else None
        return None if isinstance(item, Group) else item

    def _row(self, number: int) -> Row:
        item = self._items[number]
        if isinstance(item, Problem):
            return Row(across=_unreadable(item))
        if isinstance(item, Group):
            return _heading(item)
        if item is None or self.look is None:
            dead = len(self.found.long_dead) if self.found is not None else 0
            return Row(across=self.fold(f"{dead} to decide or close out"))
        return _row(self.look, item)

    def _notice(self, look: Look) -> tuple[Line, ...]:
        """What an empty table says."""
        if self.query_text:
            return ((), (Piece("Nobody who is stalled matches. "), Piece("esc clears the query.", "quiet")))
        if not look.snapshot.journal.referrals:
            return nothing_yet(look.snapshot.today)
        return ((), (Piece("Nobody waits. "), Piece(f"{BY_ID['pipeline'].shown_key} shows the pipeline.", "quiet")))


def _by_rule(rows: Sequence[StalledRow]) -> Iterator[StalledRow | Group]:
    """The rows under a heading for each rule, the rule of the most urgent row first."""
    by_rule: dict[str, list[StalledRow]] = {}
    for row in rows:
        by_rule.setdefault(row.firing.rule, []).append(row)
    for rule, group in sorted(by_rule.items(), key=lambda item: min(row.sort_key for row in item[1])):
        yield Group(rule, len(group), group[0].firing.action)
        yield from group


def _key(item: Item) -> str:
    if isinstance(item, StalledRow):
        return item.referral.id
    return FOLD if item is None else f"\0{item.path if isinstance(item, Problem) else item.rule}"


def _heading(group: Group) -> Row:
    says = Piece(RULE_LABELS[group.rule], "accent"), Piece(f"  {group.rows}{DOT}{group.action}", "quiet")
    return Row(across=says, heading=True)


def _unreadable(problem: Problem) -> Line:
    return Piece(f"{FAULT}  {place(problem)}", "fault"), Piece(f"  cannot be read: {problem.message}")


def _row(look: Look, row: StalledRow) -> Row:
    snapshot, referral, firing = look.snapshot, row.referral, row.firing
    return Row(
        (
            mark(referral, firing),
            Piece(referral.name, "strong"),
            Piece(stage_label(row.standing.stage)),
            fires_beside(snapshot, referral, firing, LONGEST),
            Piece(day(firing.since, snapshot.today) if firing.waited >= 0 else ""),
            Piece(how_long(firing.waited, firing.since, snapshot.today)),
            Piece(str(firing.limit) if firing.limit >= 0 else "", "quiet"),
            Piece(referral.phone),
            Piece(sender(snapshot, referral)),
            Piece(firing.action),
        )
    )


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
