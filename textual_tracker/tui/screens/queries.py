"""The saved queries of the journal, to choose one of."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from textual_tracker.tui.screens.over import Over, bound
from textual_tracker.tui.widgets.columns import Column
from textual_tracker.tui.widgets.ink import Piece
from textual_tracker.tui.widgets.line_table import LineTable
from textual_tracker.tui.widgets.row import Row
from textual_tracker.tui.widgets.selection import Chosen, Selected
from textual_tracker.tui.widgets.text_pane import Paragraph, TextPane

COLUMNS = (Column("name", 10, 24), Column("query", 20, 80))
NONE_YET = (
    (),
    (Piece("This journal has no saved queries yet. In journal.yaml, for example:"),),
    (),
    (Piece("queries:", "accent"),),
    (Piece("  jumbo: amount:>766550", "accent"),),
    (Piece("  waiting: is:stalled stage:contacted,attempting", "accent"),),
)


class QueriesScreen(Over[str]):
    """The queries by their names; the result is the name of the one that was chosen.

    `wrong` says of those that make no sense what is wrong with them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("detail", "choose"),
        bound("queries", "leave"),
        bound("quit", "leave"),
    ]

    def __init__(self, saved: Mapping[str, str], wrong: Mapping[str, str]) -> None:
        self._table = LineTable(COLUMNS)
        super().__init__(self._table)
        self._saved = saved
        self._wrong = wrong
        self._whole = TextPane(id="what")
        self._whole.can_focus = False

    def compose(self) -> ComposeResult:
        """The list, and below it the whole text of the selected one, or what is wrong with it."""
        with Vertical(id="over"):
            yield self._table
            if self._saved:
                yield self._whole

    def on_mount(self) -> None:
        """Show them."""
        over = self.query_one("#over")
        over.border_title = "Saved queries"
        over.border_subtitle = "enter filters by it · esc closes" if self._saved else "esc closes"
        self._table.show([*self._saved], self._row, NONE_YET)
        self._table.focus()
        self._explain()

    def on_selected(self, event: Selected) -> None:
        """Tell of another one."""
        event.stop()
        self._explain()

    def on_chosen(self, event: Chosen) -> None:
        """A second click does what enter does."""
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Filter by the selected one, if it makes sense."""
        name = self._table.key
        if name is not None and name not in self._wrong:
            self.close(name)

    def _explain(self) -> None:
        name = self._table.key
        if name is None:
            return
        wrong = self._wrong.get(name)
        says = Piece(f"✗ {wrong}", "fault") if wrong else Piece(self._saved[name], "quiet")
        self._whole.show(name, [Paragraph((says,))])

    def _row(self, number: int) -> Row:
        name = [*self._saved][number]
        text = self._saved[name]
        if name in self._wrong:
            return Row((Piece(name, "fault"), Piece(f"✗ {text}", "fault")))
        return Row((Piece(name, "strong"), Piece(text)))
