"""Which columns of a table fit into a width, and how wide each is."""

from collections.abc import Sequence
from typing import NamedTuple

from textual_tracker.tui.widgets.cells import Align, End

GAP = 2
"""Cells between two columns, where they do not say otherwise."""


class Column(NamedTuple):
    """A column between `least` and `most` cells wide.

    Where not all columns fit, those of the highest `priority` go first, those of priority 0 never. Spare cells go to
    each as it could use them. `keep` says which end of a text that is too long is shown,
    `gap` how many cells follow the column.
    """

    title: str
    least: int
    most: int = 0
    priority: int = 0
    align: Align = "left"
    keep: End = "head"
    gap: int = GAP

    @property
    def growth(self) -> int:
        """How many cells the column takes beyond `least` where there is room."""
        return max(self.most - self.least, 0)


class Placed(NamedTuple):
    """A column that is shown: its number in the table, and its width in cells without the gap."""

    number: int
    width: int


def place(columns: Sequence[Column], room: int) -> tuple[Placed, ...]:
    """The columns that are shown in `room` cells, in their order."""
    ranked = sorted(range(len(columns)), key=lambda number: columns[number].priority)
    shown = [number for number in ranked if not columns[number].priority]
    for number in ranked[len(shown) :]:
        if _least(columns, [*shown, number]) > room:
            break
        shown.append(number)
    spare = max(room - _least(columns, shown), 0)
    wish = sum(columns[number].growth for number in shown)
    widths = []
    for number in sorted(shown):
        growth = columns[number].growth
        grown = min(growth, spare * growth // wish) if wish else 0
        spare, wish = spare - grown, wish - growth
        widths.append(Placed(number, columns[number].least + grown))
    return tuple(widths)


def _least(columns: Sequence[Column], shown: Sequence[int]) -> int:
    gaps = [columns[number].gap for number in sorted(shown)]
    return sum(columns[number].least for number in shown) + sum(gaps[:-1])
