"""Meters: how far each of several numbers has come towards what is wanted, in as few lines as fit."""

from collections.abc import Sequence
from typing import NamedTuple

from textual_tracker.tui.widgets.cells import fit, plain, width
from textual_tracker.tui.widgets.ink import Line, Piece

EIGHTHS = " ▏▎▍▌▋▊▉█"
TRACK = "░"
MET = "✓"
LEAST_BAR, MOST_BAR = 4, 14
LONGEST_NAME = 14
GAP = 3
"""Cells between two meters of one line."""


class Meter(NamedTuple):
    """A number by name, and what is wanted of it (0: nothing is). `short` is its name where room is scarce."""

    name: str
    short: str
    number: int
    goal: int = 0

    @property
    def is_met(self) -> bool:
        """Whether as much as is wanted is there."""
        return 0 < self.goal <= self.number

    @property
    def says(self) -> str:
        """`6/15`, or `6` where nothing is wanted."""
        return f"{self.number}/{self.goal}" if self.goal else str(self.number)


def bar(share: float, room: int) -> tuple[str, str]:
    """The part of `room` cells that `share` (0 to 1) fills, to an eighth of a cell, and the track that is left."""
    eighths = round(max(0.0, min(share, 1.0)) * room * 8)
    whole, rest = divmod(eighths, 8)
    filled = EIGHTHS[-1] * whole + (EIGHTHS[rest] if rest else "")
    return filled, TRACK * (room - len(filled))


def meter_lines(meters: Sequence[Meter], room: int) -> list[Line]:
    """The meters in `room` cells, in lines of as many as fit, all of one width; names are short where that saves lines.

    Each is `calls ████▌░░░ 6/15`, with a tick where the goal is met.
    """
    if not meters:
        return []
    says = max(width(meter.says) for meter in meters)
    long, short = ([fit_name(name) for name in names] for names in _names(meters))
    across, names = _across(long, says, room), long
    if _rows(meters, _across(short, says, room)) < _rows(meters, across):
        across, names = _across(short, says, room), short
    longest = max(map(width, names))
    across = -(-len(meters) // _rows(meters, across))  # evenly, rather than one alone on the last line
    each = (room + GAP) // across - GAP
    length = max(0, min(MOST_BAR, each - _fixed(longest, says)))
    drawn = [_pieces(meter, fit(name, longest), says, length) for meter, name in zip(meters, names, strict=True)]
    space = Piece(" " * GAP)
    return [
        tuple(
            piece
            for number, one in enumerate(drawn[first : first + across])
            for piece in ((space,) * (number > 0) + one)
        )
        for first in range(0, len(drawn), across)
    ]


def fit_name(name: str) -> str:
    """The name, harmless, and no longer than is good for the others."""
    safe = plain(name)
    return safe if width(safe) <= LONGEST_NAME else fit(safe, LONGEST_NAME)


def _names(meters: Sequence[Meter]) -> tuple[list[str], list[str]]:
    return [meter.name for meter in meters], [meter.short for meter in meters]


def _fixed(longest: int, says: int) -> int:
    """Cells of one meter without its bar: the name, the number and the tick, with the spaces between."""
    return longest + 1 + 1 + says + 2


def _across(names: Sequence[str], says: int, room: int) -> int:
    """How many meters of such names fit into one line."""
    each = _fixed(max(map(width, names)), says) + LEAST_BAR
    return max(1, min(len(names), (room + GAP) // (each + GAP)))


def _rows(meters: Sequence[Meter], across: int) -> int:
    return -(-len(meters) // across)


def _pieces(meter: Meter, name: str, says: int, length: int) -> Line:
    share = meter.number / meter.goal if meter.goal else 0.0
    filled, track = bar(share, length) if meter.goal else ("", " " * length)
    return (
        Piece(f"{name} "),
        Piece(filled, "accent"),
        Piece(track, "quiet"),
        Piece(f" {meter.says:>{says}}", "strong" if meter.is_met else "text"),
        Piece(f" {MET if meter.is_met else ' '}", "accent"),
    )
