"""Meters above a year's grid with its legend, drawn line by line; on a small screen the grid gives way."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from textual_tracker.tui.widgets.bars import spark
from textual_tracker.tui.widgets.cells import width
from textual_tracker.tui.widgets.ink import Line, Piece, ink_of
from textual_tracker.tui.widgets.meters import Meter, meter_lines
from textual_tracker.tui.widgets.year_grid import LABEL, ROWS, Grid, Spot, day_line, head_line, spot_at

MARGIN = 1
GAP = 3
"""Cells between the grid and the legend beside it."""
GRID_FROM, LEGEND_FROM, AIR_FROM, TRENDS_FROM = 20, 30, 36, 40
"""Lines of the screen from which on there is room for the grid, the legend below it, air around it, and the trends."""
FEW = 14
"""Below so many lines of the screen there is only one line of meters."""
LEAST_COLUMNS = 12


class Trend(NamedTuple):
    """A number for each column of the grid, drawn as a bar below it; `says` stands beside them."""

    values: Sequence[float]
    says: str


class Plan(NamedTuple):
    """What is shown at a size of the screen.

    `size` is the cells a day takes, 0 where the grid is not shown. The legend stands `beside` the grid, or below it.
    `trends` are those that are shown, with the `head` above what they say; that takes the place of their oldest `over`
    columns, or stands beside them.
    """

    meters: tuple[Line, ...]
    grid: Grid
    size: int
    beside: bool
    below: bool
    air: bool
    trends: Sequence[Trend] = ()
    head: str = ""
    over: int = 0

    @property
    def grid_top(self) -> int:
        """The line of the names above the grid."""
        return len(self.meters) + self.air

    @property
    def height(self) -> int:
        """All lines."""
        return self.trends_top + (1 + len(self.trends) if self.trends else 0) + self.air

    @property
    def trends_top(self) -> int:
        """The line above the trends."""
        return self.grid_top + (1 + ROWS + self.below if self.size else 0)


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
        self._head = ""
        self._mark: Spot | None = None
        self._plans: dict[tuple[int, int], Plan] = {}

    def show(
        self,
        meters: Sequence[Meter],
        grid: Grid,
        legend: Sequence[tuple[Piece, str]],
        trends: Sequence[Trend] = (),
        head: str = "",
    ) -> None:
        """Show these; `legend` says what the signs of the grid mean. Nothing is drawn where nothing differs."""
        shown = tuple(meters), grid, tuple(legend), tuple(trends), head
        if shown != (self._meters, self._grid, self._legend, self._trends, self._head):
            self._meters, self._grid, self._legend, self._trends, self._head = shown
            height = self._plan.height
            self._plans.clear()
            self.refresh(layout=self._plan.height != height)

    def mark(self, spot: Spot | None) -> None:
        """Mark this day of the grid, and no other."""
        if spot != self._mark:
            before, self._mark = self._mark, spot
            for each in (before, spot):
                if each is not None and self._plan.size:
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
        if not plan.size or not 0 <= number <= ROWS + plan.below:
            return ink.strip((), self.size.width)
        if number > ROWS:
            return ink.strip((Piece(" " * (MARGIN + LABEL)), *self._legend_line()), self.size.width)
        if number == 0:
            return ink.strip((Piece(" " * MARGIN), *head_line(plan.grid, plan.size)), self.size.width)
        return self._day_strip(plan, number - 1)

    def on_click(self, event: Click) -> None:
        """A click on a day picks it."""
        plan = self._plan
        if plan.size:
            spot = spot_at(plan.grid, event.x - MARGIN, event.y - plan.grid_top, plan.size)
            if spot is not None:
                cut = len(self._grid.columns) - len(plan.grid.columns)
                self.post_message(self.Picked(Spot(spot.column + cut, spot.row)))

    @property
    def _plan(self) -> Plan:
        return self._plan_for(self.size.width)

    def _plan_for(self, room: int) -> Plan:
        size = room, self.app.size.height
        if size not in self._plans:
            found = plan(self._meters, self._grid, self._legend, *size)
            self._plans = {size: with_trends(found, self._trends, self._head, *size)}
        return self._plans[size]

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

    def _legend_line(self) -> Line:
        return tuple(
            piece
            for sign, says in self._legend
            for piece in (sign._replace(text=sign.text.strip()), Piece(f" {says}   ", "quiet"))
        )


def plan(meters: Sequence[Meter], grid: Grid, legend: Sequence[tuple[Piece, str]], room: int, lines: int) -> Plan:
    """What is shown in `room` cells of a screen of so many lines.

    The grid needs a screen of some height; where it is too wide it shows its newest columns. A day takes two cells
    where the whole grid still fits then.
    """
    room -= 2 * MARGIN
    drawn = tuple(meter_lines(meters, room))
    if lines < FEW:
        drawn = drawn[:1]
    fitting = room - LABEL - 1
    if lines < GRID_FROM or fitting < LEAST_COLUMNS or not grid.columns:
        return Plan(drawn, grid, 0, beside=False, below=False, air=False)
    size = 2 if grid.width(2) <= room else 1
    shown = grid.newest(fitting // size)
    longest = max((width(sign.text) + 1 + width(says) for sign, says in legend), default=0)
    beside = bool(legend) and shown.width(size) + GAP + longest <= room
    below = bool(legend) and not beside and lines >= LEGEND_FROM
    return Plan(drawn, shown, size, beside, below, air=lines >= AIR_FROM)


def with_trends(found: Plan, trends: Sequence[Trend], head: str, room: int, lines: int) -> Plan:
    """The plan with the trends below the grid, where the screen is high enough.

    What they say stands beside them, else over their oldest columns, as long as enough of these are left.
    """
    if not found.size or not trends or lines < TRENDS_FROM:
        return found
    longest = max(width(text) for text in (head, *(trend.says for trend in trends)))
    columns = len(found.grid.columns)
    over = 0
    if found.grid.width(found.size) + GAP + longest > room - 2 * MARGIN:
        over = -(-max(longest + GAP - LABEL, 0) // found.size)
    if columns - over < LEAST_COLUMNS:
        return found
    shown = [Trend(trend.values[len(trend.values) - columns + over :], trend.says) for trend in trends]
    return found._replace(trends=shown, head=head, over=over)


def trend_line(plan: Plan, number: int) -> Line:
    """The line above the trends, or one of them."""
    trend = plan.trends[number - 1] if number else Trend((), plan.head)
    bars = "".join(sign.ljust(plan.size) for sign in spark(trend.values))
    says, drawn = Piece(trend.says, "text" if number else "quiet"), Piece(bars, "accent")
    if plan.over:
        return (says, Piece(" " * (LABEL + plan.over * plan.size - width(trend.says))), drawn)
    space = " " * (plan.grid.width(plan.size) - LABEL - len(bars) + GAP)
    return (Piece(" " * LABEL), drawn, Piece(space), says)
