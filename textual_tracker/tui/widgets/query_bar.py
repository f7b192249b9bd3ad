"""The line in which a query is typed: what it finds, or what is wrong with it, stands on its right.

What is wrong and does not fit there stands above the line, as long as it is.
"""

import re
from bisect import bisect, insort

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Focus, Key, Paste
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input
from textual.widgets.input import Selection

from textual_tracker.tui.widgets.bar import Bar, Item
from textual_tracker.tui.widgets.cells import width
from textual_tracker.tui.widgets.ink import Piece, Role, ink_of
from textual_tracker.tui.widgets.text_pane import Paragraph, flow

SIGN, TYPED, MARGINS = 2, 24, 3
"""Cells of the slash, the fewest of the query, and those around the answer."""
LONGEST_PASTE = 4096
"""Nobody asks in more characters; a whole document in the clipboard is a slip."""


class Sentence(Widget):
    """A sentence with a margin of one cell on either side, in as many lines as it takes."""

    DEFAULT_CSS = "Sentence { height: auto; max-height: 50vh; }"

    def __init__(self) -> None:
        super().__init__()
        self._pieces: tuple[Piece, ...] = ()

    def show(self, text: str, role: Role) -> None:
        """Say this; without a text nothing, in no line."""
        pieces = (Piece(text, role),) if text else ()
        if pieces != self._pieces:
            self._pieces = pieces
            self.refresh(layout=True)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """The lines that it takes."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """One line of it."""
        lines = self._lines(self.size.width)
        return ink_of(self.app).strip((Piece(" "), *lines[y]) if y < len(lines) else (), self.size.width)

    def _lines(self, room: int) -> list[tuple[Piece, ...]]:
        return list(flow(Paragraph(self._pieces), max(room - 2, 1))) if self._pieces else []


class TypedLine(Input):
    """One line of text. What is pasted becomes one line too, without anything that a terminal would obey."""

    def __init__(self, text: str = "", example: str = "") -> None:
        super().__init__(text, placeholder=example, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._begun = len(text)
        self._ready_at: float | None = None
        self._came: list[float] = []

    def on_focus(self, event: Focus) -> None:
        """From now on the line has the keys by itself."""
        if self._ready_at is None:
            self._ready_at = event.time

    def missed(self, event: Key) -> bool:
        """Whether the key was pressed before this line had the keys."""
        return self._ready_at is None or event.time < self._ready_at

    def on_paste(self, event: Paste) -> None:
        """Put it where the cursor is, in place of what is selected."""
        event.stop()
        event.prevent_default()
        line = re.sub(r"\s+", " ", event.text.strip("\r\n")[:LONGEST_PASTE])
        self.replace("".join(filter(str.isprintable, line)), *sorted(self.selection))

    def type_ahead(self, letter: str, time: float) -> None:
        """Take a letter that was pressed at `time` and `missed`.

        It comes the long way round, perhaps after letters that were pressed later and came straight here.
        """
        place = min(self._begun + bisect(self._came, time), len(self.value))
        insort(self._came, time)
        start, end = self.selection
        self.value = f"{self.value[:place]}{letter}{self.value[place:]}"
        self.selection = Selection(start + (start >= place), end + (end >= place))


class QueryBar(Vertical):
    """A query while it is typed, begun from `text`; `example` is shown while there is none. Enter keeps it."""

    DEFAULT_CSS = """
    QueryBar { height: auto; }
    QueryBar > Horizontal { height: 1; }
    QueryBar Bar { width: 2; }
    QueryBar Input { width: 1fr; min-width: 24; background: ansi_default; }
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
        self._input = TypedLine(text, example)
        self._answer = Bar()
        self._sentence = Sentence()
        self._said: tuple[str, Role] = ("", "quiet")
        self._answer_width = -1

    def take(self, event: Key) -> bool:
        """Whether the key was pressed before this line had the keys, and is for it: a letter, or enter."""
        if not self._input.missed(event):
            return False
        if event.key == "enter":
            self.post_message(self.Kept(self._input.value))
        elif event.character is not None and event.is_printable:
            self._input.type_ahead(event.character, event.time)
        else:
            return False
        return True

    def compose(self) -> ComposeResult:
        """A slash, the text, and the answer."""
        sign = Bar()
        sign.show([Item((Piece("/", "accent"),))])
        yield self._sentence
        with Horizontal():
            yield sign
            yield self._input
            yield self._answer

    def on_mount(self) -> None:
        """Type at once."""
        self._input.focus()

    def answer(self, text: str, role: Role = "quiet") -> None:
        """Say what the query found, or what is wrong with it."""
        self._said = (text, role)
        self._place()

    def on_resize(self) -> None:
        """What fits beside the query is another thing now."""
        self._place()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every letter counts at once."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps the query."""
        event.stop()
        self.post_message(self.Kept(event.value))

    def _place(self) -> None:
        """Put the answer beside the query, or above it where it is longer than what is left of the line."""
        text, role = self._said
        fits = width(text) + MARGINS + SIGN + TYPED <= self.size.width
        beside, above = (text, "") if fits else ("", text)
        if self._answer_width != width(beside):
            self._answer_width = width(beside)
            self._answer.styles.width = self._answer_width + MARGINS
        self._answer.show([], [Item((Piece(beside, role),))])
        self._sentence.show(above, role)
