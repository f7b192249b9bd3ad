"""One line of items, on the left and on the right; where room is scarce the least needed get shorter, or go."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from textual.events import Click
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from textual_tracker.tui.widgets.cells import plain, width
from textual_tracker.tui.widgets.ink import Line, Piece, ink_of

GAP = 2
MARGIN = Piece(" ")


class Item(NamedTuple):
    """Something said in a bar. Where room is scarce those of the highest `priority` go first, those of 0 never.

    `short`, where it is given, is said instead of going. `id`, where it is given, is what a click on the item posts.
    """

    pieces: Line
    priority: int = 0
    id: str = ""
    short: Line = ()

    @property
    def at_least(self) -> "Item | None":
        """What is left of it where there is hardly any room."""
        if not self.priority:
            return self
        return Item(self.short, id=self.id) if self.short else None

    @property
    def width(self) -> int:
        """Cells that the item takes."""
        return _cells(self.pieces)


@lru_cache(1024)
def _cells(pieces: Line) -> int:
    return sum(width(plain(text)) for text, _ in pieces)


class Bar(Widget):
    """A line across the screen."""

    DEFAULT_CSS = "Bar { height: 1; }"

    class Pressed(Message):
        """The item `item` was clicked."""

        def __init__(self, item: str) -> None:
            super().__init__()
            self.item = item

    def __init__(self, *, gap: int = GAP, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._gap = gap
        self._left: Sequence[Item] = ()
        self._right: Sequence[Item] = ()

    def show(self, left: Sequence[Item], right: Sequence[Item] = ()) -> None:
        """Show these items; nothing is drawn where they are the same as before."""
        if (tuple(left), tuple(right)) != (self._left, self._right):
            self._left, self._right = tuple(left), tuple(right)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line, with what fits of its items."""
        if y:
            return Strip.blank(self.size.width)
        left, right = self._shown()
        line = [MARGIN, *self._joined(left)]
        if right:
            line.append(Piece(" " * max(self._spare(left, right), 1)))
            line += self._joined(right)
        return ink_of(self.app).strip(line, self.size.width)

    def on_click(self, event: Click) -> None:
        """A click on an item that has an id presses it."""
        left, right = self._shown()
        for x, items in ((1, left), (self.size.width - 1 - self._length(right), right)):
            begin = x
            for item in items:
                if item.id and begin <= event.x < begin + item.width:
                    self.post_message(self.Pressed(item.id))
                begin += item.width + self._gap

    def _shown(self) -> tuple[list[Item], list[Item]]:
        """What fits: at first what never goes, and the short forms; then the others, those of low priority first.

        Where one has to go, those of a higher priority go too, however small: nothing stands in for what matters more.
        """
        items = (*self._left, *self._right)
        shown = [item.at_least for item in items]
        gone = math.inf
        for number in sorted(range(len(items)), key=lambda number: items[number].priority):
            item = items[number]
            more = [*shown[:number], item, *shown[number + 1 :]]
            if item.priority <= gone or item.short:
                if self._spare(*self._sides(more)) >= (self._gap if self._right else 0):
                    shown = more
                elif not item.short:
                    gone = item.priority
        return self._sides(shown)

    def _sides(self, shown: Sequence[Item | None]) -> tuple[list[Item], list[Item]]:
        on_the_left = len(self._left)
        left, right = shown[:on_the_left], shown[on_the_left:]
        return [item for item in left if item is not None], [item for item in right if item is not None]

    def _spare(self, left: Sequence[Item], right: Sequence[Item]) -> int:
        """Cells between the left and the right, with a margin of one on either side."""
        return self.size.width - 2 - self._length(left) - self._length(right)

    def _length(self, items: Sequence[Item]) -> int:
        return sum(item.width for item in items) + self._gap * max(len(items) - 1, 0)

    def _joined(self, items: Sequence[Item]) -> list[Piece]:
        line: list[Piece] = []
        for item in items:
            line.append(Piece(" " * self._gap if line else ""))
            line += [Piece(plain(text), role) for text, role in item.pieces]
        return line
