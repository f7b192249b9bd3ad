"""The palette: every action by its name, found by typing a part of it."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from textual_tracker.tui.actions import MOVE, Action
from textual_tracker.tui.screens.over import Over, bound
from textual_tracker.tui.widgets.bar import Bar, Item
from textual_tracker.tui.widgets.columns import Column
from textual_tracker.tui.widgets.ink import Piece, State
from textual_tracker.tui.widgets.line_table import LineTable
from textual_tracker.tui.widgets.query_bar import TypedLine
from textual_tracker.tui.widgets.row import Row
from textual_tracker.tui.widgets.selection import Chosen

COLUMNS = (Column("action", 14, 19), Column("key", 6, 10), Column("what it does", 16, 60, priority=1))
NOTHING = ((), (Piece("Nothing is called so. ", "text"), Piece("esc closes.", "quiet")))


class Entry(NamedTuple):
    """Something that can be done: its name, its keys as shown, what it does, and how. `moves`: it only moves."""

    name: str
    keys: str
    help: str
    do: Callable[[], None]
    moves: bool = False


def entry_of(action: Action, do: Callable[[], None]) -> Entry:
    """The entry of an action."""
    name = action.label[:1].upper() + action.label[1:]
    return Entry(name, action.shown_keys, action.help, do, action.group == MOVE)


def found(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """The entries in whose name or help every word that was typed is found.

    First those whose name begins so, then those with a word that does, then the rest; what only moves comes last, for
    nobody goes through a list to move by one.
    """
    words = typed.casefold().split()
    ranked = [(_rank(entry, words), entry) for entry in entries]
    matching = [(rank, entry) for rank, entry in ranked if rank is not None]
    return [entry for _, entry in sorted(matching, key=lambda pair: (pair[0], pair[1].moves))]


def _rank(entry: Entry, words: Sequence[str]) -> int | None:
    name, does = entry.name.casefold(), entry.help.casefold()
    if not all(word in name or word in does for word in words):
        return None
    if not words or name.startswith(" ".join(words)):
        return 0
    if all(f" {word}" in f" {name}" for word in words):
        return 1
    return 2 if all(word in name for word in words) else 3


class PaletteScreen(Over[Callable[[], None]]):
    """A line to type in, and below it what is found; the result is what is to be done."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("detail", "choose"), bound("palette", "leave")]

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._table = Answers(COLUMNS)
        super().__init__(self._table)
        self._entries = entries
        self._found: Sequence[Entry] = ()
        self.line = NameLine()
        self.line.begin("", "a name, or a part of it", self.action_choose)

    def compose(self) -> ComposeResult:
        """The line, and the list."""
        sign = Bar()
        sign.show([Item((Piece(":", "accent"),))])
        with Vertical(id="over"):
            with Horizontal(id="typed"):
                yield sign
                yield self.line
            yield Bar(classes="gap")
            yield self._table

    def on_mount(self) -> None:
        """Show everything, and take what is typed."""
        over = self.query_one("#over")
        over.border_title, over.border_subtitle = "Actions", "enter does it · esc closes"
        self.line.focus()
        self._find(self.line.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every letter counts at once."""
        event.stop()
        self._find(self.line.value)

    def on_chosen(self, event: Chosen) -> None:
        """A second click does it too."""
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Close, and have the selected entry done."""
        self._find(self.line.value)
        if self._found:
            self.close(self._found[self._table.index].do)

    def _find(self, typed: str) -> None:
        found_now = found(self._entries, typed)
        if found_now != self._found:
            self._found = found_now
            self._table.show([entry.name for entry in found_now], self._row, NOTHING)
            self._table.first()

    def _row(self, number: int) -> Row:
        entry = self._found[number]
        return Row((Piece(entry.name, "strong"), Piece(entry.keys, "accent"), Piece(entry.help, "quiet")))


class Answers(LineTable, can_focus=False):
    """The list below the line: the line has the keys, and yet its selected row is what enter does."""

    def _line(self, y: int) -> tuple[object, State]:
        content, state = super()._line(y)
        return content, "selected" if state else ""


class NameLine(TypedLine):
    """The line in which the name is typed; the arrows are the list's, whatever keys the person chose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("down", "screen.move(1)"),
        ("up", "screen.move(-1)"),
        ("pagedown", "screen.page(1)"),
        ("pageup", "screen.page(-1)"),
    ]
