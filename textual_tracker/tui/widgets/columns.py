"""Which columns of a table fit into a width, and how wide each is."""

from collections.abc import Sequence
from typing import NamedTuple

from textual_tracker.tui.widgets.cells import Align

GAP = 2
"""Cells between two columns."""


class Column(NamedTuple):
    """A column between `least` and `most` cells wide.

    Where not all columns fit, those of the highest `priority` go first; those of priority 0 never go. Spare cells
    are given in the order of priority.
    """

    title: str
    least: int
    most: int = 0
    priority: int = 0
    align: Align = "left"

    @property
    def growth(self) -> int:
        """How many cells the column takes beyond `least` where there is room."""
        return max(self.most - self.least, 0)


class Placed(NamedTuple):
    """A column that is shown: its number in the table, and its width in cells."""

    number: int
    width: int


def place(columns: Sequence[Column], room: int) -> tuple[Placed, ...]:
    """The columns that are shown in `room` cells, in their order, `GAP` cells apart."""
    shown = list(range(len(columns)))
    while _least(columns, shown) > room:
        droppable = [number for number in shown if columns[number].priority]
        if not droppable:
            break
        shown.remove(max(droppable, key=lambda number: (columns[number].priority, number)))
    spare = max(room - _least(columns, shown), 0)
    widths = {}
    for number in sorted(shown, key=lambda number: columns[number].priority):
        grown = min(columns[number].growth, spare)
        spare -= grown
        widths[number] = columns[number].least + grown
    return tuple(Placed(number, widths[number]) for number in shown)


def _least(columns: Sequence[Column], shown: Sequence[int]) -> int:
    return sum(columns[number].least for number in shown) + GAP * max(len(shown) - 1, 0)
