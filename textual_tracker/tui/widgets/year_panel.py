"""Meters above a year's grid with its legend, drawn line by line; on a small screen the grid gives way."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from textual_tracker.tui.widgets.cells import width
from textual_tracker.tui.widgets.ink import Line, Piece, ink_of
from textual_tracker.tui.widgets.meters import Meter
from textual_tracker.tui.widgets.year_grid import LABEL, ROWS, Grid, Spot, day_line, head_line, spot_at
from textual_tracker.tui.widgets.year_plan import (
    GAP,
    MARGIN,
    Plan,
    Trend,
    in_place_of_grid,
    names_line,
    plan,
    trend_line,
    with_trends,
)


class YearPanel(Widget):
    """The meters and the grid. A click on a day posts `Picked`."""

    DEFAULT_CSS = "YearPanel { height: auto; }"

    class Picked(Message):
        """A day of the grid was clicked; its place is that in the whole grid."""

        def __init__(self, spot: Spot) -> None:
            super().__init__()
            self.spot = spot

    def __init__(self) -> None:
        super().__init__()
        self._meters: tuple[Meter, ...] = ()
        self._grid = Grid()
        self._legend: tuple[tuple[Piece, str], ...] = ()
        self._trends: tuple[Trend, ...] = ()
        self._head = self._hint = ""
        self._mark: Spot | None = None
        self._turned = False
        self._plans: dict[tuple[int, int], Plan] = {}

    def show(
        self,
        meters: Sequence[Meter],
        grid: Grid,
        legend: Sequence[tuple[Piece, str]],
        trends: Sequence[Trend] = (),
        head: str = "",
        hint: str = "",
    ) -> None:
        """Show these; `legend` says what the signs of the grid mean, `hint` how one turns to trends without room.

        Nothing is drawn where nothing differs.
        """
        shown = tuple(meters), grid, tuple(legend), tuple(trends), head, hint
        if shown != (self._meters, self._grid, self._legend, self._trends, self._head, self._hint):
            self._meters, self._grid, self._legend, self._trends, self._head, self._hint = shown
            self._plan_anew(self._plan.height)

    @property
    def can_turn(self) -> bool:
        """Whether there are trends, and no room for them below the grid."""
        return self._turned_plan(*self._room) != self._flat_plan(*self._room)

    def turn(self, *, to_trends: bool) -> None:
        """Show the trends in place of the grid, where there is not room for both; or the grid again."""
        if to_trends != self._turned:
            height, self._turned = self._plan.height, to_trends
            self._plan_anew(height)

    def mark(self, spot: Spot | None) -> None:
        """Mark this day of the grid, and no other."""
        if spot != self._mark:
            before, self._mark = self._mark, spot
            for each in (before, spot):
                if each is not None and self._plan.has_grid:
                    self.refresh(Region(0, self._plan.grid_top + 1 + each.row, self.size.width, 1))

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """The lines that the plan has."""
        return self._plan_for(width).height

    def render_line(self, y: int) -> Strip:
        """One line: of the meters, of the grid with the legend beside it, or of the legend below."""
        plan, ink = self._plan, ink_of(self.app)
        number = y - plan.grid_top
        if y < len(plan.meters):
            return ink.strip((Piece(" " * MARGIN), *plan.meters[y]), self.size.width)
        if plan.trends and 0 <= y - plan.trends_top <= len(plan.trends):
            return ink.strip((Piece(" " * MARGIN), *trend_line(plan, y - plan.trends_top)), self.size.width)
        if not plan.has_grid or not 0 <= number <= ROWS + plan.below:
            return ink.strip((), self.size.width)
        if number > ROWS:
            return ink.strip((Piece(" " * (MARGIN + LABEL)), *self._legend_line()), self.size.width)
        if number == 0:
            return ink.strip((Piece(" " * MARGIN), *self._names(plan)), self.size.width)
        return self._day_strip(plan, number - 1)

    def on_click(self, event: Click) -> None:
        """A click on a day picks it."""
        plan = self._plan
        if plan.has_grid:
            spot = spot_at(plan.grid, event.x - MARGIN, event.y - plan.grid_top, plan.size)
            if spot is not None:
                cut = len(self._grid.columns) - len(plan.grid.columns)
                self.post_message(self.Picked(Spot(spot.column + cut, spot.row)))

    @property
    def _plan(self) -> Plan:
        return self._plan_for(self.size.width)

    @property
    def _room(self) -> tuple[int, int]:
        return self.size.width, self.app.size.height

    def _plan_for(self, room: int) -> Plan:
        size = room, self.app.size.height
        if size not in self._plans:
            self._plans = {size: self._turned_plan(*size) if self._turned else self._flat_plan(*size)}
        return self._plans[size]

    def _plan_anew(self, height: int) -> None:
        """Draw it by a new plan; `height`: of the old one."""
        self._plans.clear()
        self.refresh(layout=self._plan.height != height)

    def _flat_plan(self, room: int, lines: int) -> Plan:
        found = plan(self._meters, self._grid, self._legend, room, lines)
        return with_trends(found, self._trends, self._head, room, lines)

    def _turned_plan(self, room: int, lines: int) -> Plan:
        found = self._flat_plan(room, lines)
        return found if found.trends else in_place_of_grid(found, self._trends, self._head, room)

    def _day_strip(self, plan: Plan, row: int) -> Strip:
        cut = len(self._grid.columns) - len(plan.grid.columns)
        mark = None if self._mark is None else Spot(self._mark.column - cut, self._mark.row)
        ink, line = ink_of(self.app), day_line(plan.grid, row, plan.size, mark)
        segments: list[Segment] = [
            *ink.segments((Piece(" " * MARGIN), *line.before)),
            *ink.segments(line.marked, "selected"),
            *ink.segments(line.after),
        ]
        if plan.beside and row < len(self._legend):
            sign, says = self._legend[row]
            used = sum(segment.cell_length for segment in segments)
            space = Piece(" " * (MARGIN + plan.grid.width(plan.size) + GAP - used))
            segments += ink.segments((space, sign, Piece(f" {says}", "quiet")))
        return Strip(segments).adjust_cell_length(self.size.width)

    def _names(self, plan: Plan) -> Line:
        """The names above the grid; behind them, where there is room, how one turns to the trends."""
        fits = plan.grid.width(plan.size) + GAP + width(self._hint) <= self.size.width - 2 * MARGIN
        return names_line(plan, self._hint) if fits and self.can_turn else head_line(plan.grid, plan.size)

    def _legend_line(self) -> Line:
        return tuple(
            piece
            for sign, says in self._legend
            for piece in (sign._replace(text=sign.text.strip()), Piece(f" {says}   ", "quiet"))
        )
