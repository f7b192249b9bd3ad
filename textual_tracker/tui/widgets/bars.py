"""Bars of numbers: lying ones, one a line; standing ones, side by side; and a line of very small ones.

Pure functions from numbers to text and pieces. They grow in eighths of a cell, so that they read without colour, and a
number that is not nothing is never drawn as nothing.
"""

from collections.abc import Sequence
from typing import NamedTuple

from textual_tracker.tui.widgets.ink import Line, Piece, Role
from textual_tracker.tui.widgets.meters import EIGHTHS

RISING = " ▁▂▃▄▅▆▇█"
"""A cell that is filled from below, by eighths."""
PARTS = 8
"""Steps of a cell."""


class Upright(NamedTuple):
    """One of several standing bars: how high, and the role in which it is drawn."""

    value: float
    role: Role = "accent"


def lying(value: float, most: float, room: int) -> str:
    """A bar to the right, of at most `room` cells; `most` fills them all."""
    whole, rest = divmod(_eighths(value, most, room), PARTS)
    return EIGHTHS[-1] * whole + (EIGHTHS[rest] if rest else "")


def standing(bars: Sequence[Upright], lines: int, wide: int = 1, gap: int = 0, most: float = 0.0) -> list[Line]:
    """The bars side by side, in so many `lines` from the top down; each `wide` cells, with `gap` cells between them.

    The highest of them, or `most` where that is more, fills all lines.
    """
    top = max((most, *(bar.value for bar in bars)))
    filled = [_eighths(bar.value, top, lines) for bar in bars]
    drawn: list[Line] = []
    for floor in range(lines - 1, -1, -1):
        pieces: list[Piece] = []
        for number, (bar, eighths) in enumerate(zip(bars, filled, strict=True)):
            sign = RISING[max(0, min(eighths - floor * PARTS, PARTS))]
            pieces.append(Piece((" " * gap if number else "") + sign * wide, bar.role))
        drawn.append(tuple(pieces))
    return drawn


def spark(values: Sequence[float], most: float = 0.0) -> str:
    """A cell for each value, filled from below; the highest, or `most` where that is more, fills its cell."""
    top = max((most, *values), default=most)
    return "".join(RISING[_eighths(value, top, 1)] for value in values)


def _eighths(value: float, most: float, cells: int) -> int:
    """How many eighths of so many cells `value` fills, where `most` fills them all; at least one, if it is anything."""
    if value <= 0 or most <= 0 or cells <= 0:
        return 0
    return max(1, min(round(value / most * cells * PARTS), cells * PARTS))
