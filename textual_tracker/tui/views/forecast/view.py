"""Forecast: how many will close this month, what that rests on, and how good it was before."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from textual.events import Resize
from textual.widget import Widget

from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.asking import AskingView
from textual_tracker.tui.views.forecast.found import ORDERS, ForecastList, Item, forecast_list
from textual_tracker.tui.views.forecast.headline import headline
from textual_tracker.tui.views.forecast.page import with_chance
from textual_tracker.tui.views.forecast.panel import panel_lines
from textual_tracker.tui.views.forecast.rows import COLUMNS, NO_HEADS, left_out, notice, row, unlikely
from textual_tracker.tui.views.listing import FOLD, FoldingView
from textual_tracker.tui.views.sorting import SortingView
from textual_tracker.tui.views.target import Target, target_of_referral
from textual_tracker.tui.views.view import Page, page_of
from textual_tracker.tui.widgets.line_panel import LinePanel
from textual_tracker.tui.widgets.row import Row

LEFT_OUT = "\0left out"
"""The key of the line that says who is left out; no file is named so."""


class ForecastView(FoldingView[ForecastList], SortingView[ForecastList], AskingView[ForecastList]):
    """The distribution above the open referrals, the likeliest first."""

    TITLE = "Forecast"
    COLUMNS = COLUMNS
    EXAMPLE = "stage:in_process partner:chen amount:>300000 dana"
    ORDERS = ORDERS

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._panel = LinePanel()
        self._rows: Mapping[str, Item | None] = {}
        self._keys: Sequence[str] = ()

    def above(self) -> Iterable[Widget]:
        """The panel."""
        return (self._panel,)

    def question(self, look: Look) -> Callable[[], ForecastList]:
        """Make the forecast, once for the same records on the same day, and find who matches the query."""
        query, sorting, known = self._query, self.sorting, self._known(look)
        return lambda: forecast_list(look, query, sorting, known)

    def answer(self) -> str:
        """`2 of 53`."""
        return "" if self.found is None else f"{self.found.matching} of {self.found.everybody}"

    def draw(self, look: Look, found: ForecastList) -> None:
        """The distribution and what stands beside it; the list, with the unlikely folded into its last line."""
        self._panel.show(partial(panel_lines, found.forecast, look.snapshot.today))
        self._unfolded = self._unfolded or any(_key(item) == self._table.chosen for item in found.folded)
        self._rows = self._keyed(found)
        self._keys = list(self._rows)
        self._table.lay_out(COLUMNS if found.forecast.enough_history else NO_HEADS)
        self.mark_head(self._table)
        self._table.show(self._keys, self._row, notice(look, found, asked=bool(self.query_text)))
        self._say_above()

    def on_resize(self, _event: Resize) -> None:
        """Say as much in the first line as there is room for now."""
        self._say_above()

    def wish(self, key: str) -> None:
        """Select the row of this key, which is unfolded for it."""
        super().wish(key)
        if key not in self._rows:
            self.redraw()

    def target(self) -> Target | None:
        """The referral."""
        item = self._selected()
        return None if item is None or self.look is None else target_of_referral(self.look, item.referral)

    def page(self) -> Page:
        """The page of the referral, with its chance and what that rests on."""
        item = self._selected()
        if item is None or self.look is None or self.found is None or self.found.forecast.chosen is None:
            return Page()
        page = page_of(self.look, item.referral)
        chosen = self.found.forecast.chosen
        return page._replace(paragraphs=with_chance(page.paragraphs, item.chance, chosen.window))

    def _keyed(self, found: ForecastList) -> dict[str, Item | None]:
        """The rows by their keys, `None` for the lines that are about nobody. Without rows a notice is shown."""
        rows: dict[str, Item | None] = {_key(item): item for item in found.items}
        if found.folded:
            rows[FOLD] = None
            rows |= {_key(item): item for item in found.folded} if self._unfolded else {}
        return {LEFT_OUT: None, **rows} if rows and found.left_out else rows

    def _say_above(self) -> None:
        if self.look is not None and self.found is not None:
            asked = bool(self.query_text)
            self.say(headline(self.look, self.found, self.headline_room, asked=asked), self.sorted_by)

    def _known(self, look: Look) -> ForecastList | None:
        """What is shown, if this look has the same records: a check of them tells a look of its own."""
        if self.look is None or self.found is None:
            return None
        shown, asked = self.look.snapshot, look.snapshot
        return self.found if shown.journal is asked.journal and shown.today == asked.today else None

    def _selected(self) -> Item | None:
        return self._rows.get(self._table.key or "")

    def _row(self, number: int) -> Row:
        if self.look is None or self.found is None:
            return Row()
        key = self._keys[number]
        item = self._rows[key]
        if key == LEFT_OUT:
            return Row(across=left_out(self.found.left_out), heading=True)
        if item is None:
            return Row(across=self.fold(unlikely(len(self.found.folded))))
        return row(self.look, item)


def _key(item: Item) -> str:
    return item.referral.id
