"""Lines above a list, made for the room that there is; where nothing differs nothing is drawn."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from textual_tracker.tui.widgets.cells import plain
from textual_tracker.tui.widgets.ink import Line, Piece, ink_of

MARGIN = Piece(" ")

LinesFor: TypeAlias = Callable[[int, int], Sequence[Line]]
"""The lines for so many cells, on a screen of so many lines."""


def no_lines(_room: int, _screen: int) -> Sequence[Line]:
    """What a panel shows that has nothing to say."""
    return ()


class LinePanel(Widget):
    """As high as its lines are many."""

    DEFAULT_CSS = "LinePanel { height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines_for: LinesFor = no_lines
        self._made: dict[tuple[int, int], Sequence[Line]] = {}

    def show(self, lines_for: LinesFor) -> None:
        """Show these lines."""
        before = self._lines(self.size.width)
        self._lines_for = lines_for
        self._made.clear()
        after = self._lines(self.size.width)
        if after != before:
            self.refresh(layout=len(after) != len(before))

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many as there are lines."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """One of the lines."""
        lines = self._lines(self.size.width)
        pieces = [Piece(plain(text), role) for text, role in lines[y]] if y < len(lines) else ()
        return ink_of(self.app).strip((MARGIN, *pieces), self.size.width)

    def _lines(self, width: int) -> Sequence[Line]:
        size = width, self.app.size.height
        if size not in self._made:
            self._made = {size: self._lines_for(max(width - 2, 0), size[1])}
        return self._made[size]
