"""Which columns of a table fit into a width, and how wide each is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual_tracker.tui.widgets.cells import Align, End, fit, plain
from textual_tracker.tui.widgets.ink import Piece

GAP = 2
"""Cells between two columns, where they do not say otherwise."""
SMALLEST = 8
"""No column is made narrower than this for the sake of the others."""


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
    least = _shrunk({number: columns[number].least for number in shown}, _least(columns, shown) - room)
    spare = max(room - _least(columns, shown), 0)
    wish = sum(columns[number].growth for number in shown)
    widths = []
    for number in sorted(shown):
        growth = columns[number].growth
        grown = min(growth, spare * growth // wish) if wish else 0
        spare, wish = spare - grown, wish - growth
        widths.append(Placed(number, least[number] + grown))
    return tuple(widths)


def spread(columns: Sequence[Column], placed: Sequence[Placed], cells: Sequence[Piece]) -> Iterator[Piece]:
    """The cells, one of each column, in the columns that are shown, with the gaps between these."""
    gap = 0
    for number, room in placed:
        (text, role), column = cells[number], columns[number]
        yield Piece(" " * gap)
        yield Piece(fit(plain(text), room, column.align, column.keep), role)
        gap = column.gap


def _shrunk(widths: dict[int, int], excess: int) -> dict[int, int]:
    """The widths, less `excess` cells in all: where even the columns that never go do not fit, the widest give way."""
    for _ in range(excess):
        widest = max(widths, key=lambda number: widths[number])
        if widths[widest] <= SMALLEST:
            break
        widths[widest] -= 1
    return widths


def _least(columns: Sequence[Column], shown: Sequence[int]) -> int:
    gaps = [columns[number].gap for number in sorted(shown)]
    return sum(columns[number].least for number in shown) + sum(gaps[:-1])
