"""A year as a grid: a column for each week, a row for each weekday, names above and beside; one cell may be marked."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from textual_tracker.tui.widgets.cells import width
from textual_tracker.tui.widgets.ink import Line, Piece, Role

ROWS = 7
LABEL = 4
"""Cells of the names beside the rows, with the space after them."""
NOW = "◂"
"""Stands behind the cell of today: the grid ends there."""


class Cell(NamedTuple):
    """One day: a sign of one cell of the terminal, and its role."""

    sign: str = " "
    role: Role = "text"


class Spot(NamedTuple):
    """A place in the grid, both from 0."""

    column: int
    row: int


class Grid(NamedTuple):
    """The columns, each of seven cells; the names above them ("" for none) and beside the rows; where today is."""

    columns: Sequence[Sequence[Cell]] = ()
    heads: Sequence[str] = ()
    labels: Sequence[str] = ()
    now: Spot = Spot(0, 0)

    def width(self, size: int) -> int:
        """How wide it is with `size` cells a day."""
        return LABEL + len(self.columns) * size + len(NOW)

    def newest(self, count: int) -> "Grid":
        """The grid of only the last `count` columns."""
        cut = max(0, len(self.columns) - count)
        now = Spot(self.now.column - cut, self.now.row)
        return self._replace(columns=self.columns[cut:], heads=self.heads[cut:], now=now)


class DayLine(NamedTuple):
    """The line of a weekday: what stands before the marked cell, that cell, and what stands after it."""

    before: Line
    marked: Line = ()
    after: Line = ()


def head_line(grid: Grid, size: int) -> Line:
    """The names above the columns; one that leaves no room for the next is left out."""
    text = ""
    named = [(column, head) for column, head in enumerate(grid.heads) if head]
    for (column, head), following in zip_longest(named, named[1:]):
        if following is None or width(head) < (following[0] - column) * size:
            text = text.ljust(LABEL + column * size) + head
    return (Piece(text, "quiet"),)


def day_line(grid: Grid, row: int, size: int, mark: Spot | None = None) -> DayLine:
    """The line of one weekday, with the cell that is marked if it lies in it."""
    is_marked = mark is not None and mark.row == row and 0 <= mark.column < len(grid.columns)
    label = Piece(f"{grid.labels[row]:<{LABEL}}", "strong" if is_marked else "quiet")
    cells = [Piece(column[row].sign.ljust(size), column[row].role) for column in grid.columns]
    if row == grid.now.row:
        cells[grid.now.column + 1 :] = [Piece(NOW, "strong")]
    if mark is None or not is_marked:
        return DayLine((label, *cells))
    return DayLine((label, *cells[: mark.column]), (cells[mark.column],), tuple(cells[mark.column + 1 :]))


def spot_at(grid: Grid, x: int, y: int, size: int) -> Spot | None:
    """The cell at column `x` and line `y` of the grid's own lines; the names are none."""
    column, row = (x - LABEL) // size, y - 1
    inside = x >= LABEL and column < len(grid.columns) and 0 <= row < ROWS
    return Spot(column, row) if inside else None
