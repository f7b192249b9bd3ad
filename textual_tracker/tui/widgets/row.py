"""One row of a table, as a view gives it when it comes into sight."""

from collections.abc import Callable
from typing import NamedTuple

from textual_tracker.tui.widgets.ink import Line, Piece


class Row(NamedTuple):
    """One row: a piece for each column, or one text across all of them. A heading cannot be selected."""

    cells: tuple[Piece, ...] = ()
    across: Line = ()
    heading: bool = False


RowAt = Callable[[int], Row]


def no_row(_number: int) -> Row:
    """The row function of a table that has none."""
    return Row()
