"""Results: what became of the referrals of a window, what breaks, and who is behind each number."""

from collections.abc import Callable, Sequence

from textual.events import Resize

from textual_tracker.analytics.results.words import left_out_line
from textual_tracker.core.records import Referral
from textual_tracker.tui.actions import BY_ID, Action
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.asking import AskingView
from textual_tracker.tui.views.listing import ListView
from textual_tracker.tui.views.results.headline import close_rates, headline, notice
from textual_tracker.tui.views.results.lines import GROUPINGS, GroupLine, Item, LateLine, PersonLine, name_of
from textual_tracker.tui.views.results.page import line_page
from textual_tracker.tui.views.results.rows import row
from textual_tracker.tui.views.results.spans import SPANS, following
from textual_tracker.tui.views.results.worked import Asked, ResultList, groupings, people_of, result_list
from textual_tracker.tui.views.target import Target, target_of_referral
from textual_tracker.tui.views.view import OPEN, Page, page_of
from textual_tracker.tui.views.words import DOT
from textual_tracker.tui.widgets.columns import Column
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.row import Row


class ResultsView(ListView[ResultList], AskingView[ResultList]):
    """The lines of the results; or, in their place, those who are behind one of them."""

    TITLE = "Results"
    COLUMNS = (Column("", 1),)
    EXAMPLE = "partner:chen source:online officer:ana amount:>300000"

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._span, self._by = SPANS[0], GROUPINGS[0]
        self._items: Sequence[Item] = ()
        self._inside = ""
        """The key of the line whose people are listed; "": the lines are."""
        self._is_arranged = False
        """Whether the next answer is put together by something else, and is to be seen."""

    def question(self, look: Look) -> Callable[[], ResultList]:
        """Count; what was counted of this look already is counted once."""
        asked = Asked(self._query, self._span, self._by)
        known = self.found if self.look is look else None
        return lambda: result_list(look, asked, known)

    def answer(self) -> str:
        """`12 of 187`."""
        return "" if self.found is None else f"{self.found.results.received} of {self.found.of}"

    def draw(self, look: Look, found: ResultList) -> None:
        """The lines; or those behind the line that was gone into, as long as there is anybody."""
        if self._inside and not found.crowds(self._inside):
            self._leave()
        self._items = people_of(found, self._inside) if self._inside else found.items
        self._table.show([item.key for item in self._items], self._row, notice(look, found, self.query_text))
        if self._is_arranged:
            self._is_arranged = False
            self._bring_up([item.key for item in self._items if isinstance(item, GroupLine)])
        self._say_above()

    def on_resize(self, _event: Resize) -> None:
        """Say as much above the lines as there is room for now."""
        self._say_above()

    def label(self, action: Action) -> str:
        """`b` leads to the next grouping, the window's key to the next window."""
        if action.id == "arrange":
            return f"by {self._next_grouping()}"
        if action.id == "window":
            return following(self._span).name
        return super().label(action)

    def do_arrange(self) -> None:
        """Put them together by something else, and go there."""
        if self._inside:
            self.do_left()
        self._by, self._is_arranged = self._next_grouping(), True
        self.outdate()

    def do_window(self) -> None:
        """Count over other days."""
        self._span = following(self._span)
        self.outdate()

    def can_right(self) -> bool:
        """Where a line is selected with somebody behind it."""
        return not self._inside and self.found is not None and bool(self.found.crowds(self._table.key or ""))

    def do_right(self) -> None:
        """List those behind the selected line."""
        key = self._table.key
        if key is not None and self.look is not None and self.found is not None:
            if self.has_class(OPEN):
                self._close_detail()
            self._inside = key
            self.redraw()

    def can_left(self) -> bool:
        """Where those behind a line are listed."""
        return bool(self._inside)

    def do_left(self) -> None:
        """Back to the lines."""
        if self.has_class(OPEN):
            self._close_detail()
        self._leave()
        self.redraw()

    def do_back(self) -> None:
        """From those behind a line back to the lines, before a query is cleared."""
        if self._inside and self._query_bar is None and not self.has_class(OPEN):
            self.do_left()
        else:
            super().do_back()

    def carry(self, referral_id: str) -> None:
        """Among those behind a line, select whom a person chose elsewhere; no line is about one referral."""
        if self._inside:
            super().carry(referral_id)

    def chosen_referral(self) -> str | None:
        """The one that a person chose among those behind a line; a partner is none."""
        return super().chosen_referral() if self._person() is not None else None

    def target(self) -> Target | None:
        """The file of the referral, or of the partner whose row it is; any other line has none."""
        item, person = self._selected(), self._person()
        if self.look is None:
            return None
        if person is not None:
            target = target_of_referral(self.look, person)
            return target._replace(partner=item.due.partner) if isinstance(item, LateLine) else target
        named = item.group.key if isinstance(item, GroupLine) and item.by == "partner" else None
        partner = self.look.snapshot.journal.partners.get(named or "")
        return None if partner is None else Target(partner.path, 1, 1, partner.id, partner.phone, partner.id)

    def page(self) -> Page:
        """The referral in detail; of a line what it means, and who is behind it."""
        item, person = self._selected(), self._person()
        if self.look is None or self.found is None or item is None:
            return Page()
        if person is not None:
            return page_of(self.look, person)
        return Page(item.key, tuple(line_page(self.look.snapshot, self.found, item)))

    def _next_grouping(self) -> str:
        shown = GROUPINGS if self.look is None else groupings(self.look)
        return shown[(shown.index(self._by) + 1) % len(shown)] if self._by in shown else shown[0]

    def _leave(self) -> None:
        """The line that was gone into is selected again."""
        self._table.wish(self._inside)
        self._inside = ""

    def _bring_up(self, rows: Sequence[str]) -> None:
        """Select the first of these rows, with as many of the others in view as there is room for."""
        if rows:
            self._table.select(rows[-1])
            self._table.select(rows[0])

    def _say_above(self) -> None:
        look, found = self.look, self.found
        if look is not None and found is not None:
            is_kept = bool(self.query_text) and self.line is None
            self.say(headline(look, found, self.headline_room, beside_query=is_kept), left_out_line(found.results))
            self._table.say_above(self._whom(found) if self._inside else close_rates(found, self._table.room))

    def _whom(self, found: ResultList) -> Line:
        """Behind which line they are, and how one gets back."""
        name = next((name_of(item) for item in found.items if item.key == self._inside), "")
        back = f"{DOT}{BY_ID['left'].shown_keys} back to the results"
        return (Piece(name, "accent"), Piece(back, "quiet"))

    def _selected(self) -> Item | None:
        return self._items[self._table.index] if self._items else None

    def _person(self) -> Referral | None:
        item = self._selected()
        return item.referral if isinstance(item, PersonLine | LateLine) else None

    def _row(self, number: int) -> Row:
        return Row() if self.look is None else row(self.look, self._items[number], self._table.room)
