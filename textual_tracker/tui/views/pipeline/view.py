"""Pipeline: every open referral by stage, as a board or as a table."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from textual_tracker.analytics.pipeline import Card, Column, board
from textual_tracker.analytics.query.query import Query, select
from textual_tracker.analytics.wording import count, short_money
from textual_tracker.tui.actions import BY_ID, Action
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.asking import AskingView
from textual_tracker.tui.views.orders import AMOUNT, DAYS, RECEIVED, SENDER, URGENT, WHO
from textual_tracker.tui.views.pipeline import cards
from textual_tracker.tui.views.sorting import Sorting, SortingView
from textual_tracker.tui.views.target import Target, target_of_referral
from textual_tracker.tui.views.view import READING, Page, page_of
from textual_tracker.tui.views.words import DOT, FAULT, level_role, nothing_yet
from textual_tracker.tui.widgets.board import Board, no_card
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.lanes import Lane
from textual_tracker.tui.widgets.line_table import LineTable
from textual_tracker.tui.widgets.row import no_row

CLOSED = "closed"
OWN: Sorting[Card] = Sorting(URGENT)


class Pipeline(NamedTuple):
    """What the view shows: the columns of the board, and the same as lanes of keys.

    `open`, `dollars` and `levels` (how many are at each) sum up the open ones; `matching` of `of` cards match.
    """

    columns: Sequence[Column]
    lanes: Sequence[Lane]
    open: int
    dollars: int
    levels: Mapping[str, int]
    matching: int
    of: int


def pipeline(look: Look, query: Query | None, sorting: Sorting[Card] = OWN, known: int | None = None) -> Pipeline:
    """The board of this look, of those that match; `known`: how many cards there are in all, where that is known."""
    snapshot = look.snapshot
    columns = board(snapshot, None if query is None else select(snapshot, query))
    if not sorting.is_own:
        columns = tuple(replace(column, cards=tuple(sorting.apply(snapshot, column.cards))) for column in columns)
    if known is None or query is None:
        known = _count(columns if query is None else board(snapshot))
    open_cards = [card for column in columns if column.key != CLOSED for card in column.cards]
    return Pipeline(
        columns=columns,
        lanes=[_lane(column) for column in columns],
        open=len(open_cards),
        dollars=sum(card.amount or 0 for card in open_cards),
        levels=Counter(card.firing.level for card in open_cards if card.firing is not None),
        matching=_count(columns),
        of=known,
    )


class PipelineView(SortingView[Pipeline], AskingView[Pipeline]):
    """The board, and the same as a table."""

    TITLE = "Pipeline"
    EXAMPLE = "is:stalled partner:chen source:cpa amount:>300000 dana"
    ORDERS = (URGENT, AMOUNT, DAYS, WHO, SENDER, RECEIVED)

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._board = Board()
        self._table = LineTable(cards.COLUMNS)
        self._board.show((), no_card, READING)
        self._table.show((), no_row, READING)
        self._table.display = False

    def lists(self) -> Iterable[LineTable | Board]:
        """The board and the table, of which one is displayed."""
        return (self._board, self._table)

    @property
    def main(self) -> LineTable | Board:
        """The one that is displayed."""
        return self._table if self._table.display else self._board

    def question(self, look: Look) -> Callable[[], Pipeline]:
        """Lay out the board of those that match."""
        query, sorting = self._query, self.sorting
        known = self.found.of if self.found is not None and self.look is look else None
        return lambda: pipeline(look, query, sorting, known)

    def answer(self) -> str:
        """`12 of 48`."""
        return "" if self.found is None else f"{self.found.matching} of {self.found.of}"

    def draw(self, look: Look, found: Pipeline) -> None:
        """The board or the table, whichever is displayed."""
        notice = self._notice(look)
        if self._table.display:
            table = cards.CardTable(look, found.columns, found.lanes)
            self.mark_head(self._table)
            self._table.show(table.keys, table.row, notice)
        else:
            self._board.show(found.lanes, lambda spot: cards.card(look, found.columns[spot.lane], spot.card), notice)
        self.say(_headline(look, found), self.sorted_by)

    def label(self, action: Action) -> str:
        """`b` leads to the other of the two."""
        if action.id == "arrange":
            return "board" if self._table.display else "table"
        return super().label(action)

    def do_left(self) -> None:
        """To the column on the left."""
        self._board.across(-1)
        self.follow()

    def do_right(self) -> None:
        """To the column on the right."""
        self._board.across(1)
        self.follow()

    def can_left(self) -> bool:
        """A table has no columns of cards."""
        return self.main is self._board

    can_right = can_left

    def do_arrange(self) -> None:
        """From the board to the table, or back; what is selected stays so."""
        key = self.main.key
        self._table.display = not self._table.display
        self._board.display = not self._table.display
        if self.look is not None and self.found is not None:
            self.draw(self.look, self.found)
        if key is not None:
            self.main.select(key)
        self.focus_main()

    def target(self) -> Target | None:
        """The referral of the selected card."""
        referral = None if self.look is None else self.look.snapshot.find(self.main.key or "")
        return None if self.look is None or referral is None else target_of_referral(self.look, referral)

    def page(self) -> Page:
        """The detail of the referral of the selected card."""
        referral = None if self.look is None else self.look.snapshot.find(self.main.key or "")
        if self.look is None or referral is None:
            return Page()
        return page_of(self.look, referral)

    def _notice(self, look: Look) -> tuple[Line, ...]:
        """What an empty board says."""
        if self.query_text:
            return ((), (Piece("Nobody in the pipeline matches. "), Piece("esc clears the query.", "quiet")))
        if not look.snapshot.journal.referrals:
            return nothing_yet(look.snapshot.today)
        hint = Piece(f"{BY_ID['find'].shown_key} finds", "quiet")
        return ((), (Piece("Nothing is open, and nothing closed this month. "), hint))


def _count(columns: Iterable[Column]) -> int:
    return sum(len(column.cards) for column in columns)


def _lane(column: Column) -> Lane:
    keys = [card.referral.id for card in column.cards]
    return Lane(column.key, column.title, cards.summary(column), keys)


def _headline(look: Look, found: Pipeline) -> Line:
    """`48 open · $12.4M · 12 stalled, 7 at risk`."""
    unreadable = len(look.snapshot.journal.unreadable)
    says = [Piece(f"{found.open} open", "strong")]
    if found.dollars:
        says.append(Piece(f"{DOT}{short_money(found.dollars)}", "quiet"))
    says += _levels(found.levels)
    if unreadable:
        says.append(Piece(f"{DOT}{FAULT} {count(unreadable, 'file')} cannot be read", "fault"))
    return tuple(says)


def _levels(levels: Mapping[str, int]) -> Iterator[Piece]:
    """How many are stalled and at risk, as their worst rule says."""
    between = DOT
    for level, words in (("stalled", "stalled"), ("at_risk", "at risk")):
        if levels.get(level):
            yield Piece(between, "quiet")
            yield Piece(f"{levels[level]} {words}", level_role(level))
            between = ", "
