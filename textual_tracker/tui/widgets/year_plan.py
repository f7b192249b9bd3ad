"""What the panel of a year shows at a size of the screen: the meters, the grid with its legend, the trends below it.

Pure functions from numbers of cells and lines to what is shown in them.
"""

from collections.abc import Sequence
from typing import NamedTuple

from textual_tracker.tui.widgets.bars import spark
from textual_tracker.tui.widgets.cells import width
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.meters import Meter, meter_lines
from textual_tracker.tui.widgets.year_grid import LABEL, NOW, ROWS, Grid, head_line

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
    columns, or stands beside them. They are below the grid, or `instead` of it, under its names.
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
    instead: bool = False

    @property
    def has_grid(self) -> bool:
        """Whether the days are shown."""
        return self.size > 0 and not self.instead

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
        return self.grid_top + (1 + ROWS + self.below if self.has_grid else 0)


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
    longest = _longest(trends, head)
    columns = len(found.grid.columns)
    over = 0
    if found.grid.width(found.size) + GAP + longest > room - 2 * MARGIN:
        over = -(-max(longest + GAP - LABEL, 0) // found.size)
    if columns - over < LEAST_COLUMNS:
        return found
    shown = [Trend(trend.values[len(trend.values) - columns + over :], trend.says) for trend in trends]
    return found._replace(trends=shown, head=head, over=over)


def in_place_of_grid(found: Plan, trends: Sequence[Trend], head: str, room: int) -> Plan:
    """The plan with the trends instead of the grid, their newest columns as far as what they say stands beside them."""
    if not found.size or not trends:
        return found
    fitting = room - 2 * MARGIN - LABEL - len(NOW) - GAP - _longest(trends, head)
    columns = len(found.grid.columns)
    size = 2 if 2 * columns <= fitting else 1
    columns = min(columns, fitting // size)
    if columns < LEAST_COLUMNS:
        return found
    shown = [Trend(trend.values[len(trend.values) - columns :], trend.says) for trend in trends]
    grid = found.grid.newest(columns)
    return found._replace(
        grid=grid, size=size, beside=False, below=False, trends=shown, head=head, over=0, instead=True
    )


def _longest(trends: Sequence[Trend], head: str) -> int:
    return max(width(text) for text in (head, *(trend.says for trend in trends)))


def trend_line(plan: Plan, number: int) -> Line:
    """The line above the trends, or one of them."""
    trend = plan.trends[number - 1] if number else Trend((), plan.head)
    if plan.instead and not number:
        return names_line(plan, plan.head)
    bars = "".join(sign.ljust(plan.size) for sign in spark(trend.values))
    says, drawn = Piece(trend.says, "text" if number else "quiet"), Piece(bars, "accent")
    if plan.over:
        return (says, Piece(" " * (LABEL + plan.over * plan.size - width(trend.says))), drawn)
    space = " " * (plan.grid.width(plan.size) - LABEL - len(bars) + GAP)
    return (Piece(" " * LABEL), drawn, Piece(space), says)


def names_line(plan: Plan, says: str) -> Line:
    """The names above the grid's columns, and behind the grid what `says`."""
    names = head_line(plan.grid, plan.size)
    space = plan.grid.width(plan.size) + GAP - sum(width(piece.text) for piece in names)
    return (*names, Piece(" " * space), Piece(says, "quiet"))
