"""The line in which a query is typed: what it finds, or what is wrong with it, stands on its right."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from textual_tracker.tui.widgets.bar import Bar, Item
from textual_tracker.tui.widgets.cells import width
from textual_tracker.tui.widgets.ink import Piece, Role


class QueryBar(Horizontal):
    """A query while it is typed, begun from `text`; `example` is shown while there is none. Enter keeps it."""

    DEFAULT_CSS = """
    QueryBar { height: 1; }
    QueryBar > Bar { width: 2; }
    QueryBar > Input { width: 1fr; min-width: 24; background: ansi_default; }
    QueryBar > .answer { width: 2; }
    """

    class Changed(Message):
        """The text of the query is another now."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Kept(Changed):
        """The person is done typing and wants to go through what was found."""

    def __init__(self, text: str, example: str) -> None:
        super().__init__()
        self._input = Input(text, placeholder=example, compact=True, select_on_focus=False)
        self._answer = Bar(classes="answer")

    def compose(self) -> ComposeResult:
        """A slash, the text, and the answer."""
        sign = Bar()
        sign.show([Item((Piece("/", "accent"),))])
        yield sign
        yield self._input
        yield self._answer

    def on_mount(self) -> None:
        """Type at once."""
        self._input.focus()

    def answer(self, text: str, role: Role = "quiet") -> None:
        """Say what the query found, or what is wrong with it."""
        self._answer.styles.width = width(text) + 3
        self._answer.show([], [Item((Piece(text, role),))])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every letter counts at once."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps the query."""
        event.stop()
        self.post_message(self.Kept(event.value))
