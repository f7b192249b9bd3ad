"""Forecast: how many will close this month, what that rests on, and how good it was before."""

from collections.abc import Callable, Iterable
from functools import partial

from textual.app import ComposeResult

from textual_tracker.analytics.forecast.outlook import Forecast
from textual_tracker.tui.messages import Look
from textual_tracker.tui.views.asking import AskingView
from textual_tracker.tui.views.forecast.found import ORDERS, ForecastList, Item, forecast_list
from textual_tracker.tui.views.forecast.page import with_chance
from textual_tracker.tui.views.forecast.panel import panel_lines
from textual_tracker.tui.views.forecast.rows import COLUMNS, headline, notice, row
from textual_tracker.tui.views.sorting import SortingView
from textual_tracker.tui.views.target import Target, target_of_referral
from textual_tracker.tui.views.view import READING, Page, page_of
from textual_tracker.tui.widgets.line_panel import LinePanel
from textual_tracker.tui.widgets.line_table import LineTable, Row, no_row

MARGINS = 2
"""Cells of the headline that nothing is written into."""


class ForecastView(SortingView[ForecastList], AskingView[ForecastList]):
    """The distribution above the open referrals, the likeliest first."""

    TITLE = "Forecast"
    EXAMPLE = "stage:in_process partner:chen amount:>300000 dana"
    ORDERS = ORDERS

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._panel = LinePanel()
        self._table = LineTable(COLUMNS)
        self._table.show((), no_row, READING)

    def compose(self) -> ComposeResult:
        """The panel stands between the headline and the list."""
        parts = iter(super().compose())
        yield next(parts)
        yield self._panel
        yield from parts

    def lists(self) -> Iterable[LineTable]:
        """The open referrals."""
        return (self._table,)

    @property
    def main(self) -> LineTable:
        """The open referrals."""
        return self._table

    def question(self, look: Look) -> Callable[[], ForecastList]:
        """Make the forecast, once for the same records on the same day, and find who matches the query."""
        query, sorting, known = self._query, self.sorting, self._known(look)
        return lambda: forecast_list(look, query, sorting, known)

    def answer(self) -> str:
        """`2 of 53`."""
        return "" if self.found is None else f"{len(self.found.items)} of {self.found.everybody}"

    def draw(self, look: Look, found: ForecastList) -> None:
        """The distribution and what stands beside it; the list."""
        self._panel.show(partial(panel_lines, found.forecast, look.snapshot.today))
        self.mark_head(self._table)
        self._table.show(found.keys, self._row, notice(look, found.forecast, asked=bool(self.query_text)))
        room = 0 if self.query_text else self.size.width - MARGINS
        self.say(headline(look, found.forecast, room), self.sorted_by)

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

    def _known(self, look: Look) -> Forecast | None:
        """The forecast that is shown, if this look has the same records: a check of them tells a look of its own."""
        if self.look is None or self.found is None:
            return None
        shown, asked = self.look.snapshot, look.snapshot
        is_same = shown.journal is asked.journal and shown.today == asked.today
        return self.found.forecast if is_same else None

    def _selected(self) -> Item | None:
        items = self.found.items if self.found is not None else ()
        return items[self._table.index] if items else None

    def _row(self, number: int) -> Row:
        return Row() if self.look is None or self.found is None else row(self.look, self.found.items[number])
