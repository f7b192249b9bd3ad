"""Views of one list, and those whose last rows fold into a line."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual_tracker.tui.actions import BY_ID, Action
from textual_tracker.tui.views.view import OPEN, READING, Found, View
from textual_tracker.tui.widgets.columns import Column
from textual_tracker.tui.widgets.ink import Line, Piece
from textual_tracker.tui.widgets.line_table import LineTable
from textual_tracker.tui.widgets.row import no_row

FOLD = "\0fold"
"""The key of the line into which rows fold; no file is named like it."""


class ListView(View[Found]):
    """A view of one list, `_table`, whose columns are `COLUMNS`."""

    COLUMNS: ClassVar[Sequence[Column]]

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._table = self.table()
        self._table.show((), no_row, READING)

    def table(self) -> LineTable:
        """The list, with nothing in it yet."""
        return LineTable(self.COLUMNS)

    def lists(self) -> Iterable[LineTable]:
        """The list."""
        return (self._table,)

    @property
    def main(self) -> LineTable:
        """The list."""
        return self._table


class FoldingView(ListView[Found]):
    """A list whose last rows fold into the line `FOLD`, until they are unfolded."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self._unfolded = False

    def label(self, action: Action) -> str:
        """Enter on the fold unfolds it, or folds it again."""
        if action.id == "detail" and self._table.key == FOLD and not self.has_class(OPEN):
            return "fold" if self._unfolded else "unfold"
        return super().label(action)

    def do_detail(self) -> None:
        """Open the detail; on the fold, unfold it or fold it again."""
        if self._table.key != FOLD or self.has_class(OPEN):
            super().do_detail()
        else:
            self._unfolded = not self._unfolded
            self.redraw()

    def fold(self, says: str) -> Line:
        """`▸  44 more under 1%   enter unfolds`."""
        sign, verb = ("▾", "fold") if self._unfolded else ("▸", "unfold")
        key = BY_ID["detail"].shown_key
        return Piece(f"{sign}  "), Piece(says, "strong"), Piece(f"   {key} {verb}s", "quiet")
